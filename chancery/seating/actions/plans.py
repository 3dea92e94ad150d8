"""Making, choosing and deleting the plans of an event."""

from django.db import transaction

from chancery.base import audit
from chancery.base.audit import Actor
from chancery.events.models import Event
from chancery.seating.models import Plan
from chancery.seating.queries import plans as queries


@transaction.atomic
def make_plan(plan: Plan, *, by: Actor) -> Plan:
    """Make a new plan with the room as it is drawn now; the first of an event is chosen at once."""
    _lock(plan.event)
    others = queries.plans_of(plan.event)
    plan.number = queries.next_number(plan.event)
    plan.is_chosen = not others.filter(part=plan.part).exists()
    plan.layout, plan.room_revision = plan.room.layout, plan.room.revision
    plan.guest_revision = queries.guest_revision_of(plan.event)
    return audit.create(plan, by=by, code="seating.plan.made")


def _lock(event: Event) -> None:
    """Hold the event while a number is given, so that two plans never have the same."""
    Event.objects.select_for_update().get(pk=event.pk)
