"""
The work on pictures: read what they say, make smaller sizes, take out what they tell of a place.

No Django in here: processes that only do this start in a moment and end with their parent.
"""

import os
import re
import signal
import struct
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from multiprocessing import parent_process
from pathlib import Path

from PIL import Image, ImageCms, UnidentifiedImageError

from chancery.base.metadata import UnreadableBytes, without_place

# Pages go first.
NICE = 10
WIDTHS = (480, 960, 1600, 2400)
# For making smaller only: nearly as sharp as slower filters, at half their time.
FILTER = Image.Resampling.HAMMING
QUALITY = 80
JPEG_QUALITY = 88
# Slower methods of the encoder take three times as long for files a thirtieth smaller.
METHOD = 2
TYPES = ("JPEG", "PNG", "WEBP")
TAKEN, OFFSET, ORIENTATION, EXIF_PART = 0x9003, 0x9011, 0x0112, 0x8769
# How a picture is turned upright, by what its camera wrote.
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_MOMENT = re.compile(r"(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)")
_OFFSET = re.compile(r"[+-]\d\d:\d\d")


class UnreadablePicture(Exception):
    """The file is no picture that can be read to its end."""


class TooManyPixels(Exception):
    """The picture has more pixels than are taken."""


@dataclass(frozen=True, slots=True)
class Look:
    """
    What a picture says of itself: width and height as it is to be seen, in pixels, and when it was taken.

    `taken_at` is ISO text, with an offset where the camera wrote one; empty where it wrote nothing.
    """

    width: int
    height: int
    taken_at: str


@dataclass(frozen=True, slots=True)
class Rendition:
    """A smaller size of a picture; `name` is that of its file, without the ending."""

    width: int
    height: int
    name: str


def look(path: Path, *, most_pixels: int) -> Look:
    """
    Read the head of a picture; its pixels are not unpacked.

    Errors: UnreadablePicture, TooManyPixels.
    """
    with _opened(path, most_pixels) as image:
        width, height = image.size
        if _is_turned(image):
            width, height = height, width
        return Look(width, height, _taken(image))


def prepare(path: Path, *, most_pixels: int) -> list[Rendition]:
    """
    Make the smaller sizes beside a picture, upright and in sRGB, and take out of it what it tells of a place.

    Shape: one of each width below its own, and its own where that is not above the largest; widths rising.
    Done again it makes the same files again. Errors: UnreadablePicture, TooManyPixels.
    """
    with _opened(path, most_pixels) as image:
        widths = _widths_for(image)
        made = _sizes_of(_unpacked(image, widths[-1]), widths)
        renditions = [_kept(size, path.parent) for size in made]
    cleaned = path.with_suffix(".cleaned")
    try:
        cleaned.write_bytes(without_place(path.read_bytes()))
    except UnreadableBytes as error:
        raise UnreadablePicture from error
    os.replace(cleaned, path)
    return renditions[::-1]


def jpeg_of(path: Path, width: int, *, most_pixels: int) -> bytes:
    """
    Return a picture as JPEG in sRGB, upright and at most `width` pixels wide.

    Errors: UnreadablePicture, TooManyPixels.
    """
    with _opened(path, most_pixels) as image:
        own = image.height if _is_turned(image) else image.width
        unpacked = _unpacked(image, min(width, own))
    kept = BytesIO()
    unpacked.convert("RGB").save(kept, "JPEG", quality=JPEG_QUALITY, optimize=True)
    return kept.getvalue()


def _opened(path: Path, most_pixels: int) -> Image.Image:
    try:
        # Pillow's own alarm at half the size would be an error where warnings are.
        Image.MAX_IMAGE_PIXELS = None
        image = Image.open(path, formats=TYPES)
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as error:
        raise UnreadablePicture from error
    if image.width * image.height > most_pixels:
        image.close()
        raise TooManyPixels
    if image.format == "WEBP" and getattr(image, "is_animated", False):
        image.close()
        raise UnreadablePicture
    return image


def _orientation(image: Image.Image) -> int:
    try:
        return int(image.getexif().get(ORIENTATION, 1))
    except (OSError, ValueError, TypeError, SyntaxError, struct.error):
        return 1


def _is_turned(image: Image.Image) -> bool:
    return _orientation(image) in {5, 6, 7, 8}


def _taken(image: Image.Image) -> str:
    try:
        part = image.getexif().get_ifd(EXIF_PART)
    except (OSError, ValueError, SyntaxError, struct.error):
        return ""
    return _moment(str(part.get(TAKEN, "")), str(part.get(OFFSET, "")))


def _moment(text: str, offset: str) -> str:
    found = _MOMENT.fullmatch(text.strip("\0 "))
    if not found or found[1] == "0000":
        return ""
    zone = offset if _OFFSET.fullmatch(offset) else ""
    return f"{found[1]}-{found[2]}-{found[3]}T{found[4]}{zone}"


def _widths_for(image: Image.Image) -> list[int]:
    own = image.height if _is_turned(image) else image.width
    return [width for width in WIDTHS if width < own] + ([own] if own <= WIDTHS[-1] else [])


def _unpacked(image: Image.Image, width: int) -> Image.Image:
    """The pixels, upright, in sRGB, not much larger than `width`; JPEG is unpacked at a part of its size."""
    profile = image.info.get("icc_profile")
    share = width / (image.height if _is_turned(image) else image.width)
    target = (max(1, round(image.width * share)), max(1, round(image.height * share)))
    try:
        image.draft(None, target)
        image.load()
    except (OSError, ValueError, SyntaxError, MemoryError) as error:
        raise UnreadablePicture from error
    sized = image if image.size == target else image.resize(target, FILTER)
    turn = _TURNS.get(_orientation(image))
    upright = sized.transpose(turn) if turn is not None else sized
    return _in_srgb(upright, profile)


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Colours as a browser expects them; a profile that cannot be read is as none."""
    has_alpha = "A" in image.getbands() or "transparency" in image.info
    if image.mode.startswith("I"):
        image = image.point(lambda value: value / 256).convert("L")
    if profile and image.mode in {"RGB", "CMYK", "L"} and b"sRGB" not in profile:
        try:
            return _through(image, profile)
        except (ImageCms.PyCMSError, OSError, ValueError):
            pass
    wanted = "RGBA" if has_alpha else "RGB"
    return image if image.mode == wanted else image.convert(wanted)


def _through(image: Image.Image, profile: bytes) -> Image.Image:
    own = ImageCms.ImageCmsProfile(BytesIO(profile))
    found = ImageCms.profileToProfile(image, own, ImageCms.createProfile("sRGB"), outputMode="RGB")
    assert found is not None
    return found


def _sizes_of(image: Image.Image, widths: list[int]) -> Iterator[Image.Image]:
    """Each size from the one above it, the largest first."""
    for width in reversed(widths):
        if image.width != width:
            height = max(1, round(image.height * width / image.width))
            image = image.resize((width, height), FILTER)
        yield image


def _kept(image: Image.Image, folder: Path) -> Rendition:
    rendition = Rendition(image.width, image.height, str(image.width))
    # What came with the pixels (profile, place, comments) would be written along.
    image.info = {}
    image.save(folder / f"{rendition.name}.webp", "WEBP", quality=QUALITY, method=METHOD)
    return rendition


def give_way() -> None:
    """Begin a process that works on pictures only: it goes behind pages, and ends with who asked for it."""
    os.nice(NICE)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(0)
