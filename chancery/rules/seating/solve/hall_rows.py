"""The rows of a hall: a quick search first, then a few rows at a time exactly, two such windows at once."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass

import numpy as np

from chancery.rules.seating.score import BROKEN_RULE
from chancery.rules.seating.solve import row_search, windows
from chancery.rules.seating.solve.parties import IMPOSSIBLE, Rows
from chancery.rules.seating.solve.row_search import Hall, Lists, Whole

NEAR = 11
"""In how many rows, the cheapest ones, a party is tried without a reason of its group."""
WHOLE = 600
"""Up to how many sitters a hall is solved in one piece."""
WINDOW = 240
"""How many seats a window has, about."""
PIECE = 500_000
"""Moves between two looks at whether the search is to stop."""

type Told = Callable[[int, int], bool]
"""Asked with the moves made and the best cost so far; False stops."""


@dataclass(frozen=True, slots=True)
class Placed:
    """Parties in rows; `bound` is what no placing goes below, None where none was found."""

    rows: Mapping[int, int]
    cost: int
    bound: int | None


def place(hall: Rows, executor: Executor, *, seed: int, steps: int, told: Told) -> Placed | None:
    """
    Place parties in rows, in the same way for the same seed and number of moves.

    Shape: None where some party found no row with room. In one piece, and so proven, up to `WHOLE` sitters.
    """
    start = _greedy(hall)
    if start is None:
        return None
    rows, goes_on = _walk(hall, start, seed, steps, told)
    if not goes_on:
        return Placed(rows, hall.cost_of(rows), None)
    every = tuple(range(len(hall.units)))
    if sum(map(len, hall.parties)) <= WHOLE:
        found, is_proven = windows.improve(hall, rows, every)
        cost = hall.cost_of(found)
        return Placed(found, cost, cost if is_proven and cost < BROKEN_RULE else None)
    return _by_windows(hall, rows, executor, told, steps)


def _by_windows(hall: Rows, rows: dict[int, int], executor: Executor, told: Told, steps: int) -> Placed:
    proof = executor.submit(windows.bound_of, hall, rows) if hall.cost_of(rows) < BROKEN_RULE else None
    for sweep in _sweeps(hall):
        futures = [executor.submit(windows.improve, hall, dict(rows), window) for window in sweep]
        for future in futures:
            rows.update(future.result()[0])
        if not told(steps, hall.cost_of(rows)):
            break
    return Placed(rows, hall.cost_of(rows), proof.result() if proof else None)


def _sweeps(hall: Rows) -> Iterator[list[range]]:
    """Windows beside each other, then windows over their joints: those of one sweep touch no common row."""
    many = len(hall.units)
    size = max(2, round(WINDOW * many / max(1, sum(hall.capacity))))
    for begin in (0, -(size // 2)):
        edges = [max(0, edge) for edge in range(begin, many, size)]
        yield [range(edge, min(many, edge + size if edge or not begin else begin + size)) for edge in edges]


def _walk(
    hall: Rows, start: dict[int, int], seed: int, steps: int, told: Told
) -> tuple[dict[int, int], bool]:
    numbers = _numbers(hall)
    rows = np.array([start[party] for party in range(len(hall.parties))], np.int64)
    best = rows
    for first in range(0, steps, PIECE):
        last = min(steps, first + PIECE)
        rows, best = row_search.walk(rows, best, numbers, steps, first, last, seed)
        found = dict(enumerate(best.tolist()))
        if not told(last, hall.cost_of(found)):
            return found, False
    return dict(enumerate(best.tolist())), True


def _greedy(hall: Rows) -> dict[int, int] | None:
    """Who has few rows to choose from first, then the highest, each into the best row with room."""
    left, found = list(hall.capacity), dict[int, int]()
    for party in sorted(range(len(hall.parties)), key=lambda each: _freedom(hall, each)):
        size = len(hall.parties[party])
        open_rows = [
            row for row, room in enumerate(left) if room >= size and hall.cost[party][row] < IMPOSSIBLE
        ]
        if not open_rows:
            return None
        row = min(open_rows, key=lambda each: (_cost_with_foes(hall, party, each, found), each))
        found[party] = row
        left[row] -= size
    return found


def _freedom(hall: Rows, party: int) -> tuple[bool, int, int]:
    rows = sum(cost < BROKEN_RULE for cost in hall.cost[party])
    size = len(hall.parties[party])
    return rows == len(hall.units), -size if size > 2 else 0, party


def _cost_with_foes(hall: Rows, party: int, row: int, found: Mapping[int, int]) -> int:
    foes = hall.foes_of[party]
    return hall.cost[party][row] + sum(weight for foe, weight in foes.items() if found.get(foe) == row)


def _numbers(hall: Rows) -> Hall:
    parties = range(len(hall.parties))
    foes = [sorted(hall.foes_of[party].items()) for party in parties]
    return Hall(
        cost=np.array(hall.cost, np.int64),
        size=np.array([len(party) for party in hall.parties], np.int64),
        capacity=np.array(hall.capacity, np.int64),
        near=_lists([_near(hall.cost[party]) for party in parties]),
        groups=_lists(hall.groups_of),
        group_weight=_whole(weight for _, weight in hall.groups),
        foes=_lists([[foe for foe, _ in each] for each in foes]),
        foe_weight=_whole(weight for each in foes for _, weight in each),
        needs=_lists([_needs(hall, party) for party in parties]),
        have=np.array([have for _, have, _ in hall.needs], np.int64).reshape(-1, len(hall.units)),
        need_weight=_whole(weight for _, _, weight in hall.needs),
    )


def _near(costs: Sequence[int]) -> list[int]:
    rows = sorted((cost, row) for row, cost in enumerate(costs) if cost < IMPOSSIBLE)
    return [row for _, row in rows[:NEAR]]


def _needs(hall: Rows, party: int) -> list[int]:
    return [need for need, (asked, _, _) in enumerate(hall.needs) for _ in range(asked.get(party, 0))]


def _whole(numbers: Iterator[int]) -> Whole:
    return np.array(list(numbers), np.int64)


def _lists(lists: Sequence[Sequence[int]]) -> Lists:
    start = np.cumsum([0, *map(len, lists)]).astype(np.int64)
    return Lists(start, np.array([item for items in lists for item in items], np.int64))
