"""What is printed at the door, and the shape of the values each document takes."""

from typing import Literal, TypedDict

from django.utils.translation import gettext_noop

from chancery.base.pdf import Paper
from chancery.base.stock import Cut, Sheet

__all__ = ["BADGES", "Badge", "BadgeSize", "Badges"]

type BadgeSize = Literal["90x55", "86x54", "62x100"]


class Badge(TypedDict):
    """
    `own_name` is the name in the own script, in `own_language`, or empty; `lines` are office and body.

    `outline` is the path of a drawing within 26 units of its middle, by which the category is told beside
    its colour `tint`. `code` is an SVG from `base.qr` or empty, `label` empty or such as “Sample”.
    """

    name: str
    own_name: str
    own_language: str
    lines: list[str]
    category: str
    tint: int
    outline: str
    seat: str
    code: str
    label: str


class Badges(TypedDict):
    """`title` is that of the event."""

    sheet: Sheet
    cut: Cut
    size: BadgeSize
    title: str
    badges: list[Badge]


BADGES = Paper[Badges]("door/papers/badges.typ", {"code": gettext_noop("QR code")})
