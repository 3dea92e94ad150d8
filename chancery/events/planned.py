"""What the posts of a ministry plan on which days: titles, days and cities, never guests."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.db.models import F, Prefetch, Q, QuerySet

from chancery.accounts.models import Organiser
from chancery.base.languages import wording
from chancery.directory.access import of_tree
from chancery.events.models import Event, Station


@dataclass(frozen=True, slots=True)
class PlannedEvent:
    """An event as the other posts of its ministry may know of it."""

    event: Event
    first: date
    last: date
    place: str
    city: str


class EventDays(NamedTuple):
    """The key of an event and its days alone: of a ministry there are thousands in a year."""

    event: int
    first: date
    last: date


class Serving(NamedTuple):
    """An event that serves an occasion; the anniversary day it counts from is None where it is not said."""

    days: EventDays
    occasion: int
    anniversary_on: date | None


def seen_in_calendar(organiser: Organiser) -> QuerySet[Event]:
    """
    The events an office reads in its calendar: all of its own, those of its ministry and its other posts.

    A draft is told to its own office and to the ministry above it alone.
    """
    own = Q(organiser=organiser) | Q(organiser__parent=organiser)
    others = of_tree(organiser) & ~Q(status=Event.Status.DRAFT)
    return Event.objects.filter(own | others)


_DAYS = ("pk", "held_on", "held_until_on")
# On one day those of which the hour is not known stand last.
_ORDER = ("held_on", F("starts_at").asc(nulls_last=True), "id")


def days_between(
    organiser: Organiser, first: date, last: date, *, post: Organiser | None = None
) -> list[EventDays]:
    """
    Return the events of the tree that touch the days from `first` to `last`, by their first day.

    A cancelled one is among them. `post` narrows them to those of one office.
    """
    rows = _touching(organiser, first, last, post).order_by(*_ORDER).values_list(*_DAYS)
    return [EventDays(pk, begins, ends or begins) for pk, begins, ends in rows if begins]


def serving_between(
    organiser: Organiser, first: date, last: date, *, post: Organiser | None = None
) -> list[Serving]:
    """Return the occasions that the events of the tree on these days serve, in the order of the events."""
    rows = _touching(organiser, first, last, post).filter(occasion_links__isnull=False)
    ordered = rows.order_by(*_ORDER, *(f"occasion_links__{name}" for name in ("role", "position", "id")))
    links = ("occasion_links__occasion_id", "occasion_links__anniversary_on")
    return [
        Serving(EventDays(pk, begins, ends or begins), occasion, anniversary_on)
        for pk, begins, ends, occasion, anniversary_on in ordered.values_list(*_DAYS, *links)
        if begins
    ]


def planned_between(
    organiser: Organiser, first: date, last: date, language: str, *, without: Event | None = None
) -> list[PlannedEvent]:
    """
    Return the events of the tree that touch the days from `first` to `last`, by their first day.

    Costs two queries however many there are. A cancelled event is among them and says so by its status.
    `without` leaves out an event and its parts.
    """
    found = _touching(organiser, first, last)
    if without is not None:
        found = found.exclude(pk=without.pk).exclude(part_of=without.pk)
    return _in_full(found.order_by(*_ORDER), language)


def planned_called(events: Collection[int], language: str) -> dict[int, PlannedEvent]:
    """Return events by their keys as others may know of them, by two queries."""
    found = _in_full(Event.objects.filter(pk__in=events).order_by("pk"), language)
    return {each.event.pk: each for each in found}


def _touching(
    organiser: Organiser, first: date, last: date, post: Organiser | None = None
) -> QuerySet[Event]:
    # Each side has an index of its own; a coalesced last day would read every event of the installation.
    begins, lasts = Q(held_on__range=(first, last)), Q(held_on__lt=first, held_until_on__gte=first)
    found = seen_in_calendar(organiser).filter(begins | lasts)
    return found.filter(organiser=post) if post else found


def _in_full(events: QuerySet[Event], language: str) -> list[PlannedEvent]:
    stations = Station.objects.select_related("place").order_by("position", "id")
    rows = events.select_related("organiser").prefetch_related(Prefetch("stations", stations))
    return [_planned(event, language) for event in rows]


def _planned(event: Event, language: str) -> PlannedEvent:
    assert event.held_on is not None
    places = [station.place for station in event.stations.all()]
    return PlannedEvent(
        event=event,
        first=event.held_on,
        last=event.held_until_on or event.held_on,
        place=wording(places[0].names, language).text if places else "",
        city=next((place.city for place in places if place.city), event.organiser.city),
    )


def states_of(event: Event, stations: Iterable[Station]) -> set[str]:
    """The states in which an event is held: those of its places, else the host state of its office."""
    found = {station.place.state for station in stations if station.place.state}
    host = event.organiser.host_state
    return found or ({host} if host else set())
