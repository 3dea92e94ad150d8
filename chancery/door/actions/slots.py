"""Slots of arrival: proposed by the rule (R89), made and changed by hand, deleted."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.db import models, transaction
from django.utils.translation import gettext as _

from chancery.base import audit, undo
from chancery.base.audit import Actor
from chancery.door.actions.arrivals import change_plans, tell
from chancery.door.models import ArrivalPlan, Slot
from chancery.door.queries.awaited import slots_of
from chancery.events.models import Event, Participation
from chancery.rules.door.slots import ProposedSlot

LONGEST = timedelta(hours=12)


class SlotTurnedRound(Exception):
    """A slot that ends before it begins; the message is one sentence."""


@transaction.atomic
def take_proposal(event: Event, proposed: Sequence[ProposedSlot], *, by: Actor) -> int:
    """
    Put proposed slots in the place of those of an event; return how many guests have one now.

    Doors, greeters and escorts of the guests stay; so do the own times that somebody wrote.
    """
    guests = {each.code: each for each in Participation.objects.filter(event=event)}
    for slot in slots_of(event):
        delete_slot(slot, by=by)
    zone, count = ZoneInfo(event.time_zone), 0
    for position, one in enumerate(proposed):
        begins, ends = (moment.astimezone(zone).time() for moment in (one.starts_at, one.ends_at))
        slot = Slot(event=event, starts_at=begins, ends_at=ends, position=position)
        audit.create(slot, by=by, code="door.slot.made")
        count += assign([guests[code] for code in one.parties if code in guests], slot, by=by)
    return count


def assign(guests: Sequence[Participation], slot: Slot | None, *, by: Actor) -> int:
    """Await guests in a slot, or in none; return how many that changed."""

    def change(plan: ArrivalPlan) -> None:
        plan.slot = slot

    return change_plans(guests, change, by=by, code="door.arrival.slot") if guests else 0


@transaction.atomic
def save_slot(slot: Slot, *, by: Actor) -> None:
    """
    Make a slot or change it; slots stand in the order of their times.

    Units: a slot may go over midnight, but one of more than twelve hours has its times turned round.
    Errors: SlotTurnedRound.
    """
    if not timedelta() < _length(slot) <= LONGEST:
        raise SlotTurnedRound(_("A slot needs some time; let it end later than it begins."))
    if slot.pk:
        audit.update(slot, by=by, code="door.slot.changed")
    else:
        slot.position = Slot.objects.filter(event=slot.event).count()
        audit.create(slot, by=by, code="door.slot.made")
    tell(slot.event_id)


def _length(slot: Slot) -> timedelta:
    """From the beginning of a slot to its end, which may lie behind midnight."""
    day = date.min
    return (datetime.combine(day, slot.ends_at) - datetime.combine(day, slot.starts_at)) % timedelta(days=1)


@transaction.atomic
def delete_slot(slot: Slot, *, by: Actor) -> None:
    """Delete a slot; its guests are awaited without one."""
    awaited = Participation.objects.filter(arrival_plan__slot=slot).order_by("pk")
    assign(list(awaited), None, by=by)
    event = slot.event_id
    audit.delete(slot, by=by, code="door.slot.deleted")
    tell(event)


@undo.after_undo("door.slot")
def _after_undo(row: models.Model, by: Actor) -> None:
    tell(row.event_id)  # type: ignore[attr-defined]  # a slot
