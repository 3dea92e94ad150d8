"""How guests are awaited, and what is said of them on the day: on the way, at the door, no longer awaited."""

from collections.abc import Callable, Sequence
from datetime import datetime

from django.db import models, transaction

from chancery.accounts.models import User
from chancery.base import audit, undo
from chancery.base.audit import Actor
from chancery.base.push import publish
from chancery.door.models import ArrivalPlan, Door
from chancery.door.queries.marks import channel_of
from chancery.events.models import Participation

type Change = Callable[[ArrivalPlan], None]


@transaction.atomic
def change_plans(guests: Sequence[Participation], change: Change, *, by: Actor, code: str) -> int:
    """
    Change how guests are awaited, each with its line; return how many changed.

    Guests of whom nothing was planned yet get a plan. `code` is that of the lines, as `door.arrival.planned`.
    """
    keys = [guest.pk for guest in guests]
    # The guests are locked, for a plan that is not there yet cannot be: two may announce one guest at once.
    list(Participation.objects.select_for_update().filter(pk__in=keys).order_by("pk").values_list("pk"))
    plans = {plan.participation_id: plan for plan in ArrivalPlan.objects.filter(participation__in=keys)}
    new: list[ArrivalPlan] = []
    old: list[ArrivalPlan] = []
    for guest in guests:
        plan = plans.get(guest.pk)
        (old if plan else new).append(plan or ArrivalPlan(participation=guest))
    for plan in (*new, *old):
        change(plan)
    audit.create_all(new, by=by, code=code)
    changed = len(new) + audit.update_all(old, by=by, code=code)
    if changed:
        tell(guests[0].event_id)
    return changed


def tell(event: int) -> None:
    """Tell open pages that how guests are awaited at an event has changed."""
    publish(channel_of(event), {"arrivals": "changed"})


@undo.after_undo("door.arrivalplan")
def _after_undo(row: models.Model, by: Actor) -> None:
    guest = Participation.objects.filter(pk=row.participation_id)  # type: ignore[attr-defined]  # an arrival plan
    for event in guest.values_list("event_id", flat=True):
        tell(event)


def announce(
    guest: Participation, what: ArrivalPlan.Announced, *, door: Door | None, by: Actor, now: datetime
) -> None:
    """Say that a guest is on the way or at a door; who is at the door waits for somebody to answer."""

    def change(plan: ArrivalPlan) -> None:
        plan.announced, plan.announced_at, plan.announced_door = what, now, door
        plan.acknowledged_at = plan.acknowledged_by = plan.waived_at = None

    change_plans([guest], change, by=by, code="door.arrival.announced")


def take_back(guest: Participation, *, by: Actor) -> None:
    """Take back what was announced of a guest."""

    def change(plan: ArrivalPlan) -> None:
        plan.announced, plan.announced_at, plan.announced_door = "", None, None
        plan.acknowledged_at = plan.acknowledged_by = None

    change_plans(_planned(guest), change, by=by, code="door.arrival.announcement-taken-back")


def acknowledge(guest: Participation, *, who: User, by: Actor, now: datetime) -> None:
    """Answer an announcement: `who` goes to the door. The first answer counts, later ones change nothing."""

    def change(plan: ArrivalPlan) -> None:
        if plan.announced and plan.acknowledged_at is None:
            plan.acknowledged_at, plan.acknowledged_by = now, who

    change_plans(_planned(guest), change, by=by, code="door.arrival.acknowledged")


def waive(guest: Participation, *, by: Actor, now: datetime) -> None:
    """Stop waiting for a guest; who comes all the same is let in and counted."""

    def change(plan: ArrivalPlan) -> None:
        plan.waived_at = now

    change_plans([guest], change, by=by, code="door.arrival.waived")


def await_again(guest: Participation, *, by: Actor) -> None:
    """Wait again for a guest for whom the office had stopped waiting."""

    def change(plan: ArrivalPlan) -> None:
        plan.waived_at = None

    change_plans(_planned(guest), change, by=by, code="door.arrival.awaited-again")


def _planned(guest: Participation) -> list[Participation]:
    """The guest, where anything is written that could be taken back or answered."""
    return [guest] if ArrivalPlan.objects.filter(participation=guest).exists() else []
