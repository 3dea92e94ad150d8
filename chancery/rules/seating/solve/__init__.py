"""
The search for the best plan: tables, halls and the table of state, repair after a change, proven conflicts.

Its packages are the extra `chancery[seating]`; without them every function here raises MissingPackages.
"""

from importlib.util import find_spec

from chancery.rules.seating.plan import Problem, Solution
from chancery.rules.seating.room import Shape
from chancery.rules.seating.solve.values import MissingPackages, Moved, Progress, Repair, Watch

__all__ = ["MissingPackages", "Moved", "Progress", "Repair", "Watch", "is_installed", "solve"]

PACKAGES = ("highspy", "numba", "numpy", "ortools")
STEPS = 30_000_000
"""Moves that are tried unless another number is asked for: some ten seconds at 600 guests."""


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
    from chancery.rules.seating.solve import halls, tables  # noqa: PLC0415  # an extra that need not be there

    if is_hall(problem):
        return halls.solve_hall(problem, seed=seed, steps=steps, watch=watch)
    return tables.solve_tables(problem, seed=seed, steps=steps, watch=watch)


def is_hall(problem: Problem) -> bool:
    """Whether most of the seats stand in rows."""
    units = problem.room.units
    in_rows = sum(len(unit.seats) for unit in units if unit.shape is Shape.ROW)
    return 2 * in_rows > sum(len(unit.seats) for unit in units)


def _need_packages() -> None:
    if not is_installed():
        raise MissingPackages
