"""One table: where who presides sits, and how its places are counted from there (R52-R55, R67, R68, R78)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

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
from chancery.rules.seating.honour import Honour, end_of_host, seat_of_host, side_of_host
from chancery.rules.seating.naming import unit_in_words
from chancery.rules.seating.plan import Settings, Style, System
from chancery.rules.seating.room import Edge, Room, Seat, Shape, Unit

INNER = gettext_noop("%(unit)s, place %(count)s of those counted after the outer side.")
END = gettext_noop("%(unit)s, at an end: ends stay empty as long as there are other places.")
FACING = gettext_noop("%(unit)s, opposite who presides: this place stays empty as long as there are others.")
_CLOSED = (Shape.LONG, Shape.ROUND)
_ENDS = (Edge.FIRST_END, Edge.SECOND_END)


@dataclass(frozen=True, slots=True)
class Table:
    """
    A table as its form counts it.

    Shape: `host` is the presidency, `opposite` the one across the table, None where the table has one only.
    `last` are places counted after all others of the table. A seat that may never be given stands nowhere.
    `is_moved` tells that the one opposite moved one place to the left (R61); `decided` is what the doors of
    the room decided about the presidency, None where its form leaves nothing to decide.
    """

    unit: Unit
    host: Wings
    opposite: Wings | None = None
    last: tuple[Spot, ...] = ()
    is_moved: bool = False
    decided: Reason | None = None

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
    ring = seats_of(room, unit)
    host, decided = _host_of(room, unit, settings)
    facing = _opposite(ring, host) if is_alone and settings.system is not System.ONE_PRESIDENCY else None
    if facing is None:
        return replace(_with_one(unit, ring, host, Anchor.HOST if is_alone else Anchor.HEAD), decided=decided)
    opposite = _moved(ring, host, facing) if settings.alternates else facing
    table = Table(
        unit,
        _wings(Anchor.HOST, ring, host, opposite, unit),
        _wings(Anchor.CO_HOST, ring, opposite, host, unit),
        is_moved=opposite is not facing,
        decided=decided,
    )
    if settings.system not in (System.HONOUR_OPPOSITE, System.TWO_DELEGATIONS):
        return table
    ends = (spot for spot in table.spots(settings.system) if room.seat_of[spot.seat].edge in _ENDS)
    late = (_late(spot.seat, END, unit, "R55", sources.ONE_PRESIDENCY) for spot in ends)
    return replace(table, last=tuple(late))


def _with_one(unit: Unit, ring: Sequence[Seat], host: Seat, anchor: Anchor) -> Table:
    """One presidency: both hands go round to the place opposite, which stays empty if it can (R55)."""
    facing = next((seat for seat in ring if is_opposite(host, seat)), None)
    at = ring.index(host)
    turned = [*ring[at + 1 :], *ring[:at]]
    half = (len(turned) + 1) // 2
    right, left = turned[:half], turned[half:][::-1]
    ids = [tuple(seat.id for seat in hand if not seat.is_blocked) for hand in (right, left)]
    wings = Wings(anchor, host.id, ids[0], ids[1], unit_in_words(unit))
    if anchor is Anchor.HEAD or facing is None or facing.is_blocked:
        return Table(unit, wings)
    return Table(unit, wings, last=(_late(facing.id, FACING, unit, "R55", sources.ONE_PRESIDENCY),))


def _late(seat: str, sentence: str, unit: Unit, rule: str, source: str, count: int = 1) -> Spot:
    return Spot(
        seat, Reason(sentence, {"unit": unit_in_words(unit), "count": str(count)}, rule=rule, source=source)
    )


def _wings(anchor: Anchor, ring: Sequence[Seat], seat: Seat, other: Seat, unit: Unit) -> Wings:
    """What is between two presidencies on either hand of one of them."""
    at, end = ring.index(seat), ring.index(other)
    size = len(ring)
    right = [ring[(at + step) % size] for step in range(1, (end - at) % size)]
    left = [ring[(at - step) % size] for step in range(1, (at - end) % size)]
    return Wings(anchor, seat.id, _free(right), _free(left), unit_in_words(unit))


def _free(seats: Iterable[Seat]) -> tuple[str, ...]:
    return tuple(seat.id for seat in seats if not seat.is_blocked)


def _host_of(room: Room, unit: Unit, settings: Settings) -> tuple[Seat, Reason]:
    """The seat of who presides, and what decided it: the doors, as far as they are drawn (R52, R53)."""
    ring = seats_of(room, unit)
    if unit.shape is Shape.ROUND:
        seat = seat_of_host(room, unit)
        return (room.seat_of[seat.where] if seat.where else _usable(ring)), seat.reason
    edge = _edge_of_host(room, unit, settings)
    side = seats_of(room, unit, edge.where) if edge.where else ()
    return _usable((*middle_first(side), *ring)), edge.reason


def _edge_of_host(room: Room, unit: Unit, settings: Settings) -> Honour[Edge]:
    """French in the middle of a side, English at an end; the first one where the doors leave it open."""
    if settings.style is Style.ENGLISH and seats_of(room, unit, *_ENDS):
        end, usual = end_of_host(room, unit), Edge.FIRST_END
    else:
        end, usual = side_of_host(room, unit), Edge.FIRST_SIDE
    has_usual = bool(seats_of(room, unit, usual))
    return Honour(end.where or (usual if has_usual else None), end.reason)


def _usable(seats: Iterable[Seat]) -> Seat:
    """The first seat that may be given; a table without any is not laid."""
    return next(seat for seat in seats if not seat.is_blocked)


def _opposite(ring: Sequence[Seat], host: Seat) -> Seat | None:
    """The seat across the table, else the next one that may be given; None where the host sits alone."""
    at = ring.index(host)
    across = next((seat for seat in ring if is_opposite(host, seat)), ring[(at + len(ring) // 2) % len(ring)])
    end = ring.index(across)
    free = (seat for seat in (*ring[end:], *ring[:end]) if not seat.is_blocked and seat is not host)
    return next(free, None)


def _moved(ring: Sequence[Seat], host: Seat, facing: Seat) -> Seat:
    """
    The seat opposite, or the one at its left, so that women and men can alternate (R61).

    With an odd number of places between both, the two hosts would have neighbours of one sex.
    """
    end = ring.index(facing)
    beside = ring[end - 1]
    is_even = len(ring) % 2 == 0 and (end - ring.index(host)) % 2 == 0
    return beside if is_even and not beside.is_blocked and beside is not host else facing


def _open(room: Room, unit: Unit) -> Table:
    """A table that is open towards the room: the presidency in the middle of its outer side (R68, R78)."""
    outer = seats_of(room, unit, Edge.OUTER, Edge.ONLY) or seats_of(room, unit)
    host = _usable((*middle_first(outer), *seats_of(room, unit)))
    at = outer.index(host) if host in outer else 0
    wings = Wings(Anchor.HOST, host.id, _free(outer[at + 1 :]), _free(outer[:at][::-1]), unit_in_words(unit))
    rest = [seat for seat in seats_of(room, unit) if seat not in outer and not seat.is_blocked]
    rest = [seat for seat in rest if not is_opposite(host, seat)]
    rest.sort(key=lambda seat: (round(distance(host, seat)), -to_the_right(host, seat), seat.id))
    late = (
        _late(seat.id, INNER, unit, "R68", sources.TABLE_TYPES, count)
        for count, seat in enumerate(rest, start=1)
    )
    return Table(unit, wings, last=tuple(late))
