"""Reads of events."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Case, IntegerField, Prefetch, QuerySet, Value, When

from chancery.accounts.models import Organiser
from chancery.events.models import (
    Arrangement,
    Event,
    EventCampaign,
    EventOccasion,
    GuestCategory,
    Involvement,
    Part,
    Participation,
    Place,
    Source,
    Station,
    Task,
)


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
    return Station.objects.filter(event=event).select_related("place").order_by("position", "id")


def involvements_of(event: Event) -> QuerySet[Involvement]:
    """The bodies and people behind an event in printed order."""
    found = Involvement.objects.filter(event=event).select_related("body", "person")
    return found.order_by("position", "id")


def campaign_links_of(event: Event) -> QuerySet[EventCampaign]:
    """What the event does for which campaign."""
    return EventCampaign.objects.filter(event=event).select_related("campaign").order_by("id")


def arrangements_of(event: Event) -> QuerySet[Arrangement]:
    """What is arranged, in its order."""
    return Arrangement.objects.filter(event=event).order_by("position", "id")


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
    stem = f"{row.ref if row else who.ref}-{who.capacity}"[:110]
    taken = set(
        Participation.objects.filter(event=who.event, ref__startswith=stem).values_list("ref", flat=True)
    )
    number, free = 2, stem
    while free in taken:
        number, free = number + 1, f"{stem}-{number}"
    return free


def parts_of(event: Event) -> QuerySet[Part]:
    """The blocks, days and tracks of an event in their order."""
    return Part.objects.filter(event=event).order_by("position", "id")


def places_of(organiser: Organiser) -> QuerySet[Place]:
    """The places of an office, by city."""
    return Place.objects.filter(organiser=organiser).select_related("part_of").order_by("city", "ref")


def refs_taken(organiser: Organiser) -> set[str]:
    """The short names of events that are in use."""
    return set(Event.objects.filter(organiser=organiser).values_list("ref", flat=True))


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
    return [_due(task, event, today) for task in tasks]


def _due(task: Task, event: Event, today: date) -> DueTask:
    if event.held_on is None:
        return DueTask(task, None, False)
    due_on = event.held_on - timedelta(days=task.days_before)
    return DueTask(task, due_on, task.done_at is None and due_on < today)
