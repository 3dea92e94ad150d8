"""Which seat is beside, opposite and in the middle: read off the drawing of a room."""

from collections.abc import Sequence
from math import cos, hypot, radians, sin

from chancery.rules.seating.room import Edge, Room, Seat, Unit

# Half the width of a place: a seat within it stands before another one.
_HALF_A_PLACE = 40.0


def seats_of(room: Room, unit: Unit, *edges: Edge) -> tuple[Seat, ...]:
    """The seats of a row or table, or those on some of its edges, in their order at the table."""
    seats = (room.seat_of[seat] for seat in unit.seats)
    return tuple(seat for seat in seats if not edges or seat.edge in edges)


def middle_first(seats: Sequence[Seat]) -> tuple[Seat, ...]:
    """Seats of one edge from its middle outward; of two at one distance the right one first (R52)."""
    middle = (len(seats) - 1) / 2
    outward = sorted(range(len(seats)), key=lambda index: (abs(index - middle), -index))
    return tuple(seats[index] for index in outward)


def ahead(seat: Seat, other: Seat) -> float:
    """How far another seat is before somebody who looks straight on, in centimetres; negative behind."""
    angle = radians(seat.facing)
    return (other.x - seat.x) * sin(angle) - (other.y - seat.y) * cos(angle)


def to_the_right(seat: Seat, other: Seat) -> float:
    """How far another seat is to the right hand of somebody, in centimetres; negative to the left."""
    angle = radians(seat.facing)
    return (other.x - seat.x) * cos(angle) + (other.y - seat.y) * sin(angle)


def distance(seat: Seat, other: Seat) -> float:
    """How far two seats are apart, in centimetres."""
    return hypot(seat.x - other.x, seat.y - other.y)


def is_opposite(seat: Seat, other: Seat) -> bool:
    """Whether somebody looks another one in the face across the table (R68)."""
    looks_back = cos(radians(seat.facing - other.facing)) < -0.7
    return looks_back and ahead(seat, other) > 0 and abs(to_the_right(seat, other)) < _HALF_A_PLACE
