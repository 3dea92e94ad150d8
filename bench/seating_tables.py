"""
Receptions of 200 and 600 guests at round tables of ten: the cost of the plan after 10 and 30 seconds.

Beside the search of Chancery, at the same seconds of the clock: the whole model by CP-SAT, the whole model by
HiGHS, and the annealing alone in one chain. Arguments: seconds of the rivals' runs, 0 to leave them out.
"""

import sys
from collections.abc import Iterator
from time import perf_counter, process_time

from support.figures import Figure, machine, report
from support.receptions import Reception, cost_of, problem_of, reception, tables_of
from support.whole_models import annealed, by_cp_sat, by_highs

from chancery.rules.seating.solve import Progress, solve

SEEDS = (7, 11)
LIMITS = {
    (200, 7, 10): 123,
    (200, 11, 10): 172,
    (600, 7, 10): 315,
    (600, 11, 10): 334,
    (600, 7, 30): 300,
    (600, 11, 30): 320,
}
STEPS_A_SECOND = 3_000_000
"""Less than two cores do; a search that is quicker ends before its seconds are over."""
RIVALS = [float(each) for each in sys.argv[1:]] or [10.0, 30.0]


def main() -> int:
    """Measure and print; 1 if a figure misses its limit."""
    print(machine())
    solve(problem_of(reception(20, 1)), steps=1_000)
    return report(figure for guests in (200, 600) for seed in SEEDS for figure in _figures(guests, seed))


def _figures(guests: int, seed: int) -> Iterator[Figure]:
    drawn = reception(guests, seed)
    for seconds in (10, 30):
        yield from _ours(drawn, guests, seed, seconds)
    for seconds in filter(None, RIVALS):
        name = f"{guests} guests, seed {seed}, {seconds:g} s"
        cost, moves = annealed(drawn, seconds)
        yield Figure(f"{name}: annealing alone", cost, "places")
        yield Figure(f"{name}: its moves", moves / seconds, "a second")
        for rival, run in (("CP-SAT whole", by_cp_sat), ("HiGHS whole", by_highs)):
            cost, bound = run(drawn, seconds)
            yield Figure(f"{name}: {rival}", cost, "places")
            yield Figure(f"{name}: its bound", bound, "places")


def _ours(drawn: Reception, guests: int, seed: int, seconds: int) -> Iterator[Figure]:
    """By the product's own search: a budget of steps, ended by the clock where the machine is slower."""
    name = f"{guests} guests, seed {seed}, {seconds} s"
    started, busy = perf_counter(), process_time()

    def watch(_: Progress) -> bool:
        return perf_counter() - started < seconds

    found = solve(problem_of(drawn), steps=STEPS_A_SECOND * seconds, watch=watch)
    taken, busy = perf_counter() - started, process_time() - busy
    cost, broken = cost_of(tables_of(dict(found.placing), drawn), drawn)
    yield Figure(f"{name}: Chancery", cost, "places", LIMITS.get((guests, seed, seconds)))
    yield Figure(f"{name}: rules kept", 100.0 * (not broken), "%", 100.0, is_floor=True)
    yield Figure(f"{name}: its bound", found.bound or 0, "places")
    yield Figure(f"{name}: by the clock", taken, "s")
    yield Figure(f"{name}: moves", found.steps / busy, "a second of processor")


if __name__ == "__main__":
    raise SystemExit(main())
