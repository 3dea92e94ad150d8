"""Tables, rows and seats as people speak of them, as phrases within a reason or alone."""

import re

from chancery.rules.reasons import Phrase, gettext_noop
from chancery.rules.seating.room import Room, Shape, Unit

# A label that is only a mark: “4”, “A”, “T12”, “B 3”. Anything longer is a name of its own.
_MARK = re.compile(r"\w{0,2}[ -]?\d{0,4}|\w{1,3}")

_ROW = gettext_noop("Row %(unit)s")
_ZONE = gettext_noop("Zone %(zone)s")
_TABLE = gettext_noop("Table %(table)s")
_SEAT_OF_ROW = gettext_noop("row %(unit)s, seat %(seat)s")
_SEAT_OF_TABLE = gettext_noop("table %(unit)s, seat %(seat)s")
_SEAT_OF_NAMED = gettext_noop("%(unit)s, seat %(seat)s")
_SEAT = gettext_noop("seat %(seat)s")


def is_mark(label: str) -> bool:
    """Tell whether a label is only a mark, which needs a word before it."""
    return bool(_MARK.fullmatch(label))


def unit_in_words(unit: Unit) -> str:
    """Tell a table or row as people speak of it: its own name, else Row 2, Table 5, Zone B."""
    label = unit.label or unit.id
    if not is_mark(label):
        return label
    if unit.shape is Shape.ROW:
        return Phrase(_ROW, unit=label)
    return Phrase(_ZONE, zone=label) if unit.shape is Shape.STANDING else Phrase(_TABLE, table=label)


def seat_in_words(room: Room, seat: str) -> str:
    """
    Tell a seat within a sentence: row 2, seat 5.

    Shape: only the zone where people stand; the id where the room does not know the seat.
    """
    found = room.seat_of.get(seat)
    unit = room.unit_of.get(found.unit) if found else None
    if found is None or unit is None:
        return Phrase(_SEAT, seat=found.label if found else seat)
    if unit.shape is Shape.STANDING:
        return unit_in_words(unit)
    label = unit.label or unit.id
    if not is_mark(label):
        return Phrase(_SEAT_OF_NAMED, unit=label, seat=found.label)
    return Phrase(_SEAT_OF_ROW if unit.shape is Shape.ROW else _SEAT_OF_TABLE, unit=label, seat=found.label)
