"""One table of state: proven to be the best, or proven impossible with the rules to blame (R52-R70)."""

from dataclasses import replace

from chancery.rules.seating.grounds import grounds_of
from chancery.rules.seating.plan import Problem, Solution
from chancery.rules.seating.score import cost, score
from chancery.rules.seating.solve.conflicts import Conflicts, find_conflicts
from chancery.rules.seating.solve.ready import in_order, who_fits
from chancery.rules.seating.solve.row_seats import asked_of, best_seats
from chancery.rules.seating.solve.seated import behind_principals, left_out
from chancery.rules.seating.solve.values import Progress, Watch


def solve_one_table(problem: Problem, *, watch: Watch | None) -> Solution:
    """
    Find the best plan of a single table.

    Shape: as of `solve`; the search is exact, so that seed and steps change nothing. Where a rule had to be
    broken `conflicts` tells the smallest sets of rules that no plan keeps.
    """
    problem = in_order(problem)
    grounds = grounds_of(problem)
    problem = replace(problem, locked=dict(grounds.hosts) | dict(problem.locked))
    seated = who_fits(problem, grounds)
    asked = asked_of(problem, grounds)
    placing, is_best = best_seats(grounds.units[0], seated, asked, grounds, problem.locked)
    placing |= behind_principals(problem, grounds, placing)
    kept = score(problem, placing, grounds=grounds)
    total = cost(kept)
    if watch is not None:
        watch(Progress(1, 1, total, total if is_best else None))
    is_broken = any(each.is_hard and not each.is_kept for each in kept)
    blamed = find_conflicts(problem) if is_broken else Conflicts()
    left = left_out(problem, grounds, placing)
    return Solution(
        placing,
        total,
        kept,
        bound=total if is_best else None,
        is_proven=is_best and not left,
        unseated=left,
        conflicts=blamed.sets,
        is_blame_proven=blamed.is_smallest,
        steps=1,
    )
