"""
The generated receptions in a hall of forty seats a row, and what rows cost there.

Hard: forty in a row, couples in one, who is kept apart in two, wheelchairs in two of each five rows.
Costs: rows away from the own place, two each and for each of a party, times 3, 2 or 1 by rank; 5 for each
further row of a delegation. Seats within a row cost nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from chancery.rules.seating.plan import Couples, Problem, Settings, Sitter, Wish, WishKind
from chancery.rules.seating.room import Room, Seat, Shape, Unit
from support.receptions import Reception, weight

IN_ROW = 40
SPARE = 1.04
REACH = 5
"""How many rows from its own a party may sit in the programmes of the whole hall."""


@dataclass(frozen=True)
class Party:
    """Guests who share a row, by their places from 0; `own` is the row of the first."""

    members: tuple[int, ...]
    own: int
    weight: int
    needs_wheelchair: bool

    def cost(self, row: int) -> int:
        """What a row costs this party."""
        return 2 * self.weight * abs(row - self.own) * len(self.members)


@dataclass(frozen=True)
class Hall:
    """A reception in rows."""

    drawn: Reception

    @cached_property
    def rows(self) -> int:
        return -(-int(len(self.drawn.guests) * SPARE) // IN_ROW)

    @cached_property
    def parties(self) -> tuple[Party, ...]:
        guests, mate = self.drawn.guests, dict(self.drawn.couples)
        second = set(mate.values())
        found = []
        for place in range(len(guests)):
            if place not in second:
                members = (place, mate[place]) if place in mate else (place,)
                needs = any(guests[each].needs_wheelchair for each in members)
                found.append(Party(members, place // IN_ROW, weight(place, len(guests)), needs))
        return tuple(found)

    @cached_property
    def party_of(self) -> Mapping[int, int]:
        return {each: number for number, party in enumerate(self.parties) for each in party.members}

    @cached_property
    def groups(self) -> tuple[tuple[int, ...], ...]:
        """The parties of each delegation."""
        return tuple(
            tuple(sorted({self.party_of[each] for each in members})) for members in self.drawn.delegations
        )

    @cached_property
    def foes(self) -> tuple[tuple[int, int], ...]:
        pairs = {(self.party_of[one], self.party_of[other]) for one, other in self.drawn.apart}
        return tuple(sorted((min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]))

    def candidates(self, party: Party) -> list[int]:
        """The rows near its own in which a party may sit."""
        near = range(max(0, party.own - REACH), min(self.rows, party.own + REACH + 1))
        return [row for row in near if not party.needs_wheelchair or row % 5 in (0, 1)]

    def cost_of(self, rows: Sequence[int]) -> tuple[int, int]:
        """The cost of giving each guest a row, and how many hard rules are broken."""
        total = sum(party.cost(rows[party.members[0]]) for party in self.parties)
        total += sum(5 * (len({rows[each] for each in members}) - 1) for members in self.drawn.delegations)
        broken = sum(len({rows[each] for each in party.members}) - 1 for party in self.parties)
        broken += sum(
            party.needs_wheelchair and rows[party.members[0]] % 5 not in (0, 1) for party in self.parties
        )
        at = [rows[party.members[0]] for party in self.parties]
        broken += sum(at[one] == at[other] for one, other in self.foes)
        broken += sum(max(0, rows.count(row) - IN_ROW) for row in range(self.rows))
        return total, broken


def problem_of(hall: Hall) -> Problem:
    """The same as Chancery takes it; the two of a couple have one place, and seats in a row no weight."""
    drawn = hall.drawn
    mate = dict(drawn.couples) | {other: one for one, other in drawn.couples}
    group = {each: f"D{number}" for number, members in enumerate(drawn.delegations) for each in members}
    sitters = tuple(
        Sitter(
            id=f"g{place}",
            name=f"Guest {place}",
            number=place + 1,
            place=hall.parties[hall.party_of[place]].members[0] + 1,
            partner=f"g{mate[place]}" if place in mate else "",
            delegation=group.get(place, ""),
            needs_wheelchair=guest.needs_wheelchair,
        )
        for place, guest in enumerate(drawn.guests)
    )
    wishes = [
        Wish(f"apart-{one}-{other}", WishKind.APART, (f"g{one}", f"g{other}"), is_hard=True)
        for one, other in drawn.apart
    ]
    wishes.append(Wish("house:places", WishKind.PRECEDENCE, weight=0))
    wishes.append(Wish("house:couple", WishKind.COUPLE, weight=0))
    return Problem(_room(hall.rows), sitters, Settings(couples=Couples.TOGETHER), tuple(wishes))


def rows_of(placing: Mapping[str, str], hall: Hall) -> list[int]:
    """The row of each guest from 0, out of a placing of `problem_of`."""
    return [int(placing[f"g{place}"].split("-")[1]) - 1 for place in range(len(hall.drawn.guests))]


def _room(rows: int) -> Room:
    units, chairs = [], []
    for row in range(rows):
        ids = tuple(f"A-{row + 1}-{seat}" for seat in range(1, IN_ROW + 1))
        units.append(Unit(f"A-{row + 1}", Shape.ROW, str(row + 1), row + 1, ids))
        chairs += [
            Seat(
                seat,
                f"A-{row + 1}",
                str(at + 1),
                at,
                55.0 * at,
                90.0 * row,
                0.0,
                is_wheelchair=row % 5 in (0, 1),
            )
            for at, seat in enumerate(ids)
        ]
    return Room(55.0 * IN_ROW, 90.0 * rows, tuple(units), tuple(chairs))
