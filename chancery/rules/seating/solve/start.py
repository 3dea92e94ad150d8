"""Where the search begins: parties by order, each at the cheapest table that takes it."""

from collections.abc import Sequence
from dataclasses import replace

from chancery.rules.seating.score import BROKEN_RULE
from chancery.rules.seating.solve.tabling import NOBODY, Tabling


def first_tables(tabling: Tabling, *, before: Sequence[int] | None = None) -> list[int]:
    """
    Give everybody a table.

    Shape: the table of each sitter; a couple is parted only where no table has two seats left. Who has a
    table in `before` keeps it. Ties: the higher table.
    """
    tables = list(before or tabling.fixed)
    free = list(tabling.capacity)
    for table in tables:
        if table != NOBODY:
            free[table] -= 1
    foes = _foes(tabling)
    parties = (tuple(each for each in party if tables[each] == NOBODY) for party in tabling.parties())
    for party in sorted(filter(None, parties), key=lambda party: -len(party)):
        for share in _that_fit(party, free):
            table = _cheapest(share, tabling, tables, free, foes)
            for each in share:
                tables[each] = table
            free[table] -= len(share)
    return tables


def _that_fit(party: tuple[int, ...], free: Sequence[int]) -> list[tuple[int, ...]]:
    return [party] if max(free) >= len(party) else [(each,) for each in party]


def _cheapest(
    party: tuple[int, ...],
    tabling: Tabling,
    tables: Sequence[int],
    free: Sequence[int],
    foes: Sequence[dict[int, int]],
) -> int:
    def cost(table: int) -> tuple[int, int]:
        costs = sum(tabling.near[each][table] for each in party)
        costs += sum(w for each in party for foe, w in foes[each].items() if tables[foe] == table)
        return costs, table

    return min((table for table, left in enumerate(free) if left >= len(party)), key=cost)


def _foes(tabling: Tabling) -> list[dict[int, int]]:
    foes: list[dict[int, int]] = [{} for _ in tabling.sitters]
    for one, other, weight in tabling.apart:
        foes[one][other] = foes[other][one] = weight
    return foes


def joined(tabling: Tabling, tables: Sequence[int]) -> Tabling:
    """Take couples for two where no table had both seats: then their one table is a rule that is broken."""
    parted = [
        (one, mate) for one, mate in enumerate(tabling.mate) if one < mate and tables[one] != tables[mate]
    ]
    alone = {each for pair in parted for each in pair}
    mates = tuple(NOBODY if one in alone else mate for one, mate in enumerate(tabling.mate))
    groups = (*tabling.groups, *((pair, BROKEN_RULE) for pair in parted))
    return replace(tabling, mate=mates, groups=groups)
