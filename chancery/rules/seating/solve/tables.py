"""Guests to tables, then to the seats of each table (R52, R58, R66, R67)."""

from collections.abc import Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

from chancery.rules.seating.grounds import Grounds, grounds_of
from chancery.rules.seating.plan import Placing, Problem, Solution
from chancery.rules.seating.score import cost, score
from chancery.rules.seating.solve.bound import bound_of
from chancery.rules.seating.solve.conflicts import Conflicts, find_conflicts
from chancery.rules.seating.solve.order import asked_of, ordered
from chancery.rules.seating.solve.ready import in_order
from chancery.rules.seating.solve.reasons import reasons_of
from chancery.rules.seating.solve.search import anneal_tables
from chancery.rules.seating.solve.seated import at_tables, behind_principals, given_seats, left_out, seat_rest
from chancery.rules.seating.solve.start import first_tables, joined
from chancery.rules.seating.solve.tabling import Tabling, tabling_of
from chancery.rules.seating.solve.values import Progress, Watch

STEPS_EACH = 200_000
"""More moves than this for each sitter find nothing more."""


@dataclass
class Report:
    """Tells a watch how far the search has come."""

    watch: Watch | None
    steps: int
    bound: "Future[int]"
    step: int = 0
    is_stopped: bool = False

    def __call__(self, step: int, best: int) -> bool:
        self.step = step
        bound = self.bound.result() if self.bound.done() else None
        if self.watch is not None and not self.watch(Progress(step, self.steps, best, bound)):
            self.is_stopped = True
        return not self.is_stopped and bound != best


def solve_tables(problem: Problem, *, seed: int, steps: int, watch: Watch | None) -> Solution:
    """
    Seat everybody at the tables of a room.

    Shape: hosts by form, locked seats as they are, all others by the search; then each table in its own
    order. `bound` counts what is asked of tables alone: the order round them adds what it must. A search
    that is stopped has a bound only if it was proven by then.
    """
    problem = in_order(problem)
    grounds = grounds_of(problem)
    given = given_seats(problem, grounds)
    given |= {} if not given else behind_principals(problem, grounds, given)
    tabling = tabling_of(problem, grounds, given, at_tables(problem, grounds, given))
    start = first_tables(tabling)
    tabling = joined(tabling, start)
    steps = min(steps, STEPS_EACH * max(1, len(tabling.sitters)))
    pool = ThreadPoolExecutor(1)
    report = Report(watch, steps, pool.submit(bound_of, tabling))
    tables, _ = anneal_tables(tabling, start, seed=seed, steps=steps, told=report)
    bound = report.bound.result() if report.bound.done() or not report.is_stopped else None
    pool.shutdown(wait=False)
    placing = placing_of(problem, grounds, tabling, tables, given)
    return solution_of(problem, grounds, placing, bound=bound, steps=report.step)


def placing_of(
    problem: Problem, grounds: Grounds, tabling: Tabling, tables: Sequence[int], given: Placing
) -> dict[str, str]:
    """Order each table, and bring interpreters behind those for whom they interpret."""
    asked = asked_of(problem, grounds)
    at: Mapping[str, list[str]] = {unit: [] for unit in tabling.tables}
    for each, table in zip(tabling.sitters, tables, strict=True):
        at[tabling.tables[table]].append(each)
    placing = dict(given)
    for unit, members in at.items():
        placing |= ordered(unit, members, given, asked, grounds)
    placing |= behind_principals(problem, grounds, placing)
    return placing | seat_rest(problem, grounds, placing)


def solution_of(
    problem: Problem, grounds: Grounds, placing: Placing, *, bound: int | None, steps: int
) -> Solution:
    """Count what a placing costs, tell who has no seat, why each has the own one, and what rules collide."""
    kept = score(problem, placing, grounds=grounds)
    total = cost(kept)
    is_broken = any(each.is_hard and not each.is_kept for each in kept)
    blamed = find_conflicts(problem) if is_broken else Conflicts()
    return Solution(
        placing=placing,
        cost=total,
        kept=kept,
        bound=bound,
        is_proven=bound == total,
        unseated=left_out(problem, grounds, placing),
        conflicts=blamed.sets,
        is_blame_proven=blamed.is_smallest,
        reasons=reasons_of(problem, grounds, placing),
        steps=steps,
    )
