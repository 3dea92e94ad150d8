"""
Halls: parties to rows, then seats within the rows (R71-R76).

The rows decide who is how far from the stage; they are searched first, and their bound is that of the plan,
because seats within a row only add to the cost.
"""

from collections.abc import Mapping
from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import replace

from chancery.rules.seating.grounds import Grounds, grounds_of
from chancery.rules.seating.plan import Problem, Solution
from chancery.rules.seating.score import cost, score
from chancery.rules.seating.solve import hall_rows
from chancery.rules.seating.solve.conflicts import Conflicts, find_conflicts
from chancery.rules.seating.solve.parties import Rows, rows_of
from chancery.rules.seating.solve.ready import in_order, who_fits
from chancery.rules.seating.solve.row_seats import asked_of, seats_in_row
from chancery.rules.seating.solve.seated import behind_principals, left_out
from chancery.rules.seating.solve.values import Progress, Watch

AT_ONCE = 2
"""How many rows or windows are searched at the same time; their results do not depend on it."""
MOVES, FEW_MOVES = 700, 400
"""How many moves of the quick search a party is worth: in a large hall, and in one solved in one piece."""


def solve_hall(problem: Problem, *, seed: int, steps: int, watch: Watch | None) -> Solution:
    """
    Search for the plan of a hall.

    Shape: as of `solve`. `bound` is that of the rows, proven for the whole hall; None where a rule is broken
    or the search was stopped before.
    """
    problem = in_order(problem)
    grounds = grounds_of(problem)
    problem = replace(problem, locked=dict(grounds.hosts) | dict(problem.locked))
    seated = who_fits(problem, grounds)
    with ThreadPoolExecutor(AT_ONCE) as executor:
        placed, hall = _rows(problem, grounds, seated, executor, seed=seed, steps=steps, watch=watch)
        placing = _seats(problem, grounds, hall, placed.rows, executor)
    placing |= behind_principals(problem, grounds, placing)
    kept = score(problem, placing, grounds=grounds)
    total, bound = cost(kept), placed.bound
    left = left_out(problem, grounds, placing)
    is_broken = any(each.is_hard and not each.is_kept for each in kept)
    blamed = find_conflicts(problem) if is_broken else Conflicts()
    return Solution(
        placing,
        total,
        kept,
        bound=bound,
        is_proven=bound == total and not left,
        unseated=left,
        conflicts=blamed.sets,
        is_blame_proven=blamed.is_smallest,
        steps=steps,
    )


def _rows(
    problem: Problem,
    grounds: Grounds,
    seated: list[str],
    executor: Executor,
    *,
    seed: int,
    steps: int,
    watch: Watch | None,
) -> tuple[hall_rows.Placed, Rows]:
    def told(step: int, best: int) -> bool:
        return watch is None or watch(Progress(step, moves, best))

    hall = rows_of(problem, grounds, seated)
    each = FEW_MOVES if len(seated) <= hall_rows.WHOLE else MOVES
    moves = min(steps, each * len(hall.parties))
    placed = hall_rows.place(hall, executor, seed=seed, steps=moves, told=told)
    if placed is None:
        hall = rows_of(problem, grounds, seated, is_joined=False)
        placed = hall_rows.place(hall, executor, seed=seed, steps=moves, told=told)
    return placed or hall_rows.Placed({}, 0, None), hall


def _seats(
    problem: Problem, grounds: Grounds, hall: Rows, rows: Mapping[int, int], executor: Executor
) -> dict[str, str]:
    asked = asked_of(problem, grounds)
    members: dict[str, list[str]] = {unit: [] for unit in hall.units}
    for party, row in sorted(rows.items()):
        members[hall.units[row]].extend(hall.parties[party])
    units = [unit for unit in grounds.units if members[unit.id]]
    found = executor.map(
        lambda unit: seats_in_row(unit, members[unit.id], asked, grounds, problem.locked), units
    )
    return {sitter: seat for row in found for sitter, seat in row.items()}
