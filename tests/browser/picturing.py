"""Pictures of the manual: taken by the journeys that see the pages, when `make docs` asks for them."""

import os
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageChops
from playwright.sync_api import Locator, Page

ASKED = "CHANCERY_PICTURES"  # names the folder to write into; nothing is taken without it
PICTURES = Path(__file__).parents[2] / "docs" / "pictures"
LARGEST = 80_000  # bytes of one picture
TALLEST = 860  # pixels
ROOM = 16  # pixels around a part, but for the side on which the stages of an event stand
# Days and hours differ in each run; a picture is new only where more of it has changed than those.
SAME = 0.02


def picture(page: Page, name: str, of: str | Locator = "main") -> None:
    """Keep a picture of a part of the page for the manual, where the run was asked for pictures."""
    folder = os.environ.get(ASKED)
    if not folder:
        return
    part = (page.locator(of) if isinstance(of, str) else of).first
    part.scroll_into_view_if_needed()
    page.mouse.move(0, 0)
    box, size = part.bounding_box(), page.viewport_size
    assert box, name
    assert size, name
    beside = 0 if page.locator(".spine").count() else ROOM
    left, top = max(0, box["x"] - beside), max(0, box["y"] - ROOM / 2)
    width = min(size["width"] - left, box["width"] + beside + ROOM)
    height = min(size["height"] - top, box["height"] + ROOM, TALLEST)
    clip = {"x": left, "y": top, "width": width, "height": height}
    content = page.screenshot(clip=clip, animations="disabled", caret="hide")
    keep_picture(Image.open(BytesIO(content)).convert("RGB"), Path(folder) / f"{name}.webp")


def keep_picture(taken: Image.Image, path: Path) -> None:
    """Write a picture as small as the manual wants it, unless it says what the one there says already."""
    if path.exists() and is_the_same(taken, Image.open(path).convert("RGB")):
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    for quality in range(86, 40, -6):
        taken.save(path, "WEBP", quality=quality, method=6)
        if path.stat().st_size <= LARGEST:
            return


def is_the_same(one: Image.Image, other: Image.Image) -> bool:
    """Whether two pictures differ by no more than a few words."""
    if one.size != other.size:
        return False
    differing = ImageChops.difference(one, other).convert("L").point(lambda value: 255 if value > 40 else 0)
    return differing.histogram()[255] < SAME * one.width * one.height
