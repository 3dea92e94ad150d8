"""Invitations that calendars answer: equal to the library's own writing, understood by another library."""

from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, vCalAddress

from chancery.base import itip
from chancery.base.calendar_file import DOMAIN, Entry, Standing, component_of, empty_calendar, with_zones
from chancery.base.itip import Mailbox, Method, NotAnAnswer, Word

BUCHAREST = ZoneInfo("Europe/Bucharest")
EVENING = Entry(
    ref="evening",
    titles={"ro": "Seară comemorativă; 100 %, la ora 18", "ar": "أمسية الذكرى"},
    starts_at=datetime(2027, 2, 26, 18, 0, tzinfo=BUCHAREST),
    ends_at=datetime(2027, 2, 26, 20, 0, tzinfo=BUCHAREST),
    place="Sala Mică, București",
)
OFFICE = Mailbox("Embassy of Sampleland, Event office", "replies@example.org")
GUEST = Mailbox("H.E. Ms Ana-Maria Țoiu; Ambassador", "ana.sample@example.net")
CODE = "23456789bcdf"


def arguments(**changed: Any) -> dict[str, Any]:
    return {
        "uid": itip.uid_of(CODE),
        "sequence": 4,
        "organizer": OFFICE,
        "attendee": GUEST,
        "language": "ro",
        "stamped_at": datetime(2027, 1, 11, 8, 0, tzinfo=UTC),
        **changed,
    }


def by_the_library(entry: Entry, *, method: Method, standing: Standing, **given: Any) -> bytes:
    """The same message, every line of it by the library."""
    calendar = empty_calendar()
    calendar.add("method", method.value)
    written = component_of(entry, language=given["language"], domain=DOMAIN, standing=standing)
    del written["UID"]
    written.add("uid", given["uid"])
    written.add("dtstamp", given["stamped_at"])
    written.add("sequence", given["sequence"])
    for name, mailbox in (("organizer", given["organizer"]), ("attendee", given["attendee"])):
        address = vCalAddress(f"mailto:{mailbox.address}")
        if mailbox.name:
            address.params["CN"] = " ".join(mailbox.name.replace('"', "”").split())
        if name == "attendee":
            asked = {
                "CUTYPE": "INDIVIDUAL",
                "PARTSTAT": "NEEDS-ACTION",
                "ROLE": "REQ-PARTICIPANT",
                "RSVP": "TRUE",
            }
            address.params.update(asked)
        written.add(name, address, encode=False)
    calendar.add_component(written)
    return with_zones(calendar, [entry])


@given(
    name=st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=120),
    address=st.emails(),
    sequence=st.integers(0, 65_535),
    title=st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=90),
)
def test_invitation_is_what_the_library_writes(name: str, address: str, sequence: int, title: str) -> None:
    entry = replace(EVENING, titles={"ro": title})
    given_ = arguments(attendee=Mailbox(name, address), sequence=sequence)

    assert itip.request(entry, **given_) == by_the_library(
        entry, method=Method.REQUEST, standing=Standing.CONFIRMED, **given_
    )
    assert itip.cancellation(entry, **given_) == by_the_library(
        entry, method=Method.CANCEL, standing=Standing.CANCELLED, **given_
    )


def test_another_library_understands_the_invitation() -> None:
    read = vobject.readOne(itip.request(EVENING, **arguments()).decode())

    entry = read.vevent
    assert read.method.value == "REQUEST"
    assert entry.uid.value == f"invitation-{CODE}@{DOMAIN}"
    assert (entry.sequence.value, entry.status.value) == ("4", "CONFIRMED")
    assert entry.summary.value == "Seară comemorativă; 100 %, la ora 18"
    assert entry.summary.params["LANGUAGE"] == ["ro"]
    assert entry.location.value == "Sala Mică, București"
    assert entry.dtstart.value.astimezone(UTC) == datetime(2027, 2, 26, 16, 0, tzinfo=UTC)
    assert entry.dtend.value.astimezone(UTC) == datetime(2027, 2, 26, 18, 0, tzinfo=UTC)
    assert entry.organizer.value == "mailto:replies@example.org"
    assert entry.organizer.params["CN"] == ["Embassy of Sampleland, Event office"]
    assert entry.attendee.value == "mailto:ana.sample@example.net"
    assert entry.attendee.params == {
        "CN": ["H.E. Ms Ana-Maria Țoiu; Ambassador"],
        "CUTYPE": ["INDIVIDUAL"],
        "ROLE": ["REQ-PARTICIPANT"],
        "PARTSTAT": ["NEEDS-ACTION"],
        "RSVP": ["TRUE"],
    }


def test_another_library_understands_the_cancellation() -> None:
    read = vobject.readOne(itip.cancellation(EVENING, **arguments(sequence=5)).decode())

    assert (read.method.value, read.vevent.status.value) == ("CANCEL", "CANCELLED")
    assert (read.vevent.uid.value, read.vevent.sequence.value) == (f"invitation-{CODE}@{DOMAIN}", "5")


def test_day_without_a_time_is_a_day() -> None:
    entry = replace(EVENING, starts_at=date(2027, 2, 26), ends_at=date(2027, 2, 27))

    read = vobject.readOne(itip.request(entry, **arguments()).decode())

    assert read.vevent.dtstart.value == date(2027, 2, 26)


def test_same_moment_in_two_zones_is_written_in_its_own() -> None:
    elsewhere = replace(
        EVENING,
        starts_at=EVENING.starts_at.astimezone(ZoneInfo("Asia/Baku")),  # type: ignore[union-attr]  # it has a time
        ends_at=None,
    )
    first = replace(EVENING, ends_at=None)

    zones = [
        vobject.readOne(itip.request(entry, **arguments()).decode()).vtimezone.tzid.value
        for entry in (first, elsewhere)
    ]

    assert zones == ["Europe/Bucharest", "Asia/Baku"]


def test_hold_the_date_is_tentative() -> None:
    written = itip.request(EVENING, **arguments(), standing=Standing.TENTATIVE)

    assert Calendar.from_ical(written).events[0]["STATUS"] == "TENTATIVE"


@pytest.mark.parametrize("name", ["A\r\nATTENDEE:mailto:x@example.org", 'A" ;X="', "A\nB", "A\u2028B"])
def test_name_begins_no_line_of_its_own(name: str) -> None:
    written = itip.request(EVENING, **arguments(attendee=Mailbox(name, "a@example.org")))

    [entry] = Calendar.from_ical(written).events
    assert entry["ATTENDEE"] == "mailto:a@example.org"
    assert set(entry["ATTENDEE"].params) == {"CN", "CUTYPE", "PARTSTAT", "ROLE", "RSVP"}


def test_name_of_an_entry_holds_the_code_of_the_invitation() -> None:
    assert itip.code_in(itip.uid_of(CODE)) == CODE
    assert itip.code_in(itip.uid_of(CODE).upper()) == CODE
    assert itip.code_in("040000008200E00074C5B7101A82E008") == ""
    assert itip.code_in("invitation-short@example.org") == ""


def reply(*lines: str, method: str = "REPLY") -> bytes:
    """A calendar message of an invented program."""
    entry = ["BEGIN:VEVENT", *lines, "END:VEVENT"]
    return "\r\n".join(["BEGIN:VCALENDAR", f"METHOD:{method}", *entry, "END:VCALENDAR", ""]).encode()


def test_answer_is_read_whatever_the_order_of_its_lines() -> None:
    answer = itip.read_answer(
        reply("attendee;partstat=accepted:MAILTO:A@Example.org", "x-broken", ";;:", "SEQUENCE:+x", "UID: u1 ")
    )

    assert (answer.uid, answer.word, answer.attendee.address, answer.sequence, answer.at) == (
        "u1",
        Word.ACCEPTED,
        "a@example.org",
        0,
        None,
    )


def test_lines_of_zones_and_alarms_are_not_those_of_the_entry() -> None:
    alarm = ("BEGIN:VALARM", "UID:alarm", "ATTENDEE;PARTSTAT=DECLINED:mailto:b@example.org", "END:VALARM")

    answer = itip.read_answer(reply(*alarm, "UID:u1", "ATTENDEE;PARTSTAT=ACCEPTED:mailto:a@example.org"))

    assert (answer.uid, answer.word) == ("u1", Word.ACCEPTED)


@pytest.mark.parametrize(
    "content",
    [
        itip.request(EVENING, **arguments()),
        reply("ATTENDEE;PARTSTAT=ACCEPTED:mailto:a@example.org"),
        reply("UID:u1"),
        reply("UID:u1", "ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:a@example.org"),
        reply("UID:u1", "ATTENDEE;PARTSTAT=ACCEPTED:mailto:a@example.org", method="PUBLISH"),
        b"",
        b"\xff\xfe\x00",
    ],
    ids=["request", "no entry", "no attendee", "not answered", "published", "empty", "no calendar"],
)
def test_what_answers_nothing_is_no_answer(content: bytes) -> None:
    with pytest.raises(NotAnAnswer):
        itip.read_answer(content)


@given(st.one_of(st.binary(max_size=400), st.text(max_size=400).map(lambda text: reply(text))))
def test_no_bytes_break_the_reader(content: bytes) -> None:
    with suppress(NotAnAnswer):
        itip.read_answer(content)
