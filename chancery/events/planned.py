"""What the posts of a ministry plan on which days: titles, days and cities, never guests."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import F, Prefetch, Q, QuerySet
from django.db.models.functions import Coalesce

from chancery.accounts.models import Organiser
from chancery.base.languages import wording
from chancery.directory.access import tree_of
from chancery.events.models import Event, EventOccasion, Station


@dataclass(frozen=True, slots=True)
class PlannedEvent:
    """
    An event as the other posts of its ministry may know of it.

    `served` are its occasions with the anniversary day each counts from, None where it is not said.
    """

    event: Event
    first: date
    last: date
    place: str
    city: str
    served: tuple[tuple[int, date | None], ...]


def seen_in_calendar(organiser: Organiser) -> QuerySet[Event]:
    """
    The events an office reads in its calendar: all of its own, those of its ministry and its other posts.

    A draft is told to its own office and to the ministry above it alone.
    """
    tree = tree_of(organiser)
    own = Q(organiser=organiser) | Q(organiser__parent=organiser)
    others = (Q(organiser=tree) | Q(organiser__parent=tree)) & ~Q(status=Event.Status.DRAFT)
    return Event.objects.filter(own | others)


def planned_between(
    organiser: Organiser, first: date, last: date, language: str, *, without: Event | None = None
) -> list[PlannedEvent]:
    """
    Return the events of the tree that touch the days from `first` to `last`, by their first day.

    Costs three queries however many there are. A cancelled event is among them and says so by its status.
    `without` leaves out an event and its parts.
    """
    found = seen_in_calendar(organiser).annotate(until=Coalesce(F("held_until_on"), F("held_on")))
    found = found.filter(held_on__lte=last, until__gte=first)
    if without is not None:
        found = found.exclude(pk=without.pk).exclude(part_of=without.pk)
    links = EventOccasion.objects.order_by("role", "position", "id")
    stations = Station.objects.select_related("place").order_by("position", "id")
    rows = found.select_related("organiser").prefetch_related(
        Prefetch("occasion_links", links), Prefetch("stations", stations)
    )
    return [_planned(event, language) for event in rows.order_by("held_on", "starts_at", "id")]


def _planned(event: Event, language: str) -> PlannedEvent:
    assert event.held_on is not None
    places = [station.place for station in event.stations.all()]
    return PlannedEvent(
        event=event,
        first=event.held_on,
        last=event.held_until_on or event.held_on,
        place=wording(places[0].names, language).text if places else "",
        city=next((place.city for place in places if place.city), event.organiser.city),
        served=tuple((link.occasion_id, link.anniversary_on) for link in event.occasion_links.all()),
    )


def states_of(event: Event, stations: Iterable[Station]) -> set[str]:
    """The states in which an event is held: those of its places, else the host state of its office."""
    found = {station.place.state for station in stations if station.place.state}
    host = event.organiser.host_state
    return found or ({host} if host else set())
