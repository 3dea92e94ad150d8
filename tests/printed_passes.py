"""Printed passes as a camera sees them: the real paper, turned, blurred, dark, small and aslant."""

import io
import math
from collections.abc import Callable, Iterable
from pathlib import Path

from PIL import Image, ImageEnhance, ImageFilter

from chancery.base.pdf import Imprint
from chancery.base.qr import qr_svg
from chancery.guests import papers
from tests.guests import sent_samples

SIZE = (1280, 720)
TABLE = (96, 88, 80)
type Scene = Callable[[Image.Image], Image.Image]


def printed(text: str, imprint: Imprint) -> Image.Image:
    """The pass with a text as it leaves the printer."""
    values = sent_samples.entry_pass(code=qr_svg(text))
    (page,) = papers.ENTRY_PASSES.pictures(values, language="en", title="Entry pass", imprint=imprint)
    return Image.open(io.BytesIO(page)).convert("RGB")


def held(page: Image.Image, *, height: int = 690, angle: float = 0) -> Image.Image:
    """A page before the camera, so many pixels high and turned by so many degrees."""
    small = page.resize((round(page.width * height / page.height), height), Image.Resampling.LANCZOS)
    turned = small.rotate(angle, expand=True, fillcolor=TABLE, resample=Image.Resampling.BICUBIC)
    scene = Image.new("RGB", SIZE, TABLE)
    scene.paste(turned, ((SIZE[0] - turned.width) // 2, (SIZE[1] - turned.height) // 2))
    return scene


def dark(page: Image.Image) -> Image.Image:
    """By candle light: a twelfth of the light, and the noise of the sensor."""
    dim = ImageEnhance.Brightness(held(page)).enhance(0.08)
    noise = Image.effect_noise(SIZE, 6).convert("RGB")
    return Image.blend(dim, noise, 0.06)


def aslant(page: Image.Image) -> Image.Image:
    """From the side: the far edge a third shorter than the near one."""
    width, height = SIZE
    narrow = height * 0.17
    return held(page).transform(
        SIZE,
        Image.Transform.PERSPECTIVE,
        _perspective(
            [(0, 0), (width, narrow), (width, height - narrow), (0, height)],
            [(0, 0), (width, 0), (width, height), (0, height)],
        ),
        resample=Image.Resampling.BICUBIC,
        fillcolor=TABLE,
    )


SCENES: dict[str, Scene] = {
    "sharp": held,
    "turned": lambda page: held(page, angle=33),
    "upside down": lambda page: held(page, angle=180),
    "blurred": lambda page: held(page).filter(ImageFilter.GaussianBlur(2)),
    "dark": dark,
    "small": lambda page: held(page, height=380),
    "aslant": aslant,
}


def film(path: Path, pictures: Iterable[Image.Image], *, frames: int) -> None:
    """Write pictures one after the other as a film for the camera of Chromium, each so many frames long."""
    with path.open("wb") as stream:
        for picture in pictures:
            kept = io.BytesIO()
            # Chromium takes the film for one whose black is 16 and whose white is 235
            picture.point(lambda level: 16 + level * 219 // 255).save(kept, "JPEG", quality=88)
            stream.write(kept.getvalue() * frames)


def _perspective(seen: list[tuple[float, float]], meant: list[tuple[float, float]]) -> list[float]:
    """The eight numbers with which Pillow looks up, for each point seen, the point meant."""
    rows: list[list[float]] = []
    for (x, y), (u, v) in zip(seen, meant, strict=True):
        rows.append([x, y, 1, 0, 0, 0, -u * x, -u * y, u])
        rows.append([0, 0, 0, x, y, 1, -v * x, -v * y, v])
    return _solved(rows)


def _solved(rows: list[list[float]]) -> list[float]:
    """Solve linear equations by elimination; the last number of each row is its right side."""
    size = len(rows)
    for place in range(size):
        best = max(range(place, size), key=lambda row: math.fabs(rows[row][place]))
        rows[place], rows[best] = rows[best], rows[place]
        rows[place] = [number / rows[place][place] for number in rows[place]]
        for other in range(size):
            if other != place:
                factor = rows[other][place]
                rows[other] = [a - factor * b for a, b in zip(rows[other], rows[place], strict=True)]
    return [row[-1] for row in rows]
