"""One table: where who presides sits, and how its places are counted from there (R52-R55, R67, R68, R78)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from chancery.rules.reasons import Reason, gettext_noop
from chancery.rules.seating.forms import sources
from chancery.rules.seating.forms.counting import Anchor, Spot, Wings, counted
from chancery.rules.seating.forms.geometry import (
    distance,
    is_opposite,
    middle_first,
    seats_of,
    to_the_right,
)
from chancery.rules.seating.plan import Settings, Style, System
from chancery.rules.seating.room import Edge, Room, Seat, Shape, Unit

INNER = gettext_noop("Table %(unit)s, place %(count)s of those counted after the outer side.")
END = gettext_noop("Table %(unit)s, at an end: ends stay empty as long as there are other places.")
FACING = gettext_noop(
    "Table %(unit)s, opposite who presides: this place stays empty as long as there are others."
)
_CLOSED = (Shape.LONG, Shape.ROUND)
_ENDS = (Edge.FIRST_END, Edge.SECOND_END)


@dataclass(frozen=True, slots=True)
class Table:
    """
    A table as its form counts it.

    Shape: `host` is the presidency, `opposite` the one across the table, None where the table has one only.
    `last` are places counted after all others of the table. A seat that may never be given stands nowhere.
    """

    unit: Unit
    host: Wings
    opposite: Wings | None = None
    last: tuple[Spot, ...] = ()

    def spots(self, system: System) -> tuple[Spot, ...]:
        """The places from the highest to the lowest, without the presidencies."""
        wings = [self.host, self.opposite] if self.opposite else [self.host]
        late = {spot.seat for spot in self.last}
        return (*(spot for spot in counted(wings, system) if spot.seat not in late), *self.last)


def table_of(room: Room, unit: Unit, settings: Settings, *, is_alone: bool = True) -> Table:
    """
    Lay a table by its form.

    Shape: `is_alone` asks for a presidency opposite where the system has one; a table among several has only
    its head.
    Errors: ValueError for a unit without a seat that may be given.
    Source: R52-R55, R66-R68, R78.
    """
    if unit.shape in _CLOSED:
        return _closed(room, unit, settings, is_alone=is_alone)
    return _open(room, unit)


def _closed(room: Room, unit: Unit, settings: Settings, *, is_alone: bool) -> Table:
    ring = list(seats_of(room, unit))
    host = _host_of(room, unit, settings)
    if not is_alone or settings.system is System.ONE_PRESIDENCY:
        return _with_one(room, unit, ring, host, Anchor.HOST if is_alone else Anchor.HEAD)
    facing = _opposite(room, unit, ring, host, settings)
    if facing is None:
        return _with_one(room, unit, ring, host, Anchor.HOST)
    table = Table(
        unit,
        _wings(Anchor.HOST, ring, host, facing, unit),
        _wings(Anchor.CO_HOST, ring, facing, host, unit),
    )
    if settings.system is not System.HONOUR_OPPOSITE:
        return table
    ends = tuple(spot for spot in table.spots(settings.system) if room.seat_of[spot.seat].edge in _ENDS)
    late = tuple(_late(spot.seat, END, unit, "R55", sources.ONE_PRESIDENCY) for spot in ends)
    return Table(unit, table.host, table.opposite, late)


def _with_one(room: Room, unit: Unit, ring: Sequence[Seat], host: Seat, anchor: Anchor) -> Table:
    """One presidency: both hands go round to the place opposite, which stays empty if it can (R55)."""
    facing = next((seat for seat in ring if is_opposite(host, seat)), None)
    at = ring.index(host)
    turned = [*ring[at + 1 :], *ring[:at]]
    half = (len(turned) + 1) // 2
    right, left = turned[:half], turned[half:][::-1]
    ids = [tuple(seat.id for seat in hand if not seat.is_blocked) for hand in (right, left)]
    wings = Wings(anchor, host.id, ids[0], ids[1], unit.label)
    if anchor is Anchor.HEAD or facing is None or facing.is_blocked:
        return Table(unit, wings)
    return Table(unit, wings, last=(_late(facing.id, FACING, unit, "R55", sources.ONE_PRESIDENCY),))


def _late(seat: str, sentence: str, unit: Unit, rule: str, source: str, count: int = 1) -> Spot:
    return Spot(seat, Reason(sentence, {"unit": unit.label, "count": str(count)}, rule=rule, source=source))


def _wings(anchor: Anchor, ring: Sequence[Seat], seat: Seat, other: Seat, unit: Unit) -> Wings:
    """What is between two presidencies on either hand of one of them."""
    at, end = ring.index(seat), ring.index(other)
    size = len(ring)
    right = [ring[(at + step) % size] for step in range(1, (end - at) % size)]
    left = [ring[(at - step) % size] for step in range(1, (at - end) % size)]
    return Wings(anchor, seat.id, _free(right), _free(left), unit.label)


def _free(seats: Iterable[Seat]) -> tuple[str, ...]:
    return tuple(seat.id for seat in seats if not seat.is_blocked)


def _host_of(room: Room, unit: Unit, settings: Settings) -> Seat:
    """The seat of who presides: French in the middle of a side, English at an end (R53)."""
    ring = seats_of(room, unit)
    if unit.shape is Shape.ROUND:
        return next(seat for seat in ring if not seat.is_blocked)
    ends = seats_of(room, unit, Edge.FIRST_END)
    side = ends if settings.style is Style.ENGLISH and ends else seats_of(room, unit, Edge.FIRST_SIDE)
    return next(seat for seat in (*middle_first(side), *ring) if not seat.is_blocked)


def _opposite(room: Room, unit: Unit, ring: Sequence[Seat], host: Seat, settings: Settings) -> Seat | None:
    """
    The seat of the other presidency: opposite, or one place to its left where women and men alternate.

    With an even number of places between both the two would have neighbours of one sex (R61).
    """
    at = ring.index(host)
    across = [seat for seat in ring if is_opposite(host, seat)]
    facing = across[0] if across else ring[(at + len(ring) // 2) % len(ring)]
    end = ring.index(facing)
    if settings.alternates and len(ring) % 2 == 0 and (end - at) % 2 == 0:
        end -= 1
    free = [seat for seat in (ring[end], *ring[end:], *ring[:end]) if not seat.is_blocked and seat != host]
    return free[0] if free else None


def _open(room: Room, unit: Unit) -> Table:
    """A table that is open towards the room: the presidency in the middle of its outer side (R68, R78)."""
    outer = seats_of(room, unit, Edge.OUTER, Edge.ONLY) or seats_of(room, unit)
    host = next(seat for seat in (*middle_first(outer), *seats_of(room, unit)) if not seat.is_blocked)
    at = outer.index(host) if host in outer else 0
    wings = Wings(Anchor.HOST, host.id, _free(outer[at + 1 :]), _free(outer[:at][::-1]), unit.label)
    rest = [seat for seat in seats_of(room, unit) if seat not in outer and not seat.is_blocked]
    rest = [seat for seat in rest if not is_opposite(host, seat)]
    rest.sort(key=lambda seat: (round(distance(host, seat)), -to_the_right(host, seat), seat.id))
    late = (
        _late(seat.id, INNER, unit, "R68", sources.TABLE_TYPES, count)
        for count, seat in enumerate(rest, start=1)
    )
    return Table(unit, wings, last=tuple(late))
