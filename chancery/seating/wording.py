"""Tables, rows and seats in words, in the language that is active."""

from django.utils.translation import gettext as _

from chancery.base.languages import listed
from chancery.base.reasons import in_words
from chancery.rules.reasons import Reason
from chancery.rules.seating.naming import seat_in_words, unit_in_words
from chancery.rules.seating.room import Room, Seat, Shape, Unit


def unit_words(unit: Unit) -> str:
    """Table 4, Row 2; a table or row with a name of its own goes by that name."""
    return _said(unit_in_words(unit))


def where_words(room: Room, seat: str) -> str:
    """The seat with this id within a sentence: row 2, seat 5; nothing for none."""
    return _said(seat_in_words(room, seat)) if seat else ""


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


def _said(phrase: str) -> str:
    return in_words(Reason("%(words)s", {"words": phrase}))
