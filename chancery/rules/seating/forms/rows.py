"""Rows of chairs: from the middle or the centre aisle outward, row after row (R71, R73, R74, R77, R78)."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from chancery.rules.reasons import Reason, gettext_noop
from chancery.rules.seating.forms import sources
from chancery.rules.seating.forms.counting import Anchor, Spot, Wings, counted
from chancery.rules.seating.forms.geometry import ahead
from chancery.rules.seating.plan import Settings
from chancery.rules.seating.room import Room, Shape, Unit

MIDDLE = gettext_noop("Row %(unit)s, its middle: the first place of the row.")
_USUAL_ROWS = (2, 3, 4)
# How much wider than usual the way between two rows is where people pass.
_CROSS_AISLE = 1.4


def rows_by_honour(rows: Sequence[Unit], settings: Settings) -> tuple[Unit, ...]:
    """
    Rows from the highest to the lowest: that of honour, those behind it, then those before it (R74).

    Shape: a row of honour that the room does not have is the first one. Rows before the row of honour follow
    from the nearest to the stage's.
    """
    ordered = sorted(rows, key=lambda row: row.number)
    behind = [row for row in ordered if row.number >= settings.row_of_honour]
    before = [row for row in ordered if row.number < settings.row_of_honour]
    return (*behind, *reversed(before)) if behind else tuple(ordered)


@lru_cache(maxsize=2_000)
def places_in_row(row: Unit) -> tuple[Spot, ...]:
    """
    The places of one row from the highest to the lowest.

    Shape: an odd row without a centre aisle begins in its middle, then right, left; a row with a centre
    aisle, or an even one, begins at the right of its middle. Right is the sitters' own.
    Source: R71, R73; of two in the middle the right one, as for an even presidency.
    """
    wings = wings_of_row(row)
    spots = counted([wings])
    if not wings.seat:
        return spots
    middle = Reason(MIDDLE, {"unit": row.label}, rule="R71", source=sources.CENTRE_OUT)
    return (Spot(wings.seat, middle), *spots)


def wings_of_row(row: Unit) -> Wings:
    """The middle of a row with what is right and left of it."""
    seats = row.seats
    aisle = _centre_aisle(row)
    if aisle is None and len(seats) % 2:
        middle = len(seats) // 2
        right, left = seats[middle + 1 :], seats[:middle]
        return Wings(Anchor.CENTRE, seats[middle], right, left[::-1], row.label)
    middle = len(seats) // 2 if aisle is None else aisle
    return Wings(Anchor.AISLE, "", seats[middle:], seats[:middle][::-1], row.label)


def _centre_aisle(row: Unit) -> int | None:
    """The number of seats left of the aisle that parts the row into two halves, None where none does."""
    aisles = sorted(aisle for aisle in set(row.aisles) if 0 < aisle < len(row.seats))
    middle = aisles[len(aisles) // 2] if len(aisles) % 2 else 0
    halves = sorted((middle, len(row.seats) - middle))
    return middle if middle and 2 * halves[0] >= halves[1] else None


def places_in_rows(rows: Sequence[Unit]) -> tuple[Spot, ...]:
    """All places of rows that are in their order; each row begins again at its own middle (R71)."""
    return tuple(spot for row in rows for spot in places_in_row(row))


def rows_that_may_be_of_honour(room: Room) -> tuple[int, ...]:
    """
    Return the numbers of rows that may be the row of honour: where sight is best decides, for each venue.

    Shape: the second, third and fourth row and the first one behind a cross aisle, as far as there are such
    rows; the first one where there are no others.
    Source: R74.
    """
    rows = sorted((unit for unit in room.units if unit.shape is Shape.ROW), key=lambda row: row.number)
    usual = {row.number for row in rows if row.number in _USUAL_ROWS}
    found = sorted(usual | {row.number for row in _behind_cross_aisles(room, rows)})
    return tuple(found) or tuple(row.number for row in rows[:1])


def _behind_cross_aisles(room: Room, rows: Sequence[Unit]) -> list[Unit]:
    """Rows that stand clearly farther behind the row before them than rows of the hall usually do."""
    gaps = [
        ahead(room.seat_of[back.seats[0]], room.seat_of[front.seats[0]]) for front, back in pairwise(rows)
    ]
    if not gaps:
        return []
    usual = sorted(gaps)[(len(gaps) - 1) // 2]
    return [row for row, gap in zip(rows[1:], gaps, strict=True) if gap > _CROSS_AISLE * usual > 0]
