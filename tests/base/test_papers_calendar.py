"""The calendar file: one stable entry an event, its zone, its languages, nothing smuggled in."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar, vText
from icalendar import Event as Component

from chancery.base.calendar_file import DOMAIN, DayEntry, Entry, Standing, write_calendar, write_days

BUCHAREST = ZoneInfo("Europe/Bucharest")
EVENT = Entry(
    ref="bucharest-2025",
    titles={"en": "Evening; of, Remembrance", "ro": "Seară comemorativă", "ar": "أمسية الذكرى"},
    starts_at=datetime(2026, 2, 26, 18, 0, tzinfo=BUCHAREST),
    ends_at=datetime(2026, 2, 26, 20, 0, tzinfo=BUCHAREST),
    place="Sample Hall, Bucharest",
)
ANTHEM = Entry("bucharest-2025-1", {"en": "State Anthem"}, datetime(2026, 2, 26, 18, 0, tzinfo=BUCHAREST))


def written(event: Entry = EVENT, *items: Entry, **how: Any) -> Any:
    chosen = {
        "language": "ro",
        "domain": "sample.example",
        "stamped_at": datetime(2026, 2, 20, 12, 0, tzinfo=UTC),
        **how,
    }
    return Calendar.from_ical(write_calendar(event, items, **chosen))


def test_entry_has_a_stable_name_and_a_sequence() -> None:
    first, second = written(sequence=1).events[0], written(sequence=2, language="en").events[0]

    assert first["UID"] == second["UID"] == "bucharest-2025@sample.example"
    assert (first["SEQUENCE"], second["SEQUENCE"]) == (1, 2)


def test_time_stands_in_the_zone_of_the_place_and_the_zone_is_described() -> None:
    calendar = written()

    start = calendar.events[0]["DTSTART"]
    assert start.params["TZID"] == "Europe/Bucharest"
    assert start.dt.astimezone(UTC) == datetime(2026, 2, 26, 16, 0, tzinfo=UTC)
    assert [str(zone["TZID"]) for zone in calendar.timezones] == ["Europe/Bucharest"]


def test_summary_is_in_the_language_asked_for_and_the_others_follow() -> None:
    event = written().events[0]

    assert event["SUMMARY"] == "Seară comemorativă"
    assert event["SUMMARY"].params["LANGUAGE"] == "ro"
    assert str(event["DESCRIPTION"]).splitlines() == ["Evening; of, Remembrance", "أمسية الذكرى"]


def test_items_are_related_to_the_event() -> None:
    event, item = written(EVENT, ANTHEM).events

    assert item["RELATED-TO"] == event["UID"]
    assert item["UID"] == "bucharest-2025-1@sample.example"
    assert "DTEND" not in item


def test_day_without_a_time_is_a_day() -> None:
    event = written(Entry("one", {"ro": "Zi"}, date(2026, 2, 26))).events[0]

    assert event["DTSTART"].dt == date(2026, 2, 26)
    assert event["DTSTART"].params["VALUE"] == "DATE"


@pytest.mark.parametrize("standing", Standing)
def test_standing_is_said(standing: Standing) -> None:
    assert written(standing=standing).events[0]["STATUS"] == standing.value


def test_line_breaks_in_a_title_begin_no_property() -> None:
    sly = Entry("one", {"ro": "A\r\nATTENDEE:mailto:x@example.org\nB"}, date(2026, 2, 26))

    event = written(sly).events[0]

    assert "ATTENDEE" not in event


def test_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="one has a time without a zone"):
        written(Entry("one", {"ro": "A"}, datetime(2026, 2, 26, 18, 0)))


def test_item_under_the_name_of_the_event_is_refused() -> None:
    with pytest.raises(ValueError, match="shares its reference"):
        written(EVENT, EVENT.__class__(EVENT.ref, {"ro": "B"}, EVENT.starts_at))


def test_lines_are_folded_as_the_standard_wants() -> None:
    content = write_calendar(
        Entry("one", {"ar": "أمسية " * 40}, date(2026, 2, 26)),
        language="ar",
        domain="x",
        stamped_at=datetime.now(UTC),
    )

    assert all(len(line) <= 75 for line in content.split(b"\r\n"))


DAYS = [
    DayEntry("event-1", "A day", date(2026, 2, 26), date(2026, 2, 26)),
    DayEntry("event-2", "A; day, of \\ signs\nand lines", date(2026, 12, 30), date(2027, 1, 2)),
    DayEntry("event-3", "În amintirea victimelor, " * 6, date(2028, 2, 28), date(2028, 2, 29)),
    DayEntry("event-4", "يوم الذكرى " * 9, date(2026, 5, 1), date(2026, 5, 1), Standing.CANCELLED),
    DayEntry("e" * 60, "A long name", date(2026, 5, 1), date(2026, 5, 1), Standing.TENTATIVE),
]
STAMP = datetime(2026, 2, 26, 18, 0, tzinfo=BUCHAREST)


def by_the_library(entry: DayEntry) -> bytes:
    component = Component()
    component.add("uid", f"{entry.ref}@{DOMAIN}")
    component.add("dtstamp", STAMP.astimezone(UTC))
    component.add("status", entry.standing.value)
    component.add("summary", vText(entry.title, params={"language": "ro"}))
    component.add("dtstart", entry.first)
    component.add("dtend", entry.last + timedelta(days=1))
    component.add("transp", "TRANSPARENT")
    content: bytes = component.to_ical()
    return content


@pytest.mark.parametrize("entry", DAYS, ids=lambda entry: entry.ref)
def test_whole_days_are_written_as_the_library_writes_them(entry: DayEntry) -> None:
    content = write_days([entry, entry], name="House", language="ro", stamped_at=STAMP)

    head, _begin, _rest = content.partition(b"BEGIN:VEVENT")
    assert content == head + 2 * by_the_library(entry) + b"END:VCALENDAR\r\n"
    assert len(Calendar.from_ical(content).walk("VEVENT")) == 2


def test_a_calendar_without_days_is_whole() -> None:
    content = write_days([], name="House", language="en", stamped_at=STAMP)

    assert Calendar.from_ical(content).walk("VEVENT") == []
    assert content.endswith(b"X-PUBLISHED-TTL:P1D\r\nEND:VCALENDAR\r\n")


def test_no_line_of_a_calendar_holds_what_no_line_may() -> None:
    days = [DayEntry("day", "A\x0b\0 day\tkept", date(2026, 2, 26), date(2026, 2, 26))]

    content = write_days(days, name="Hou\x1fse", language="en", stamped_at=STAMP)

    assert b"X-WR-CALNAME:House\r\n" in content
    assert b"SUMMARY;LANGUAGE=en:A day\tkept\r\n" in content
