"""What a plan is measured by: the order of sitters, the honour of tables and seats, who sits beside whom."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain
from math import hypot

from chancery.rules.seating.neighbours import Neighbours, neighbours
from chancery.rules.seating.plan import Part, Placing, Problem, Sitter
from chancery.rules.seating.room import MarkKind, Room, Seat, Shape, Unit

HEAD_GAP = 10
"""How far the first table is below the head table: nobody leaves it for a wish of usual weight."""
HOSTS = frozenset({Part.HOST, Part.CO_HOST})
_HEADS = frozenset({Shape.HEAD, Shape.DAIS})
_TALKLESS = frozenset({Shape.ROW, Shape.STANDING})
NEAR_SHARE = 4
"""One seat in so many counts as near the way to the stage."""


type Seats = Mapping[str, tuple[str, ...]]
"""The seats of each unit that may be given; units as in the room."""


@dataclass(frozen=True)
class Grounds:
    """
    The measures of one problem.

    Shape: `order` are the ids of those who are placed by precedence, highest first; `weight` is what one step
    away from the own place counts for each: 3 for the first tenth, 2 for the first three tenths, else 1.
    `units` stand from the highest to the lowest; `level` is the distance of each from the highest, `ideal`
    that of the unit each sitter's place belongs to. `usable` are the seats that may be given, `hosts` those
    that belong to the hosts; `honour` counts the other seats of one unit from 0.
    `near` are the seats near the way to the stage. `common` is the language of the most, "" for none.
    """

    sitters: Mapping[str, Sitter]
    order: tuple[str, ...]
    weight: Mapping[str, int]
    units: tuple[Unit, ...]
    usable: Seats
    hosts: Placing
    level: Mapping[str, int]
    ideal: Mapping[str, int]
    honour: Mapping[str, int]
    beside: Neighbours
    near: frozenset[str]
    common: str
    seats: Mapping[str, Seat]


def grounds_of(problem: Problem) -> Grounds:
    """
    Tell what a plan of this problem is measured by.

    Shape: the same for any order of the sitters.
    Ties: equal places go by `number`; somebody without a place comes after all others.
    """
    usable = usable_seats(problem)
    units = units_by_honour(problem, usable)
    hosts = seats_of_hosts(problem, units, usable)
    guests = {
        unit.id: tuple(seat for seat in usable[unit.id] if seat not in hosts.values()) for unit in units
    }
    order = order_of(problem)
    level = _levels(units)
    return Grounds(
        sitters={sitter.id: sitter for sitter in problem.sitters},
        order=order,
        weight=_weights(order),
        units=units,
        usable=usable,
        hosts=hosts,
        level=level,
        ideal=_ideal(order, guests, level),
        honour={seat: number for own in guests.values() for number, seat in enumerate(own)},
        beside=neighbours(problem.room),
        near=_near_stage(problem.room),
        common=_common_language(problem),
        seats=problem.room.seat_of,
    )


def order_of(problem: Problem) -> tuple[str, ...]:
    """Tell who is placed by precedence, highest first; hosts and interpreters are placed by others."""
    ranked = (each for each in problem.sitters if each.part not in HOSTS and not each.interprets)
    return tuple(each.id for each in sorted(ranked, key=_rank))


def _rank(sitter: Sitter) -> tuple[bool, int, int]:
    return sitter.place is None, sitter.place or 0, sitter.number


def usable_seats(problem: Problem) -> Seats:
    """Tell the seats that may be given: neither blocked nor kept; a locked sitter has the own one."""
    held = {reserve.seat for reserve in problem.reserves}
    held |= {seat.id for seat in problem.room.seats if seat.is_blocked}
    held -= set(problem.locked.values())
    units = problem.room.units
    return {unit.id: tuple(seat for seat in unit.seats if seat not in held) for unit in units}


def units_by_honour(problem: Problem, seats: Seats) -> tuple[Unit, ...]:
    """Tell the rows and tables that can be used, the highest first: head tables, then the row of honour."""
    first = problem.settings.row_of_honour

    def rank(unit: Unit) -> tuple[bool, bool, int]:
        return unit.shape not in _HEADS, unit.shape is Shape.ROW and unit.number < first, unit.number

    return tuple(sorted((unit for unit in problem.room.units if seats[unit.id]), key=rank))


def seats_of_hosts(problem: Problem, units: tuple[Unit, ...], seats: Seats) -> dict[str, str]:
    """Give the host the first seat of the first table, and the co-host that of the second one (R66)."""
    hosts = sorted((each for each in problem.sitters if each.part in HOSTS), key=_host_rank)
    firsts = [seats[unit.id][0] for unit in units]
    if len(firsts) < len(hosts):
        firsts = [seat for unit in units for seat in seats[unit.id]]
    return {host.id: problem.locked.get(host.id, seat) for host, seat in zip(hosts, firsts, strict=False)}


def _host_rank(host: Sitter) -> tuple[bool, int]:
    return host.part is not Part.HOST, host.number


def has_talk(unit: Unit) -> bool:
    """Whether people talk with each other at it: at a table they do, in a row they listen."""
    return unit.shape not in _TALKLESS


def _weights(order: tuple[str, ...]) -> dict[str, int]:
    count = len(order)
    return {
        sitter: 3 if number * 10 < count else 2 if number * 10 < count * 3 else 1
        for number, sitter in enumerate(order)
    }


def _levels(units: tuple[Unit, ...]) -> dict[str, int]:
    """Rows lie two apart each; tables lie in rings, each as large as all rings within it."""
    heads = [unit for unit in units if unit.shape in _HEADS]
    below = units[len(heads) :]
    gap = HEAD_GAP if heads else 0
    levels = {unit.id: 0 for unit in heads}
    for number, unit in enumerate(below):
        levels[unit.id] = gap + (2 * number if unit.shape is Shape.ROW else number.bit_length())
    return levels


def _ideal(order: tuple[str, ...], seats: Seats, level: Mapping[str, int]) -> dict[str, int]:
    """Seats are filled from the highest unit on; who finds none belongs to the last one."""
    rooms = chain.from_iterable([level[unit]] * len(own) for unit, own in seats.items())
    last = max(level.values(), default=0)
    return {sitter: next(rooms, last) for sitter in order}


def _near_stage(room: Room) -> frozenset[str]:
    """The quarter of the seats nearest to the steps of the stage; to the stage where none are drawn."""
    for kind in (MarkKind.STEPS, MarkKind.STAGE, MarkKind.LECTERN):
        marks = [mark for mark in room.marks if mark.kind is kind]
        if marks:
            break
    else:
        return frozenset()
    seats = [seat for seat in room.seats if not seat.behind]

    def away(seat: Seat) -> tuple[float, str]:
        middle = [(mark.x + mark.width / 2, mark.y + mark.depth / 2) for mark in marks]
        return min(hypot(seat.x - x, seat.y - y) for x, y in middle), seat.id

    return frozenset(seat.id for seat in sorted(seats, key=away)[: -(-len(seats) // NEAR_SHARE)])


def _common_language(problem: Problem) -> str:
    """The language of more than half of those whose languages are known: it finds company at any table."""
    spoken = [sitter.languages for sitter in problem.sitters if sitter.languages]
    counts = Counter(chain.from_iterable(spoken))
    most = max(sorted(counts), key=lambda language: counts[language], default="")
    return most if counts[most] * 2 > len(spoken) else ""
