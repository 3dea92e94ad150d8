"""
One change at a reception of 600 guests, two hundred times: how long the repair takes, and how many move.

Somebody declines, sends a representative of another rank, or comes beside the list. Who declines is not
counted among the moved, who comes new is.
"""

import random
import statistics
from dataclasses import replace
from time import process_time

from support.figures import Figure, machine, percentile, report
from support.receptions import problem_of, reception, round_tables

from chancery.rules.seating.plan import Problem, Sitter
from chancery.rules.seating.solve import Repair, repair, solve

GUESTS = 600
TABLES = 61
CHANGES = 200
SEED = 7
STEPS = 2_000_000
LIMIT_MS = 300.0
LIMIT_MOVED = 3.0


def main() -> int:
    """Measure and print; 1 if a figure misses its limit."""
    print(machine())
    dice = random.Random(SEED)
    problem = replace(problem_of(reception(GUESTS, SEED)), room=round_tables(TABLES))
    before = solve(problem, steps=STEPS).placing
    repair(problem, before)
    rules = _broken(repair(problem, before))
    times, moved, broken = [], [], 0
    for _ in range(CHANGES):
        after, changed = _changed(problem, dice)
        started = process_time()
        found = repair(after, before, changed=changed)
        times.append((process_time() - started) * 1000)
        moved.append(len([each for each in found.moved if each.after]))
        broken += _broken(found) > rules
    return report(_figures(times, moved, broken))


def _figures(times: list[float], moved: list[int], broken: int) -> list[Figure]:
    return [
        Figure("repair of one change, processor, median", statistics.median(times), "ms", LIMIT_MS),
        Figure("the same, 95th percentile", percentile(times, 0.95), "ms", LIMIT_MS),
        Figure("people moved, median", statistics.median(moved), "people", LIMIT_MOVED),
        Figure("people moved, at most", max(moved), "people"),
        Figure("repairs that keep every rule", CHANGES - broken, "repairs", CHANGES, is_floor=True),
    ]


def _broken(found: Repair) -> int:
    return sum(kept.is_hard and not kept.is_kept for kept in found.kept)


def _changed(problem: Problem, dice: random.Random) -> tuple[Problem, tuple[str, ...]]:
    """The problem after one change, and whose place in the order is another."""
    number = dice.randrange(GUESTS)
    match dice.randrange(3):
        case 0:
            rest = (*problem.sitters[:number], *problem.sitters[number + 1 :])
            return replace(problem, sitters=rest), ()
        case 1:
            one = problem.sitters[number]
            lower = replace(one, place=min(GUESTS, (one.place or 0) + dice.randrange(50, 300)))
            return replace(problem, sitters=_with(problem, lower)), (one.id,)
        case _:
            guest = Sitter(
                "new", "New guest", GUESTS + 1, dice.randrange(1, GUESTS), languages=frozenset({"en"})
            )
            return replace(problem, sitters=(*problem.sitters, guest)), ()


def _with(problem: Problem, other: Sitter) -> tuple[Sitter, ...]:
    return tuple(other if each.id == other.id else each for each in problem.sitters)


if __name__ == "__main__":
    raise SystemExit(main())
