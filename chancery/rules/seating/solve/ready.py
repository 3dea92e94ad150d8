"""What every search begins and ends with: one order of the input, who finds a seat, chairs behind others."""

from collections.abc import Mapping
from dataclasses import replace

from chancery.rules.seating.grounds import Grounds
from chancery.rules.seating.plan import Problem, Sitter


def in_order(problem: Problem) -> Problem:
    """The same problem however its sitters and wishes were handed over."""
    return replace(
        problem,
        sitters=tuple(sorted(problem.sitters, key=lambda each: each.number)),
        wishes=tuple(sorted(problem.wishes, key=lambda each: each.id)),
        locked=dict(sorted(problem.locked.items())),
    )


def who_fits(problem: Problem, grounds: Grounds) -> tuple[list[str], list[Sitter]]:
    """Who is seated in rows, and who has no seat there: the last ones, and interpreters with own chairs."""
    chairs = any(seat.behind for seat in problem.room.seats)
    asked = [each for each in problem.sitters if not (chairs and each.interprets in grounds.sitters)]
    room = sum(map(len, grounds.usable.values()))
    rank = {each: number for number, each in enumerate(grounds.order)}
    asked.sort(key=lambda each: (each.id not in problem.locked, rank.get(each.id, -1), each.number))
    seated = {each.id for each in asked[:room]}
    return sorted(seated), [each for each in problem.sitters if each.id not in seated]


def behind(problem: Problem, placing: Mapping[str, str]) -> dict[str, str]:
    """Interpreters on the chairs behind their principals (R70)."""
    taken = set(placing.values())
    chairs = {seat.behind: seat.id for seat in problem.room.seats if seat.behind and not seat.is_blocked}
    found: dict[str, str] = {}
    for each in problem.sitters:
        chair = chairs.get(placing.get(each.interprets, ""), "")
        if chair and chair not in taken and each.id not in placing:
            found[each.id] = chair
            taken.add(chair)
    return found
