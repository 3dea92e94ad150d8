"""Whole-number programmes, built column by column and row by row, and solved by HiGHS."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import count

import highspy
import numpy as np
from highspy.highs import HighsCallbackEvent

type Terms = Iterable[tuple[int, float]]
"""Columns of a row, each with its factor."""

EMERGENCY_SECONDS = 120.0
"""Only a machine gone wrong meets it: limits that shape a result are counted, never timed."""
_INFINITE = highspy.kHighsInf


@dataclass(frozen=True, slots=True)
class Answer:
    """
    What came of a programme.

    Shape: `values` of its columns, empty where none were found. `bound` is what no answer goes below.
    `is_proven` says that `cost` is the least there is, `is_impossible` that there is no answer at all.
    """

    values: Sequence[float]
    cost: float
    bound: float
    is_proven: bool
    is_impossible: bool


@dataclass
class Program:
    """A programme to be made as cheap as can be; every column is a whole number from 0 to its upper bound."""

    costs: list[float] = field(default_factory=list)
    uppers: list[float] = field(default_factory=list)
    rows: list[tuple[float, float, list[tuple[int, float]]]] = field(default_factory=list)

    def column(self, cost: float = 0.0, upper: float = 1.0) -> int:
        """Add a column; tells its number."""
        self.costs.append(cost)
        self.uppers.append(upper)
        return len(self.costs) - 1

    def exactly(self, value: float, terms: Terms) -> None:
        """Ask that the terms add up to a value."""
        self.rows.append((value, value, list(terms)))

    def at_most(self, value: float, terms: Terms) -> None:
        """Ask that the terms add up to no more than a value."""
        self.rows.append((-_INFINITE, value, list(terms)))

    def at_least(self, value: float, terms: Terms) -> None:
        """Ask that the terms add up to no less than a value."""
        self.rows.append((value, _INFINITE, list(terms)))

    def solve(self, *, start: Sequence[float] | None = None, nodes: int) -> Answer:
        """
        Find the cheapest answer.

        Shape: costs are whole numbers. `start` is an answer to begin from; `nodes` limits the search, so that
        the result is that of the limit and not of the machine.
        """
        solver = _solver()
        solver.setOptionValue("mip_max_nodes", nodes)
        solver.passModel(self._model())
        if start is not None:
            solver.setSolution(_known(start))
        solver.run()
        return _answer(solver)

    def bound(self, *, rounds: int) -> float:
        """Tell what no answer goes below, from so many rounds of cuts, without looking for answers."""
        solver = _solver()
        solver.setOptionValue("mip_max_nodes", 1)
        solver.setOptionValue("mip_heuristic_effort", 0.0)
        solver.passModel(self._model())
        looks = count(1)

        def look(event: HighsCallbackEvent) -> None:
            if next(looks) >= rounds:
                event.interrupt()

        solver.cbMipInterrupt.subscribe(look)
        solver.run()
        return float(solver.getInfo().mip_dual_bound)

    def relaxed(self) -> tuple[float, Sequence[float]]:
        """
        Solve with fractions allowed.

        Shape: the cost, and the price of each row.
        """
        solver = _solver()
        model = self._model()
        model.integrality_ = []
        solver.passModel(model)
        solver.run()
        return solver.getInfo().objective_function_value, solver.getSolution().row_dual

    def _model(self) -> highspy.HighsLp:
        model = highspy.HighsLp()
        model.num_col_, model.num_row_ = len(self.costs), len(self.rows)
        model.col_cost_ = np.array(self.costs, float)
        model.col_lower_ = np.zeros(len(self.costs))
        model.col_upper_ = np.array(self.uppers, float)
        model.integrality_ = [highspy.HighsVarType.kInteger] * len(self.costs)
        model.row_lower_ = np.array([lower for lower, _, _ in self.rows], float)
        model.row_upper_ = np.array([upper for _, upper, _ in self.rows], float)
        matrix = model.a_matrix_
        matrix.format_ = highspy.MatrixFormat.kRowwise
        matrix.start_ = np.cumsum([0, *(len(terms) for _, _, terms in self.rows)])
        matrix.index_ = np.array([column for _, _, terms in self.rows for column, _ in terms], np.int32)
        matrix.value_ = np.array([factor for _, _, terms in self.rows for _, factor in terms], float)
        return model


def _solver() -> highspy.Highs:
    solver = highspy.Highs()
    for option, value in (
        ("output_flag", False),
        ("threads", 1),
        ("random_seed", 0),
        ("mip_rel_gap", 0.0),
        ("mip_abs_gap", 0.99),
        ("time_limit", EMERGENCY_SECONDS),
    ):
        solver.setOptionValue(option, value)
    return solver


def _known(values: Sequence[float]) -> highspy.HighsSolution:
    solution = highspy.HighsSolution()
    solution.col_value = list(values)
    solution.value_valid = True
    return solution


def _answer(solver: highspy.Highs) -> Answer:
    status, found = solver.getModelStatus(), solver.getInfo()
    has_values = found.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible
    return Answer(
        values=solver.getSolution().col_value if has_values else (),
        cost=found.objective_function_value,
        bound=found.mip_dual_bound,
        is_proven=status == highspy.HighsModelStatus.kOptimal,
        is_impossible=status == highspy.HighsModelStatus.kInfeasible,
    )
