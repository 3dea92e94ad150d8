"""
Generated receptions at round tables, and what a placing of them costs.

The draws come in one fixed order, so a seed always gives the same reception. Hard: ten at a table, couples at
one, who is kept apart at two. Costs: rings of tables away from the own place (3, 2 or 1 by rank), 5 for each
further table of a delegation, 10 for a guest who shares no language with two others, and the heads by which a
table is out of balance beyond two.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import cos, pi, sin

from chancery.rules.seating.plan import Couples, Problem, Settings, Sex, Sitter, Wish, WishKind
from chancery.rules.seating.room import Room, Seat, Shape, Unit

LANGUAGES = ("en", "fr", "ro", "az", "ar", "ru", "zh", "es")
AT_TABLE = 10
COMMON = "en"


@dataclass
class Guest:
    """Somebody drawn: `rank` from 0, shared by the two of a couple."""

    number: int
    rank: int
    sex: str
    languages: frozenset[str]
    needs_wheelchair: bool


@dataclass(frozen=True)
class Reception:
    """Guests from the highest to the lowest; all others are their positions in that order."""

    guests: tuple[Guest, ...]
    couples: tuple[tuple[int, int], ...]
    delegations: tuple[tuple[int, ...], ...]
    apart: tuple[tuple[int, int], ...]
    tables: int = field(default=0)


def reception(count: int, seed: int) -> Reception:
    """Draw a reception."""
    dice = random.Random(seed)
    guests = [_guest(number, dice) for number in range(count)]
    pairs = _couples(guests, dice)
    ordered = sorted(guests, key=lambda guest: (guest.rank, guest.number))
    position = {guest.number: place for place, guest in enumerate(ordered)}
    couples = [(min(position[a], position[b]), max(position[a], position[b])) for a, b in pairs]
    delegations = _delegations(count, dice)
    apart = _apart(count, couples, dice)
    return Reception(tuple(ordered), tuple(couples), delegations, apart, count // AT_TABLE)


def _guest(number: int, dice: random.Random) -> Guest:
    spoken = {COMMON} if dice.random() < 0.82 else set()
    spoken |= {dice.choice(LANGUAGES[1:])} if (not spoken or dice.random() < 0.5) else set()
    return Guest(number, number, dice.choice("mf"), frozenset(spoken), dice.random() < 0.015)


def _couples(guests: list[Guest], dice: random.Random) -> list[tuple[int, int]]:
    free = list(range(len(guests)))
    dice.shuffle(free)
    pairs = []
    for _ in range(int(len(guests) * 0.25)):
        one, other = free.pop(), free.pop()
        pairs.append((min(one, other), max(one, other)))
        guests[other].sex = "f" if guests[one].sex == "m" else "m"
        guests[one].rank = guests[other].rank = min(guests[one].rank, guests[other].rank)
    return pairs


def _delegations(count: int, dice: random.Random) -> tuple[tuple[int, ...], ...]:
    found: list[tuple[int, ...]] = []
    taken: set[int] = set()
    for _ in range(count // 12):
        middle = dice.randrange(count)
        near = [each for each in range(max(0, middle - 25), min(count, middle + 25)) if each not in taken]
        dice.shuffle(near)
        members = near[: dice.randint(4, 8)]
        if len(members) >= 4:
            found.append(tuple(members))
            taken |= set(members)
    return tuple(found)


def _apart(
    count: int, couples: Sequence[tuple[int, int]], dice: random.Random
) -> tuple[tuple[int, int], ...]:
    mate = dict(couples) | {other: one for one, other in couples}
    found: set[tuple[int, int]] = set()
    while len(found) < count // 20:
        one, other = sorted((dice.randrange(count), dice.randrange(count)))
        if one != other and abs(one - other) < 60 and mate.get(one) != other:
            found.add((one, other))
    return tuple(sorted(found))


def ring(table: int) -> int:
    """How far a table is from the first one: rings double."""
    return table.bit_length()


def weight(place: int, count: int) -> int:
    """What one ring counts for a guest at this place from 0."""
    return 3 if place < count * 0.1 else 2 if place < count * 0.3 else 1


def cost_of(tables: Sequence[int], drawn: Reception) -> tuple[int, int]:
    """The cost of giving each guest a table, and how many hard rules are broken."""
    count = len(drawn.guests)
    total = sum(
        weight(place, count) * abs(ring(place // AT_TABLE) - ring(table))
        for place, table in enumerate(tables)
    )
    total += sum(5 * (len({tables[each] for each in members}) - 1) for members in drawn.delegations)
    at: list[list[Guest]] = [[] for _ in range(drawn.tables)]
    for guest, table in zip(drawn.guests, tables, strict=True):
        at[table].append(guest)
    total += sum(10 * _without_company(members) + _imbalance(members) for members in at)
    broken = sum(len(members) > AT_TABLE for members in at)
    broken += sum(tables[one] != tables[other] for one, other in drawn.couples)
    broken += sum(tables[one] == tables[other] for one, other in drawn.apart)
    return total, broken


def _without_company(members: Sequence[Guest]) -> int:
    return sum(
        COMMON not in each.languages
        and sum(bool(each.languages & other.languages) for other in members if other is not each) < 2
        for each in members
    )


def _imbalance(members: Sequence[Guest]) -> int:
    return max(0, abs(sum(1 if each.sex == "m" else -1 for each in members)) - 2)


def problem_of(drawn: Reception) -> Problem:
    """The same as Chancery takes it: round tables, couples at one table, rules and weights as above."""
    mate = dict(drawn.couples) | {other: one for one, other in drawn.couples}
    group = {each: f"D{number}" for number, members in enumerate(drawn.delegations) for each in members}
    sitters = tuple(
        Sitter(
            id=f"g{place}",
            name=f"Guest {place}",
            number=place + 1,
            place=place + 1,
            sex=Sex(guest.sex),
            partner=f"g{mate[place]}" if place in mate else "",
            delegation=group.get(place, ""),
            languages=guest.languages,
        )
        for place, guest in enumerate(drawn.guests)
    )
    apart = [
        Wish(f"apart-{one}-{other}", WishKind.APART, (f"g{one}", f"g{other}"), is_hard=True)
        for one, other in drawn.apart
    ]
    balance = Wish("house:balance", WishKind.BALANCE, weight=1)
    language = Wish("house:language", WishKind.LANGUAGE, weight=10)
    settings = Settings(couples=Couples.APART)
    return Problem(round_tables(drawn.tables), sitters, settings, (*apart, balance, language))


def round_tables(count: int, seats: int = AT_TABLE) -> Room:
    """A room with round tables of one size, eight side by side."""
    units, chairs = [], []
    for number in range(1, count + 1):
        x, y = 300.0 * ((number - 1) % 8) + 200, 300.0 * ((number - 1) // 8) + 200
        ids = tuple(f"T{number}-{seat}" for seat in range(1, seats + 1))
        units.append(Unit(f"T{number}", Shape.ROUND, str(number), number, ids))
        for place, seat in enumerate(ids):
            angle = 2 * pi * place / seats
            where = x + 110 * sin(angle), y - 110 * cos(angle)
            chairs.append(
                Seat(seat, f"T{number}", str(place + 1), place, *where, (180 + 360 * place / seats) % 360)
            )
    return Room(2600.0, 300.0 * (-(-count // 8)) + 200, tuple(units), tuple(chairs))


def tables_of(placing: dict[str, str], drawn: Reception) -> list[int]:
    """The table of each guest, from 0, out of a placing of `problem_of`."""
    return [int(placing[f"g{place}"][1:].split("-")[0]) - 1 for place in range(len(drawn.guests))]
