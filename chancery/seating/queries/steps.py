"""The steps in which a plan was made, the newest first."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from chancery.base import audit
from chancery.base.models import AuditLine
from chancery.events.models import Participation
from chancery.seating.models import Plan
from chancery.seating.queries.loading import LoadedPlan

# The lines of steps begin so; actions.steps writes them.
SEATS = "seating.seats"


@dataclass(frozen=True, slots=True)
class Went:
    """Somebody's seat before and after a step, "" for none; `name` is empty for who is not there any more."""

    participation: int
    member: int
    name: str
    before: str
    after: str


def steps_of(plan: Plan) -> QuerySet[AuditLine]:
    """The steps of a plan, the newest first; undone ones are among them."""
    return audit.lines_of(plan).filter(code__startswith=SEATS)


def last_step(plan: Plan) -> AuditLine | None:
    """The newest step that stands."""
    return steps_of(plan).filter(undone_by=None).first()


def sitters_of_last_step(plan: LoadedPlan) -> frozenset[str]:
    """The ids of those whom the last step moved from one seat to another."""
    line = last_step(plan.plan)
    if line is None:
        return frozenset()
    before, after = _seats_in(line)
    moved = {key for key in after if key in before and before[key] != after[key]}
    return frozenset(each.sitter.id for each in plan.everybody if (each.who.key, each.member) in moved)


def moves_in(lines: Iterable[AuditLine]) -> dict[int, list[Went]]:
    """Who got or lost a seat by each line, by its key; names are read by one query."""
    found = {line.pk: _seats_in(line) for line in lines}
    keys = {key[0] for sides in found.values() for side in sides for key in side}
    people = Participation.objects.filter(pk__in=keys).select_related("person", "body", "office", "group")
    names = {who.pk: who.name_printed for who in people.prefetch_related("person__names")}
    return {line: _went(*sides, names) for line, sides in found.items()}


def _went(
    before: Mapping[tuple[int, int], str], after: Mapping[tuple[int, int], str], names: Mapping[int, str]
) -> list[Went]:
    return [
        Went(key[0], key[1], names.get(key[0], ""), before.get(key, ""), after.get(key, ""))
        for key in dict.fromkeys([*before, *after])
        if before.get(key) != after.get(key)
    ]


def _seats_in(line: AuditLine) -> tuple[dict[tuple[int, int], str], dict[tuple[int, int], str]]:
    old, new = line.changes.get("placements", [[], []])
    return _by_key(old), _by_key(new)


def _by_key(states: Iterable[Mapping[str, Any]]) -> dict[tuple[int, int], str]:
    return {(state["participation_id"], state["member"]): state["seat"] for state in states}
