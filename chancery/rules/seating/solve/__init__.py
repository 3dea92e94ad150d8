"""
The search for the best plan: tables, halls and the table of state, repair after a change, proven conflicts.

Its packages are the extra `chancery[seating]`; without them every function here raises MissingPackages.
"""

from collections.abc import Collection
from dataclasses import replace
from importlib.util import find_spec

from chancery.rules.seating.plan import Placing, Problem, Solution
from chancery.rules.seating.room import Shape
from chancery.rules.seating.solve.values import MissingPackages, Moved, Progress, Repair, Watch

__all__ = [
    "MissingPackages",
    "Moved",
    "Progress",
    "Repair",
    "Watch",
    "fill",
    "is_installed",
    "repair",
    "smallest_conflicts",
    "solve",
]

PACKAGES = ("highspy", "numba", "numpy", "ortools")
STEPS = 30_000_000
"""Moves that are tried unless another number is asked for: some ten seconds at 600 guests."""


FILLING = 20_000
"""Moves that are tried for each who is filled in."""


def is_installed() -> bool:
    """Whether the packages of the search are there."""
    return all(find_spec(package) is not None for package in PACKAGES)


def solve(problem: Problem, *, seed: int = 1, steps: int = STEPS, watch: Watch | None = None) -> Solution:
    """
    Search for the plan of the least cost.

    Shape: everybody of the problem has a seat or stands in `unseated`. Equal problems with equal `seed` and
    `steps` give equal plans, whatever the order of the sitters; a stopped search gives the best so far.
    Units: `steps` are moves tried; `watch` is asked some hundred times.
    Errors: MissingPackages.
    """
    _need_packages()
    from chancery.rules.seating.solve import (  # noqa: PLC0415  # an extra that need not be installed
        halls,
        one_table,
        tables,
    )

    if is_hall(problem):
        return halls.solve_hall(problem, seed=seed, steps=steps, watch=watch)
    if len(problem.room.units) == 1:
        return one_table.solve_one_table(problem, watch=watch)
    return tables.solve_tables(problem, seed=seed, steps=steps, watch=watch)


def smallest_conflicts(problem: Problem, *, also: Collection[str] = ()) -> tuple[tuple[str, ...], ...]:
    """
    Tell the smallest sets of rules that no plan keeps whole, proven to be the smallest where that was found.

    Shape: ids of hard wishes, and of locked sitters after "locked:"; empty where all can be kept. `also` are
    ids of wishes that are asked about as if they were rules: which of them cannot be kept together.
    Errors: MissingPackages.
    """
    _need_packages()
    from chancery.rules.seating.solve import conflicts  # noqa: PLC0415  # an extra that need not be installed

    return conflicts.smallest_conflicts(problem, also=also)


def repair(problem: Problem, before: Placing, *, changed: Collection[str] = ()) -> Repair:
    """
    Mend a plan after a change of its guests, wishes or room, so that the fewest people move.

    Shape: `problem` is what holds now, `before` the seats of the plan as it was; `changed` are those whose
    place in the order is another, who may exchange seats with somebody. The result tells everybody whose
    seat is another, and why.
    Errors: MissingPackages.
    """
    _need_packages()
    from chancery.rules.seating.solve.repair import repair_plan  # noqa: PLC0415  # an extra

    return repair_plan(problem, before, changed=changed)


def fill(problem: Problem, placing: Placing, *, seed: int = 1) -> Solution:
    """
    Seat everybody who has no seat yet; nobody else moves.

    Errors: MissingPackages.
    """
    waiting = sum(each.id not in placing for each in problem.sitters)
    return solve(replace(problem, locked={**placing, **problem.locked}), seed=seed, steps=FILLING * waiting)


def is_hall(problem: Problem) -> bool:
    """Whether most of the seats stand in rows."""
    units = problem.room.units
    in_rows = sum(len(unit.seats) for unit in units if unit.shape is Shape.ROW)
    return 2 * in_rows > sum(len(unit.seats) for unit in units)


def _need_packages() -> None:
    if not is_installed():
        raise MissingPackages
