"""Taking a plan that form, search or repair has made: one step, on the plan as it was looked at."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from chancery.base import jobs
from chancery.base.audit import Actor
from chancery.base.models import AuditLine, Job
from chancery.rules.seating.plan import Placing
from chancery.seating.actions import steps
from chancery.seating.actions.placing import Sitting
from chancery.seating.models import Placement, Plan

SEARCH = "seating.solve"
GIVEN = {
    "formed": Placement.Given.FORM,
    "solved": Placement.Given.SOLVER,
    "filled": Placement.Given.FILLED,
    "repaired": Placement.Given.REPAIR,
}


class SearchUnderWay(Exception):
    """A search for this plan runs already."""


@dataclass(frozen=True, slots=True)
class Made:
    """
    A plan that was made for everybody who is to be seated.

    Shape: `people` holds everybody, `placing` the seat of each who has one. `outcome` is what the making
    told, `guest_revision` that of the list it was made from.
    """

    deed: str
    people: Sequence[Sitting]
    placing: Placing
    outcome: Mapping[str, Any]
    guest_revision: int


@transaction.atomic
def take(plan: Plan, made: Made, *, revision: int, by: Actor, at: datetime) -> AuditLine | None:
    """
    Give everybody the seat of a made plan; who keeps theirs keeps also how it was given.

    Errors: PlanChanged where the plan has another revision, or somebody who is locked would move.
    """
    held = steps.locked(plan, revision)
    rows = {steps.key_of(row): row for row in Placement.objects.filter(plan=held).order_by("pk")}
    wanted = {one.key: one for one in made.people if one.sitter in made.placing}
    stays = {key for key, row in rows.items() if key in wanted and row.seat == wanted[key].seat}
    leaving = [row for key, row in rows.items() if key not in stays]
    _demand_unlocked(leaving, wanted)
    if made.deed == "solved":
        Plan.objects.filter(pk=held.pk).update(job=None)
    return steps.take(
        held,
        before=leaving,
        after=[_placed(held, one, made, by, at) for key, one in wanted.items() if key not in stays],
        deed=made.deed,
        by=by,
        of_plan={"guest_revision": made.guest_revision, "outcome": dict(made.outcome)},
        based_on={one.sitter: one.place for one in made.people},
    )


@transaction.atomic
def take_note(plan: Plan, basis: Mapping[str, int | None], *, guest_revision: int, by: Actor) -> None:
    """Let a plan count as up to date with the list, with the seats as they are."""
    held = steps.locked(plan)
    of_plan = {"guest_revision": guest_revision}
    steps.take(held, before=[], after=[], deed="noted", by=by, of_plan=of_plan, based_on=basis)


@transaction.atomic
def start_search(plan: Plan, *, seed: int, moves: int, language: str, by: Actor) -> Job:
    """Search for the best plan beside the pages. Errors: SearchUnderWay."""
    held = steps.locked(plan)
    if held.job is not None and not held.job.is_over:
        raise SearchUnderWay
    held.job = jobs.start(SEARCH, by=by, plan=held.pk, seed=seed, moves=moves, language=language)
    held.save(update_fields=["job"])
    return held.job


def _demand_unlocked(leaving: Sequence[Placement], wanted: Mapping[steps.Key, Sitting]) -> None:
    if any(row.is_locked and steps.key_of(row) in wanted for row in leaving):
        raise steps.PlanChanged(_("Somebody who is locked would move; make the plan again."))


def _placed(plan: Plan, one: Sitting, made: Made, by: Actor, at: datetime) -> Placement:
    return Placement(
        plan=plan,
        participation_id=one.participation,
        member=one.member,
        seat=one.seat,
        given=GIVEN[made.deed],
        by=by.user,
        place=one.place,
        given_at=at,
    )
