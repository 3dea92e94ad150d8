"""
Halls of 500 and 2,000 guests: ours, and the whole hall as one programme for CP-SAT and for HiGHS.

Costs and receptions are those of `support/hall_receptions.py`. Seconds are those of the clock, with those of
the processor beside them; the others have the seconds that ours may take. One small hall is solved before, so
that what was compiled is loaded.
Usage: seating_halls.py [seed]
"""

import sys
from collections.abc import Iterator
from time import perf_counter, process_time

import highspy
import numpy as np
from ortools.sat.python import cp_model
from support.figures import Figure, machine, report
from support.hall_receptions import IN_ROW, Hall, problem_of, rows_of
from support.receptions import reception

from chancery.rules.seating.solve import solve

SEED = 7
SMALL, LARGE = 500, 2_000
SMALL_SECONDS, LARGE_SECONDS = 1.0, 5.0
LARGE_COST = 1_043
DELEGATION = 5


def main() -> int:
    """Measure and print; 1 if a figure misses its limit."""
    print(machine())
    seed = int(sys.argv[1]) if len(sys.argv) > 1 else SEED
    solve(problem_of(Hall(reception(80, seed))))
    return report(
        [*_figures(SMALL, seed, SMALL_SECONDS, None), *_figures(LARGE, seed, LARGE_SECONDS, LARGE_COST)]
    )


def _figures(count: int, seed: int, seconds: float, limit: float | None) -> Iterator[Figure]:
    hall = Hall(reception(count, seed))
    begun, worked = perf_counter(), process_time()
    found = solve(problem_of(hall))
    clock, processor = perf_counter() - begun, process_time() - worked
    total, broken = hall.cost_of(rows_of(found.placing, hall))
    name = f"{count:,} guests, seed {seed}"
    yield Figure(f"{name}, ours, cost", total, "", limit)
    yield Figure(f"{name}, ours, rules broken", broken, "", 0.5)
    yield Figure(
        f"{name}, ours, bound", found.bound or 0, "", total if limit is None else None, limit is None
    )
    yield Figure(f"{name}, ours, by the clock", clock, "s", seconds)
    yield Figure(f"{name}, ours, processor", processor, "s")
    for solver, (cost, bound) in (
        ("CP-SAT whole", _cp_sat(hall, seconds)),
        ("HiGHS whole", _highs(hall, seconds)),
    ):
        yield Figure(f"{name}, {solver}, cost in {seconds:g} s", cost, "")
        yield Figure(f"{name}, {solver}, bound", bound, "")


def _cp_sat(hall: Hall, seconds: float) -> tuple[float, float]:
    model = cp_model.CpModel()
    at = {
        (number, row): model.new_bool_var("")
        for number, party in enumerate(hall.parties)
        for row in hall.candidates(party)
    }
    for number, party in enumerate(hall.parties):
        model.add_exactly_one(at[number, row] for row in hall.candidates(party))
    for row in range(hall.rows):
        inside = [number for number in range(len(hall.parties)) if (number, row) in at]
        model.add(sum(len(hall.parties[each].members) * at[each, row] for each in inside) <= IN_ROW)
    for one, other in hall.foes:
        for row in range(hall.rows):
            if (one, row) in at and (other, row) in at:
                model.add_bool_or(at[one, row].negated(), at[other, row].negated())
    costs = [hall.parties[number].cost(row) * literal for (number, row), literal in at.items()]
    for members in hall.groups:
        for row in range(hall.rows):
            there = [at[each, row] for each in members if (each, row) in at]
            if there:
                used = model.new_bool_var("")
                costs.append(DELEGATION * used)
                for literal in there:
                    model.add_implication(literal, used)
    model.minimize(sum(costs) - DELEGATION * len(hall.groups))
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = seconds
    solver.parameters.num_workers = 2
    status = solver.solve(model)
    is_found = status in (cp_model.OPTIMAL, cp_model.FEASIBLE)
    return solver.objective_value if is_found else float("inf"), solver.best_objective_bound


def _highs(hall: Hall, seconds: float) -> tuple[float, float]:
    costs: list[float] = []
    rows: list[tuple[float, float, list[tuple[int, float]]]] = []
    at: dict[tuple[int, int], int] = {}
    for number, party in enumerate(hall.parties):
        for row in hall.candidates(party):
            at[number, row] = len(costs)
            costs.append(party.cost(row))
        rows.append((1, 1, [(at[number, row], 1.0) for row in hall.candidates(party)]))
    for row in range(hall.rows):
        inside = [number for number in range(len(hall.parties)) if (number, row) in at]
        terms = [(at[each, row], float(len(hall.parties[each].members))) for each in inside]
        rows.append((-highspy.kHighsInf, IN_ROW, terms))
        for one, other in hall.foes:
            if (one, row) in at and (other, row) in at:
                rows.append((-highspy.kHighsInf, 1, [(at[one, row], 1.0), (at[other, row], 1.0)]))
        for members in hall.groups:
            there = [at[each, row] for each in members if (each, row) in at]
            if there:
                used = len(costs)
                costs.append(DELEGATION)
                rows += [(-highspy.kHighsInf, 0, [(each, 1.0), (used, -1.0)]) for each in there]
    solver = highspy.Highs()
    for option, value in (("output_flag", False), ("time_limit", seconds), ("threads", 2)):
        solver.setOptionValue(option, value)
    solver.passModel(_model(costs, rows, -DELEGATION * len(hall.groups)))
    solver.run()
    found = solver.getInfo()
    is_found = found.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible
    return found.objective_function_value if is_found else float("inf"), found.mip_dual_bound


def _model(
    costs: list[float], rows: list[tuple[float, float, list[tuple[int, float]]]], offset: float
) -> highspy.HighsLp:
    model = highspy.HighsLp()
    model.num_col_, model.num_row_, model.offset_ = len(costs), len(rows), offset
    model.col_cost_ = np.array(costs, float)
    model.col_lower_, model.col_upper_ = np.zeros(len(costs)), np.ones(len(costs))
    model.integrality_ = [highspy.HighsVarType.kInteger] * len(costs)
    model.row_lower_ = np.array([lower for lower, _, _ in rows], float)
    model.row_upper_ = np.array([upper for _, upper, _ in rows], float)
    matrix = model.a_matrix_
    matrix.format_ = highspy.MatrixFormat.kRowwise
    matrix.start_ = np.cumsum([0, *(len(terms) for _, _, terms in rows)])
    matrix.index_ = np.array([column for _, _, terms in rows for column, _ in terms], np.int32)
    matrix.value_ = np.array([factor for _, _, terms in rows for _, factor in terms], float)
    return model


if __name__ == "__main__":
    raise SystemExit(main())
