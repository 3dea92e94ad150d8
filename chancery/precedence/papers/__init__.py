"""What is printed of an order, and the shape of the values each document takes."""

from typing import TypedDict

from django.utils.translation import gettext_noop

from chancery.base.pdf import EventLines, Paper
from chancery.base.stock import Sheet


class PlaceReason(TypedDict):
    """One sentence of a reason chain; `rule` is its number ("R2") or empty."""

    text: str
    rule: str


class PlaceRow(TypedDict):
    """`place` is shared by those who tie; `is_open` says that facts are missing."""

    place: str
    name: str
    lines: list[str]
    state: str
    reasons: list[PlaceReason]
    is_open: bool


class PlaceGroup(TypedDict):
    heading: str
    rows: list[PlaceRow]


class PrecedenceList(TypedDict):
    """`summary` names the profile, its version and the day of the order; `notes` its tables and sources."""

    format: Sheet
    heading: str
    event: EventLines
    summary: str
    with_reasons: bool
    groups: list[PlaceGroup]
    notes: list[str]


class Pole(TypedDict):
    code: str
    name: str
    note: str
    is_half_mast: bool


class Stand(TypedDict):
    """Poles from the left to the right of the public (R47, R48)."""

    heading: str
    note: str
    poles: list[Pole]


class Anthem(TypedDict):
    state: str
    title: str
    note: str


class FlagsAndAnthems(TypedDict):
    """`anthems` stand in the order in which they are played (R46)."""

    format: Sheet
    heading: str
    event: EventLines
    summary: str
    stands: list[Stand]
    anthems: list[Anthem]
    notes: list[str]


PRECEDENCE_LIST = Paper[PrecedenceList](
    "precedence/papers/precedence_list.typ",
    {
        "place": "",
        "name": gettext_noop("Name and office"),
        "state": gettext_noop("State"),
        "reasons": gettext_noop("Reasons"),
        "open": gettext_noop("Cannot be decided from the known facts"),
        "notes": gettext_noop("The order rests on"),
    },
)

FLAGS_AND_ANTHEMS = Paper[FlagsAndAnthems](
    "precedence/papers/flags_and_anthems.typ",
    {
        "left": gettext_noop("Left of the public"),
        "right": gettext_noop("Right of the public"),
        "half_mast": gettext_noop("Half-mast"),
        "anthems": gettext_noop("Anthems"),
        "notes": gettext_noop("Notes"),
    },
)
