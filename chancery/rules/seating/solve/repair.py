"""A plan after a change: the fewest people move, and every rule that can be kept is kept."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from chancery.rules.reasons import Reason, gettext_noop
from chancery.rules.seating.grounds import Grounds, grounds_of
from chancery.rules.seating.plan import Placing, Problem
from chancery.rules.seating.score import BROKEN_RULE, cost, score
from chancery.rules.seating.solve.annealing import Board, best_exchange, best_table, move, shifted
from chancery.rules.seating.solve.order import Asked, asked_of, ordered
from chancery.rules.seating.solve.search import board_of
from chancery.rules.seating.solve.seated import at_tables, behind_principals, given_seats, left_out, seat_rest
from chancery.rules.seating.solve.tabling import NOBODY, Tabling, tabling_of
from chancery.rules.seating.solve.values import Moved, Repair

WORTH_A_MOVE = 2
"""What it must save that somebody moves without need, in places of precedence."""
SMALL = 60
"""With so many sitters at most two others may make room in turn; with more only one."""

CAME = gettext_noop("Has no seat yet, and takes the best one that is free.")
WENT = gettext_noop("Is not to be seated any more.")
CHANGED = gettext_noop("Has another place in the order now, which belongs to another table.")
IN_TURN = gettext_noop("Changes seats with %(name)s, whose place in the order is another now.")
MAKES_ROOM = gettext_noop("Makes room for %(name)s.")
RULE = gettext_noop("Could not stay: a rule of this plan forbids the seat of before.")


@dataclass
class Change:
    """A plan while it is mended: tables as a board whose last table is that of those who wait for one."""

    problem: Problem
    grounds: Grounds
    tabling: Tabling
    board: Board
    seats: dict[str, str]
    reasons: dict[str, Reason]

    @property
    def waiting(self) -> int:
        """The table of those who have none yet."""
        return len(self.tabling.tables) - 1

    def name(self, one: int) -> str:
        """The name of a sitter."""
        return self.grounds.sitters[self.tabling.sitters[one]].name

    def leave(self, one: int, reason: Reason) -> None:
        """Take somebody from the own seat."""
        shifted(self.board, one, self.waiting)
        self.seats.pop(self.tabling.sitters[one], None)
        self.reasons.setdefault(self.tabling.sitters[one], reason)


def repair_plan(problem: Problem, before: Placing, *, changed: Collection[str] = ()) -> Repair:
    """
    Mend a plan after a change.

    Shape: who has a seat keeps it unless a rule forbids it, all seats are given to those of a higher place,
    or one exchange with somebody of `changed` saves `WORTH_A_MOVE`. Who has no seat takes the cheapest free
    one; where each of them breaks a rule, one other makes room.
    Ties: the higher table. Equal problems give equal repairs.
    """
    change = _opened(problem, before)
    for party in _without_table(change):
        _seat(change, party)
    for one in _in_conflict(change):
        change.leave(one, Reason(RULE))
        _seat(change, (one,))
    for each in sorted(changed):
        if each in change.tabling.sitters:
            _exchange(change, change.tabling.sitters.index(each))
    placing = _closed(change)
    kept = score(problem, placing, grounds=change.grounds)
    unseated = left_out(problem, change.grounds, placing)
    return Repair(placing, _moved(change, before, placing, unseated), kept, cost(kept), unseated)


def _opened(problem: Problem, before: Placing) -> Change:
    grounds = grounds_of(problem)
    usable = {seat for own in grounds.usable.values() for seat in own}
    stay = {each: seat for each, seat in before.items() if each in grounds.sitters and seat in usable}
    given = given_seats(problem, grounds)
    taken = set(given.values())
    stay = {each: seat for each, seat in stay.items() if each not in given and seat not in taken}
    seated = at_tables(problem, grounds, given)
    tabling = _with_waiting(tabling_of(problem, grounds, given, seated))
    unit = {seat: number for number, own in enumerate(grounds.units) for seat in own.seats}
    seats = {each: seat for each, seat in (given | stay).items() if each in tabling.sitters}
    tables = [unit.get(seats.get(each, ""), len(tabling.tables) - 1) for each in tabling.sitters]
    return Change(problem, grounds, tabling, board_of(tabling, tables, 1), given | seats, {})


def _with_waiting(tabling: Tabling) -> Tabling:
    """The same with one more table, which costs nothing and holds everybody."""
    return replace(
        tabling,
        tables=(*tabling.tables, ""),
        capacity=(*tabling.capacity, len(tabling.sitters)),
        near=tuple((*near, 0) for near in tabling.near),
        talk=(*tabling.talk, 0),
        balance=(*tabling.balance, 0),
    )


def _without_table(change: Change) -> list[tuple[int, ...]]:
    """Those who wait, couples together where both do; the highest first, after couples."""
    waits = [one for one, table in enumerate(change.board.table) if table == change.waiting]
    alone = set(waits)
    found: list[tuple[int, ...]] = []
    for one in waits:
        mate = change.tabling.mate[one]
        if one in alone:
            party = (one, mate) if mate in alone else (one,)
            alone.difference_update(party)
            found.append(party)
    return sorted(found, key=lambda party: (-len(party), party))


def _seat(change: Change, party: tuple[int, ...]) -> None:
    """Give a party the cheapest table with room for it; where each breaks a rule, others make room."""
    steps = _way(change, party, 2 if len(change.tabling.sitters) <= SMALL else 1)
    if steps is None:
        steps = _whatever(change, party)
    for one, table in steps:
        if change.board.table[one] != change.waiting:
            change.leave(one, Reason(MAKES_ROOM, {"name": change.name(party[0])}))
        shifted(change.board, one, table)


type Steps = list[tuple[int, int]]
"""Who goes to which table, in the order in which there is room."""


def _way(change: Change, party: tuple[int, ...], depth: int) -> Steps | None:
    """The cheapest table that breaks no rule, else by way of somebody who makes room; None for no way."""
    table, extra = _cheapest(change, party)
    if table != NOBODY and extra < BROKEN_RULE // 2:
        return [(one, table) for one in party]
    return _by_making_room(change, party, depth) if depth else None


def _cheapest(change: Change, party: tuple[int, ...]) -> tuple[int, int]:
    other = party[1] if len(party) > 1 else NOBODY
    return best_table(change.board, party[0], other, change.waiting)


def _by_making_room(change: Change, party: tuple[int, ...], depth: int) -> Steps | None:
    found: tuple[int, Steps] | None = None
    for mover in _movers(change, party):
        here = int(change.board.table[mover[0]])
        extra = sum(shifted(change.board, one, change.waiting) for one in mover)
        if change.board.sitting[here] + len(party) <= change.board.capacity[here]:
            extra += sum(shifted(change.board, one, here) for one in party)
            steps = _way(change, mover, 0) if extra < BROKEN_RULE // 2 else None
            if steps is not None:
                total = extra + _cheapest(change, mover)[1]
                if found is None or total < found[0]:
                    found = total, [*((one, here) for one in party), *steps]
            for one in party:
                shifted(change.board, one, change.waiting)
        for one in mover:
            shifted(change.board, one, here)
    if found is None:
        return None
    return _movers_first(found[1], len(party))


def _movers_first(steps: Steps, size: int) -> Steps:
    """Who makes room goes before those for whom it is made."""
    return [*steps[size:], *steps[:size]]


def _movers(change: Change, party: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    for mover in change.tabling.parties():
        if not set(mover) & set(party) and change.board.table[mover[0]] != change.waiting:
            yield mover


def _whatever(change: Change, party: tuple[int, ...]) -> Steps:
    """Where no way keeps all rules: the table that breaks least, one by one where two have no room."""
    table, _ = _cheapest(change, party)
    if table != NOBODY:
        return [(one, table) for one in party]
    steps: Steps = []
    for one in party:
        table, _ = _cheapest(change, (one,))
        steps.append((one, table if table != NOBODY else change.waiting))
        shifted(change.board, one, steps[-1][1])
    for one, _ in steps:
        shifted(change.board, one, change.waiting)
    return steps


def _in_conflict(change: Change) -> list[int]:
    """Those whose table breaks a rule, the lower of two who are apart."""
    table = change.board.table
    found = {max(a, b) for a, b, w in change.tabling.apart if w >= BROKEN_RULE and table[a] == table[b]}
    for one, near in enumerate(change.tabling.near):
        if near[table[one]] >= BROKEN_RULE + min(near[:-1]):
            found.add(one)
    for members, weight in change.tabling.groups:
        if weight >= BROKEN_RULE:
            found |= {one for one in members if table[one] != table[members[0]]}
    return sorted(
        one for one in found if change.tabling.fixed[one] == NOBODY and table[one] != change.waiting
    )


def _exchange(change: Change, one: int) -> None:
    """Let somebody whose place is another change seats, if that saves enough."""
    if change.tabling.fixed[one] != NOBODY or change.board.table[one] == change.waiting:
        return
    other, saved = best_exchange(change.board, one, change.waiting)
    if other == NOBODY or -saved < WORTH_A_MOVE:
        return
    sitters, seats = change.tabling.sitters, change.seats
    first, second = sitters[one], sitters[other]
    there, here = int(change.board.table[other]), int(change.board.table[one])
    move(change.board, one, there)
    move(change.board, other, here)
    seats[first], seats[second] = seats.get(second, ""), seats.get(first, "")
    change.seats = {each: seat for each, seat in seats.items() if seat}
    change.reasons[first] = Reason(CHANGED)
    change.reasons[second] = Reason(IN_TURN, {"name": change.name(one)})


def _closed(change: Change) -> dict[str, str]:
    """Give a seat to each who has only a table by now; nobody else there moves, unless a rule asks for it."""
    asked = asked_of(change.problem, change.grounds)
    for table, unit in enumerate(change.tabling.tables[:-1]):
        members = [
            each for each, own in zip(change.tabling.sitters, change.board.table, strict=True) if own == table
        ]
        if any(each not in change.seats for each in members):
            change.seats |= _seats_at(change, unit, members, asked)
    placing = dict(change.seats)
    placing |= behind_principals(change.problem, change.grounds, placing)
    return placing | seat_rest(change.problem, change.grounds, placing)


def _seats_at(change: Change, unit: str, members: Sequence[str], asked: Asked) -> dict[str, str]:
    given = {each: change.seats[each] for each in members if each in change.seats}
    best = given | ordered(unit, members, given, asked, change.grounds)
    if _broken(change, best) > _broken(change, given):
        for each in given:
            if each not in change.problem.locked and each not in change.grounds.hosts:
                others = {one: seat for one, seat in given.items() if one != each}
                tried = others | ordered(unit, members, others, asked, change.grounds)
                if _broken(change, tried) <= _broken(change, given):
                    change.reasons.setdefault(each, Reason(RULE))
                    return tried
    return best


def _broken(change: Change, placing: Placing) -> int:
    return sum(
        kept.is_hard and not kept.is_kept for kept in score(change.problem, placing, grounds=change.grounds)
    )


def _moved(change: Change, before: Placing, after: Placing, unseated: dict[str, Reason]) -> tuple[Moved, ...]:
    gone = [
        Moved(each, seat, "", Reason(WENT))
        for each, seat in sorted(before.items())
        if each not in change.grounds.sitters
    ]
    stayed = [
        Moved(each.id, before.get(each.id, ""), after.get(each.id, ""), _why(change, each.id, unseated))
        for each in sorted(change.problem.sitters, key=lambda sitter: sitter.number)
        if before.get(each.id, "") != after.get(each.id, "")
    ]
    return (*gone, *stayed)


def _why(change: Change, each: str, unseated: dict[str, Reason]) -> Reason:
    return unseated.get(each) or change.reasons.get(each) or Reason(CAME)
