"""
What others read by an address. A calendar: the days of occasions, and the titles of events, never guests,
places or hours. A table of an event: its guests with their answers, or these in figures.
"""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import override

from chancery.base.calendar_file import DayEntry, write_days
from chancery.base.languages import wording
from chancery.base.sheets import write_csv
from chancery.campaign.documents import event_tables
from chancery.campaign.models import CalendarFeed
from chancery.campaign.queries.feeds import last_changed, offices_of
from chancery.events.models import Event
from chancery.occasions.models import Occasion
from chancery.occasions.queries.calendar import KeptOn, kept_between
from chancery.occasions.wording import number_words
from chancery.programme.documents.calendars import standing_of

YEARS_BACK, YEARS_AHEAD = 2, 10
COLUMNS = ("first day", "last day", "title", "standing", "ref")


def calendar_of(feed: CalendarFeed, today: date) -> bytes:
    """
    Write the calendar of an address, from two years back to ten ahead.

    Shape: whole days only; an entry keeps its name (UID) while its occasion or event exists. A cancelled
    event stands there as cancelled, a draft not at all. The same rows give the same bytes within a year.
    """
    house = wording(feed.organiser.names, feed.language).text
    return write_days(
        _entries(feed, today), name=house, language=feed.language, stamped_at=last_changed(feed)
    )


def table_of(feed: CalendarFeed, today: date) -> bytes:
    """Write what an address tells as CSV, for a spreadsheet that asks for it again and again."""
    if feed.event is None:
        return _days(feed, today)
    feed.event.organiser = feed.organiser
    with override(feed.language):
        return event_tables.TABLES[feed.shows](feed.event, feed.language)


def _days(feed: CalendarFeed, today: date) -> bytes:
    """
    Write the same calendar as CSV.

    Shape: a row a day or event, in order of the days; days as ISO 8601, headings that never change. What
    would be a formula is written as a text.
    """
    entries = sorted(_entries(feed, today), key=lambda entry: (entry.first, entry.ref))
    rows = (
        (each.first.isoformat(), each.last.isoformat(), each.title, each.standing.value.lower(), each.ref)
        for each in entries
    )
    return write_csv(COLUMNS, rows)


def _entries(feed: CalendarFeed, today: date) -> list[DayEntry]:
    first, last = span_of(today)
    offices = offices_of(feed)
    entries = list(_occasions(feed, offices, first, last))
    if feed.shows == CalendarFeed.Shows.EVENTS:
        entries += _events(feed, offices, first, last)
    return entries


def span_of(today: date) -> tuple[date, date]:
    """The first and last day of a calendar that is read today."""
    return date(today.year - YEARS_BACK, 1, 1), date(today.year + YEARS_AHEAD, 12, 31)


def _occasions(feed: CalendarFeed, offices: list[int], first: date, last: date) -> Iterator[DayEntry]:
    """Each day once, also where several posts keep the same one."""
    occasions = Occasion.objects.filter(organiser__in=offices).order_by("id")
    told: set[tuple[date, str]] = set()
    for kept in kept_between(occasions, first, last):
        title = _title(kept, feed.language)
        if (kept.day, title) not in told:
            told.add((kept.day, title))
            ref = f"occasion-{kept.occasion.code}-{kept.kept.nominal.isoformat()}"
            yield DayEntry(ref, title, kept.day, kept.day)


def _title(kept: KeptOn, language: str) -> str:
    name = wording(kept.occasion.names, language).text
    number = number_words(kept.occasion, kept.number, language)
    return f"{name} · {number}" if number else name


def _events(feed: CalendarFeed, offices: list[int], first: date, last: date) -> Iterator[DayEntry]:
    told = Event.objects.filter(organiser__in=offices, held_on__range=(first, last))
    columns = ("code", "titles", "status", "held_on", "held_until_on")
    for event in told.exclude(status=Event.Status.DRAFT).order_by("held_on", "id").only(*columns):
        assert event.held_on is not None
        yield DayEntry(
            ref=f"event-{event.code}",
            title=wording(event.titles, feed.language).text,
            first=event.held_on,
            last=event.held_until_on or event.held_on,
            standing=standing_of(event),
        )
