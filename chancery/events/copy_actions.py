"""Next year's event as a copy of this year's."""

from collections.abc import Callable, Sequence
from datetime import date

from django.db import models, transaction

from chancery.accounts.models import Organiser
from chancery.base import audit
from chancery.base.audit import Actor
from chancery.base.codes import new_code
from chancery.base.refs import free_ref
from chancery.base.twins import fresh
from chancery.directory.models import Visibility
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
    Station,
    Task,
)
from chancery.occasions.days import nearest_day

# What a copy takes over, in an order in which keys can be followed.
COPIED: tuple[type[models.Model], ...] = (
    Part,
    Station,
    Involvement,
    GuestCategory,
    Arrangement,
    Task,
    EventCampaign,
    EventMember,
    GlossaryTerm,
)

type Follow = Callable[[Event, Event, Actor], None]

# What an app above the events takes over into a copy it registers here.
FOLLOWING: list[Follow] = []


def after_copying(follow: Follow) -> Follow:
    """Register what is taken over from an event to its copy: called with both and who copies."""
    FOLLOWING.append(follow)
    return follow


EVERY = models.Q()

type Twins = dict[tuple[type[models.Model] | None, int], models.Model]


@transaction.atomic
def copy_event(event: Event, *, held_on: date | None, titles: dict[str, str], ref: str, by: Actor) -> Event:
    """
    Plan another event like this one: places, organisers, arrangements, tasks, categories and team.

    People are not taken over here: `keep_people` does, once it is decided who. Tasks are open again, days of
    parts and the last day keep their distance to the first. The anniversary day of an occasion is the one
    nearest to `held_on`, so that the ordinal follows it and not the year of the ceremony (R112); without
    `held_on` it is not known. Which edition of a series it is has to be said anew.
    """
    ordering = fresh(event.ordering)
    ordering.ref, ordering.as_of_on = new_code(), None
    audit.create(ordering, by=by, code="precedence.ordering.copied")
    twin = fresh(event)
    twin.ref, twin.titles, twin.ordering, twin.copied_from = ref, titles, ordering, event
    twin.held_on, twin.held_until_on = held_on, moved(event.held_until_on, event, held_on)
    twin.status, twin.happened_on, twin.is_sample_plan = Event.Status.DRAFT, None, False
    twin.edition = twin.pattern = None
    twin.pattern_for = Visibility.OWN
    audit.create(twin, by=by, code="events.event.copied")
    twins: Twins = {(Event, event.pk): twin}
    for model in COPIED:
        copy_rows(model, event, twins, by=by)
    copy_occasions(event, twin, by=by)
    for follow in FOLLOWING:
        follow(event, twin, by)
    return twin


@transaction.atomic
def keep_people(event: Event, people: Sequence[Participation], *, by: Actor) -> list[Participation]:
    """
    Let people of the event before take part in this one: guests on the list, the others without a plan.

    Nobody counts as asked or present. Categories and parts are found by their short name. Whoever takes part
    in the same capacity already is left as they are.
    """
    categories = {category.ref: category for category in GuestCategory.objects.filter(event=event)}
    parts = {part.ref: part for part in Part.objects.filter(event=event)}
    there = set(event.participations.values_list("person", "body", "office", "capacity"))
    taken = set(event.participations.values_list("ref", flat=True))
    kept = []
    for who in people:
        if (who.person_id, who.body_id, who.office_id, who.capacity) in there:
            continue
        twin = _kept(who, event, free_ref(who.ref, taken, fallback=who.ref))
        twin.category = categories.get(who.category.ref) if who.category else None
        twin.part = parts.get(who.part.ref) if who.part else None
        taken.add(twin.ref)
        kept.append(twin)
    return audit.create_all(kept, by=by, code="events.participation.kept")


def _kept(who: Participation, event: Event, ref: str) -> Participation:
    twin = fresh(who)
    is_guest = who.capacity in Participation.OF_GUESTS
    twin.event, twin.ref, twin.represents = event, ref, None
    twin.planned = Participation.Planned.LISTED if is_guest else Participation.Planned.NONE
    twin.actual, twin.actual_reason, twin.accepted_at = Participation.Actual.UNKNOWN, "", None
    return twin


def moved(day: date | None, event: Event, held_on: date | None) -> date | None:
    """A day of the event, as far from its first day as it was; not known where one of the days is not."""
    if day is None or event.held_on is None or held_on is None:
        return None
    return day + (held_on - event.held_on)


def copy_rows(
    model: type[models.Model], event: Event, twins: Twins, *, by: Actor, which: models.Q = EVERY
) -> None:
    """Copy the rows of an event that hang on it directly; a key to what has a twin leads to the twin."""
    held_on = twins[Event, event.pk].held_on  # type: ignore[attr-defined]  # the twin of an event is one
    for row in model._default_manager.filter(which, event=event).order_by("pk"):
        made = fresh(row)
        for field in model._meta.concrete_fields:
            if not field.is_relation:
                continue
            twin = twins.get((field.related_model, getattr(row, field.attname)))
            if twin is not None:
                setattr(made, field.name, twin)
        if isinstance(made, Task):
            made.done_at = made.done_by = None
            made.owner = made.owner if (Organiser, event.organiser_id) not in twins else None
        if isinstance(made, GuestCategory):
            made.was_present = None
        if isinstance(made, Part):
            made.held_on = moved(made.held_on, event, held_on)
        if isinstance(made, GlossaryTerm):
            made.ref = new_code()
        twins[model, row.pk] = audit.create(made, by=by, code=f"events.{model._meta.model_name}.copied")


def copy_occasions(event: Event, twin: Event, *, by: Actor, which: models.Q = EVERY) -> None:
    """Serve the same occasions, counted from the anniversary day that is nearest to the copy (R112)."""
    for link in EventOccasion.objects.filter(which, event=event).select_related("occasion").order_by("pk"):
        made = fresh(link)
        made.event = twin
        made.anniversary_on = _anniversary(link, event.held_on, twin.held_on)
        audit.create(made, by=by, code="events.eventoccasion.copied")


def _anniversary(link: EventOccasion, before: date | None, now: date | None) -> date | None:
    """The anniversary day that the copy counts from: by the rule, else as many years on as the event."""
    if now is None or link.anniversary_on is None:
        return None
    found = nearest_day(link.occasion, now)
    if found is not None:
        return found.kept.nominal
    years = now.year - (before or link.anniversary_on).year
    return in_year(link.anniversary_on, link.anniversary_on.year + years)


def in_year(day: date, year: int) -> date:
    """Return the same day of another year; 29 February falls back to 28 February."""
    try:
        return day.replace(year=year)
    except ValueError:
        return day.replace(year=year, day=28)
