"""Small halls for the tests of the search: rows of chairs, couples, delegations, people kept apart."""

from dataclasses import replace

from hypothesis import strategies as st

from chancery.rules.seating.plan import Couples, Problem, Settings, Sitter, Wish, WishKind
from chancery.rules.seating.room import Room, Seat, Shape, Unit


def hall(rows: int, seats: int, *, wheelchair_rows: frozenset[int] = frozenset()) -> Room:
    """Rows `A-1`, `A-2` … with seats `A-1-1` … from the sitters' own left, at the stage first."""
    units, chairs = [], []
    for row in range(1, rows + 1):
        ids = tuple(f"A-{row}-{seat}" for seat in range(1, seats + 1))
        units.append(Unit(f"A-{row}", Shape.ROW, str(row), row, ids))
        chairs += [
            Seat(
                each,
                f"A-{row}",
                str(at + 1),
                at,
                55.0 * at,
                90.0 * row,
                0.0,
                is_wheelchair=row in wheelchair_rows,
            )
            for at, each in enumerate(ids)
        ]
    return Room(55.0 * seats, 90.0 * rows, tuple(units), tuple(chairs))


def guests(count: int) -> tuple[Sitter, ...]:
    """g1, g2 … in order of precedence."""
    return tuple(Sitter(f"g{at}", f"Guest {at}", at, at) for at in range(1, count + 1))


def row_of(seat: str) -> int:
    """The number of the row of a seat."""
    return int(seat.split("-")[1])


def apart(one: str, other: str) -> Wish:
    """A rule that keeps two in different rows."""
    return Wish(f"apart-{one}-{other}", WishKind.APART, (one, other), is_hard=True)


@st.composite
def problems(draw: st.DrawFn) -> Problem:
    """Halls of up to three rows of up to five seats with room for everybody and rules that can be kept."""
    rows, seats = draw(st.integers(2, 3)), draw(st.integers(3, 5))
    everybody = list(guests(draw(st.integers(3, rows * seats - rows))))
    for first in range(0, draw(st.integers(0, len(everybody) // 3)) * 2, 2):
        one, other = everybody[first], everybody[first + 1]
        everybody[first] = replace(one, partner=other.id)
        everybody[first + 1] = replace(other, partner=one.id)
    delegation = draw(st.sets(st.integers(0, len(everybody) - 1), max_size=3))
    everybody = [
        replace(each, delegation="D") if at in delegation else each for at, each in enumerate(everybody)
    ]
    wishes = (apart("g1", f"g{len(everybody)}"),) if draw(st.booleans()) and len(everybody) > 4 else ()
    couples = draw(st.sampled_from([Couples.FREE, Couples.TOGETHER, Couples.NEXT_NUMBER]))
    locked = {"g2": "A-2-1"} if draw(st.booleans()) else {}
    return Problem(hall(rows, seats), tuple(everybody), Settings(couples=couples), wishes, locked)
