"""What the search decided for each sitter, in words."""

from collections.abc import Mapping

from chancery.rules.reasons import Reason, gettext_noop
from chancery.rules.seating.grounds import Grounds
from chancery.rules.seating.plan import Placing, Problem

BY_ORDER = gettext_noop("Number %(number)s of %(count)s by order: this table is as near as that place is.")
ELSEWHERE = gettext_noop(
    "Number %(number)s of %(count)s by order: a table %(away)s away was taken for the sake of other wishes."
)
HOST = gettext_noop("A host has this seat by the form of the table.")
LOCKED = gettext_noop("This seat is locked; the search left it as it is.")
INTERPRETER = gettext_noop("The chair of the interpreter stands behind the seat of the principal.")


def reasons_of(problem: Problem, grounds: Grounds, placing: Placing) -> Mapping[str, tuple[Reason, ...]]:
    """
    Tell what gave each sitter the seat.

    Shape: one reason for each who has a seat. Units: tables that are away are counted by rings around the
    highest one, as the cost of precedence does.
    """
    number = {each: str(place) for place, each in enumerate(grounds.order, 1)}
    return {each: (_reason(each, seat, problem, grounds, number),) for each, seat in placing.items()}


def _reason(each: str, seat: str, problem: Problem, grounds: Grounds, number: Mapping[str, str]) -> Reason:
    if each in problem.locked:
        return Reason(LOCKED)
    if each in grounds.hosts:
        return Reason(HOST, rule="R52")
    where = grounds.seats[seat]
    if where.behind or each not in number:
        return Reason(INTERPRETER, rule="R70")
    values = {"number": number[each], "count": str(len(number))}
    away = abs(grounds.level[where.unit] - grounds.ideal[each])
    if away == 0:
        return Reason(BY_ORDER, values, rule="R52")
    return Reason(ELSEWHERE, values | {"away": str(away)}, rule="R52")
