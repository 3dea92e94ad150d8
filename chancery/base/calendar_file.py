"""An event as a calendar file (iCalendar, RFC 5545) that a guest's calendar takes and takes again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum

from icalendar import Calendar, Event, vText
from icalendar.parser import Contentline

from chancery.base.languages import wording

PRODUCER = "-//Chancery//Event office//EN"
DOMAIN = "events.chancery.invalid"
"""Ends the name of every entry: a name that no server has, so that an installation may move."""

CONTROLS = bytes({*range(0x20), 0x7F} - set(b"\t\r\n"))


class Standing(StrEnum):
    """Whether an event will be held, in the words of RFC 5545."""

    TENTATIVE = "TENTATIVE"
    CONFIRMED = "CONFIRMED"
    CANCELLED = "CANCELLED"


@dataclass(frozen=True, slots=True)
class Entry:
    """
    What stands in a calendar: the event, or one item of it.

    Shape: `ref` is stable over every change and unique for the house. `titles` is the wording by language.
    `starts_at` is aware and in the zone of the place, or a bare day where no time is set; without `ends_at`
    the entry has no length.
    """

    ref: str
    titles: Mapping[str, str]
    starts_at: datetime | date
    ends_at: datetime | date | None = None
    place: str = ""
    note: str = ""
    url: str = ""


def write_calendar(
    event: Entry,
    items: Sequence[Entry] = (),
    *,
    language: str,
    domain: str,
    stamped_at: datetime,
    sequence: int = 0,
    standing: Standing = Standing.CONFIRMED,
) -> bytes:
    """
    Write the event and its items that have a time.

    Shape: one entry for the event, one for each item, related to it; UIDs are `ref@domain` and stay, so that
    a file with a higher `sequence` replaces what a calendar already holds. The summary is in `language`, the
    other languages stand in the description. The zone is described in the file.
    Errors: ValueError for a naive time or an item that shares the event's `ref`.
    """
    calendar = empty_calendar()
    for entry in (event, *items):
        written = component_of(entry, language=language, domain=domain, standing=standing)
        written.add("dtstamp", stamped_at)
        written.add("sequence", sequence)
        if entry is not event:
            if entry.ref == event.ref:
                raise ValueError(f"The item {entry.ref} shares its reference with the event.")
            written.add("related-to", _uid(event, domain))
        calendar.add_component(written)
    return with_zones(calendar, (event, *items))


@dataclass(frozen=True, slots=True)
class DayEntry:
    """
    Whole days in a calendar that is read again and again, from `first` to `last`, both included.

    Shape: `ref` is stable over every change and unique for the house; `title` is in the calendar's language.
    """

    ref: str
    title: str
    first: date
    last: date
    standing: Standing = Standing.CONFIRMED


def write_days(entries: Sequence[DayEntry], *, name: str, language: str, stamped_at: datetime) -> bytes:
    """
    Write a calendar of whole days that others subscribe to; it is called `name` and asks to be read daily.

    Shape: one entry each, in the order given, that blocks no hours. The same entries and the same
    `stamped_at` give the same bytes. Of a ministry there are tens of thousands, so that only what has to be
    escaped and folded goes through the library.
    """
    calendar = empty_calendar()
    calendar.add("method", "PUBLISH")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", timedelta(days=1), parameters={"value": "DURATION"})
    calendar.add("x-published-ttl", "P1D")
    stamp = f"{stamped_at.astimezone(UTC):%Y%m%dT%H%M%SZ}".encode()
    content: bytes = calendar.to_ical()
    head = content.removesuffix(_END)
    return _kept(b"".join([head, *(_day(entry, language, stamp) for entry in entries), _END]))


_END = b"END:VCALENDAR\r\n"


def _day(entry: DayEntry, language: str, stamp: bytes) -> bytes:
    """The lines of whole days, as the library orders them."""
    title = vText(entry.title).to_ical().decode()
    return b"\r\n".join(
        (
            b"BEGIN:VEVENT",
            _folded(f"SUMMARY;LANGUAGE={language}:{title}"),
            b"DTSTART;VALUE=DATE:" + _plain(entry.first),
            b"DTEND;VALUE=DATE:" + _plain(entry.last + timedelta(days=1)),
            b"DTSTAMP:" + stamp,
            _folded(f"UID:{entry.ref}@{DOMAIN}"),
            b"STATUS:" + entry.standing.value.encode(),
            b"TRANSP:TRANSPARENT",
            b"END:VEVENT",
            b"",
        )
    )


LONGEST_LINE = 75
"""Octets; a longer line is folded (RFC 5545, 3.1)."""


def _kept(content: bytes) -> bytes:
    """Leave out what no line may hold (RFC 5545, 3.1); text pasted from elsewhere may carry it."""
    return content.translate(None, delete=CONTROLS)


def _folded(line: str) -> bytes:
    plain = line.encode()
    if len(plain) <= LONGEST_LINE:
        return plain
    content: bytes = Contentline(line).to_ical()  # type: ignore[no-untyped-call]  # the library has no types here
    return content


def _plain(day: date) -> bytes:
    return day.isoformat().replace("-", "").encode()


def empty_calendar() -> Calendar:
    """Return a calendar that says who made it and holds nothing yet."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCER)
    calendar.add("version", "2.0")
    return calendar


def with_zones(calendar: Calendar, entries: Sequence[Entry]) -> bytes:
    """Describe the zones in which `entries` stand, and write the calendar down."""
    calendar.add_missing_timezones(*_span(entries))
    content: bytes = calendar.to_ical()
    return _kept(content)


def component_of(entry: Entry, *, language: str, domain: str, standing: Standing) -> Event:
    """
    Return an entry as the standard has it, without its moment of writing and its sequence.

    Errors: ValueError for a time without a zone.
    """
    _refuse_naive(entry)
    shown = wording(entry.titles, language)
    written = Event()
    written.add("status", standing.value)
    written.add("uid", _uid(entry, domain))
    written.add("summary", vText(shown.text, params={"language": shown.language}))
    written.add("dtstart", entry.starts_at)
    if entry.ends_at is not None:
        written.add("dtend", entry.ends_at)
    others = [text for other, text in entry.titles.items() if other != shown.language]
    if description := "\n".join([*others, *([entry.note] if entry.note else [])]):
        written.add("description", description)
    for name, value in (("location", entry.place), ("url", entry.url)):
        if value:
            written.add(name, value)
    return written


def _uid(entry: Entry, domain: str) -> str:
    return f"{entry.ref}@{domain}"


def _refuse_naive(entry: Entry) -> None:
    for moment in (entry.starts_at, entry.ends_at):
        if isinstance(moment, datetime) and moment.tzinfo is None:
            raise ValueError(f"The entry {entry.ref} has a time without a zone.")


def _span(entries: Sequence[Entry]) -> tuple[date, date]:
    """The days for which the zone is described: a year wider, so that both changes of the clock are in."""
    days = [day for entry in entries for day in (entry.starts_at, entry.ends_at) if day is not None]
    plain = [day.date() if isinstance(day, datetime) else day for day in days]
    return min(plain) - timedelta(days=366), max(plain) + timedelta(days=366)
