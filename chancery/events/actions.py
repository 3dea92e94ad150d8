"""What changes an event: making and changing it, its order, the places of the office, and its tasks."""

from datetime import datetime
from typing import Any

from django.db import models, transaction

from chancery.accounts.models import Organiser
from chancery.base import audit
from chancery.base.audit import Actor
from chancery.events import queries
from chancery.events.models import Event, Place, Task
from chancery.precedence.models import Move, Ordering


@transaction.atomic
def plan_event(*, organiser: Organiser, by: Actor, **fields: Any) -> Event:
    """Make an event with a short name from its title, ordered by the profile of its office."""
    ordering = Ordering(
        organiser=organiser, profile=organiser.profile, host_state=organiser.host_state, place=organiser.city
    )
    audit.create(ordering, by=by, code="precedence.ordering.made")
    fields = {"time_zone": organiser.time_zone, "languages": organiser.languages} | fields
    event = Event(organiser=organiser, ordering=ordering, **fields)
    if "ref" not in fields:
        event.ref = queries.free_ref_of_event(event)
    return audit.create(event, by=by, code="events.event.planned")


@transaction.atomic
def change_event(event: Event, *, by: Actor, reason: str = "") -> audit.Changes:
    """Save a changed event."""
    return audit.update(event, by=by, code="events.event.changed", reason=reason)


@transaction.atomic
def set_ordering(ordering: Ordering, *, by: Actor) -> audit.Changes:
    """Save what an order is computed for; upper stages see by its revision that it changed."""
    changes = audit.update(ordering, by=by, code="precedence.ordering.changed")
    if changes:
        _raise_revision(ordering)
    return changes


@transaction.atomic
def move_by_hand(move: Move, *, by: Actor) -> Move:
    """Give somebody a place by hand; an earlier one of the same guest is replaced."""
    for earlier in Move.objects.filter(ordering=move.ordering, subject=move.subject):
        audit.delete(earlier, by=by, code="precedence.move.withdrawn")
    move.moved_by = by.user  # type: ignore[assignment]  # the actor's user is ours
    audit.create(move, by=by, code="precedence.move.made", reason=move.reason)
    _raise_revision(move.ordering)
    return move


@transaction.atomic
def withdraw_move(move: Move, *, by: Actor) -> None:
    """Take back a place given by hand."""
    audit.delete(move, by=by, code="precedence.move.withdrawn")
    _raise_revision(move.ordering)


def _raise_revision(ordering: Ordering) -> None:
    Ordering.objects.filter(pk=ordering.pk).update(revision=models.F("revision") + 1)


@transaction.atomic
def save_place(place: Place, *, by: Actor) -> Place:
    """Save a new or changed place."""
    if place.pk is None:
        return audit.create(place, by=by, code="events.place.added")
    audit.update(place, by=by, code="events.place.changed")
    return place


@transaction.atomic
def finish_task(task: Task, *, now: datetime, by: Actor) -> None:
    """Mark a task as done."""
    task.done_at, task.done_by = now, by.user  # type: ignore[assignment]  # the actor's user is ours
    audit.update(task, by=by, code="events.task.finished")


@transaction.atomic
def reopen_task(task: Task, *, by: Actor) -> None:
    """Mark a task as not done after all."""
    task.done_at = task.done_by = None
    audit.update(task, by=by, code="events.task.reopened")
