"""Round tables and sitters, made as tests need them."""

from math import cos, pi, sin

from chancery.rules.seating.plan import Sitter
from chancery.rules.seating.room import Room, Seat, Shape, Unit


def round_tables(*sizes: int, heads: int = 0) -> Room:
    """Tables with so many seats each, T1 the highest; the first `heads` of them are head tables."""
    units, seats = [], []
    for number, size in enumerate(sizes, 1):
        ids = tuple(f"T{number}-{seat}" for seat in range(1, size + 1))
        shape = Shape.HEAD if number <= heads else Shape.ROUND
        units.append(Unit(f"T{number}", shape, str(number), number, ids))
        for place, seat in enumerate(ids):
            angle = 2 * pi * place / size
            x, y = 400.0 * number + 110 * sin(angle), 300 - 110 * cos(angle)
            seats.append(
                Seat(seat, f"T{number}", str(place + 1), place, x, y, (180 + 360 * place / size) % 360)
            )
    return Room(400.0 * len(sizes) + 400, 600.0, tuple(units), tuple(seats))


def sitter(number: int, **facts: object) -> Sitter:
    """A guest of that place, with the id of the number."""
    return Sitter(
        **{"id": f"g{number}", "name": f"Guest {number}", "number": number, "place": number} | facts
    )  # type: ignore[arg-type]  # facts are named by the test


def sitters(count: int) -> tuple[Sitter, ...]:
    """Guests from the first place to the last."""
    return tuple(sitter(number) for number in range(1, count + 1))
