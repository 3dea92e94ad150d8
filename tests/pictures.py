"""Pictures for tests, with what cameras write into them."""

import os
from io import BytesIO
from pathlib import Path
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageCms

from chancery.base import pixels

PLACE = {1: "N", 2: (44.0, 26.0, 3.0), 3: "E", 4: (26.0, 6.0, 12.0)}
ORIENTATION, MAKER, EXIF_PART, GPS_PART, TAKEN, OFFSET = 0x0112, 0x010F, 0x8769, 0x8825, 0x9003, 0x9011


def exif(*, orientation: int = 1, taken: str = "2025:02:25 19:12:00", offset: str = "") -> bytes:
    """What a telephone writes: place, maker, which side is up, when."""
    block = Image.Exif()
    block[ORIENTATION], block[MAKER] = orientation, "Sample Telephones"
    block[GPS_PART] = PLACE
    block[EXIF_PART] = {TAKEN: taken} | ({OFFSET: offset} if offset else {})
    return block.tobytes()


def picture(
    width: int = 1200, height: int = 800, form: str = "JPEG", *, content: bytes | None = None, **fields: Any
) -> bytes:
    """A picture whose left half is red and whose right half is blue."""
    image = Image.new("RGB", (width, height), (200, 30, 30))
    image.paste((30, 30, 200), (width // 2, 0, width, height))
    kept = BytesIO()
    image.save(kept, form, exif=exif(**fields) if content is None else content, quality=92)
    return kept.getvalue()


def with_profile() -> bytes:
    """A picture with a colour profile."""
    kept = BytesIO()
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    Image.new("RGB", (60, 40), "red").save(kept, "JPEG", exif=exif(), icc_profile=profile)
    return kept.getvalue()


def upload(content: bytes | None = None, name: str = "DSC_0001.jpg") -> SimpleUploadedFile:
    """A file that came with a form."""
    return SimpleUploadedFile(name, picture() if content is None else content)


def die_of_the_wide_one(path: Path, *, most_pixels: int) -> list[pixels.Rendition]:
    """Prepare a picture, or end the process without a last word where it is a wide one."""
    if pixels.look(path, most_pixels=most_pixels).width > 1000:
        os._exit(1)
    return [pixels.Rendition(480, 300, "480")]


def tells_a_place(content: bytes) -> bool:
    """Whether a picture still says where or with what it was taken."""
    with Image.open(BytesIO(content)) as image:
        return GPS_PART in image.getexif() or b"Sample Telephones" in content
