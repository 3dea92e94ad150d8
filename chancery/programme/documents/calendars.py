"""An event as an entry of a calendar."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from chancery.base.calendar_file import Standing
from chancery.events.models import Event
from chancery.programme import queries
from chancery.programme.models import Item

STANDINGS = {
    Event.Status.CANCELLED: Standing.CANCELLED,
    Event.Status.DRAFT: Standing.TENTATIVE,
    Event.Status.POSTPONED: Standing.TENTATIVE,
}


def standing_of(event: Event) -> Standing:
    """Whether the event will be held, as a calendar says it."""
    return STANDINGS.get(Event.Status(event.status), Standing.CONFIRMED)


def span_of(event: Event) -> tuple[datetime | date, datetime | date | None]:
    """
    Return begin and end of an event that has a day: aware times, or whole days without a time.

    Without an end in the plan it ends with the last item of the running order, where that end is known.
    """
    assert event.held_on is not None
    last = event.held_until_on or event.held_on
    if event.starts_at is None:
        return event.held_on, last + timedelta(days=1)
    zone = ZoneInfo(event.time_zone)
    starts = datetime.combine(event.held_on, event.starts_at, zone)
    if event.ends_at is None:
        return starts, _end_of_programme(event, starts)
    ends = datetime.combine(last, event.ends_at, zone)
    return starts, ends if ends > starts else ends + timedelta(days=1)


def _end_of_programme(event: Event, starts: datetime) -> datetime | None:
    items = [item for item in queries.planned_alone(event) if item.status != Item.Status.DROPPED]
    timed = queries.timing_of(event, items).items
    last = timed[-1].end.instant if timed and timed[-1].end else None
    return last.astimezone(starts.tzinfo) if last and last > starts else None
