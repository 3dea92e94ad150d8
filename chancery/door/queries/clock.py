"""The clock of the place where an event is held."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from chancery.events.models import Event


def begins_at(event: Event) -> datetime | None:
    """When an event begins, aware; None where its day or time is not known."""
    return moment_at(event, event.starts_at) if event.starts_at else None


def moment_at(event: Event, at: time | None) -> datetime | None:
    """
    The moment of a time of the clock at an event, aware; None where the day or the time is not known.

    Ties: a time is that of the day which brings it nearest to the beginning, so that guests of a vigil at
    half past midnight are awaited on the evening before.
    """
    if at is None or event.held_on is None:
        return None
    zone = ZoneInfo(event.time_zone)
    days = (event.held_on + timedelta(days=step) for step in (0, -1, 1))
    if event.starts_at is None:
        return datetime.combine(event.held_on, at, zone)
    begins = datetime.combine(event.held_on, event.starts_at, zone)
    return min((datetime.combine(day, at, zone) for day in days), key=lambda moment: abs(moment - begins))


def is_over(event: Event, now: datetime) -> bool:
    """Whether the last day of an event is past, where it is held; one without a day is never over."""
    last = event.held_until_on or event.held_on
    return last is not None and now.astimezone(ZoneInfo(event.time_zone)).date() > last + timedelta(days=1)
