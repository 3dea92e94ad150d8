"""Who sits on which seat of a table: exactly, by subsets of those who sit there (R52, R58, R67)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from chancery.rules.seating.grounds import Grounds
from chancery.rules.seating.house import PLACES, wishes_of_all
from chancery.rules.seating.measures import couples_of, ends_of, fits, side_by_side
from chancery.rules.seating.plan import Couples, Problem, Sex, Wish, WishKind
from chancery.rules.seating.score import BROKEN_RULE
from chancery.rules.seating.solve.annealing import Integers
from chancery.rules.seating.solve.compiled import compiled
from chancery.rules.seating.solve.tabling import SEATS, seat_wishes

EXACT = 12
"""So many seats at most are ordered exactly; at more, exchanges are tried until none helps."""
FAR = 1 << 40
_BESIDE = frozenset({WishKind.BESIDE, WishKind.INTERPRETER})
_NOT_BESIDE = frozenset({WishKind.NOT_BESIDE, WishKind.STATES_APART})


@dataclass(frozen=True)
class Asked:
    """
    What is asked of the seats of tables.

    Shape: `seat_wishes` are the wishes for one kind of seat by sitter; `pairs` what it costs that two sit
    side by side, negative where they should; `turn` what it costs that two of one sex do, `ends` that a
    woman has such a seat.
    """

    places: int
    seat_wishes: Mapping[str, Sequence[Wish]]
    pairs: Mapping[tuple[str, str], int]
    turn: int
    ends: Mapping[str, int]


def asked_of(problem: Problem, grounds: Grounds) -> Asked:
    """Gather what the wishes of a problem ask of the seats of tables."""
    wishes = wishes_of_all(problem)
    found: dict[str, list[Wish]] = {}
    for wish in wishes:
        if wish.kind in SEATS:
            for each, own in seat_wishes(wish, grounds, problem):
                found.setdefault(each, []).append(
                    Wish(wish.id, wish.kind, where=own.where, weight=_weight(wish))
                )
    end = sum(_weight(wish) for wish in wishes if wish.kind is WishKind.NO_WOMAN_AT_END)
    return Asked(
        places=sum(_weight(wish) for wish in wishes if wish.id == PLACES),
        seat_wishes=found,
        pairs=_pairs(problem, grounds, wishes),
        turn=sum(_weight(wish) for wish in wishes if wish.kind is WishKind.ALTERNATE),
        ends=dict.fromkeys(ends_of(grounds), end) if end else {},
    )


def _weight(wish: Wish) -> int:
    return BROKEN_RULE if wish.is_hard else wish.weight


def _pairs(problem: Problem, grounds: Grounds, wishes: Sequence[Wish]) -> dict[tuple[str, str], int]:
    found: dict[tuple[str, str], int] = {}
    for wish in wishes:
        for one, other, cost in _costs(wish, problem.settings.couples, grounds):
            for pair in ((one, other), (other, one)):
                found[pair] = found.get(pair, 0) + cost
    return found


def _costs(wish: Wish, couples: Couples, grounds: Grounds) -> Iterator[tuple[str, str, int]]:
    weight = _weight(wish)
    if wish.id == "house:couple":
        sign = 1 if couples is Couples.APART else -1
        yield from ((*pair, sign * weight) for pair in couples_of(grounds.sitters))
    elif wish.kind in _NOT_BESIDE:
        yield from ((one, other, weight) for one, other in combinations(wish.who, 2))
    elif wish.kind in _BESIDE and wish.who:
        yield wish.who[0], wish.who[1], -weight
    elif wish.kind is WishKind.INTERPRETER:
        yield from ((s.interprets, s.id, -weight) for s in grounds.sitters.values() if s.interprets)


def ordered(
    unit: str, members: Sequence[str], given: Mapping[str, str], asked: Asked, grounds: Grounds
) -> dict[str, str]:
    """
    Give each of those at a table a seat.

    Shape: the seat of each of `members`; who has one in `given` keeps it. Of equal orders the one that gives
    the higher seats to the higher in turn.
    """
    taken = {given[each] for each in members if each in given}
    free = [seat for seat in grounds.usable[unit] if seat not in taken]
    waiting = [each for each in _by_rank(members, grounds) if each not in given]
    alone = _alone(members, waiting, free, given, asked, grounds)
    beside = _beside(waiting, asked, grounds)
    touching = np.array([[int(b in grounds.beside[a]) for b in free] for a in free], dtype=np.int64)
    seats = sorted(range(len(free)), key=lambda seat: grounds.honour.get(free[seat], FAR))[: len(waiting)]
    if beside.any() or any(alone[one, seat] for one, seat in enumerate(seats)):
        best = best_seats(alone, beside, touching, np.array(seats, dtype=np.int64))
        seats = [int(seat) for seat in best]
    return {each: free[seat] for each, seat in zip(waiting, seats, strict=True)}


def _by_rank(members: Sequence[str], grounds: Grounds) -> list[str]:
    ranked = _ranked(members, grounds)
    return [*ranked, *(each for each in members if each not in set(ranked))]


def best_seats(alone: Integers, beside: Integers, touching: Integers, first: Integers) -> Integers:
    """
    Tell the seat of each sitter, as numbers, at the least cost.

    Shape: `alone[sitter, seat]`, `beside[sitter, sitter]` where two seats are `touching`; `first` is an
    order to begin with. Exact where each seat touches only the next one, and the last the first.
    """
    seats = touching.shape[0]
    is_ring = all(
        not touching[a, b]
        for a in range(seats)
        for b in range(seats)
        if (b - a) % seats not in (1, seats - 1)
    )
    if seats <= EXACT and is_ring:
        return round_order(*_with_empty(alone, beside), touching)[: alone.shape[0]]
    return exchanged(*_with_empty(alone, beside), touching, _with_rest(first, seats))[: alone.shape[0]]


def _with_empty(alone: Integers, beside: Integers) -> tuple[Integers, Integers]:
    """As many sitters as seats: those who are nobody cost nothing."""
    sitters, seats = alone.shape
    full = np.zeros((seats, seats), dtype=np.int64)
    full[:sitters] = alone
    pairs = np.zeros((seats, seats), dtype=np.int64)
    pairs[:sitters, :sitters] = beside
    return full, pairs


def _with_rest(first: Integers, seats: int) -> Integers:
    rest = [seat for seat in range(seats) if seat not in set(first.tolist())]
    return np.array([*first.tolist(), *rest], dtype=np.int64)


@compiled
def round_order(alone: Integers, beside: Integers, touching: Integers) -> Integers:
    """The seat of each round a table: the least cost of every subset on the first seats, by who sits last."""
    count = alone.shape[0]
    whole = 1 << count
    best = np.full((whole, count), FAR)
    came = np.zeros((whole, count), dtype=np.int64)
    order, found = np.zeros(count, dtype=np.int64), FAR
    for first in range(count):
        best[:, :] = FAR
        best[1 << first, first] = alone[first, 0]
        for mask in range(1, whole - 1):
            if not mask >> first & 1:
                continue
            seat = 0
            for one in range(count):
                seat += mask >> one & 1
            for last in range(count):
                so_far = best[mask, last]
                if so_far >= found:
                    continue
                for following in range(count):
                    if mask >> following & 1:
                        continue
                    cost = so_far + alone[following, seat]
                    if touching[seat - 1, seat]:
                        cost += beside[last, following]
                    after = mask | 1 << following
                    if cost < best[after, following]:
                        best[after, following] = cost
                        came[after, following] = last
        for last in range(count):
            cost = best[whole - 1, last]
            if cost < FAR and count > 2 and touching[count - 1, 0]:
                cost += beside[last, first]
            if cost < found:
                found = cost
                mask, one = whole - 1, last
                for seat in range(count - 1, -1, -1):
                    order[one] = seat
                    before = came[mask, one]
                    mask ^= 1 << one
                    one = before
    return order


@compiled
def exchanged(alone: Integers, beside: Integers, touching: Integers, seats: Integers) -> Integers:
    """Exchange the seats of two as long as that costs less, the best exchange first."""
    count = seats.size
    while True:
        least, one, other = 0, 0, 0
        for a in range(count):
            for b in range(a):
                before = cost_of_two(alone, beside, touching, seats, a, b)
                seats[a], seats[b] = seats[b], seats[a]
                change = cost_of_two(alone, beside, touching, seats, a, b) - before
                seats[a], seats[b] = seats[b], seats[a]
                if change < least:
                    least, one, other = change, a, b
        if least == 0:
            return seats
        seats[one], seats[other] = seats[other], seats[one]


@compiled
def cost_of_two(
    alone: Integers, beside: Integers, touching: Integers, seats: Integers, a: int, b: int
) -> int:
    """What two and their neighbours cost; what they are to each other counts twice, before and after."""
    cost = alone[a, seats[a]] + alone[b, seats[b]]
    for other in range(seats.size):
        if touching[seats[a], seats[other]]:
            cost += beside[a, other]
        if touching[seats[b], seats[other]]:
            cost += beside[b, other]
    return int(cost)


def _alone(
    members: Sequence[str],
    waiting: Sequence[str],
    free: Sequence[str],
    given: Mapping[str, str],
    asked: Asked,
    grounds: Grounds,
) -> Integers:
    """What each seat costs each without the others: rank, kind of seat, neighbours whose seats are given."""
    rank = {each: number for number, each in enumerate(_ranked(members, grounds))}
    return np.array(
        [
            [
                _seat_cost(each, seat, rank, asked, grounds)
                + _by_given(each, seat, members, given, asked, grounds)
                for seat in free
            ]
            for each in waiting
        ],
        dtype=np.int64,
    )


def _ranked(members: Sequence[str], grounds: Grounds) -> list[str]:
    order = {each: number for number, each in enumerate(grounds.order)}
    return sorted((each for each in members if each in order), key=order.__getitem__)


def _seat_cost(each: str, seat: str, rank: Mapping[str, int], asked: Asked, grounds: Grounds) -> int:
    honour = grounds.honour.get(seat)
    cost = 0 if honour is None or each not in rank else asked.places * abs(honour - rank[each])
    where = grounds.seats[seat]
    unit = next(unit for unit in grounds.units if unit.id == where.unit)
    cost += sum(
        wish.weight for wish in asked.seat_wishes.get(each, ()) if not fits(wish, where, unit, grounds)
    )
    return cost + (asked.ends.get(seat, 0) if grounds.sitters[each].sex is Sex.WOMAN else 0)


def _by_given(
    each: str, seat: str, members: Sequence[str], given: Mapping[str, str], asked: Asked, grounds: Grounds
) -> int:
    near = (other for other in members if given.get(other) in grounds.beside[seat])
    return sum(_pair_cost(each, other, asked, grounds) for other in near)


def _pair_cost(one: str, other: str, asked: Asked, grounds: Grounds) -> int:
    sexes = grounds.sitters[one].sex, grounds.sitters[other].sex
    return asked.pairs.get((one, other), 0) + asked.turn * side_by_side(*sexes)


def _beside(waiting: Sequence[str], asked: Asked, grounds: Grounds) -> Integers:
    return np.array(
        [
            [0 if one == other else _pair_cost(one, other, asked, grounds) for other in waiting]
            for one in waiting
        ],
        dtype=np.int64,
    )
