"""The quick search for parties in rows: a walk of many small moves that grows colder, compiled."""

from typing import NamedTuple

import numpy as np
from numba import njit
from numpy.typing import NDArray

type Whole = NDArray[np.int64]

MOST_IN_MOVE = 8
"""How many parties change rows in one move at most."""
COOLING = 1_000
"""After how many moves it grows colder."""
HOT, COLD = 6.0, 0.3
"""How much dearer a plan may become in one move, first and last, in places of precedence."""
NO_MOVE = 1 << 40
"""The cost of a row in which a party cannot sit."""
PARTS = 1 << 30
"""Into how many parts a chance is cut."""


class Lists(NamedTuple):
    """Lists of different lengths in one: that of number `n` is `items[start[n]:start[n + 1]]`."""

    start: Whole
    items: Whole


class Hall(NamedTuple):
    """
    Rows and parties in numbers.

    Shape: `cost[party, row]`, `size` in seats, `capacity` of rows; `near` the rows worth a try for each.
    `groups` of each party with `group_weight` for each row more than one; `foes` of each party with
    `foe_weight` where both are in one row; `needs` are kinds of seats that a party asks for, one for each
    seat, and `have[kind, row]` how many there are; `need_weight` for each seat that is missing.
    """

    cost: Whole
    size: Whole
    capacity: Whole
    near: Lists
    groups: Lists
    group_weight: Whole
    foes: Lists
    foe_weight: Whole
    needs: Lists
    have: Whole
    need_weight: Whole


@njit(cache=True, nogil=True, inline="always")
def _draw(state, below):  # type: ignore[no-untyped-def]  # compiled: numba finds the types itself
    """The next number of a fixed sequence (xorshift), from 0 to below the limit."""
    word = state[0]
    word ^= word << np.uint64(13)
    word ^= word >> np.uint64(7)
    word ^= word << np.uint64(17)
    state[0] = word
    return np.int64(((word >> np.uint64(32)) * np.uint64(below)) >> np.uint64(32))


@njit(cache=True, nogil=True, inline="always")
def _place(party, row, step, hall, group_count, need_count):  # type: ignore[no-untyped-def]  # as above
    """Put a party into a row (step 1) or take it out (-1); tells the change of cost but that of foes."""
    change = step * hall.cost[party, row]
    for at in range(hall.groups.start[party], hall.groups.start[party + 1]):
        group = hall.groups.items[at]
        before = group_count[group, row]
        group_count[group, row] = before + step
        if before == 0 or before + step == 0:
            change += step * hall.group_weight[group]
    for at in range(hall.needs.start[party], hall.needs.start[party + 1]):
        need = hall.needs.items[at]
        over = need_count[need, row] - hall.have[need, row]
        need_count[need, row] += step
        change += hall.need_weight[need] * (max(0, over + step) - max(0, over))
    return change


@njit(cache=True, nogil=True, inline="always")
def _quarrels(party, rows, hall):  # type: ignore[no-untyped-def]  # as above
    """What a party costs by sharing its row with those it is kept from."""
    total = 0
    for at in range(hall.foes.start[party], hall.foes.start[party + 1]):
        if rows[hall.foes.items[at]] == rows[party]:
            total += hall.foe_weight[at]
    return total


@njit(cache=True, nogil=True, inline="always")
def _target(party, rows, hall, group_count, state):  # type: ignore[no-untyped-def]  # as above
    """A row to try: one near its place, or one in which somebody of its group sits."""
    first, last = hall.groups.start[party], hall.groups.start[party + 1]
    if first < last and _draw(state, 2) == 0:
        group = hall.groups.items[first + _draw(state, last - first)]
        count = hall.capacity.shape[0]
        begin = _draw(state, count)
        for turn in range(count):
            row = (begin + turn) % count
            if group_count[group, row] > 0 and row != rows[party]:
                return row
    first, last = hall.near.start[party], hall.near.start[party + 1]
    return hall.near.items[first + _draw(state, last - first)]


@njit(cache=True, nogil=True, inline="always")
def _swap(party, row, rows, load, members, count, hall, moving, state):  # type: ignore[no-untyped-def]  # as above
    """Choose who makes room: tells how many parties move, 0 where no room was found."""
    home = rows[party]
    moving[0] = party
    chosen = 1
    lacking = load[row] + hall.size[party] - hall.capacity[row]
    room = hall.capacity[home] - load[home] + hall.size[party]
    for _ in range(MOST_IN_MOVE):
        if lacking <= 0 or chosen == MOST_IN_MOVE:
            break
        other = members[row, _draw(state, count[row])]
        if hall.size[other] > room or hall.cost[other, home] >= NO_MOVE:
            continue
        is_new = True
        for turn in range(chosen):
            is_new = is_new and moving[turn] != other
        if is_new:
            moving[chosen] = other
            chosen += 1
            lacking -= hall.size[other]
            room -= hall.size[other]
    return chosen if lacking <= 0 else 0


@njit(cache=True, nogil=True, inline="always")
def _move(party, row, rows, load, members, count, where, hall):  # type: ignore[no-untyped-def]  # as above
    """Write down that a party sits in another row."""
    home = rows[party]
    last = members[home, count[home] - 1]
    members[home, where[party]] = last
    where[last] = where[party]
    count[home] -= 1
    members[row, count[row]] = party
    where[party] = count[row]
    count[row] += 1
    load[home] -= hall.size[party]
    load[row] += hall.size[party]
    rows[party] = row


@njit(cache=True, nogil=True, inline="always")
def _change(chosen, moving, row, rows, hall, group_count, need_count):  # type: ignore[no-untyped-def]  # as above
    """Move the first of `moving` to `row` and the others to its row; tells the change of cost."""
    home = rows[moving[0]]
    change = 0
    for turn in range(chosen):
        change -= _quarrels(moving[turn], rows, hall)
    for turn in range(chosen):
        party = moving[turn]
        goal = row if turn == 0 else home
        change += _place(party, rows[party], -1, hall, group_count, need_count)
        rows[party] = goal
        change += _place(party, goal, 1, hall, group_count, need_count)
    for turn in range(chosen):
        change += _quarrels(moving[turn], rows, hall)
    return change


@njit(cache=True, nogil=True)
def walk(start, best, hall, steps, first, last, seed):  # type: ignore[no-untyped-def]  # as above
    """
    Take moves `first` to `last` of a walk of so many steps; tells where it stands, and the best it met.

    Shape: `start` is the row of each party, within capacity, and `best` the best placing before. The same
    numbers give the same rows.
    Units: costs in places of precedence.
    """
    parties, many = start.shape[0], hall.capacity.shape[0]
    rows, best = start.copy(), best.copy()
    load, count = np.zeros(many, np.int64), np.zeros(many, np.int64)
    members, where = np.zeros((many, hall.capacity.max() + 1), np.int64), np.zeros(parties, np.int64)
    group_count = np.zeros((hall.group_weight.shape[0], many), np.int64)
    need_count = np.zeros((hall.need_weight.shape[0], many), np.int64)
    least = _total(best, hall)
    now = _total(rows, hall)
    for party in range(parties):
        row = rows[party]
        load[row] += hall.size[party]
        members[row, count[row]] = party
        where[party] = count[row]
        count[row] += 1
        _place(party, row, 1, hall, group_count, need_count)
    mixed = np.uint64(seed + first + 1) * np.uint64(0x9E3779B97F4A7C15)
    state = np.array([mixed ^ np.uint64(88172645463325252)], np.uint64)
    moving = np.zeros(MOST_IN_MOVE, np.int64)
    heat = HOT
    for step in range(first, last):
        if step % COOLING == 0 or step == first:
            heat = HOT * (COLD / HOT) ** (step / steps)
        party = _draw(state, parties)
        row = _target(party, rows, hall, group_count, state)
        if row == rows[party] or hall.cost[party, row] >= NO_MOVE:
            continue
        chosen = _swap(party, row, rows, load, members, count, hall, moving, state)
        if chosen == 0:
            continue
        home = rows[party]
        change = _change(chosen, moving, row, rows, hall, group_count, need_count)
        is_taken = change <= 0 or _draw(state, PARTS) < np.exp(-change / heat) * PARTS
        for turn in range(chosen):
            other = moving[turn]
            goal = rows[other]
            rows[other] = row if turn > 0 else home
            if is_taken:
                _move(other, goal, rows, load, members, count, where, hall)
            else:
                _place(other, goal, -1, hall, group_count, need_count)
                _place(other, rows[other], 1, hall, group_count, need_count)
        if is_taken:
            now += change
            if now < least:
                least = now
                best[:] = rows
    return rows, best


@njit(cache=True, nogil=True, inline="always")
def _total(rows, hall):  # type: ignore[no-untyped-def]  # as above
    """The whole cost of a placing."""
    many = hall.capacity.shape[0]
    group_count = np.zeros((hall.group_weight.shape[0], many), np.int64)
    need_count = np.zeros((hall.need_weight.shape[0], many), np.int64)
    total, quarrels = 0, 0
    for party in range(rows.shape[0]):
        total += _place(party, rows[party], 1, hall, group_count, need_count)
        quarrels += _quarrels(party, rows, hall)
    return total + quarrels // 2
