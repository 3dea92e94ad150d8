"""Guests to tables (R52, R58, R66, R67)."""

from chancery.rules.reasons import Reason, gettext_noop
from chancery.rules.seating.grounds import Grounds, grounds_of
from chancery.rules.seating.house import ONE_TABLE, wishes_of_house
from chancery.rules.seating.measures import couples_of
from chancery.rules.seating.plan import Couples, Problem, Solution
from chancery.rules.seating.score import cost, score
from chancery.rules.seating.solve.values import Progress, Watch

NO_SEAT_LEFT = gettext_noop("All seats are given to those of a higher place.")


def solve_tables(problem: Problem, *, seed: int, steps: int, watch: Watch | None) -> Solution:
    """Seat parties by order, each at the highest table with room for it."""
    grounds = grounds_of(problem)
    placing = _greedy(problem, grounds)
    kept = score(problem, placing, grounds=grounds)
    if watch is not None:
        watch(Progress(steps, steps, cost(kept)))
    missing = (each.id for each in problem.sitters if each.id not in placing)
    return Solution(placing, cost(kept), kept, unseated={each: Reason(NO_SEAT_LEFT) for each in missing})


def _greedy(problem: Problem, grounds: Grounds) -> dict[str, str]:
    placing = dict(grounds.hosts) | dict(problem.locked)
    free = {
        unit.id: [s for s in grounds.usable[unit.id] if s not in placing.values()] for unit in grounds.units
    }
    for party in _parties(problem, grounds):
        waiting = [each for each in party if each not in placing]
        table = next((own for own in free.values() if len(own) >= len(waiting)), [])
        for each in waiting[: len(table)]:
            placing[each] = table.pop(0)
    return placing


def _parties(problem: Problem, grounds: Grounds) -> list[tuple[str, ...]]:
    is_one = any(wish.id == ONE_TABLE for wish in wishes_of_house(problem))
    couples = (
        couples_of(grounds.sitters) if is_one and problem.settings.couples is not Couples.OTHER_TABLES else ()
    )
    second = {other: one for one, other in couples}
    mate = dict(couples)
    everybody = sorted(problem.sitters, key=lambda each: each.number)
    return [
        (each.id, mate[each.id]) if each.id in mate else (each.id,)
        for each in everybody
        if each.id not in second
    ]
