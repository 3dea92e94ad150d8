"""Parties in rows, exactly: some rows at a time, like parties counted together; and a bound for all."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import ceil, inf

from chancery.rules.seating.score import BROKEN_RULE
from chancery.rules.seating.solve.parties import IMPOSSIBLE, Rows
from chancery.rules.seating.solve.programs import Program

type InRows = Mapping[int, int]
"""The row of each party, by number."""

NODES = 2_000
"""How many branches the search of one window may take."""
ROUNDS = 5
"""How many rounds of cuts the bound of a whole hall is worth."""
REACH = 44
"""How much dearer than the best row a row is that the bound looks at, in places of precedence."""


@dataclass
class Window:
    """
    The programme of some rows; every party outside stays where it is.

    Shape: `kinds` are parties that cannot be told apart: they share columns. `at[kind, row]` counts those of
    a kind in a row, `split[group, row]` says that somebody of a group sits there.
    """

    hall: Rows
    rows: tuple[int, ...]
    kinds: list[list[int]]
    program: Program = field(default_factory=Program)
    at: dict[tuple[int, int], int] = field(default_factory=dict)
    split: dict[tuple[int, int], int] = field(default_factory=dict)

    def start(self, now: InRows) -> list[float]:
        """The columns of a known placing."""
        values = [0.0] * len(self.program.costs)
        for (kind, row), column in self.at.items():
            values[column] = sum(now[party] == row for party in self.kinds[kind])
        for (group, row), column in self.split.items():
            values[column] = float(any(now[party] == row for party in self.hall.groups[group][0]))
        return values

    def placing(self, values: Sequence[float]) -> dict[int, int]:
        """The row of each party of the window; parties of one kind take their rows by number."""
        found: dict[int, int] = {}
        for kind, members in enumerate(self.kinds):
            waiting = iter(members)
            for row in self.rows:
                for _ in range(round(values[self.at[kind, row]]) if (kind, row) in self.at else 0):
                    found[next(waiting)] = row
        return found


def improve(hall: Rows, now: InRows, rows: Iterable[int]) -> tuple[dict[int, int], bool]:
    """
    Place the parties of some rows as well as can be, all others staying.

    Shape: the parties of these rows only, and whether that is proven to be the best. A placing that breaks no
    rule breaks none afterwards.
    """
    window = _window(hall, now, tuple(rows))
    if not window.kinds:
        return {}, True
    answer = window.program.solve(start=window.start(now), nodes=NODES)
    if not answer.values:
        return {party: now[party] for kind in window.kinds for party in kind}, False
    return window.placing(answer.values), answer.is_proven


def bound_of(hall: Rows, now: InRows) -> int:
    """
    Tell what no placing of parties in rows goes below, from the whole hall at once.

    Shape: proven by the first relaxation and some rounds of cuts, without branching; `now` breaks no rule.
    Rows far from the place of a party are left out where the prices of the relaxation tell what each of them
    costs at least: the bound holds for them too.
    """
    near = replace(hall, cost=tuple(_within_reach(own) for own in hall.cost))
    window = _window(near, now, tuple(range(len(hall.units))))
    relaxed, prices = window.program.relaxed()
    proven = min(window.program.bound(rounds=ROUNDS), relaxed + _least_left_out(hall, window, prices))
    return ceil(proven - 1e-6) - sum(weight for _, weight in hall.groups)


def _within_reach(costs: Sequence[int]) -> tuple[int, ...]:
    limit = min(costs) + REACH
    return tuple(cost if cost <= limit else IMPOSSIBLE for cost in costs)


def _least_left_out(hall: Rows, window: Window, prices: Sequence[float]) -> float:
    """What the cheapest party in a row that was left out adds to the relaxation at least."""
    of_rows = prices[len(window.kinds) :]
    return min(
        (
            hall.cost[kind[0]][row] - prices[number] - len(hall.parties[kind[0]]) * of_rows[row]
            for number, kind in enumerate(window.kinds)
            for row in window.rows
            if (number, row) not in window.at and hall.cost[kind[0]][row] < BROKEN_RULE
        ),
        default=inf,
    )


def _window(hall: Rows, now: InRows, rows: tuple[int, ...]) -> Window:
    inside = set(rows)
    free = sorted(party for party, row in now.items() if row in inside)
    window = Window(hall, rows, _kinds(hall, free))
    _add_parties(window, now)
    _add_foes(window)
    _add_groups(window, now)
    _add_needs(window)
    return window


def _kinds(hall: Rows, parties: list[int]) -> list[list[int]]:
    """Parties of one size, cost and groups, without foes or needs of their own, are of one kind."""
    asking = {party for asked, _, _ in hall.needs for party in asked}
    found: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for party in parties:
        is_own = party in asking or bool(hall.foes_of[party])
        key = len(hall.parties[party]), hall.cost[party], hall.groups_of[party], party if is_own else -1
        found[key].append(party)
    return list(found.values())


def _add_parties(window: Window, now: InRows) -> None:
    hall, program = window.hall, window.program
    load: dict[int, list[tuple[int, float]]] = {row: [] for row in window.rows}
    for number, kind in enumerate(window.kinds):
        first, size = kind[0], len(hall.parties[kind[0]])
        taken = {now[party] for party in kind}
        for row in window.rows:
            if hall.cost[first][row] < BROKEN_RULE or (row in taken and hall.cost[first][row] < IMPOSSIBLE):
                column = program.column(hall.cost[first][row], len(kind))
                window.at[number, row] = column
                load[row].append((column, size))
        program.exactly(
            len(kind), [(window.at[number, row], 1) for row in window.rows if (number, row) in window.at]
        )
    for row in window.rows:
        program.at_most(hall.capacity[row], load[row])


def _add_foes(window: Window) -> None:
    """Two who are kept from each other have two rows; a wish may be given up."""
    hall, number = window.hall, {kind[0]: at for at, kind in enumerate(window.kinds)}
    for (one, other), weight in hall.foes.items():
        if one not in number or other not in number:
            continue
        for row in window.rows:
            pair = (number[one], row), (number[other], row)
            if all(each in window.at for each in pair):
                terms = [(window.at[each], 1.0) for each in pair]
                if weight < BROKEN_RULE:
                    terms.append((window.program.column(weight), -1.0))
                window.program.at_most(1, terms)


def _add_groups(window: Window, now: InRows) -> None:
    """A group pays for each row in which nobody of it sits outside the window: there are none such inside."""
    of_kind = {party: number for number, kind in enumerate(window.kinds) for party in kind}
    for group, (members, weight) in enumerate(window.hall.groups):
        kinds = sorted({of_kind[party] for party in members if party in of_kind})
        if not kinds:
            continue
        columns = []
        for row in window.rows:
            there = [kind for kind in kinds if (kind, row) in window.at]
            if there:
                column = window.program.column(weight)
                window.split[group, row] = column
                columns.append((column, 1.0))
                for kind in there:
                    count = len(window.kinds[kind])
                    window.program.at_most(0, [(window.at[kind, row], 1.0), (column, -float(count))])
        window.program.at_least(1, columns)


def _add_needs(window: Window) -> None:
    number = {kind[0]: at for at, kind in enumerate(window.kinds)}
    for asked, have, _ in window.hall.needs:
        for row in window.rows:
            terms = [
                (window.at[number[party], row], float(count))
                for party, count in asked.items()
                if party in number and (number[party], row) in window.at
            ]
            if terms:
                window.program.at_most(have[row], terms)
