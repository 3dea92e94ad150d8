"""Which side, end, row and half is that of honour, as far as the drawing tells (R52, R53, R73-R75)."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from chancery.rules.reasons import Reason, gettext_noop
from chancery.rules.seating.room import Edge, Mark, MarkKind, Room, Seat, Shape, Unit

type Point = tuple[float, float]

FACES: Final = 60.0
"""Degrees from straight ahead up to which a sitter faces something; what lies farther off is at the side."""

_NO_DOOR = gettext_noop("No door is drawn, so it is not known which place faces it.")
_MANY_DOORS = gettext_noop("Several doors are drawn and none is that of the guests; mark the guests' door.")
_MARKED = gettext_noop("Guests come in by the door that is marked as theirs.")
_ONLY_DOOR = gettext_noop("Guests come in by the only door that is drawn.")
_NO_WINDOW = gettext_noop(
    "The door is at the side of table %(table)s and no window is drawn; the office decides."
)
_FACES_DOOR = gettext_noop("The host of table %(table)s faces the door by which guests come in.")
_FACES_WINDOW = gettext_noop("The door is at the side of table %(table)s, so the host faces the window.")
_WINDOW_ASIDE = gettext_noop("Door and window are both at the side of table %(table)s; the office decides.")
_ENGLISH = gettext_noop(
    "The host sits at the end of table %(table)s that faces the door by which guests come in."
)
_NO_SEATS = gettext_noop("Table %(table)s has no seats between which the door could decide.")
_NO_STAGE = gettext_noop("Neither stage nor lectern is drawn, so it is not known how well a row sees.")
_FIRST_ROW = gettext_noop("Row %(row)s is the first from which every seat sees the stage.")
_FIRST_UNSEEN = gettext_noop(
    "A pillar hides the stage from some seats of each row; row %(row)s is the first."
)
_NO_ROWS = gettext_noop("The room has no rows.")
_RIGHT_HALF = gettext_noop("In rows the right half, as one faces the stage, comes first.")
_DOOR_AT_RIGHT = gettext_noop(
    "The guests' door opens into the right half, where people pass; "
    "the office decides which half is that of honour."
)
_STEPS = gettext_noop("The way to the stage is by the steps.")
_NEAR_LECTERN = gettext_noop("No steps are drawn; the way is counted to the lectern.")
_NEAR_STAGE = gettext_noop("Neither steps nor lectern are drawn; the way is counted to the stage.")
_NO_WAY = gettext_noop("No stage is drawn, so there is no way to it.")


class Half(StrEnum):
    """A half of the room, as one faces the stage."""

    RIGHT = "right"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Honour[Where]:
    """What the drawing decides, None for what it leaves open, and why."""

    where: Where | None
    reason: Reason


def side_of_host(room: Room, table: Unit) -> Honour[Edge]:
    """
    Return the long side on which the host sits: it faces the guests' door, else the window.

    Ties: a door exactly at the side faces neither side; without a window it stays open.
    Source: R52, R53 in docs/rules/seating-rooms.md.
    """
    return _edge(room, table, (Edge.FIRST_SIDE, Edge.SECOND_SIDE), _FACES_DOOR)


def end_of_host(room: Room, table: Unit) -> Honour[Edge]:
    """Return the end of the table at which the host sits in the English style (R53)."""
    return _edge(room, table, (Edge.FIRST_END, Edge.SECOND_END), _ENGLISH)


def seat_of_host(room: Room, table: Unit) -> Honour[str]:
    """Return the seat of a round table that faces the guests' door best (R52, R67); ties: the first seat."""
    door, reason = guests_door(room)
    seats = _usable(room, table)
    if door is None:
        return Honour(None, reason)
    if not seats:
        return Honour(None, _open(_NO_SEATS, "R52", table=table.label))
    best = min(seats, key=lambda seat: (round(_aside(seat, (door.x, door.y)), 1), seats.index(seat)))
    return Honour(best.id, Reason(_FACES_DOOR, {"table": table.label}, "R52"))


def row_of_honour(room: Room) -> Honour[int]:
    """
    Return the number of the first row in which every seat that may be used sees the stage.

    Ties: where pillars hide it from some seat of every row, the first row. The office may set another (R74).
    """
    rows = [unit for unit in room.units if unit.shape == Shape.ROW]
    if not rows:
        return Honour(None, _open(_NO_ROWS, "R74"))
    target = _looked_at(room)
    if target is None:
        return Honour(None, _open(_NO_STAGE, "R74"))
    numbers = sorted({row.number for row in rows})
    for number in numbers:
        seats = [seat for row in rows if row.number == number for seat in _usable(room, row)]
        if seats and not any(_is_hidden(room, seat, target) for seat in seats):
            return Honour(number, Reason(_FIRST_ROW, {"row": str(number)}, "R74"))
    return Honour(numbers[0], Reason(_FIRST_UNSEEN, {"row": str(numbers[0])}, "R74"))


def half_of_honour(room: Room) -> Honour[Half]:
    """
    Return the half of a hall that is of honour, as one faces the stage.

    Shape: the right one (R73); open where the guests' door stands beside it, because doors decide (R74).
    """
    seats = [seat for seat in room.seats if not seat.behind and room.unit_of[seat.unit].shape == Shape.ROW]
    if not seats:
        return Honour(None, _open(_NO_ROWS, "R73"))
    door, _reason = guests_door(room)
    if door is not None and _is_beside_right(seats, door):
        return Honour(None, _open(_DOOR_AT_RIGHT, "R74"))
    return Honour(Half.RIGHT, Reason(_RIGHT_HALF, {}, "R73"))


def way_to_stage(room: Room) -> Honour[Point]:
    """Return the point to which speakers go: steps, else lectern, else stage (R75); ties: the first drawn."""
    for kind, words in (
        (MarkKind.STEPS, _STEPS),
        (MarkKind.LECTERN, _NEAR_LECTERN),
        (MarkKind.STAGE, _NEAR_STAGE),
    ):
        if found := _marks(room, kind):
            return Honour((found[0].x, found[0].y), Reason(words, {}, "R75"))
    return Honour(None, _open(_NO_WAY, "R75"))


def guests_door(room: Room) -> tuple[Mark | None, Reason]:
    """Return the door by which guests come in: that marked so, or the only one; or None and why."""
    marked, doors = _marks(room, MarkKind.GUESTS_DOOR), _marks(room, MarkKind.DOOR)
    found = marked or doors
    if not found:
        return None, _open(_NO_DOOR, "R52")
    if len(found) > 1:
        return None, _open(_MANY_DOORS, "R52")
    return found[0], Reason(_MARKED if marked else _ONLY_DOOR, {}, "R53")


def _edge(room: Room, table: Unit, edges: tuple[Edge, Edge], words: str) -> Honour[Edge]:
    seats = [seat for seat in map(room.seat_of.__getitem__, table.seats) if seat.edge in edges]
    if len({seat.edge for seat in seats}) < 2:
        return Honour(None, _open(_NO_SEATS, "R53", table=table.label))
    door, reason = guests_door(room)
    if door is None:
        return Honour(None, reason)
    if found := _facing(seats, [door]):
        return Honour(found, Reason(words, {"table": table.label}, "R53"))
    windows = _marks(room, MarkKind.WINDOW)
    if not windows:
        return Honour(None, _open(_NO_WINDOW, "R52", table=table.label))
    if found := _facing(seats, windows):
        return Honour(found, Reason(_FACES_WINDOW, {"table": table.label}, "R52"))
    return Honour(None, _open(_WINDOW_ASIDE, "R52", table=table.label))


def _facing(seats: Sequence[Seat], marks: Sequence[Mark]) -> Edge | None:
    """The edge whose sitters face one of the marks, None where none does or marks stand on both sides."""
    middle = _middle(seats)
    faced = {
        seat.edge
        for mark in marks
        for seat in seats
        if _between(seat.facing, _direction(middle, (mark.x, mark.y))) < FACES
    }
    return faced.pop() if len(faced) == 1 else None


def _is_beside_right(seats: Sequence[Seat], door: Mark) -> bool:
    """Whether the door lies at the right hand of the middle of the rows, nearer the side than the back."""
    middle = _middle(seats)
    ahead = seats[len(seats) // 2].facing
    return _between(ahead + 90, _direction(middle, (door.x, door.y))) <= 45


def _looked_at(room: Room) -> Point | None:
    found = _marks(room, MarkKind.LECTERN) or _marks(room, MarkKind.STAGE)
    return (found[0].x, found[0].y) if found else None


def _is_hidden(room: Room, seat: Seat, target: Point) -> bool:
    return any(_crosses((seat.x, seat.y), target, pillar) for pillar in _marks(room, MarkKind.PILLAR))


def _crosses(start: Point, end: Point, mark: Mark) -> bool:
    """Whether a line runs through a mark, seen as the circle within its smaller side."""
    (ax, ay), (bx, by) = start, end
    length = math.hypot(bx - ax, by - ay)
    if length == 0:
        return False
    share = ((mark.x - ax) * (bx - ax) + (mark.y - ay) * (by - ay)) / length**2
    near = min(1.0, max(0.0, share))
    gap = math.hypot(ax + near * (bx - ax) - mark.x, ay + near * (by - ay) - mark.y)
    return gap < min(mark.width, mark.depth) / 2


def _usable(room: Room, unit: Unit) -> list[Seat]:
    return [seat for seat in map(room.seat_of.__getitem__, unit.seats) if not seat.is_blocked]


def _marks(room: Room, kind: MarkKind) -> list[Mark]:
    return [mark for mark in room.marks if mark.kind == kind]


def _middle(seats: Sequence[Seat]) -> Point:
    return sum(seat.x for seat in seats) / len(seats), sum(seat.y for seat in seats) / len(seats)


def _aside(seat: Seat, point: Point) -> float:
    """How many degrees off straight ahead a point is for a sitter."""
    return _between(seat.facing, _direction((seat.x, seat.y), point))


def _direction(start: Point, end: Point) -> float:
    """Degrees clockwise from the top of the drawing."""
    return math.degrees(math.atan2(end[0] - start[0], start[1] - end[1]))


def _between(one: float, other: float) -> float:
    return abs((one - other + 180) % 360 - 180)


def _open(template: str, rule: str, **values: str) -> Reason:
    return Reason(template, values, rule, is_open=True)
