"""What changes an event: making, changing, copying, and its tasks."""

from collections.abc import Iterable, Sequence
from copy import copy
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, models, transaction
from django.utils.translation import gettext as _

from chancery.accounts.models import Organiser
from chancery.base import audit
from chancery.base.audit import Actor
from chancery.base.codes import new_code
from chancery.events.models import (
    Arrangement,
    Event,
    EventCampaign,
    EventMember,
    EventOccasion,
    GlossaryTerm,
    GuestCategory,
    Involvement,
    Part,
    Participation,
    Place,
    Station,
    Task,
)
from chancery.precedence.models import Move, Ordering

# What a copy for another year takes over, in an order in which keys can be followed.
COPIED = (
    Part,
    Station,
    Involvement,
    Arrangement,
    Task,
    GuestCategory,
    EventCampaign,
    EventMember,
    GlossaryTerm,
)


class SectionRefused(Exception):
    """The rows break a rule of the record; the message says which in one sentence."""


@transaction.atomic
def plan_event(*, organiser: Organiser, by: Actor, **fields: Any) -> Event:
    """Make an event, ordered by the profile of its office."""
    ordering = Ordering.objects.create(
        organiser=organiser, profile=organiser.profile, host_state=organiser.host_state, place=organiser.city
    )
    fields = {"time_zone": organiser.time_zone, "languages": organiser.languages} | fields
    event = Event(organiser=organiser, ordering=ordering, **fields)
    return audit.create(event, by=by, code="events.event.planned")


@transaction.atomic
def change_event(event: Event, *, by: Actor, reason: str = "") -> audit.Changes:
    """Save a changed event."""
    return audit.update(event, by=by, code="events.event.changed", reason=reason)


@transaction.atomic
def copy_event(event: Event, *, held_on: date | None, titles: dict[str, str], ref: str, by: Actor) -> Event:
    """
    Plan another event like this one: places, organisers, arrangements, tasks, categories and team.

    People are not taken over: who is invited is decided anew. The anniversary day of the main occasion moves
    to the year of `held_on`, so that the ordinal follows (R112).
    """
    ordering = _fresh(event.ordering)
    ordering.ref = new_code()
    ordering.as_of_on = None
    ordering.save()
    twin = _fresh(event)
    twin.ref, twin.titles, twin.held_on, twin.held_until_on = ref, titles, held_on, None
    twin.ordering, twin.copied_from = ordering, event
    twin.status, twin.happened_on, twin.is_sample_plan = Event.Status.DRAFT, None, False
    audit.create(twin, by=by, code="events.event.copied")
    twins: dict[tuple[type[models.Model], int], models.Model] = {(Event, event.pk): twin}
    for model in COPIED:
        _copy_rows(model, event, twins)
    _copy_occasions(event, twin)
    return twin


def _copy_occasions(event: Event, twin: Event) -> None:
    for link in EventOccasion.objects.filter(event=event).order_by("position", "id"):
        fresh = _fresh(link)
        fresh.event = twin
        if fresh.anniversary_on and twin.held_on:
            fresh.anniversary_on = in_year(fresh.anniversary_on, twin.held_on.year)
        fresh.save()


def in_year(day: date, year: int) -> date:
    """Return the same day of another year; 29 February falls back to 28 February."""
    try:
        return day.replace(year=year)
    except ValueError:
        return day.replace(year=year, day=28)


def _copy_rows(
    model: type[models.Model], event: Event, twins: dict[tuple[type[models.Model], int], models.Model]
) -> None:
    for row in model._default_manager.filter(event=event).order_by("pk"):
        fresh = _fresh(row)
        for field in model._meta.concrete_fields:
            if field.is_relation and (twin := twins.get((field.related_model, getattr(row, field.attname)))):  # type: ignore[arg-type]  # resolved models
                setattr(fresh, field.name, twin)
        if isinstance(fresh, Task):
            fresh.done_at = fresh.done_by = None
        if isinstance(fresh, GuestCategory):
            fresh.was_present = None
        fresh.save()
        twins[model, row.pk] = fresh


def _fresh[Row: models.Model](row: Row) -> Row:
    fresh = copy(row)
    fresh.pk = None
    fresh._state = type(row._state)()
    for field in row._meta.concrete_fields:
        if field.name == "code" or (field.name == "ref" and isinstance(row, GlossaryTerm)):
            setattr(fresh, field.name, new_code())
    return fresh


def save_section(
    event: Event,
    kept: Sequence[models.Model],
    dropped: Sequence[models.Model],
    *,
    code: str,
    by: Actor,
) -> None:
    """
    Save one kind of the event's rows in their order.

    Errors: SectionRefused where two rows say the same, or something still rests on a dropped one.
    """
    for row in kept:
        if isinstance(row, GlossaryTerm):
            row.organiser = event.organiser
    try:
        with transaction.atomic():
            audit.save_rows(kept, dropped, by=by, code=code)
    except models.ProtectedError:
        raise SectionRefused(_("A row is still in use and was kept; nothing was changed.")) from None
    except IntegrityError:
        raise SectionRefused(
            _("Two rows say the same, or two are the main one; nothing was changed.")
        ) from None


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


@transaction.atomic
def list_participants(rows: Iterable[Participation], *, by: Actor) -> list[Participation]:
    """Insert participations in bulk, each with its line."""
    made = Participation.objects.bulk_create(rows)
    audit.write(
        audit.line(row, by=by, code="events.participation.listed", changes={"capacity": [None, row.capacity]})
        for row in made
    )
    return made
