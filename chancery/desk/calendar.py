"""The calendar file of an event."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils.translation import gettext_noop

from chancery.base.audit import kind_of
from chancery.base.calendar_file import DOMAIN, Entry, Standing, write_calendar
from chancery.base.models import AuditLine
from chancery.base.pdf import Imprint, PaperFailed
from chancery.events import wording as words
from chancery.events.models import Event, Place, Station
from chancery.programme import queries as programme
from chancery.programme.models import Item

NO_DAY = gettext_noop("The calendar file needs the day of the event; give it in the plan.")
STANDINGS = {
    Event.Status.CANCELLED: Standing.CANCELLED,
    Event.Status.DRAFT: Standing.TENTATIVE,
    Event.Status.POSTPONED: Standing.TENTATIVE,
}
TOLD = (Event, Station, Place)
"""The kinds of rows whose changes a calendar has to hear of."""


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
        domain=DOMAIN,
        stamped_at=imprint.made_at,
        sequence=sequence_of(event),
        standing=STANDINGS.get(Event.Status(event.status), Standing.CONFIRMED),
    )


def sequence_of(event: Event) -> int:
    """
    Count the changes that the office has made to events and places.

    Lines of the log are never taken away, so a later file of the same event never has a lower number.
    """
    kinds = [kind_of(kind) for kind in TOLD]
    return AuditLine.objects.filter(organiser_id=event.organiser_id, kind__in=kinds).count()


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
    items = [item for item in programme.items_alone(event) if item.status != Item.Status.DROPPED]
    timed = programme.timing_of(event, items).items
    last = timed[-1].end.instant if timed and timed[-1].end else None
    return last.astimezone(starts.tzinfo) if last and last > starts else None
