"""A picture as a page shows it: its sizes with their addresses, width and height before it is loaded."""

from collections.abc import Callable
from dataclasses import dataclass

from chancery.base import media
from chancery.base.models import StoredFile

USUAL = 960


@dataclass(frozen=True, slots=True)
class Picture:
    """
    The attributes of an `<img>`.

    Units: `width` and `height` are the pixels of `url`, so that the page keeps its place free.
    """

    url: str
    srcset: str
    width: int
    height: int


def picture_of(file: StoredFile | None, address: Callable[[str], str]) -> Picture | None:
    """
    Return a prepared picture; None where there is none, or none that can be shown yet.

    `address` makes the address of a size from its name. `url` is the largest of ordinary size.
    """
    if file is None or file.state != StoredFile.State.READY or not file.renditions:
        return None
    fitting = [each for each in file.renditions if each["width"] <= USUAL]
    usual = fitting[-1] if fitting else file.renditions[0]
    url = address(usual["name"])
    return Picture(url, media.srcset_of(file, address), usual["width"], usual["height"])
