"""The kinds of furniture in words, with the numbers that each of them may be given."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Ask:
    """One number of a piece, or with `is_list` several; what is left empty follows from the others."""

    key: str
    name: str | Promise
    least: float = 0
    most: float = 10_000
    is_list: bool = False
    is_length: bool = False


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of furniture: its name, what is asked of it, and how a new piece begins."""

    key: str
    name: str | Promise
    asks: tuple[Ask, ...] = ()
    begins: Mapping[str, Any] = field(default_factory=dict)


def _length(key: str, name: str | Promise, least: float = 40, most: float = 10_000) -> Ask:
    return Ask(key, name, least, most, is_length=True)


_SEATS = _("seats")
_SEAT_GAP = _length("seat_gap", _("from seat to seat"), 35, 500)
_LENGTH = _length("length", _("length"), 50)
_WIDTH = _length("width", _("width"), 40, 2000)
_DEPTH = _length("depth", _("depth"), 50)

_ROWS = (
    Ask("rows", _("rows"), 1, 200),
    Ask("seats", _("seats in a row"), 1, 300),
    Ask("first_row", _("number of the first row"), 1, 1000),
    Ask("aisles_after", _("aisles after the seats"), 1, 299, is_list=True),
    _length("aisle_width", _("width of an aisle"), 30, 3000),
    Ask("cross_aisles_after", _("cross aisles after the rows"), 1, 200, is_list=True),
    _length("seat_gap", _("from seat to seat"), 35, 1000),
    _length("row_gap", _("from row to row"), 40, 2000),
    _length("curve", _("radius of the first row, 0 for straight rows"), 0, 100_000),
)
_BENT = (
    Ask("bar_seats", _("seats along the bar"), 0, 200),
    Ask("inner_bar_seats", _("seats inside the bar"), 0, 200),
    _SEAT_GAP,
    _LENGTH,
    _WIDTH,
    _DEPTH,
)
_MARK = (_length("width", _("width"), 5, 20_000), _length("depth", _("depth"), 5, 20_000))

TABLES = (
    Kind("rows", _("rows of chairs"), _ROWS, {"rows": 4, "seats": 10}),
    Kind(
        "round",
        _("round table"),
        (Ask("seats", _SEATS, 1, 60), _length("diameter", _("diameter"), 50, 3000)),
        {"seats": 8},
    ),
    Kind(
        "long",
        _("long table"),
        (
            Ask("side_seats", _("seats on the first side"), 0, 200),
            Ask("second_side_seats", _("seats on the second side"), 0, 200),
            Ask("first_end_seats", _("seats at the first end"), 0, 10),
            Ask("second_end_seats", _("seats at the second end"), 0, 10),
            _SEAT_GAP,
            _LENGTH,
            _WIDTH,
        ),
        {"side_seats": 6},
    ),
    Kind(
        "u",
        _("U"),
        (
            Ask("arm_seats", _("seats outside each arm"), 0, 200),
            Ask("inner_arm_seats", _("seats inside each arm"), 0, 200),
            *_BENT,
        ),
        {"bar_seats": 5, "arm_seats": 4},
    ),
    Kind(
        "horseshoe",
        _("horseshoe"),
        (
            Ask("seats", _("seats outside"), 1, 200),
            Ask("inner_seats", _("seats inside"), 0, 200),
            _length("arm", _("length of the straight arms"), 0),
            _length("diameter", _("diameter"), 100),
            _SEAT_GAP,
            _WIDTH,
        ),
        {"seats": 15},
    ),
    Kind(
        "t",
        _("T"),
        (
            Ask("bar_seats", _("seats along the bar"), 0, 200),
            Ask("inner_seats", _("seats on each wing inside the bar"), 0, 200),
            Ask("stem_seats", _("seats on each side of the stem"), 1, 200),
            Ask("end_seats", _("seats at the foot"), 0, 10),
            _SEAT_GAP,
            _LENGTH,
            _WIDTH,
            _DEPTH,
        ),
        {"bar_seats": 5, "stem_seats": 4},
    ),
    Kind(
        "comb",
        _("comb"),
        (
            Ask("teeth", _("teeth"), 2, 12),
            Ask("tooth_seats", _("seats outside each outer tooth"), 0, 200),
            Ask("inner_tooth_seats", _("seats on each inner side of a tooth"), 0, 200),
            *_BENT,
        ),
        {"teeth": 3, "bar_seats": 7},
    ),
    Kind(
        "head",
        _("head table"),
        (Ask("seats", _SEATS, 1, 200), _SEAT_GAP, _LENGTH, _WIDTH),
        {"seats": 7},
    ),
    Kind(
        "dais",
        _("dais"),
        (Ask("seats", _SEATS, 1, 200), _SEAT_GAP, _length("width", _("width"), 50), _DEPTH),
        {"seats": 5},
    ),
    Kind(
        "standing",
        _("standing zone"),
        (
            Ask("capacity", _("places"), 1, 5000),
            _length("width", _("width"), 50, 20_000),
            _length("depth", _("depth"), 50, 20_000),
        ),
        {"capacity": 20},
    ),
    Kind("seats", _("single seats")),
)
MARKS = (
    Kind("stage", _("stage"), _MARK),
    Kind("lectern", _("lectern"), _MARK),
    Kind("screen", _("screen"), _MARK),
    Kind("door", _("door"), _MARK),
    Kind("guests-door", _("guests’ door"), _MARK),
    Kind("window", _("window"), _MARK),
    Kind("steps", _("steps"), _MARK),
    Kind("pillar", _("pillar"), _MARK),
)
KINDS = {kind.key: kind for kind in (*TABLES, *MARKS)}
