"""What no plan of many tables goes below: tables that are alike are one large one, solved exactly (HiGHS)."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from math import ceil

from chancery.rules.seating.solve.annealing import COMPANY, FREE_DIFFERENCE
from chancery.rules.seating.solve.programs import Program
from chancery.rules.seating.solve.tabling import NOBODY, Tabling

ROUNDS = 20
"""So many rounds of cuts are made: the bound rises little after them."""
ROUNDING = 1e-6

type Terms = dict[int, float]


def bound_of(tabling: Tabling) -> int:
    """
    Tell a cost that no way to give everybody a table goes below.

    Shape: tables with the same costs for everybody, where nobody has a seat yet, are taken as one with all
    their seats; whatever can be done at the tables can be done there at no more cost. 0 where nothing is
    proven.
    """
    program = Program()
    classes = _classes(tabling)
    at, constant = _places(program, tabling, classes)
    constant -= sum(weight for _, weight in tabling.groups)
    _keep_apart(program, tabling, classes, at)
    _keep_together(program, tabling, classes, at)
    _give_company(program, tabling, classes, at)
    _balance(program, tabling, classes, at)
    return max(0, ceil(constant + program.bound(rounds=ROUNDS) - ROUNDING))


def _classes(tabling: Tabling) -> list[tuple[int, ...]]:
    """The tables that are alike, as tuples of their numbers."""
    taken = {table for table in tabling.fixed if table != NOBODY}
    alike: dict[object, list[int]] = defaultdict(list)
    for table in range(len(tabling.tables)):
        column = tuple(near[table] for near in tabling.near)
        own = table if table in taken else NOBODY
        alike[column, tabling.talk[table], tabling.balance[table], own].append(table)
    return [tuple(tables) for tables in alike.values()]


type Places = list[dict[int, int] | int]
"""For each sitter the column of each class; or the class itself of somebody whose seat is given."""


def _places(program: Program, tabling: Tabling, classes: Sequence[tuple[int, ...]]) -> tuple[Places, int]:
    """The columns of who is where, and what those cost whose seats are given."""
    constant = 0
    class_of = {table: number for number, tables in enumerate(classes) for table in tables}
    at: Places = [class_of.get(table, NOBODY) for table in tabling.fixed]
    free = [sum(tabling.capacity[table] for table in tables) for tables in classes]
    for sitter, table in enumerate(tabling.fixed):
        if table != NOBODY:
            constant += tabling.near[sitter][table]
            free[class_of[table]] -= 1
    filled: list[Terms] = [{} for _ in classes]
    for party in tabling.parties():
        columns = {}
        for number, tables in enumerate(classes):
            cost = sum(tabling.near[each][tables[0]] for each in party)
            columns[number] = program.column(cost)
            filled[number][columns[number]] = len(party)
        program.exactly(1, ((column, 1.0) for column in columns.values()))
        for each in party:
            at[each] = columns
    for terms, most in zip(filled, free, strict=True):
        program.at_most(most, terms.items())
    return at, constant


def _there(at: Places, sitters: Iterable[int], number: int, factor: float = 1.0) -> tuple[Terms, float]:
    """How many of these are at a class: as terms, and those who are there in any case."""
    terms: Terms = defaultdict(float)
    given = 0.0
    for sitter in sitters:
        place = at[sitter]
        if isinstance(place, dict):
            terms[place[number]] += factor
        elif place == number:
            given += factor
    return terms, given


def _keep_apart(program: Program, tabling: Tabling, classes: Sequence[tuple[int, ...]], at: Places) -> None:
    for one, other, weight in tabling.apart:
        broken = program.column(weight)
        for number, tables in enumerate(classes):
            if len(tables) == 1:
                terms, given = _there(at, (one, other), number)
                program.at_most(1 - given, [*terms.items(), (broken, -1.0)])


def _keep_together(
    program: Program, tabling: Tabling, classes: Sequence[tuple[int, ...]], at: Places
) -> None:
    for members, weight in tabling.groups:
        used = [program.column(weight) for _ in classes]
        program.at_least(1, ((column, 1.0) for column in used))
        for number, column in enumerate(used):
            for one in members:
                terms, given = _there(at, (one,), number)
                program.at_most(-given, [*terms.items(), (column, -1.0)])


def _give_company(program: Program, tabling: Tabling, classes: Sequence[tuple[int, ...]], at: Places) -> None:
    everybody = range(len(tabling.sitters))
    for one in everybody:
        if not tabling.lacks[one]:
            continue
        sharing = [
            each for each in everybody if each != one and tabling.languages[each] & tabling.languages[one]
        ]
        for number, tables in enumerate(classes):
            if talk := tabling.talk[tables[0]]:
                terms, given = _there(at, sharing, number)
                own, is_here = _there(at, (one,), number, float(COMPANY))
                for column, factor in own.items():
                    terms[column] -= factor
                terms[program.column(talk)] = COMPANY
                program.at_least(is_here - given, terms.items())


def _balance(program: Program, tabling: Tabling, classes: Sequence[tuple[int, ...]], at: Places) -> None:
    for number, tables in enumerate(classes):
        if weight := tabling.balance[tables[0]]:
            away = program.column(weight, float(len(tabling.sitters)))
            free = FREE_DIFFERENCE * len(tables)
            for side in (1, -1):
                terms, given = _sexes(tabling, at, number, side)
                program.at_most(free - given, [*terms.items(), (away, -1.0)])


def _sexes(tabling: Tabling, at: Places, number: int, side: int) -> tuple[Terms, float]:
    terms: Terms = defaultdict(float)
    given = 0.0
    for sitter, sex in enumerate(tabling.sex):
        own, here = _there(at, (sitter,), number, float(sex * side))
        given += here
        for column, factor in own.items():
            terms[column] += factor
    return terms, given
