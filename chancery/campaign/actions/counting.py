"""
Counting: what each event adds, and what the events of an office and of all its posts add up to in a year.

Counts can be thrown away at any time. An office is counted by what its history gained since the last time;
the result is the same as counted from nothing.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import batched

from django.db import transaction
from django.utils import timezone

from chancery.accounts.models import Organiser
from chancery.base.models import AuditLine
from chancery.campaign.actions import marks, years
from chancery.campaign.models import EventCount, EventCounting, OfficeCounting, YearCount
from chancery.campaign.queries.counted import counts_of, year_of
from chancery.campaign.queries.touched import Line, events_touched, ministries_named, years_named
from chancery.events.models import Event

# What one transaction counts: few enough that others write in between.
AT_ONCE = 100

type YearOfOffice = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Reading:
    """
    What the history of an office gained: `last` is its last line, `settled` the last that nothing precedes.

    `gone` are years of events that may be gone; `ministries` are those whose posts may be others now.
    """

    organiser: Organiser
    last: int
    settled: int
    events: Collection[int]
    gone: Collection[int]
    ministries: Collection[int]


def count_event(event: Event) -> None:
    """Count one event, and add up the years in which it stood and stands."""
    years.add_up_ministries(_count_events(event.organiser_id, [event.pk], timezone.now()))


@transaction.atomic
def count_year(organiser: Organiser, year: int) -> None:
    """Add up the counted events of an office in one year, and those of its ministry with all posts."""
    marks.lock(organiser.pk)
    years.add_up(organiser.pk, year)
    years.add_up_ministries({(organiser.pk, year)})


def count_changed(organiser: Organiser) -> int:
    """
    Count the events that the history of an office touched since it was counted last; return how many.

    A line of the directory may touch events of other offices, which are counted as well. An event that was
    never counted is.
    """
    return count_offices([organiser])


def count_offices(organisers: Iterable[Organiser]) -> int:
    """Count what changed in several offices, and add up their ministries once; return how many events."""
    now = timezone.now()
    readings = [_read(organiser, now) for organiser in organisers]
    touched = {event for reading in readings for event in reading.events}
    changed = {(reading.organiser.pk, year) for reading in readings for year in reading.gone}
    years.add_up_all(changed)
    for organiser, events in _by_office(touched):
        changed |= _count_events(organiser, events, now)
    years.add_up_ministries(changed, wholly={each for reading in readings for each in reading.ministries})
    for reading in readings:
        mark = OfficeCounting.objects.filter(organiser=reading.organiser)
        mark.update(audit_line=reading.last, settled_line=reading.settled, counted_at=now)
    return len(touched)


def count_from_nothing(organiser: Organiser) -> int:
    """Throw the counts of an office away and count all its events; return how many."""
    with transaction.atomic():
        marks.lock(organiser.pk)
        YearCount.objects.filter(organiser=organiser, of_posts=False).delete()
        EventCount.objects.filter(event__organiser=organiser).delete()
        EventCounting.objects.filter(organiser=organiser).delete()
    return count_offices([organiser])


def _read(organiser: Organiser, now: datetime) -> Reading:
    """Read what the history gained, and which events were never counted."""
    mark = marks.mark_of(organiser.pk, now)
    settled = marks.settled_line(organiser.pk, now)
    rows = AuditLine.objects.filter(organiser_id=organiser.pk, pk__gt=mark.settled_line).order_by("pk")
    lines = [Line(*row) for row in rows.values_list("pk", "kind", "object_id", "changes")]
    last = lines[-1].number if lines else mark.audit_line
    return Reading(
        organiser,
        last=last,
        settled=max(mark.settled_line, min(settled, last)),
        events=events_touched(lines) | _never_counted(organiser),
        gone=set(years_named(lines)),
        ministries=set(ministries_named(lines)),
    )


def _never_counted(organiser: Organiser) -> set[int]:
    fresh = Event.objects.filter(organiser=organiser, counting=None).order_by("pk")
    return set(fresh.values_list("pk", flat=True))


def _by_office(events: Collection[int]) -> Iterator[tuple[int, Sequence[int]]]:
    """Split events into parts of one office, those of one year together."""
    found: defaultdict[int, list[int]] = defaultdict(list)
    for some in batched(sorted(events), 10_000):
        rows = Event.objects.filter(pk__in=some).order_by("organiser", "held_on", "pk")
        for organiser, event in rows.values_list("organiser_id", "pk"):
            found[organiser].append(event)
    for organiser, listed in found.items():
        yield from ((organiser, part) for part in batched(listed, AT_ONCE))


@transaction.atomic
def _count_events(organiser: int, events: Sequence[int], now: datetime) -> set[YearOfOffice]:
    """Count events of one office and add up its years; return the years in which they stood and stand."""
    mark = marks.lock(organiser)
    before = dict(EventCounting.objects.filter(event__in=events).values_list("event_id", "year"))
    after: dict[int, int | None] = {}
    for event in Event.objects.filter(pk__in=events).select_related("organiser", "ordering").order_by("pk"):
        after[event.pk] = _count(event, mark.audit_line, now)
    changed = {year for year in (*before.values(), *after.values()) if year is not None}
    for year in sorted(changed):
        years.add_up(organiser, year)
    left = {year for event, year in before.items() if year is not None and year != after.get(event)}
    # The year that an event has left is known only now.
    years.add_up_ministries({(organiser, year) for year in left})
    return {(organiser, year) for year in changed}


def _count(event: Event, line: int, now: datetime) -> int | None:
    """Write what an event adds; return the year in which it counts."""
    found = counts_of(event)
    year = year_of(event) if found else None
    EventCount.objects.filter(event=event).delete()
    EventCount.objects.bulk_create(
        EventCount(event=event, indicator=indicator.value, by=by, key=key, value=value)
        for (indicator, by, key), value in sorted(found.items())
    )
    known = {"organiser": event.organiser, "year": year, "audit_line": line, "counted_at": now}
    EventCounting.objects.update_or_create(event=event, defaults=known)
    return year
