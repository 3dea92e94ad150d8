"""What changes an event: making and changing it, the places of the office, and its tasks."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from chancery.accounts.models import Organiser
from chancery.base import audit
from chancery.base.audit import Actor
from chancery.base.refs import free_ref
from chancery.base.taking import own_copy, take, take_newer
from chancery.directory.access import readable_by
from chancery.directory.models import Body, Visibility
from chancery.events import queries
from chancery.events.models import Event, EventOccasion, Place, Task
from chancery.occasions.models import Occasion
from chancery.precedence.models import Ordering


@transaction.atomic
def plan_event(
    *, organiser: Organiser, by: Actor, serving: tuple[Occasion, date] | None = None, **fields: Any
) -> Event:
    """
    Make an event with a short name from its title, ordered by the profile of its office.

    `serving` is its main occasion with the anniversary day it counts from.
    """
    ordering = Ordering(
        organiser=organiser, profile=organiser.profile, host_state=organiser.host_state, place=organiser.city
    )
    audit.create(ordering, by=by, code="precedence.ordering.made")
    fields = {"time_zone": organiser.time_zone, "languages": organiser.languages} | fields
    event = Event(organiser=organiser, ordering=ordering, **fields)
    if "ref" not in fields:
        event.ref = queries.free_ref_of_event(event)
    audit.create(event, by=by, code="events.event.planned")
    if serving is not None:
        occasion, anniversary_on = serving
        link = EventOccasion(event=event, occasion=occasion, anniversary_on=anniversary_on)
        audit.create(link, by=by, code="events.occasion.added")
    return event


@transaction.atomic
def change_event(event: Event, *, by: Actor, reason: str = "") -> audit.Changes:
    """Save a changed event."""
    return audit.update(event, by=by, code="events.event.changed", reason=reason)


@transaction.atomic
def save_place(place: Place, *, by: Actor) -> Place:
    """Save a new or changed place."""
    if place.pk is None:
        return audit.create(place, by=by, code="events.place.added")
    audit.update(place, by=by, code="events.place.changed")
    return place


@transaction.atomic
def take_place(source: Place, *, organiser: Organiser, by: Actor) -> Place:
    """
    Make an office's own copy of a place that it is shown, once.

    It lies within the office's copy of what the source lies within, and on the premises of a body only where
    the office is shown that one.
    """
    taken = set(Place.objects.filter(organiser=organiser).values_list("ref", flat=True))
    within = own_copy(source.part_of, organiser.pk) if source.part_of else None
    bodies = Body.objects.filter(readable_by(organiser, Body), pk__in=[source.premises_of_id])
    return take(
        source,
        organiser_id=organiser.pk,
        by=by,
        code="events.place.taken",
        ref=free_ref(source.ref, taken, fallback=source.code),
        part_of=within,
        premises_of=bodies.first(),
        visibility=Visibility.OWN,
    )


def take_newer_place(place: Place, *, by: Actor) -> audit.Changes:
    """Replace what an office made of a place by what its source says now; the history keeps the words."""
    return take_newer(place, by=by, code="events.place.renewed")


@transaction.atomic
def finish_task(task: Task, *, now: datetime, by: Actor) -> None:
    """Mark a task as done."""
    task.done_at, task.done_by = now, by.user
    audit.update(task, by=by, code="events.task.finished")


@transaction.atomic
def reopen_task(task: Task, *, by: Actor) -> None:
    """Mark a task as not done after all."""
    task.done_at = task.done_by = None
    audit.update(task, by=by, code="events.task.reopened")
