"""Seats within one row: exactly, by the places of honour, with couples and neighbours as wished (R71-R73)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from chancery.rules.seating.grounds import Grounds
from chancery.rules.seating.house import ONE_TABLE, PLACES, wishes_of_all
from chancery.rules.seating.measures import couples_of, ends_of, fits, side_by_side, wanting
from chancery.rules.seating.plan import Couples, Problem, Sex, Wish, WishKind
from chancery.rules.seating.room import Unit
from chancery.rules.seating.score import BROKEN_RULE
from chancery.rules.seating.solve.programs import Program

FINE = 1_000
"""Into how many parts a place of precedence is cut: what costs nothing still decides between equals."""
NODES = 1_000
"""How many branches the search of one row may take."""
_KINDS = frozenset(
    {WishKind.WHEELCHAIR, WishKind.IN_ZONE, WishKind.AT_AISLE, WishKind.NEAR_STAGE, WishKind.AT_UNIT}
)
_NOT_BESIDE = frozenset({WishKind.NOT_BESIDE, WishKind.STATES_APART})

type Pair = tuple[str, str]


@dataclass
class Asked:
    """
    What wishes ask of the seats within rows; costs in parts of a place.

    Shape: `seat` is what a seat costs a sitter beside its honour; `beside` and `next_in_honour` are pairs
    that want it, `parted` pairs that must not sit side by side. `in_turn` is the cost of two
    of one sex side by side, `at_end` that of a woman at an end.
    """

    places: int = 1
    seat: dict[str, list[tuple[Wish, int]]] = field(default_factory=dict)
    beside: dict[Pair, int] = field(default_factory=dict)
    next_in_honour: dict[Pair, int] = field(default_factory=dict)
    parted: dict[Pair, int] = field(default_factory=dict)
    in_turn: int = 0
    at_end: int = 0

    def concerns(self, members: Sequence[str]) -> bool:
        """Whether anything but the order decides about these."""
        inside = set(members)
        pairs = (*self.beside, *self.next_in_honour, *self.parted)
        return (
            bool(self.in_turn or self.at_end)
            or not inside.isdisjoint(self.seat)
            or any(inside.issuperset(pair) for pair in pairs)
        )


def asked_of(problem: Problem, grounds: Grounds) -> Asked:
    """Read the wishes once for all rows; a wish without weight decides between plans of equal cost."""
    asked = Asked()
    for wish in wishes_of_all(problem):
        cost = max(1, FINE * (BROKEN_RULE if wish.is_hard else wish.weight))
        if wish.id == PLACES:
            asked.places = cost
        elif wish.kind in _KINDS:
            for sitter, own in wanting(wish, grounds, problem.settings):
                asked.seat.setdefault(sitter, []).append((own, cost))
        elif wish.kind is WishKind.ALTERNATE:
            asked.in_turn = cost
        elif wish.kind is WishKind.NO_WOMAN_AT_END:
            asked.at_end = cost
        else:
            _ask_of_pairs(asked, wish, cost, problem, grounds)
    return asked


def _ask_of_pairs(asked: Asked, wish: Wish, cost: int, problem: Problem, grounds: Grounds) -> None:
    if wish.kind is WishKind.BESIDE:
        _add(asked.beside, combinations(wish.who[:2], 2), cost)
    elif wish.kind in _NOT_BESIDE:
        _add(asked.parted, combinations(wish.who, 2), cost)
    elif wish.kind is WishKind.INTERPRETER:
        pairs = [(each.interprets, each.id) for each in grounds.sitters.values() if each.interprets]
        _add(asked.beside, (pair for pair in pairs if pair[0] in grounds.sitters), cost)
    elif wish.kind is WishKind.COUPLE and wish.id != ONE_TABLE:
        match problem.settings.couples:
            case Couples.TOGETHER:
                _add(asked.beside, couples_of(grounds.sitters), cost)
            case Couples.NEXT_NUMBER:
                _add(asked.next_in_honour, couples_of(grounds.sitters), cost)
            case Couples.APART:
                _add(asked.parted, couples_of(grounds.sitters), cost)


def _add(pairs: dict[Pair, int], found: Iterator[Pair] | Sequence[Pair], cost: int) -> None:
    for pair in found:
        pairs[pair] = pairs.get(pair, 0) + cost


def seats_in_row(
    unit: Unit, members: Sequence[str], asked: Asked, grounds: Grounds, locked: Mapping[str, str]
) -> dict[str, str]:
    """
    Seat the members of a row.

    Shape: one seat for each; no more members than usable seats. Where only their order decides, the highest
    has the highest seat; else the cheapest seats are found by search.
    """
    if not asked.concerns(members) and not any(each in locked for each in members):
        return dict(zip(_by_rank(members, grounds), _by_honour(unit, grounds), strict=False))
    return best_seats(unit, members, asked, grounds, locked)[0]


def best_seats(
    unit: Unit, members: Sequence[str], asked: Asked, grounds: Grounds, locked: Mapping[str, str]
) -> tuple[dict[str, str], bool]:
    """Seat the members of a unit by search; tells as well whether no better seats are proven to exist."""
    return _Row(unit, members, asked, grounds, locked).solve()


def _by_rank(members: Sequence[str], grounds: Grounds) -> list[str]:
    ranks = {each: number for number, each in enumerate(grounds.order)}
    numbers = {each: grounds.sitters[each].number for each in members}
    return sorted(members, key=lambda each: (ranks.get(each, len(ranks)), numbers[each]))


def _by_honour(unit: Unit, grounds: Grounds) -> list[str]:
    """The seats of a row from the highest; seats outside the count of honour come last."""
    seats = grounds.usable[unit.id]
    return sorted(seats, key=lambda seat: (grounds.honour.get(seat, len(seats)), seats.index(seat)))


class _Row:
    """The programme of one row."""

    def __init__(
        self,
        unit: Unit,
        members: Sequence[str],
        asked: Asked,
        grounds: Grounds,
        locked: Mapping[str, str],
    ) -> None:
        self.unit, self.asked, self.grounds, self.locked = unit, asked, grounds, locked
        self.members, self.seats = _by_rank(members, grounds), _by_honour(unit, grounds)
        self.ends = ends_of(grounds) if asked.at_end else frozenset()
        self.program = Program()
        self.on: dict[tuple[str, str], int] = {}

    def solve(self) -> tuple[dict[str, str], bool]:
        self._add_seats()
        inside = set(self.members)
        honour = {seat: self._next_in_honour(seat) for seat in self.seats}
        for pairs, near in (
            (self.asked.beside, self.grounds.beside),
            (self.asked.next_in_honour, honour),
        ):
            for pair, cost in pairs.items():
                if inside.issuperset(pair):
                    self._want(pair, cost, near)
        for pair, cost in self.asked.parted.items():
            if inside.issuperset(pair):
                self._part(pair, cost)
        if self.asked.in_turn:
            self._alternate()
        answer = self.program.solve(nodes=NODES)
        seats = {each: seat for (each, seat), column in self.on.items() if answer.values[column] > 0.5}
        return seats, answer.is_proven

    def _next_in_honour(self, seat: str) -> tuple[str, ...]:
        at = self.seats.index(seat)
        return tuple(self.seats[near] for near in (at - 1, at + 1) if 0 <= near < len(self.seats))

    def _add_seats(self) -> None:
        ranked = [each for each in self.members if each in self.grounds.weight]
        number = {each: place for place, each in enumerate(ranked)}
        for each in self.members:
            for place, seat in enumerate(self.seats):
                if self.locked.get(each, seat) == seat:
                    away = abs(place - number[each]) if each in number else 0
                    cost = self.asked.places * away + self._cost(each, seat)
                    self.on[each, seat] = self.program.column(cost)
        for each in self.members:
            self.program.exactly(
                1, [(self.on[each, seat], 1) for seat in self.seats if (each, seat) in self.on]
            )
        for seat in self.seats:
            self.program.at_most(
                1, [(self.on[each, seat], 1) for each in self.members if (each, seat) in self.on]
            )

    def _cost(self, each: str, seat: str) -> int:
        there = self.grounds.seats[seat]
        wishes = self.asked.seat.get(each, ())
        is_woman_at_end = seat in self.ends and self.grounds.sitters[each].sex is Sex.WOMAN
        given_up = sum(cost for wish, cost in wishes if not fits(wish, there, self.unit, self.grounds))
        return given_up + self.asked.at_end * is_woman_at_end

    def _want(self, pair: Pair, cost: int, near: Mapping[str, tuple[str, ...]]) -> None:
        """Pay, or sit on two seats of `near`."""
        paid = self.program.column(cost)
        for one, other in (pair, pair[::-1]):
            for seat in self.seats:
                if (one, seat) in self.on:
                    there = [self.on[other, each] for each in near[seat] if (other, each) in self.on]
                    terms = [(column, -1.0) for column in (*there, paid)]
                    self.program.at_most(0, [(self.on[one, seat], 1.0), *terms])

    def _part(self, pair: Pair, cost: int) -> None:
        """Pay, or sit on no two seats beside each other."""
        one, other = pair
        paid = self.program.column(cost)
        for seat in self.seats:
            beside = [self.on[other, near] for near in self.grounds.beside[seat] if (other, near) in self.on]
            if (one, seat) in self.on and beside:
                terms = [(self.on[one, seat], 1.0), *((column, 1.0) for column in beside)]
                self.program.at_most(1, [*terms, (paid, -1.0)])

    def _alternate(self) -> None:
        """Pay for each two of one sex side by side (R58)."""
        for sex in (Sex.WOMAN, Sex.MAN):
            same = [each for each in self.members if self.grounds.sitters[each].sex is sex]
            cost = self.asked.in_turn * side_by_side(sex, sex)
            for seat in self.seats:
                for near in self.grounds.beside[seat]:
                    if seat < near and near in self.seats:
                        terms = [
                            (self.on[each, at], 1.0)
                            for each in same
                            for at in (seat, near)
                            if (each, at) in self.on
                        ]
                        self.program.at_most(1, [*terms, (self.program.column(cost), -1.0)])
