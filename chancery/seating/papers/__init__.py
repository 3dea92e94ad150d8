"""What is printed of a seating, and the shape of the values each document takes."""

from typing import Literal, TypedDict

from django.utils.translation import gettext_noop

from chancery.base.pdf import EventLines, Paper
from chancery.base.stock import Cut, Sheet

__all__ = [
    "ESCORT_CARDS",
    "SEAT_FINDER",
    "SEAT_PLAN",
    "SIGNS",
    "TABLE_NUMBERS",
    "DrawnMark",
    "DrawnSeat",
    "DrawnTable",
    "EscortCard",
    "EscortCards",
    "Found",
    "Label",
    "Letter",
    "Listed",
    "ListedUnit",
    "SeatFinder",
    "SeatPlan",
    "Sign",
    "Signs",
    "TableNumber",
    "TableNumbers",
]


class EscortCard(TypedDict):
    """`unit` and `seat` say where to sit, in the language of the card; `label` is as on a place card."""

    name: str
    lines: list[str]
    language: str
    unit: str
    seat: str
    label: str


class EscortCards(TypedDict):
    sheet: Sheet
    cut: Cut
    cards: list[EscortCard]


class TableNumber(TypedDict):
    """`word` is “Table” above a number, empty above a name."""

    word: str
    label: str


class TableNumbers(TypedDict):
    """Tents, each on a sheet that is folded across."""

    sheet: Sheet
    tables: list[TableNumber]


class Sign(TypedDict):
    """The sign of one seat: captions, one a language; `place` says for whoever lays it where it belongs."""

    captions: list[tuple[str, str]]
    place: str


class Signs(TypedDict):
    sheet: Sheet
    cut: Cut
    signs: list[Sign]


class Found(TypedDict):
    """`name` begins with what it is looked up by; `note` is empty or such as whom somebody comes with."""

    name: str
    note: str
    unit: str
    seat: str


class Letter(TypedDict):
    letter: str
    rows: list[Found]


class SeatFinder(TypedDict):
    """Names by alphabet; a name that is read in another script stands there once more, after the others."""

    format: Sheet | Literal["a3"]
    heading: str
    event: EventLines
    summary: str
    letters: list[Letter]


class Label(TypedDict):
    text: str
    x: float
    y: float


class DrawnTable(TypedDict):
    """A top with `corners`, or a round one of `radius` about `x` and `y`; a row has only its labels."""

    corners: list[tuple[float, float]]
    x: float
    y: float
    radius: float
    labels: list[Label]


class DrawnMark(TypedDict):
    kind: str
    corners: list[tuple[float, float]]
    label: Label


class DrawnSeat(TypedDict):
    """
    `pitch` is the distance to the nearest seat of the table, `back_x` and `back_y` point behind the sitter.

    `name` is empty where nobody sits, or names are not asked for.
    """

    x: float
    y: float
    radius: float
    pitch: float
    back_x: float
    back_y: float
    label: str
    name: str
    state: Literal["taken", "free", "kept", "blocked"]
    is_wheelchair: bool


class Listed(TypedDict):
    seat: str
    name: str


class ListedUnit(TypedDict):
    heading: str
    rows: list[Listed]


class SeatPlan(TypedDict):
    """A room as drawn, in centimetres, and who sits where as a list."""

    format: Literal["a3", "a4", "tabloid", "us-letter"]
    is_landscape: bool
    heading: str
    event: EventLines
    summary: str
    width: float
    depth: float
    margin: float
    tables: list[DrawnTable]
    marks: list[DrawnMark]
    seats: list[DrawnSeat]
    honour: list[tuple[float, float]]
    has_kept: bool
    has_blocked: bool
    units: list[ListedUnit]


ESCORT_CARDS = Paper[EscortCards]("seating/papers/escort_cards.typ")

TABLE_NUMBERS = Paper[TableNumbers]("seating/papers/table_numbers.typ")

SIGNS = Paper[Signs]("seating/papers/signs.typ")

SEAT_PLAN = Paper[SeatPlan](
    "seating/papers/seat_plan.typ",
    {
        "honour": gettext_noop("first place of honour"),
        "taken": gettext_noop("somebody sits here"),
        "free": gettext_noop("free seat"),
        "kept": gettext_noop("held back"),
        "blocked": gettext_noop("blocked seat"),
    },
)

SEAT_FINDER = Paper[SeatFinder](
    "seating/papers/seat_finder.typ", {"nobody": gettext_noop("Nobody is seated yet.")}
)
