"""What a plan is measured by: the order of sitters, the honour of tables and seats, who sits beside whom."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain
from math import hypot

from chancery.rules.seating.forms.places import places_of_honour, seats_of_hosts
from chancery.rules.seating.forms.rows import places_in_row, rows_by_honour
from chancery.rules.seating.honour import way_to_stage
from chancery.rules.seating.neighbours import Neighbours, neighbours
from chancery.rules.seating.plan import Part, Placing, Problem, Sitter
from chancery.rules.seating.room import Room, Seat, Shape, Unit

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
    `chairs` are the chairs of interpreters by the seats in front of them.
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
    chairs: Mapping[str, str]


def grounds_of(problem: Problem) -> Grounds:
    """
    Tell what a plan of this problem is measured by.

    Shape: the same for any order of the sitters.
    Ties: equal places go by `number`; somebody without a place comes after all others.
    """
    usable = usable_seats(problem)
    units = units_by_honour(problem, usable)
    hosts = hosts_seated(problem, usable)
    guests = _guests_seats(problem, units, usable, hosts)
    order = tuple(each for each in order_of(problem) if each not in hosts)
    level = _levels(units)
    return Grounds(
        sitters={sitter.id: sitter for sitter in problem.sitters},
        order=order,
        weight=_weights(_places(problem, order)),
        units=units,
        usable=usable,
        hosts=hosts,
        level=level,
        ideal=_ideal(_places(problem, order), guests, level),
        honour={seat: number for own in guests.values() for number, seat in enumerate(own)},
        beside=neighbours(problem.room),
        near=_near_stage(problem.room),
        common=_common_language(problem),
        seats=problem.room.seat_of,
        chairs={seat.behind: seat.id for seat in problem.room.seats if seat.behind and not seat.is_blocked},
    )


def _guests_seats(
    problem: Problem, units: tuple[Unit, ...], seats: Seats, hosts: Placing
) -> dict[str, tuple[str, ...]]:
    """The seats of each unit but those of hosts; the highest first (R52, R54, R71, R73)."""
    taken = set(hosts.values())
    rows = rows_by_honour([unit for unit in units if unit.shape is Shape.ROW], problem.settings)
    rank = _rank_at_tables(problem)
    rank |= {spot.seat: number for row in rows for number, spot in enumerate(places_in_row(row))}
    return {
        unit.id: tuple(
            sorted(
                (each for each in seats[unit.id] if each not in taken),
                key=lambda each: rank.get(each, len(rank)),
            )
        )
        for unit in units
    }


def _places(problem: Problem, order: tuple[str, ...]) -> dict[str, int]:
    """The number of each from 0; those of one place have the number of the first of them (R31, R57)."""
    place = {each.id: each.place for each in problem.sitters}
    found: dict[str, int] = {}
    first: dict[int, int] = {}
    for number, each in enumerate(order):
        own = place[each]
        found[each] = number if own is None else first.setdefault(own, number)
    return found


def order_of(problem: Problem) -> tuple[str, ...]:
    """Tell the order of all but interpreters, highest first; interpreters are placed by others."""
    ranked = (each for each in problem.sitters if not each.interprets)
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
    """Tell the rows and tables that can be used, the highest first: heads, then the row of honour (R74)."""
    first = problem.settings.row_of_honour

    def rank(unit: Unit) -> tuple[bool, bool, int]:
        is_before = unit.shape is Shape.ROW and unit.number < first
        return unit.shape not in _HEADS, is_before, -unit.number if is_before else unit.number

    return tuple(sorted((unit for unit in problem.room.units if seats[unit.id]), key=rank))


def hosts_seated(problem: Problem, seats: Seats) -> dict[str, str]:
    """
    Give host and co-host the seats from which the form counts (R52, R53, R66); the locked have their own.

    Shape: empty in a hall of rows, where hosts have the place of the order.
    """
    places = seats_of_hosts(problem.room, problem.settings)
    open_seats = set(chain.from_iterable(seats.values()))
    found: dict[str, str] = {}
    for part, seat in ((Part.HOST, places.host), (Part.CO_HOST, places.co_host)):
        host = min((each for each in problem.sitters if each.part is part), key=_rank, default=None)
        if host is not None and seat in open_seats:
            found[host.id] = problem.locked.get(host.id, seat)
    return found


def _rank_at_tables(problem: Problem) -> dict[str, int]:
    """Seats by the form; the seat of a host whom nobody is comes first."""
    hosts = seats_of_hosts(problem.room, problem.settings)
    places = (hosts.host, hosts.co_host, *places_of_honour(problem.room, problem.settings))
    return {seat: number for number, seat in reversed(list(enumerate(places)))}


def promised(problem: Problem, grounds: Grounds) -> dict[str, str]:
    """Tell for whom chairs of interpreters are meant: principals by order, with their interpreters (R70)."""
    ids = grounds.sitters.keys()
    asked = sorted((each for each in problem.sitters if each.interprets in ids), key=lambda each: each.number)
    found: dict[str, str] = {}
    for each in sorted(asked, key=lambda one: _rank(grounds.sitters[one.interprets])):
        if len(found) < len(grounds.chairs):
            found.setdefault(each.interprets, each.id)
    return found


def has_talk(unit: Unit) -> bool:
    """Whether people talk with each other at it: at a table they do, in a row they listen."""
    return unit.shape not in _TALKLESS


def _weights(places: Mapping[str, int]) -> dict[str, int]:
    count = len(places)
    return {
        sitter: 3 if place * 10 < count else 2 if place * 10 < count * 3 else 1
        for sitter, place in places.items()
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


def _ideal(places: Mapping[str, int], seats: Seats, level: Mapping[str, int]) -> dict[str, int]:
    """Seats are filled from the highest unit on; who finds none belongs to the last one."""
    rooms = list(chain.from_iterable([level[unit]] * len(own) for unit, own in seats.items()))
    last = max(level.values(), default=0)
    return {sitter: rooms[place] if place < len(rooms) else last for sitter, place in places.items()}


def _near_stage(room: Room) -> frozenset[str]:
    """The quarter of the seats nearest to the way to the stage; none where no way is drawn (R75)."""
    way = way_to_stage(room).where
    if way is None:
        return frozenset()
    seats = [seat for seat in room.seats if not seat.behind]
    seats.sort(key=lambda seat: (hypot(seat.x - way[0], seat.y - way[1]), seat.id))
    return frozenset(seat.id for seat in seats[: -(-len(seats) // NEAR_SHARE)])


def _common_language(problem: Problem) -> str:
    """The language of more than half of those whose languages are known: it finds company at any table."""
    spoken = [sitter.languages for sitter in problem.sitters if sitter.languages]
    counts = Counter(chain.from_iterable(spoken))
    most = max(sorted(counts), key=lambda language: counts[language], default="")
    return most if counts[most] * 2 > len(spoken) else ""
