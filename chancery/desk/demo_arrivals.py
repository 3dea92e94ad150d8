"""
The arrivals of the demo: two doors, slots in reverse order of rank (R89), who greets whom, and a note.

Everything is done by the same actions as in the office, for guests who are labelled as samples.
"""

from datetime import datetime

from chancery.base.audit import Actor
from chancery.door import slot_rows
from chancery.door.actions import doors, presences, slots
from chancery.door.actions.arrivals import change_plans
from chancery.door.models import ArrivalPlan, Door
from chancery.door.queries.awaited import arrivals_at
from chancery.events.models import Event, Participation
from chancery.rules.door.slots import Pace

PACE = Pace(minutes=10, people=6)
GREETER = "Sample of the protocol office"
ESCORT = "Usher of the hall (sample)"
LATE_PLACE = "The seats beside the door, until the applause"
# Whom the greeter and the usher of honour meet: the highest in rank.
OF_HONOUR = 3


def await_samples(event: Event, *, by: Actor, at: datetime) -> None:
    """Prepare doors, slots and greeters for everybody who has accepted."""
    main = doors.make_door(
        Door(
            event=event,
            ref="sample-main-entrance",
            name="Main entrance",
            instructions="Coats to the left, then up the stairs.",
        ),
        by=by,
    )
    side = doors.make_door(
        Door(event=event, ref="sample-garden-door", name="Garden door", instructions="Step-free."), by=by
    )
    awaited = arrivals_at(event, language="en", now=at)
    slots.take_proposal(event, slot_rows.proposal_for(awaited, PACE), by=by)
    guests = [each.who.code for each in awaited.parties if each.who.capacity in Participation.OF_GUESTS]
    _assign(event, guests, main, by)
    _honour(event, guests[:OF_HONOUR], by)
    _assign(event, guests[-1:], side, by)
    presences.prepare(event)


def _assign(event: Event, codes: list[str], door: Door, by: Actor) -> None:
    def change(plan: ArrivalPlan) -> None:
        plan.door, plan.late_place = door, LATE_PLACE

    change_plans(_guests(event, codes), change, by=by, code="door.arrival.planned")


def _honour(event: Event, codes: list[str], by: Actor) -> None:
    def change(plan: ArrivalPlan) -> None:
        plan.greeter_name, plan.escort = GREETER, ESCORT

    change_plans(_guests(event, codes), change, by=by, code="door.arrival.planned")


def _guests(event: Event, codes: list[str]) -> list[Participation]:
    return list(Participation.objects.filter(event=event, code__in=codes).order_by("pk"))
