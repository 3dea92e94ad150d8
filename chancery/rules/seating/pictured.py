"""Who stands where on a photograph of a row or a table, from left to right (R105)."""

from collections.abc import Sequence
from math import cos, radians, sin

from chancery.rules.seating.room import Room, Seat, Shape, Unit


def left_to_right(room: Room, unit: Unit, *, is_from_behind: bool = False) -> tuple[str, ...]:
    """
    Return the seats of a row or table as a photographer has them from left to right.

    Shape: each seat of the unit once, chairs behind others left out. The photographer looks those in the face
    whom most sitters look like: of a row the whole row, of a table the first side; `is_from_behind` turns it.
    A round table, about which people look everywhere, is seen from the foot of the drawing.
    Ties: who sits nearer comes first, then by the order of the seats.
    Source: R105.
    """
    seats = [room.seat_of[seat] for seat in unit.seats]
    if not seats:
        return ()
    x, y = _eyes(unit, seats)
    if is_from_behind:
        x, y = -x, -y
    # The photographer looks against the sitters: at the right hand is what they have at their left.
    right = (y, -x)
    order = {seat.id: number for number, seat in enumerate(seats)}

    def place(seat: Seat) -> tuple[float, float, int]:
        across = seat.x * right[0] + seat.y * right[1]
        near = seat.x * x + seat.y * y
        return round(across, 1), -round(near, 1), order[seat.id]

    return tuple(seat.id for seat in sorted(seats, key=place))


def _eyes(unit: Unit, seats: Sequence[Seat]) -> tuple[float, float]:
    """The direction in which those look who are seen in the face: towards the foot where all cancel out."""
    first = [seat for seat in seats if seat.edge == seats[0].edge] if unit.shape is not Shape.ROUND else []
    x = sum(sin(radians(seat.facing)) for seat in first)
    y = sum(-cos(radians(seat.facing)) for seat in first)
    length = (x * x + y * y) ** 0.5
    return (x / length, y / length) if length > 0.1 else (0.0, 1.0)
