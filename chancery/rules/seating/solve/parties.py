"""A hall as its search sees it: parties that share a row, rows with room, and what each choice costs."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from chancery.rules.seating.grounds import Grounds
from chancery.rules.seating.house import wishes_of_all
from chancery.rules.seating.measures import couples_of, delegations_of, fits, wanting
from chancery.rules.seating.plan import Couples, Problem, Wish, WishKind
from chancery.rules.seating.score import BROKEN_RULE

IMPOSSIBLE = 1 << 40
"""The cost of a row in which a party cannot sit: it is locked elsewhere, or larger than the row."""
_TO_ONE_ROW = frozenset({WishKind.TOGETHER, WishKind.DELEGATION, WishKind.BESIDE})
_SEAT_KINDS = frozenset({WishKind.WHEELCHAIR, WishKind.IN_ZONE, WishKind.AT_AISLE, WishKind.NEAR_STAGE})


@dataclass(frozen=True)
class Rows:
    """
    Parties and rows.

    Shape: `parties` hold ids of sitters and stand by the number of their first; `cost[party][row]`. A group
    costs its weight for every row more than one; `foes` are pairs of parties with the cost of one row for
    both. `needs` are kinds of seats: how many each party asks for, how many each row has, and what a missing
    one costs. Rows stand from the highest to the lowest.
    """

    units: tuple[str, ...]
    capacity: tuple[int, ...]
    parties: tuple[tuple[str, ...], ...]
    cost: tuple[tuple[int, ...], ...]
    groups: tuple[tuple[tuple[int, ...], int], ...]
    foes: Mapping[tuple[int, int], int]
    needs: tuple[tuple[Mapping[int, int], tuple[int, ...], int], ...]

    @cached_property
    def groups_of(self) -> tuple[tuple[int, ...], ...]:
        """The groups of each party."""
        found: list[list[int]] = [[] for _ in self.parties]
        for number, (members, _) in enumerate(self.groups):
            for party in members:
                found[party].append(number)
        return tuple(map(tuple, found))

    @cached_property
    def foes_of(self) -> tuple[Mapping[int, int], ...]:
        """Whom each party is kept from, with the cost."""
        found: list[dict[int, int]] = [{} for _ in self.parties]
        for (one, other), weight in sorted(self.foes.items()):
            found[one][other] = found[other][one] = weight
        return tuple(found)

    def cost_of(self, rows: Mapping[int, int]) -> int:
        """What a placing of parties in rows costs."""
        total = sum(self.cost[party][row] for party, row in rows.items())
        for members, weight in self.groups:
            total += weight * max(0, len({rows[party] for party in members if party in rows}) - 1)
        total += sum(weight for (one, other), weight in self.foes.items() if rows[one] == rows[other])
        return total + sum(weight * self._missing(asked, have, rows) for asked, have, weight in self.needs)

    def _missing(self, asked: Mapping[int, int], have: tuple[int, ...], rows: Mapping[int, int]) -> int:
        used = [0] * len(have)
        for party, count in asked.items():
            used[rows[party]] += count
        return sum(max(0, each - there) for each, there in zip(used, have, strict=True))


def rows_of(problem: Problem, grounds: Grounds, sitters: Iterable[str], *, is_joined: bool = True) -> Rows:
    """
    Read a hall: who must share a row becomes one party, everything else a cost.

    Shape: `sitters` are those who are to be seated in a row. The cost of rows is that of `score` but for what
    is decided within a row; wishes for kinds of seats count where a row has none. Where `is_joined` is not
    set everybody is a party of one, and sharing a row a group of the cost of a rule.
    """
    wishes = [wish for wish in wishes_of_all(problem) if wish.weight or wish.is_hard]
    seats = grounds.usable
    chosen = sorted(sitters, key=lambda each: grounds.sitters[each].number)
    largest = max(map(len, seats.values()), default=0) if is_joined else 1
    parties = _parties(problem, grounds, wishes, chosen, largest)
    of = {sitter: number for number, party in enumerate(parties) for sitter in party}
    reading = _Reading(problem, grounds, wishes, parties, of)
    return Rows(
        units=tuple(unit.id for unit in grounds.units),
        capacity=tuple(len(seats[unit.id]) for unit in grounds.units),
        parties=parties,
        cost=reading.costs(),
        groups=reading.groups(),
        foes=reading.foes(),
        needs=reading.needs(),
    )


def _parties(
    problem: Problem, grounds: Grounds, wishes: list[Wish], sitters: list[str], largest: int
) -> tuple[tuple[str, ...], ...]:
    """Join whoever a rule puts into one row, as long as one row can hold them and no lock parts them."""
    party: dict[str, tuple[str, ...]] = {each: (each,) for each in sitters}
    units = {each: grounds.seats[seat].unit for each, seat in problem.locked.items() if each in party}
    for group in _bound(problem, grounds, wishes):
        members = [each for each in group if each in party]
        joined = tuple(dict.fromkeys(each for member in members for each in party[member]))
        locked = {units[each] for each in joined if each in units}
        if len(joined) <= largest and len(locked) < 2:
            joined = tuple(sorted(joined, key=lambda each: grounds.sitters[each].number))
            party.update(dict.fromkeys(joined, joined))
    return tuple(dict.fromkeys(party[each] for each in sitters))


def _bound(problem: Problem, grounds: Grounds, wishes: list[Wish]) -> Iterable[tuple[str, ...]]:
    for wish in wishes:
        if not wish.is_hard:
            continue
        if wish.kind is WishKind.COUPLE and problem.settings.couples is not Couples.OTHER_TABLES:
            yield from couples_of(grounds.sitters)
        elif wish.kind in _TO_ONE_ROW:
            yield from (wish.who,) if wish.who else delegations_of(grounds.sitters)
    for each in grounds.sitters.values():
        if each.interprets in grounds.sitters:
            yield each.interprets, each.id


@dataclass(frozen=True)
class _Reading:
    """What the wishes of a problem cost by party and row."""

    problem: Problem
    grounds: Grounds
    wishes: list[Wish]
    parties: tuple[tuple[str, ...], ...]
    of: Mapping[str, int]

    def costs(self) -> tuple[tuple[int, ...], ...]:
        units = self.grounds.units
        costs = [[0] * len(units) for _ in self.parties]
        ranks = sum(wish.weight for wish in self.wishes if wish.id == "house:precedence")
        for sitter in self.grounds.order:
            if sitter in self.of:
                own = costs[self.of[sitter]]
                weight, ideal = ranks * self.grounds.weight[sitter], self.grounds.ideal[sitter]
                for row, unit in enumerate(units):
                    own[row] += weight * abs(self.grounds.level[unit.id] - ideal)
        self._add_kinds_of_seats(costs)
        self._add_impossible(costs)
        return tuple(map(tuple, costs))

    def _add_kinds_of_seats(self, costs: list[list[int]]) -> None:
        for wish in self.wishes:
            if wish.kind in _SEAT_KINDS or wish.kind is WishKind.AT_UNIT:
                weight = BROKEN_RULE if wish.is_hard else wish.weight
                for sitter, own in wanting(wish, self.grounds, self.problem.settings):
                    if sitter in self.of:
                        for row, count in enumerate(self._fitting(own)):
                            costs[self.of[sitter]][row] += 0 if count else weight

    def _fitting(self, wish: Wish) -> tuple[int, ...]:
        """How many seats of each row a wish for a kind of seat is kept by."""
        seats = self.grounds.seats
        return tuple(
            sum(fits(wish, seats[seat], unit, self.grounds) for seat in self.grounds.usable[unit.id])
            for unit in self.grounds.units
        )

    def _add_impossible(self, costs: list[list[int]]) -> None:
        units = self.grounds.units
        for sitter, seat in self.problem.locked.items():
            for row, unit in enumerate(units):
                if sitter in self.of and self.grounds.seats[seat].unit != unit.id:
                    costs[self.of[sitter]][row] = IMPOSSIBLE
        room = [len(self.grounds.usable[unit.id]) for unit in units]
        for party, own in zip(self.parties, costs, strict=True):
            for row in range(len(units)):
                own[row] = IMPOSSIBLE if len(party) > room[row] else own[row]

    def groups(self) -> tuple[tuple[tuple[int, ...], int], ...]:
        rules = [(group, BROKEN_RULE) for group in _bound(self.problem, self.grounds, self.wishes)]
        wished = [
            (group, wish.weight)
            for wish in self.wishes
            if wish.kind in _TO_ONE_ROW and not wish.is_hard
            for group in ((wish.who,) if wish.who else delegations_of(self.grounds.sitters))
        ]
        found = []
        for group, weight in (*rules, *wished):
            members = tuple(sorted({self.of[each] for each in group if each in self.of}))
            if len(members) > 1:
                found.append((members, weight))
        return tuple(found)

    def foes(self) -> Mapping[tuple[int, int], int]:
        found: dict[tuple[int, int], int] = {}
        for one, other, weight in self._pairs():
            if one in self.of and other in self.of and self.of[one] != self.of[other]:
                low, high = sorted((self.of[one], self.of[other]))
                found[low, high] = found.get((low, high), 0) + weight
        return found

    def _pairs(self) -> Iterable[tuple[str, str, int]]:
        for wish in self.wishes:
            weight = BROKEN_RULE if wish.is_hard else wish.weight
            if wish.kind is WishKind.APART:
                yield from ((one, other, weight) for one, other in combinations(wish.who, 2))
            elif wish.kind is WishKind.COUPLE and self.problem.settings.couples is Couples.OTHER_TABLES:
                yield from ((one, other, weight) for one, other in couples_of(self.grounds.sitters))

    def needs(self) -> tuple[tuple[Mapping[int, int], tuple[int, ...], int], ...]:
        """Rules only: a row must not take more of those than it has seats for."""
        asked: dict[tuple[WishKind, str], dict[int, int]] = {}
        kinds: dict[tuple[WishKind, str], Wish] = {}
        for wish in self.wishes:
            if wish.is_hard and wish.kind in _SEAT_KINDS:
                for sitter, own in wanting(wish, self.grounds, self.problem.settings):
                    if sitter in self.of:
                        counts = asked.setdefault((own.kind, own.where), {})
                        counts[self.of[sitter]] = counts.get(self.of[sitter], 0) + 1
                        kinds[own.kind, own.where] = own
        return tuple((asked[key], self._fitting(kinds[key]), BROKEN_RULE) for key in asked)
