"""The calendar file of an event."""

from datetime import date, datetime, timedelta
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils.translation import gettext_noop

from chancery.base.calendar_file import Entry, Standing, write_calendar
from chancery.base.pdf import Imprint, PaperFailed
from chancery.events import wording as words
from chancery.events.models import Event
from chancery.programme import queries as programme

NO_DAY = gettext_noop("The calendar file needs the day of the event; give it in the plan.")
STANDINGS = {Event.Status.CANCELLED: Standing.CANCELLED, Event.Status.DRAFT: Standing.TENTATIVE}


def calendar_file(event: Event, *, language: str, imprint: Imprint) -> bytes:
    """Return the event as a calendar file. Errors: PaperFailed where no day is planned."""
    if event.held_on is None:
        raise PaperFailed(NO_DAY)
    starts, ends = span_of(event)
    entry = Entry(
        ref=event.code,
        titles=event.titles,
        starts_at=starts,
        ends_at=ends,
        place=words.venue(event, language),
    )
    return write_calendar(
        entry,
        language=language,
        domain=urlsplit(settings.CONFIGURATION.base_url).hostname or "localhost",
        stamped_at=imprint.made_at,
        sequence=programme.revision_of(event),
        standing=STANDINGS.get(Event.Status(event.status), Standing.CONFIRMED),
    )


def span_of(event: Event) -> tuple[datetime | date, datetime | date | None]:
    """Return begin and end of an event that has a day: aware times, or whole days without a time."""
    assert event.held_on is not None
    last = event.held_until_on or event.held_on
    if event.starts_at is None:
        return event.held_on, last + timedelta(days=1)
    zone = ZoneInfo(event.time_zone)
    starts = datetime.combine(event.held_on, event.starts_at, zone)
    if event.ends_at is None:
        return starts, None
    ends = datetime.combine(last, event.ends_at, zone)
    return starts, ends if ends > starts else ends + timedelta(days=1)
