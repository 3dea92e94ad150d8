"""The schedule of the annealing: two searches side by side, each with its own draws, cooled step by step."""

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import chain

import numpy as np

from chancery.rules.seating.score import BROKEN_RULE
from chancery.rules.seating.solve.annealing import Board, Integers, anneal, limits_at, table_cost
from chancery.rules.seating.solve.tabling import NOBODY, Tabling

SIDE_BY_SIDE = 2
COOLINGS = 200
HOT = 0.2
"""The first temperature, as a share of the dearest wish."""
COLD = 0.2
"""The last temperature, as a share of the cheapest wish."""

type Told = Callable[[int, int], bool]
"""How many moves were tried, and the best cost; False stops."""


@dataclass
class Chain:
    """One search: the board as it stands, and the best tables found."""

    board: Board
    cost: int
    best: int
    best_table: Integers

    def run(self, moves: int, temperature: float) -> None:
        """Try so many moves at a temperature."""
        limits = limits_at(temperature)
        self.cost, self.best = anneal(self.board, limits, moves, self.cost, self.best, self.best_table)


def anneal_tables(
    tabling: Tabling, tables: Sequence[int], *, seed: int, steps: int, told: Told
) -> tuple[list[int], int]:
    """
    Look for tables of less cost.

    Shape: the best tables with their cost; of equal ones those that were found first, so that it changes
    nothing when a search is told to stop that could find no less. Units: `steps` are moves, shared by the
    searches.
    """
    chains = [chain_of(tabling, tables, seed * SIDE_BY_SIDE + number) for number in range(SIDE_BY_SIDE)]
    moves = max(1, steps // SIDE_BY_SIDE // COOLINGS)
    hot, cold = _temperatures(tabling)
    winner = chains[0]
    with ThreadPoolExecutor(SIDE_BY_SIDE) as pool:
        for cooling in range(COOLINGS):
            temperature = hot * (cold / hot) ** (cooling / COOLINGS)
            list(pool.map(lambda each, at=temperature: each.run(moves, at), chains))
            winner = min(winner, *chains, key=lambda each: each.best)
            if not told((cooling + 1) * moves * SIDE_BY_SIDE, winner.best):
                break
    return [int(table) for table in winner.best_table], winner.best


def chain_of(tabling: Tabling, tables: Sequence[int], seed: int) -> Chain:
    """Set up a search that begins at these tables."""
    board = board_of(tabling, tables, seed)
    cost = cost_of(tabling, tables)
    return Chain(board, cost, cost, board.table.copy())


def _temperatures(tabling: Tabling) -> tuple[float, float]:
    weights = {weight for weight in _weights(tabling) if 0 < weight < BROKEN_RULE}
    return (max(weights) * HOT, min(weights) * COLD) if weights else (1.0, COLD)


def _weights(tabling: Tabling) -> set[int]:
    steps = {abs(one - near[0]) for near in tabling.near for one in near}
    smallest = {min((step for step in steps if step), default=0)}
    groups = {weight for _, weight in tabling.groups} | {weight for *_, weight in tabling.apart}
    return smallest | groups | set(tabling.talk) | set(tabling.balance)


def cost_of(tabling: Tabling, tables: Sequence[int]) -> int:
    """Count what it costs that everybody sits at these tables."""
    board = board_of(tabling, tables, 1)
    total = sum(near[table] for near, table in zip(tabling.near, tables, strict=True))
    total += sum(weight for one, other, weight in tabling.apart if tables[one] == tables[other])
    total += sum(weight * (len({tables[each] for each in who}) - 1) for who, weight in tabling.groups)
    return total + sum(int(table_cost(board, table)) for table in range(len(tabling.tables)))


def board_of(tabling: Tabling, tables: Sequence[int], seed: int) -> Board:
    """Lay out the arrays of a search in which everybody sits at these tables."""
    count = len(tabling.sitters)
    apart = _by_sitter(
        count, ((one, other, w) for a, b, w in tabling.apart for one, other in ((a, b), (b, a)))
    )
    groups = _by_sitter(
        count, ((one, number, w) for number, (who, w) in enumerate(tabling.groups) for one in who)
    )
    members, place, counts = _members(tabling, tables)
    group_at = np.zeros((len(tabling.groups), len(tabling.tables)), dtype=np.int64)
    for number, (who, _) in enumerate(tabling.groups):
        for one in who:
            group_at[number, tables[one]] += 1
    board = Board(
        mate=_array(tabling.mate),
        is_fixed=_array(int(table != NOBODY) for table in tabling.fixed),
        capacity=_array(tabling.capacity),
        near=np.array(tabling.near, dtype=np.int64).reshape(count, len(tabling.tables)),
        apart_from=apart[0],
        apart=apart[1],
        apart_weight=apart[2],
        groups_from=groups[0],
        groups=groups[1],
        group_weight=_array(weight for _, weight in tabling.groups),
        sex=_array(tabling.sex),
        languages=_array(tabling.languages),
        lacks=_array(map(int, tabling.lacks)),
        talk=_array(tabling.talk),
        balance=_array(tabling.balance),
        table=_array(tables),
        members=members,
        place=place,
        sitting=counts,
        group_at=group_at,
        talk_at=np.zeros(len(tabling.tables), dtype=np.int64),
        pull=_array(sum(w for who, w in tabling.groups if one in who) for one in range(count)),
        random=_array([_seeded(seed)]),
    )
    for table in range(len(tabling.tables)):
        board.talk_at[table] = table_cost(board, table)
    return board


def _seeded(seed: int) -> int:
    """A first word of 32 bits that is never 0, far from those of the next seeds."""
    return (seed * 2_654_435_761 + 88_172_645) % 0xFFFFFFFF + 1 & 0xFFFFFFFF or 1


def _members(tabling: Tabling, tables: Sequence[int]) -> tuple[Integers, Integers, Integers]:
    """Two may come before two others go, so each table has that much room more."""
    members = np.zeros((len(tabling.tables), max(tabling.capacity, default=0) + 2), dtype=np.int64)
    place = np.zeros(len(tables), dtype=np.int64)
    counts = np.zeros(len(tabling.tables), dtype=np.int64)
    for one, table in enumerate(tables):
        members[table, counts[table]] = one
        place[one] = counts[table]
        counts[table] += 1
    return members, place, counts


type _Linked = tuple[int, int, int]


def _by_sitter(count: int, links: Iterable[_Linked]) -> tuple[Integers, Integers, Integers]:
    found: list[list[_Linked]] = [[] for _ in range(count)]
    for link in links:
        found[link[0]].append(link)
    starts = np.cumsum([0, *map(len, found)]).astype(np.int64)
    flat = list(chain.from_iterable(found))
    return starts, _array(other for _, other, _ in flat), _array(weight for *_, weight in flat)


def _array(values: Iterable[int]) -> Integers:
    return np.fromiter(values, dtype=np.int64)
