"""Who is given a seat at all, and whose seat is given before the search."""

from collections.abc import Iterator

from chancery.rules.reasons import Reason, gettext_noop
from chancery.rules.seating.grounds import HOSTS, Grounds, promised
from chancery.rules.seating.house import ONE_TABLE, wishes_of_house
from chancery.rules.seating.measures import couples_of
from chancery.rules.seating.plan import Couples, Placing, Problem

NO_SEAT_LEFT = gettext_noop("All seats are given to those of a higher place.")


def given_seats(problem: Problem, grounds: Grounds) -> dict[str, str]:
    """Tell the seats that are given before: those of hosts, and those that are locked."""
    ids = grounds.sitters.keys()
    locked = {each: seat for each, seat in problem.locked.items() if each in ids}
    taken = set(locked.values())
    hosts = {each: seat for each, seat in grounds.hosts.items() if seat not in taken}
    return hosts | locked


def behind_principals(problem: Problem, grounds: Grounds, placing: Placing) -> dict[str, str]:
    """Give interpreters the chairs behind those for whom they interpret, highest first (R70)."""
    taken, chairs = set(placing.values()), grounds.chairs
    found: dict[str, str] = {}
    for each in sorted(problem.sitters, key=lambda sitter: sitter.number):
        chair = chairs.get(placing.get(each.interprets, ""), "")
        if each.interprets and each.id not in placing and chair and chair not in taken:
            found[each.id] = chair
            taken.add(chair)
    return found


def at_tables(problem: Problem, grounds: Grounds, given: Placing) -> tuple[str, ...]:
    """
    Tell for whom there is a seat at a table, by number.

    Shape: whose seat is given, then parties by order as long as seats are left: who is left out is of the
    lowest places, and a couple that is not parted is left out whole.
    """
    seats = {seat for own in grounds.usable.values() for seat in own}
    chosen = {each for each, seat in given.items() if seat in seats}
    left = len(seats - set(given.values()))
    elsewhere = {*given, *promised(problem, grounds).values()}
    for party in _parties(problem, grounds):
        waiting = [each for each in party if each not in elsewhere]
        if len(waiting) <= left:
            chosen.update(waiting)
            left -= len(waiting)
    return tuple(each.id for each in sorted(problem.sitters, key=lambda s: s.number) if each.id in chosen)


def _parties(problem: Problem, grounds: Grounds) -> Iterator[tuple[str, ...]]:
    """Hosts for whom the form has no seat, then guests by order, then interpreters."""
    is_one = any(wish.id == ONE_TABLE for wish in wishes_of_house(problem))
    is_one = is_one and problem.settings.couples is not Couples.OTHER_TABLES
    mate = {a: b for one, other in couples_of(grounds.sitters) for a, b in ((one, other), (other, one))}
    told: set[str] = set()
    hosts = (each.id for each in problem.sitters if each.part in HOSTS)
    others = (each.id for each in sorted(problem.sitters, key=lambda s: s.number) if each.interprets)
    for one in (*hosts, *grounds.order, *others):
        party = (one, mate[one]) if is_one and one in mate and mate[one] not in told else (one,)
        if one not in told:
            yield party
        told.update(party)


def seat_rest(problem: Problem, grounds: Grounds, placing: Placing) -> dict[str, str]:
    """Give interpreters who came behind nobody a seat that is left, at the table of the principal first."""
    taken = set(placing.values())
    free = [seat for own in grounds.usable.values() for seat in own if seat not in taken]
    found: dict[str, str] = {}
    for each in sorted(problem.sitters, key=lambda sitter: sitter.number):
        if each.interprets and each.id not in placing and free:
            principal = grounds.seats.get(placing.get(each.interprets, ""))
            table = principal.unit if principal else ""
            seat = next((seat for seat in free if grounds.seats[seat].unit == table), free[0])
            free.remove(seat)
            found[each.id] = seat
    return found


def left_out(problem: Problem, grounds: Grounds, placing: Placing) -> dict[str, Reason]:
    """Tell who has no seat, with the reason."""
    reason = Reason(NO_SEAT_LEFT, rule="R52")
    return {each.id: reason for each in problem.sitters if each.id not in placing}
