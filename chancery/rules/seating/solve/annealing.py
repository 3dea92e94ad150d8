"""Annealing of who sits at which table: swaps between two tables, with costs counted by what changes."""

from math import log
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from chancery.rules.seating.solve.compiled import compiled

type Integers = NDArray[np.int64]

DRAWS = 4096
FREE_DIFFERENCE = 2
COMPANY = 2


class Board(NamedTuple):
    """
    Who sits at which table, as arrays.

    Shape: sitters and tables are numbers from 0. `mate` is the other of two who move as one, -1 for none.
    `near[s, t]` is what it costs that s sits at t. Costs of two at one table stand from `apart_from[s]` to
    `apart_from[s + 1]`; the groups of s in the same way, each costing `group_weight` for every table but the
    first. `languages` are bits; `lacks` marks who needs company. `talk[t]` is the weight of company there,
    `balance[t]` that of the sexes. What changes: `table`, the `members` of each table with their `place`
    there and `sitting`, how many of a group are `group_at` each table, and `random`.
    """

    mate: Integers
    is_fixed: Integers
    capacity: Integers
    near: Integers
    apart_from: Integers
    apart: Integers
    apart_weight: Integers
    groups_from: Integers
    groups: Integers
    group_weight: Integers
    sex: Integers
    languages: Integers
    lacks: Integers
    talk: Integers
    balance: Integers
    table: Integers
    members: Integers
    place: Integers
    sitting: Integers
    group_at: Integers
    talk_at: Integers
    pull: Integers
    random: Integers


@compiled
def draw(board: Board, below: int) -> int:
    """A whole number from 0 to below it."""
    word = board.random[0]
    word ^= (word << 13) & 0xFFFFFFFF
    word ^= word >> 17
    word ^= (word << 5) & 0xFFFFFFFF
    board.random[0] = word
    return int((word * below) >> 32)


@compiled
def table_cost(board: Board, table: int) -> int:
    """What company and balance cost at one table."""
    cost, sexes, count = 0, 0, board.sitting[table]
    talk = board.talk[table]
    for number in range(count):
        sitter = board.members[table, number]
        sexes += board.sex[sitter]
        if talk and board.lacks[sitter]:
            shared, own = 0, board.languages[sitter]
            for other in range(count):
                if other != number and board.languages[board.members[table, other]] & own:
                    shared += 1
            if shared < COMPANY:
                cost += talk
    return int(cost + board.balance[table] * max(0, abs(sexes) - FREE_DIFFERENCE))


@compiled
def move(board: Board, sitter: int, after: int) -> int:
    """Let somebody change tables; what that costs, but for company and balance."""
    before = board.table[sitter]
    cost = board.near[sitter, after] - board.near[sitter, before]
    for number in range(board.apart_from[sitter], board.apart_from[sitter + 1]):
        where = board.table[board.apart[number]]
        if where == after:
            cost += board.apart_weight[number]
        elif where == before:
            cost -= board.apart_weight[number]
    for number in range(board.groups_from[sitter], board.groups_from[sitter + 1]):
        group = board.groups[number]
        board.group_at[group, before] -= 1
        if board.group_at[group, before] == 0:
            cost -= board.group_weight[group]
        if board.group_at[group, after] == 0:
            cost += board.group_weight[group]
        board.group_at[group, after] += 1
    last = board.sitting[before] - 1
    place = board.place[sitter]
    moved = board.members[before, last]
    board.members[before, place] = moved
    board.place[moved] = place
    board.sitting[before] = last
    board.members[after, board.sitting[after]] = sitter
    board.place[sitter] = board.sitting[after]
    board.sitting[after] += 1
    board.table[sitter] = after
    return int(cost)


@compiled
def shifted(board: Board, sitter: int, after: int) -> int:
    """Let somebody change tables; what all of that costs."""
    before = board.table[sitter]
    if before == after:
        return 0
    cost = -table_cost(board, before) - table_cost(board, after)
    cost += move(board, sitter, after)
    return int(cost + table_cost(board, before) + table_cost(board, after))


@compiled
def best_table(board: Board, one: int, other: int, waiting: int) -> tuple[int, int]:
    """The cheapest table with room for one, or for two where `other` is not -1; -1 where none has it."""
    found, least = -1, 0
    size = 1 if other < 0 else 2
    for table in range(waiting):
        if board.sitting[table] + size > board.capacity[table]:
            continue
        cost = shifted(board, one, table)
        if other >= 0:
            cost += shifted(board, other, table)
        if found < 0 or cost < least:
            found, least = table, cost
        shifted(board, one, waiting)
        if other >= 0:
            shifted(board, other, waiting)
    return found, least


@compiled
def best_exchange(board: Board, one: int, waiting: int) -> tuple[int, int]:
    """With whom an exchange of tables costs least, and how much more than before; -1 for nobody."""
    found, least, here = -1, 0, board.table[one]
    if board.mate[one] >= 0:
        return -1, 0
    for other in range(board.table.size):
        there = board.table[other]
        if there in (here, waiting) or board.is_fixed[other] or board.mate[other] >= 0:
            continue
        cost = shifted(board, one, there) + shifted(board, other, here)
        if cost < least:
            found, least = other, cost
        shifted(board, other, there)
        shifted(board, one, here)
    return found, least


@compiled
def single_at(board: Board, table: int, but: int) -> int:
    """Somebody at a table who moves alone, -1 for nobody."""
    count = board.sitting[table]
    start = draw(board, count)
    for step in range(count):
        sitter = board.members[table, (start + step) % count]
        if sitter != but and board.mate[sitter] < 0 and not board.is_fixed[sitter]:
            return int(sitter)
    return -1


@compiled
def least_change(board: Board, sitter: int, after: int) -> int:
    """What a change of tables costs at least, but for company and balance."""
    before = board.table[sitter]
    cost = board.near[sitter, after] - board.near[sitter, before] - board.pull[sitter]
    for number in range(board.apart_from[sitter], board.apart_from[sitter + 1]):
        if board.table[board.apart[number]] == before:
            cost -= board.apart_weight[number]
    return int(cost)


@compiled
def anneal(
    board: Board, limits: Integers, moves: int, cost: int, best: int, best_table: Integers
) -> tuple[int, int]:
    """
    Try so many moves at one temperature; the cost then, and the best cost with its tables in `best_table`.

    Shape: a move is taken if it costs no more than one of `limits`, drawn before.
    """
    # In one piece: who moves is decided, weighed and taken back with the same four, move by move.
    sitters, tables, kinds = board.table.size, board.capacity.size, limits.size
    mate, talk_at = board.mate, board.talk_at
    for _ in range(moves):
        one = draw(board, sitters)
        there = draw(board, tables)
        here = board.table[one]
        if there == here or board.is_fixed[one]:
            continue
        two = mate[one]
        size = 1 if two < 0 else 2
        three, four = -1, -1
        if board.sitting[there] + size > board.capacity[there]:
            three = board.members[there, draw(board, board.sitting[there])]
            if board.is_fixed[three]:
                continue
            four = mate[three]
            if two >= 0 and four < 0:
                four = single_at(board, there, three)
                if four < 0:
                    continue
            elif two < 0 and four >= 0:
                two = single_at(board, here, one)
                if two < 0:
                    continue
        limit = limits[draw(board, kinds)]
        least = least_change(board, one, there) - talk_at[here] - talk_at[there]
        if two >= 0:
            least += least_change(board, two, there)
        if three >= 0:
            least += least_change(board, three, here)
        if four >= 0:
            least += least_change(board, four, here)
        if least > limit:
            continue
        change = -talk_at[here] - talk_at[there]
        change += move(board, one, there)
        if two >= 0:
            change += move(board, two, there)
        if three >= 0:
            change += move(board, three, here)
        if four >= 0:
            change += move(board, four, here)
        if change <= limit:
            talk_here, talk_there = table_cost(board, here), table_cost(board, there)
            change += talk_here + talk_there
            if change <= limit:
                talk_at[here], talk_at[there] = talk_here, talk_there
                cost += change
                if cost < best:
                    best = cost
                    best_table[:] = board.table
                continue
        if four >= 0:
            move(board, four, there)
        if three >= 0:
            move(board, three, there)
        if two >= 0:
            move(board, two, here)
        move(board, one, here)
    return cost, best


def limits_at(temperature: float) -> Integers:
    """How much more a move may cost at a temperature, for each share of the draws."""
    found = [int(-temperature * log((number + 1) / DRAWS)) for number in range(DRAWS)]
    return np.array(found, dtype=np.int64)
