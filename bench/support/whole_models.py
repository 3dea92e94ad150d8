"""The rivals of the search: a reception as one model for an exact solver, and annealing in one chain."""

from collections import defaultdict
from collections.abc import Iterator
from time import perf_counter

import highspy
import numpy as np
from ortools.sat.python import cp_model

from chancery.rules.seating.grounds import grounds_of
from chancery.rules.seating.solve.search import chain_of
from chancery.rules.seating.solve.start import first_tables
from chancery.rules.seating.solve.tabling import tabling_of
from support.receptions import AT_TABLE, COMMON, Reception, problem_of, ring, weight

FOREVER = 1e9
HOT, COLD = 2.0, 0.2
MOVES = 20_000

type Row = tuple[float, float, dict[int, float]]


class Model:
    """Guests to tables as columns and rows: couples share their columns."""

    def __init__(self, drawn: Reception) -> None:
        self.drawn = drawn
        self.costs: list[float] = []
        self.upper: list[float] = []
        self.rows: list[Row] = []
        self.at: dict[tuple[int, int], int] = {}
        self.constant = -5.0 * len(drawn.delegations)
        self._places()
        self._apart()
        self._delegations()
        self._company()
        self._balance()

    def column(self, cost: float, upper: float = 1.0) -> int:
        """Add a quantity from 0 to `upper`; its number."""
        self.costs.append(cost)
        self.upper.append(upper)
        return len(self.costs) - 1

    def _places(self) -> None:
        drawn, count = self.drawn, len(self.drawn.guests)
        second = {other: one for one, other in drawn.couples}
        filled: list[dict[int, float]] = [defaultdict(float) for _ in range(drawn.tables)]
        for guest in range(count):
            for table in range(drawn.tables):
                cost = weight(guest, count) * abs(ring(guest // AT_TABLE) - ring(table))
                if guest not in second:
                    self.at[guest, table] = self.column(0.0)
                column = self.at[guest, table] = self.at[second.get(guest, guest), table]
                self.costs[column] += cost
                filled[table][column] += 1
            if guest not in second:
                self.rows.append((1, 1, {self.at[guest, table]: 1.0 for table in range(drawn.tables)}))
        self.rows += [(AT_TABLE, AT_TABLE, dict(terms)) for terms in filled]

    def _apart(self) -> None:
        for one, other in self.drawn.apart:
            for table in range(self.drawn.tables):
                self.rows.append((-FOREVER, 1, {self.at[one, table]: 1.0, self.at[other, table]: 1.0}))

    def _delegations(self) -> None:
        for members in self.drawn.delegations:
            for table in range(self.drawn.tables):
                used = self.column(5.0)
                self.rows += [(-FOREVER, 0, {self.at[one, table]: 1.0, used: -1.0}) for one in members]

    def _company(self) -> None:
        guests = self.drawn.guests
        for one, guest in enumerate(guests):
            if COMMON in guest.languages:
                continue
            alone = self.column(10.0)
            sharing = [n for n, other in enumerate(guests) if n != one and guest.languages & other.languages]
            for table in range(self.drawn.tables):
                terms: dict[int, float] = defaultdict(float, {alone: 2.0})
                for other in sharing:
                    terms[self.at[other, table]] += 1
                terms[self.at[one, table]] -= 2
                self.rows.append((0, FOREVER, dict(terms)))

    def _balance(self) -> None:
        for table in range(self.drawn.tables):
            away = self.column(1.0, AT_TABLE)
            for side in (1.0, -1.0):
                terms: dict[int, float] = defaultdict(float, {away: -1.0})
                for one, guest in enumerate(self.drawn.guests):
                    terms[self.at[one, table]] += side if guest.sex == "m" else -side
                self.rows.append((-FOREVER, 2, dict(terms)))


def by_cp_sat(drawn: Reception, seconds: float) -> tuple[float, float]:
    """The cost that CP-SAT finds in so many seconds with two workers, and its bound; -1 for no plan."""
    whole, model = Model(drawn), cp_model.CpModel()
    columns = [model.new_int_var(0, int(most), "") for most in whole.upper]
    for least, most, terms in whole.rows:
        total = sum(int(factor) * columns[column] for column, factor in terms.items())
        model.add_linear_constraint(total, int(max(least, -10_000)), int(min(most, 10_000)))
    model.minimize(sum(int(cost) * column for cost, column in zip(whole.costs, columns, strict=True)))
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = seconds
    solver.parameters.num_workers = 2
    is_found = solver.solve(model) in (cp_model.OPTIMAL, cp_model.FEASIBLE)
    cost = solver.objective_value + whole.constant if is_found else -1.0
    return cost, solver.best_objective_bound + whole.constant


def by_highs(drawn: Reception, seconds: float) -> tuple[float, float]:
    """The same by HiGHS with two threads."""
    whole, solver = Model(drawn), highspy.Highs()
    for option, value in (("output_flag", False), ("time_limit", seconds), ("threads", 2)):
        solver.setOptionValue(option, value)
    solver.passModel(_as_highs(whole))
    solver.run()
    found = solver.getInfo()
    cost = found.objective_function_value if found.primal_solution_status == 2 else -1.0
    return cost, found.mip_dual_bound


def _as_highs(whole: Model) -> highspy.HighsLp:
    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = len(whole.costs), len(whole.rows)
    model.col_cost_ = np.array(whole.costs)
    model.col_lower_ = np.zeros(len(whole.costs))
    model.col_upper_ = np.array(whole.upper)
    model.integrality_ = [highspy.HighsVarType.kInteger] * len(whole.costs)
    model.offset_ = whole.constant
    model.row_lower_ = np.array([_open(least) for least, _, _ in whole.rows])
    model.row_upper_ = np.array([_open(most) for _, most, _ in whole.rows])
    matrix = model.a_matrix_
    matrix.format_ = highspy.MatrixFormat.kRowwise
    matrix.start_ = np.cumsum([0, *(len(terms) for _, _, terms in whole.rows)])
    matrix.index_ = np.array([column for _, _, terms in whole.rows for column in terms], np.int32)
    matrix.value_ = np.array([factor for _, _, terms in whole.rows for factor in terms.values()])
    return model


def _open(value: float) -> float:
    return value * highspy.kHighsInf if abs(value) == FOREVER else value


def annealed(drawn: Reception, seconds: float) -> tuple[float, int]:
    """The cost after so many seconds of one chain that cools with the clock, and its moves."""
    problem = problem_of(drawn)
    tabling = tabling_of(problem, grounds_of(problem), {}, [each.id for each in problem.sitters])
    one = chain_of(tabling, first_tables(tabling), 1)
    moves = 0
    for share in _shares(seconds):
        one.run(MOVES, HOT * (COLD / HOT) ** share)
        moves += MOVES
    return float(one.best), moves


def _shares(seconds: float) -> Iterator[float]:
    started = perf_counter()
    while (share := (perf_counter() - started) / seconds) < 1:
        yield share
