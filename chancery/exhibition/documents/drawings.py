"""Pictures as drawings that a paper can hold."""

from base64 import b64encode
from dataclasses import dataclass
from io import BytesIO

from PIL import Image

from chancery.base import media
from chancery.base.models import StoredFile

QUALITY = 88


@dataclass(frozen=True, slots=True)
class Drawing:
    """An SVG around one picture, and the width of the picture by its height; empty where there is none."""

    svg: str = ""
    ratio: float = 1.0


def drawing_of(file: StoredFile | None, *, most_pixels: int) -> Drawing:
    """
    Return a prepared picture in the size that suits the paper best.

    Units: `most_pixels` is its width on paper; a smaller picture is not made larger.
    """
    if file is None or file.state != StoredFile.State.READY or not file.renditions:
        return Drawing()
    fitting = [size for size in file.renditions if size["width"] >= most_pixels]
    size = fitting[0] if fitting else file.renditions[-1]
    with Image.open(media.path_of(file, size["name"])) as picture:
        picture.thumbnail((most_pixels, most_pixels * 4))
        content = BytesIO()
        picture.convert("RGB").save(content, "JPEG", quality=QUALITY)
        width, height = picture.size
    data = b64encode(content.getvalue()).decode("ascii")
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">'
        f'<image width="{width}" height="{height}" href="data:image/jpeg;base64,{data}"/></svg>'
    )
    return Drawing(svg, width / height)
