"""Reads of events."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum, auto

from django.db.models import Case, IntegerField, Prefetch, Q, QuerySet, Value, When

from chancery.accounts.models import Organiser
from chancery.base.refs import free_ref
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
    Source,
    Station,
    Task,
)
from chancery.events.working_days import working_days_of
from chancery.occasions.access import seen_by
from chancery.occasions.models import Campaign
from chancery.rules import timing


def events_of(organiser: Organiser) -> QuerySet[Event]:
    """The events of an office, the latest day first, those without a day before all."""
    occasions = EventOccasion.objects.select_related("occasion").order_by("position", "id")
    return (
        Event.objects.filter(organiser=organiser)
        .prefetch_related(Prefetch("occasion_links", occasions), _stations())
        .order_by("-held_on", "-id")
    )


def events_to_come(organiser: Organiser, today: date) -> QuerySet[Event]:
    """The events from today on, the nearest first."""
    coming = events_of(organiser).filter(held_on__gte=today).exclude(status=Event.Status.CANCELLED)
    return coming.order_by("held_on", "starts_at", "id")


def _stations() -> Prefetch[str]:
    return Prefetch("stations", Station.objects.select_related("place").order_by("position", "id"))


def main_occasion(event: Event) -> EventOccasion | None:
    """The occasion an event is held for, if one is named."""
    links = EventOccasion.objects.filter(event=event, role=EventOccasion.Role.MAIN)
    return links.select_related("occasion").first()


def occasion_links_of(event: Event) -> QuerySet[EventOccasion]:
    """All occasions of an event, the main one first."""
    return (
        EventOccasion.objects.filter(event=event)
        .select_related("occasion")
        .order_by("role", "position", "id")
    )


def stations_of(event: Event) -> QuerySet[Station]:
    """The places of an event in sequence."""
    return Station.objects.filter(event=event).select_related("place", "part").order_by("position", "id")


def names_of_places(event: Event) -> list[dict[str, str]]:
    """What the places of an event are called, in sequence."""
    return list(stations_of(event).values_list("place__names", flat=True))


def involvements_of(event: Event) -> QuerySet[Involvement]:
    """The bodies and people behind an event in printed order."""
    found = Involvement.objects.filter(event=event).select_related("body", "person", "part")
    return found.prefetch_related("person__names").order_by("position", "id")


def campaign_links_of(event: Event) -> QuerySet[EventCampaign]:
    """What the event does for which campaign."""
    return EventCampaign.objects.filter(event=event).select_related("campaign").order_by("id")


def arrangements_of(event: Event) -> QuerySet[Arrangement]:
    """What is arranged, in its order."""
    return Arrangement.objects.filter(event=event).select_related("category").order_by("position", "id")


def sources_of(event: Event) -> QuerySet[Source]:
    """Where what is known of the event was read."""
    return Source.objects.filter(event=event).order_by("dated", "id")


def categories_of(event: Event) -> QuerySet[GuestCategory]:
    """The categories of guests in their order; `within` is loaded."""
    return GuestCategory.objects.filter(event=event).select_related("within").order_by("position", "id")


def participations_of(event: Event) -> QuerySet[Participation]:
    """Everybody who takes part in any capacity, with who they are."""
    found = Participation.objects.filter(event=event)
    return (
        found.select_related("person", "body", "office", "office__body", "group", "category", "represents")
        .prefetch_related("person__names")
        .order_by("id")
    )


def people_of(event: Event) -> QuerySet[Participation]:
    """Everybody who takes part in another capacity than a guest, by capacity and then as they were added."""
    ranks = [
        When(capacity=capacity, then=Value(number)) for number, capacity in enumerate(Participation.Capacity)
    ]
    return (
        participations_of(event)
        .exclude(capacity__in=Participation.OF_GUESTS)
        .order_by(Case(*ranks, output_field=IntegerField()), "id")
    )


def present_at(event: Event) -> QuerySet[Participation]:
    """Whoever is known to have been there; a mentioned one never is."""
    return (
        participations_of(event)
        .filter(actual=Participation.Actual.ATTENDED)
        .exclude(capacity=Participation.Capacity.MENTIONED)
    )


def free_ref_of_participation(who: Participation) -> str:
    """Return a short name for a participation that nobody at the event has."""
    row = who.person or who.office or who.body
    taken = set(Participation.objects.filter(event=who.event).values_list("ref", flat=True))
    return free_ref(f"{row.ref if row else who.ref} {who.capacity}", taken, fallback=who.ref)


def free_ref_of_event(event: Event) -> str:
    """Return a short name for an event from its title and year that no event of the office has."""
    year = f" {event.held_on.year}" if event.held_on else ""
    title = next(iter(event.titles.values()), "")
    named = title if year.strip() in title else f"{title}{year}"
    return free_ref(named, refs_taken(event.organiser), fallback=event.ref)


def parts_of(event: Event) -> QuerySet[Part]:
    """The blocks, days and tracks of an event in their order."""
    return Part.objects.filter(event=event).order_by("position", "id")


def events_within(event: Event) -> QuerySet[Event]:
    """The events that are part of a larger one, by their day."""
    return Event.objects.filter(part_of=event).order_by("held_on", "id")


def team_of(event: Event) -> QuerySet[EventMember]:
    """Colleagues with a role for this event, by name."""
    found = EventMember.objects.filter(event=event).select_related("membership__user")
    return found.order_by("membership__user__name", "id")


def places_of(organiser: Organiser) -> QuerySet[Place]:
    """The places of an office, by city."""
    found = Place.objects.filter(organiser=organiser).select_related("part_of", "source__organiser")
    return found.order_by("city", "ref")


def lies_within(place: Place, whole: Place) -> bool:
    """Whether a place is `whole` or a part of it, at any depth."""
    seen: set[int] = set()
    above: Place | None = place
    while above is not None and above.pk not in seen:
        if above.pk == whole.pk:
            return True
        seen.add(above.pk)
        above = above.part_of
    return False


def office_wording_of(organiser: Organiser) -> QuerySet[GlossaryTerm]:
    """The wording that holds for all events of an office."""
    own = GlossaryTerm.objects.filter(organiser=organiser, event=None, campaign=None)
    return own.order_by("meaning", "id")


def campaign_wording_of(campaign: Campaign) -> QuerySet[GlossaryTerm]:
    """The wording of a campaign, which holds for every event that launches or serves it."""
    return GlossaryTerm.objects.filter(campaign=campaign).order_by("meaning", "id")


class TermOrigin(StrEnum):
    """Whose a term is; the first holds before the second, and that before the third."""

    EVENT = auto()
    CAMPAIGN = auto()
    OFFICE = auto()


@dataclass(frozen=True, slots=True)
class HeldTerm:
    """A term that holds for an event, and whose it is."""

    term: GlossaryTerm
    origin: TermOrigin


def terms_that_hold(event: Event) -> list[HeldTerm]:
    """
    Return the wording for disputed names that holds for an event, by a constant number of queries.

    Shape: one term for each meaning, those of the event first, then of the campaigns that it launches or
    serves, then of the office. An event that only mentions a campaign does not take its words.
    Ties: of two campaigns that word one meaning, the one whose short name comes first.
    Source: R104 in docs/rules/communique.md.
    """
    does = [EventCampaign.Relation.LAUNCHED, EventCampaign.Relation.SERVED]
    links = EventCampaign.objects.filter(event=event, relation__in=does)
    served = links.filter(seen_by(event.organiser, "campaign__")).values("campaign")
    of_office = Q(organiser=event.organiser, event=None, campaign=None)
    rows = GlossaryTerm.objects.filter(Q(event=event) | Q(campaign__in=served) | of_office)
    found = [HeldTerm(term, _origin(term)) for term in rows.select_related("campaign__organiser")]
    by_meaning: dict[str, HeldTerm] = {}
    for held in sorted(found, key=_precedence):
        by_meaning.setdefault(" ".join(held.term.meaning.casefold().split()), held)
    return list(by_meaning.values())


def _origin(term: GlossaryTerm) -> TermOrigin:
    if term.event_id:
        return TermOrigin.EVENT
    return TermOrigin.CAMPAIGN if term.campaign_id else TermOrigin.OFFICE


def _precedence(held: HeldTerm) -> tuple[int, str, str, int]:
    term = held.term
    campaign = term.campaign.ref if term.campaign else ""
    return list(TermOrigin).index(held.origin), campaign, term.meaning, term.pk


def refs_taken(organiser: Organiser) -> set[str]:
    """The short names of events that are in use."""
    return set(Event.objects.filter(organiser=organiser).values_list("ref", flat=True))


# How long after an event what is due after it is still asked for.
AFTERMATH = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class DueTask:
    """A task with the day it is due and whether that day is past."""

    task: Task
    due_on: date | None
    is_late: bool


def tasks_of(event: Event, today: date) -> list[DueTask]:
    """The tasks of an event by the day they are due; without a day of the event nothing is due."""
    tasks = (
        Task.objects.filter(event=event)
        .select_related("owner__user", "done_by")
        .order_by("-days_before", "id")
    )
    due = [_due(task, event, today) for task in tasks]
    return sorted(due, key=lambda each: each.due_on or date.max)


def next_task_of(event: Event, today: date) -> DueTask | None:
    """The open task of an event that is due first; None where none has a day."""
    tasks = Task.objects.filter(event=event, done_at=None).order_by("-days_before", "id")
    due = [each for each in (_due(task, event, today) for task in tasks) if each.due_on]
    return min(due, key=lambda each: each.due_on or date.max, default=None)


def open_tasks_of(organiser: Organiser, today: date) -> list[DueTask]:
    """
    What is still to be done for the events of an office, the first due first.

    An event that is over still counts while something is to be done after it, for two months.
    """
    tasks = (
        Task.objects.filter(event__organiser=organiser, event__held_on__gte=today - AFTERMATH, done_at=None)
        .exclude(event__status=Event.Status.CANCELLED)
        .exclude(event__held_on__lt=today, days_before__gte=0)
        .select_related("event__organiser", "owner__user")
        .order_by("event__held_on", "-days_before", "id")
    )
    due = [_due(task, task.event, today) for task in tasks]
    return sorted(due, key=lambda each: each.due_on or date.max)


def due_on(task: Task, event: Event) -> date | None:
    """The day a task is due, counted back in calendar days or in working days of the host state."""
    if event.held_on is None:
        return None
    working_days = working_days_of(event.organiser.host_state) if task.in_working_days else None
    return timing.due_on(event.held_on, task.days_before, working_days)


def _due(task: Task, event: Event, today: date) -> DueTask:
    day = due_on(task, event)
    return DueTask(task, day, day is not None and task.done_at is None and day < today)
