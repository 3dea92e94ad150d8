"""What the searches begin with: one order of the input, and who finds a seat."""

from dataclasses import replace

from chancery.rules.seating.grounds import Grounds
from chancery.rules.seating.plan import Problem


def in_order(problem: Problem) -> Problem:
    """The same problem however its sitters and wishes were handed over."""
    return replace(
        problem,
        sitters=tuple(sorted(problem.sitters, key=lambda each: each.number)),
        wishes=tuple(sorted(problem.wishes, key=lambda each: each.id)),
        locked=dict(sorted(problem.locked.items())),
    )


def who_fits(problem: Problem, grounds: Grounds) -> list[str]:
    """Tell who is seated in rows or at a table: not the last ones, nor who has a chair behind another."""
    chairs = any(seat.behind for seat in problem.room.seats)
    asked = [each for each in problem.sitters if not (chairs and each.interprets in grounds.sitters)]
    room = sum(map(len, grounds.usable.values()))
    rank = {each: number for number, each in enumerate(grounds.order)}
    asked.sort(key=lambda each: (each.id not in problem.locked, rank.get(each.id, -1), each.number))
    return sorted(each.id for each in asked[:room])
