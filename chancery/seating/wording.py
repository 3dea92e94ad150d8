"""Tables, rows and seats in words, in the language that is active."""

import re

from django.utils.translation import gettext as _

from chancery.base.languages import listed
from chancery.rules.seating.room import Seat, Shape, Unit

# A label that is only a mark: “4”, “A”, “T12”, “B 3”. Anything longer is a name of its own.
_MARK = re.compile(r"\w{0,2}[ -]?\d{0,4}|\w{1,3}")


def is_mark(label: str) -> bool:
    """Whether a label is only a mark, which needs a word before it."""
    return bool(_MARK.fullmatch(label))


def unit_words(unit: Unit) -> str:
    """Table 4, row 2; a table or row with a name of its own goes by that name."""
    if not is_mark(unit.label):
        return unit.label
    if unit.shape is Shape.ROW:
        return _("Row %(row)s") % {"row": unit.label}
    if unit.shape is Shape.STANDING:
        return _("Zone %(zone)s") % {"zone": unit.label}
    return _("Table %(table)s") % {"table": unit.label}


def seat_words(seat: Seat) -> str:
    """Seat 12."""
    return _("Seat %(seat)s") % {"seat": seat.label}


def place_words(unit: Unit, seat: Seat) -> str:
    """Table 4, seat 12; where people stand, only the zone."""
    if unit.shape is Shape.STANDING:
        return unit_words(unit)
    return listed([unit_words(unit), _("seat %(seat)s") % {"seat": seat.label}])


def mark_of(unit: Unit, seat: Seat) -> str:
    """4 · 12: table and seat as a mark for the hand that lays a card."""
    return unit.label if unit.shape is Shape.STANDING else f"{unit.label} · {seat.label}"
