"""
Rules that cannot all be kept: the smallest sets to blame, proven to be the smallest (R61, R62).

A set of rules is to blame when no plan keeps all of it. Every such set holds a rule of each set of rules that
some plan gives up: so the smallest set with a rule of each of those found is tried. Either it is to blame, or
the plan that keeps it gives up another set.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from ortools.sat.python import cp_model

from chancery.rules.seating.plan import Problem
from chancery.rules.seating.solve.rulebook import Rulebook

MOST = 3
"""How many smallest sets are told at most."""
WORK = 4.0
"""How long one question may take, in CP-SAT's own measure of work: near seconds, but repeatable."""
QUESTIONS = 200
"""How many questions are asked at most."""


@dataclass(frozen=True, slots=True)
class Conflicts:
    """
    Sets of ids of wishes and rules, each of which no plan keeps whole.

    Shape: all of one size, sorted; a lock has the id of its sitter after "locked:". `is_smallest` says that
    no smaller set is to blame; where it is not set the search ended before the proof.
    """

    sets: tuple[tuple[str, ...], ...] = ()
    is_smallest: bool = True

    def __bool__(self) -> bool:
        return bool(self.sets)


class _Undecided(Exception):
    """A question was not answered within its work."""


def smallest_conflicts(problem: Problem, *, also: Collection[str] = ()) -> tuple[tuple[str, ...], ...]:
    """
    Tell the smallest sets of rules that no plan keeps.

    Shape: empty where all rules can be kept together. `also` are ids of wishes that are asked about as if
    they were rules. At most `MOST` sets, all of one size.
    """
    return find_conflicts(problem, also=also).sets


def find_conflicts(problem: Problem, *, also: Collection[str] = ()) -> Conflicts:
    """Tell the smallest sets of rules that no plan keeps, and whether they are proven to be the smallest."""
    search = _Search(Rulebook(problem, also))
    try:
        return search.run()
    except _Undecided:
        return Conflicts(tuple(search.found or search.shrunk()), is_smallest=False)


class _Search:
    """The two questions asked in turn: which rules hit all sets given up, and does a plan keep them."""

    def __init__(self, book: Rulebook) -> None:
        self.book = book
        self.given_up: list[frozenset[str]] = []
        self.found: list[tuple[str, ...]] = []
        self.questions = 0

    def run(self) -> Conflicts:
        if self._kept(self.book.rules) is not None:
            return Conflicts()
        while len(self.found) < MOST:
            rules = self._hitting()
            if rules is None or (self.found and len(rules) > len(self.found[0])):
                break
            kept = self._kept(rules)
            if kept is None:
                self.found.append(rules)
            else:
                self.given_up.append(self._grown(kept))
        return Conflicts(tuple(sorted(self.found)))

    def shrunk(self) -> Iterable[tuple[str, ...]]:
        """A set to blame from which no rule can be left out, as far as questions are answered."""
        rules = list(self.book.rules)
        if self._ask(rules)[0] is not False:
            return ()
        for rule in tuple(rules):
            rest = [each for each in rules if each != rule]
            if self._ask(rest)[0] is False:
                rules = rest
        return (tuple(rules),)

    def _kept(self, rules: Iterable[str]) -> frozenset[str] | None:
        """The rules that a plan keeps which keeps at least these; None where there is no such plan."""
        self.questions += 1
        answer, kept = self._ask(rules)
        if answer is None or self.questions > QUESTIONS:
            raise _Undecided
        return kept if answer else None

    def _ask(self, rules: Iterable[str]) -> tuple[bool | None, frozenset[str]]:
        """Whether a plan keeps these rules, None where the work ended before; and all the rules it keeps."""
        book = self.book
        book.model.clear_assumptions()
        book.model.clear_hints()  # type: ignore[no-untyped-call]  # has no annotations
        book.model.add_assumptions([book.is_on[rule] for rule in rules])
        for rule in book.rules:
            book.model.add_hint(book.is_on[rule], True)
        solver = _solver()
        status = solver.solve(book.model)
        if status == cp_model.INFEASIBLE:
            return False, frozenset()
        if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            return True, frozenset(rule for rule in book.rules if solver.value(book.is_on[rule]))
        return None, frozenset()

    def _grown(self, kept: frozenset[str]) -> frozenset[str]:
        """What a plan gives up that keeps as many more rules as can be, one after the other."""
        for rule in self.book.rules:
            if rule not in kept:
                more = self._kept({*kept, rule})
                kept = more if more is not None else kept
        return frozenset(self.book.rules) - kept

    def _hitting(self) -> tuple[str, ...] | None:
        """The smallest set of rules that hits every set given up and holds no set found before."""
        model = cp_model.CpModel()
        chosen = {rule: model.new_bool_var(rule) for rule in self.book.rules}
        for rules in self.given_up:
            model.add_bool_or([chosen[rule] for rule in sorted(rules)])
        for found in self.found:
            model.add_bool_or([chosen[rule].negated() for rule in found])
        model.minimize(sum(chosen.values()))
        solver = _solver()
        status = solver.solve(model)
        if status == cp_model.INFEASIBLE:
            return None
        if status != cp_model.OPTIMAL:
            raise _Undecided
        return tuple(rule for rule in self.book.rules if solver.value(chosen[rule]))


def _solver() -> cp_model.CpSolver:
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = 1
    solver.parameters.linearization_level = 2
    solver.parameters.max_deterministic_time = WORK
    return solver
