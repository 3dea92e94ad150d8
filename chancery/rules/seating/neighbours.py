"""Who sits beside whom in a room."""

from collections.abc import Iterator, Mapping
from itertools import groupby, pairwise
from math import hypot

from chancery.rules.seating.room import Edge, Room, Seat, Shape, Unit

type Neighbours = Mapping[str, tuple[str, ...]]

CORNER_CM = 150.0
"""How far two chairs stand apart at most that meet at the corner of a table."""
_ENDS = (Edge.FIRST_END, Edge.SECOND_END)


def neighbours(room: Room) -> Neighbours:
    """
    Tell the seats beside each seat.

    Shape: ids of seats, in the order of the seats of their unit; nothing for a chair behind another one.
    An aisle parts a row, a round table closes, and at the corner of a table its end meets its side.
    """
    beside: dict[str, list[str]] = {seat.id: [] for seat in room.seats}
    for unit in room.units:
        for one, other in _pairs(unit, [room.seat_of[seat] for seat in unit.seats]):
            beside[one].append(other)
            beside[other].append(one)
    return {seat: tuple(dict.fromkeys(found)) for seat, found in beside.items()}


def _pairs(unit: Unit, seats: list[Seat]) -> Iterator[tuple[str, str]]:
    if unit.shape is Shape.STANDING:
        return
    if unit.shape is Shape.ROW:
        yield from _along_row(unit)
        return
    edges = [list(members) for _, members in groupby(seats, key=lambda seat: seat.edge)]
    for edge in edges:
        yield from ((one.id, other.id) for one, other in pairwise(edge))
    if unit.shape is Shape.ROUND and len(seats) > 2:
        yield seats[-1].id, seats[0].id
    yield from _at_corners(seats)


def _along_row(unit: Unit) -> Iterator[tuple[str, str]]:
    for number, (one, other) in enumerate(pairwise(unit.seats), 1):
        if number not in unit.aisles:
            yield one, other


def _at_corners(seats: list[Seat]) -> Iterator[tuple[str, str]]:
    """Each outer chair of an end with the nearest chair of every side that reaches its corner."""
    sides = {seat.edge for seat in seats}.difference(_ENDS)
    for end in _ENDS:
        chairs = [seat for seat in seats if seat.edge is end]
        for chair in dict.fromkeys([*chairs[:1], *chairs[-1:]]):
            for side in sorted(sides):
                nearest = min(
                    (seat for seat in seats if seat.edge is side), key=lambda seat: _apart(seat, chair)
                )
                if _apart(nearest, chair) <= CORNER_CM and _is_outer(chair, nearest, chairs):
                    yield chair.id, nearest.id


def _is_outer(chair: Seat, side: Seat, chairs: list[Seat]) -> bool:
    return all(_apart(chair, side) <= _apart(other, side) for other in chairs)


def _apart(one: Seat, other: Seat) -> float:
    return hypot(one.x - other.x, one.y - other.y)
