"""The calendar part of an invitation: in the guest's language, one entry that changes and goes."""

from datetime import UTC, date, datetime, time
from typing import Any

import pytest
import vobject
from pytest_django import DjangoAssertNumQueries

from chancery.base import itip
from chancery.directory.models import ContactPoint
from chancery.events.models import Event, Station
from chancery.guests.documents.calendars import Calendars
from chancery.guests.documents.wave_writing import WaveWriter
from chancery.guests.models import Invitation, Kind, Wave
from chancery.guests.queries.calendars import revision_in, sequence_of
from chancery.guests.queries.reaching import reach_of
from tests import make
from tests.conftest import People

NOW = datetime(2027, 1, 11, 8, 0, tzinfo=UTC)


@pytest.fixture
def evening(people: People, settings: Any) -> Event:
    settings.INBOX_ADDRESS = "replies+{office}@example.org"
    event = make.event(
        people.office,
        held_on=date(2027, 2, 26),
        starts_at=time(18),
        ends_at=time(20),
        time_zone="Europe/Bucharest",
        status=Event.Status.CONFIRMED,
    )
    event.titles = {"en": "Evening of remembrance", "ro": "Seară comemorativă"}
    event.save(update_fields=["titles"])
    Station.objects.create(event=event, place=make.place(people.office, "Great Hall, Bucharest"))
    return event


def invited(event: Event, name: str = "Ana Sample", **fields: Any) -> Invitation:
    guest = make.participation(event, make.person(event.organiser, name))
    return Invitation.objects.create(guest=guest, **fields)


def test_invitation_is_in_the_language_of_the_guest(evening: Event) -> None:
    invitation = invited(evening)

    read = vobject.readOne(
        Calendars(evening, stamped_at=NOW).request_for(invitation, "ana@example.org", "ro").decode()
    )

    assert read.method.value == "REQUEST"
    assert read.vevent.uid.value == itip.uid_of(invitation.code)
    assert read.vevent.summary.value == "Seară comemorativă"
    assert read.vevent.location.value == "Great Hall, Bucharest"
    assert read.vevent.dtstart.value.astimezone(UTC) == datetime(2027, 2, 26, 16, tzinfo=UTC)
    assert read.vevent.organizer.value == "mailto:replies+mission@example.org"
    assert read.vevent.organizer.params["CN"] == ["Mission"]
    assert read.vevent.attendee.value == "mailto:ana@example.org"
    assert read.vevent.attendee.params["CN"] == ["Ana Sample"]
    assert read.vevent.status.value == "CONFIRMED"


def test_date_that_is_only_held_is_tentative(evening: Event) -> None:
    written = Calendars(evening, stamped_at=NOW).request_for(
        invited(evening), "a@example.org", "en", is_hold=True
    )

    assert vobject.readOne(written.decode()).vevent.status.value == "TENTATIVE"


def test_change_and_cancellation_find_the_entry_again(evening: Event) -> None:
    invitation = invited(evening)
    steps = [Calendars(evening, stamped_at=NOW).request_for(invitation, "a@example.org", "en")]
    invitation.revision += 1
    evening.starts_at = time(19)
    moved = Calendars(evening, stamped_at=NOW)
    steps += [
        method(invitation, "a@example.org", "en") for method in (moved.request_for, moved.cancellation_for)
    ]
    invitation.revision += 1
    steps.append(moved.request_for(invitation, "a@example.org", "en"))

    entries = [vobject.readOne(step.decode()).vevent for step in steps]

    assert {entry.uid.value for entry in entries} == {itip.uid_of(invitation.code)}
    assert [int(entry.sequence.value) for entry in entries] == [0, 2, 3, 4]
    assert [entry.dtstart.value.hour for entry in entries] == [18, 19, 19, 19]
    assert [entry.status.value for entry in entries] == ["CONFIRMED", "CONFIRMED", "CANCELLED", "CONFIRMED"]


def test_file_to_keep_is_the_same_entry_and_asks_nobody(evening: Event) -> None:
    invitation = invited(evening, revision=1)

    read = vobject.readOne(Calendars(evening, stamped_at=NOW).file_for(invitation, "en").decode())

    assert read.vevent.uid.value == itip.uid_of(invitation.code)
    assert read.vevent.sequence.value == "2"
    assert not {"attendee", "organizer"} & set(read.vevent.contents)
    assert "method" not in read.contents


def test_event_without_a_day_has_no_entry(people: People) -> None:
    event = make.event(people.office)
    calendars, invitation = Calendars(event, stamped_at=NOW), invited(event)

    assert calendars.request_for(invitation, "a@example.org", "en") == b""
    assert calendars.cancellation_for(invitation, "a@example.org", "en") == b""
    assert calendars.file_for(invitation, "en") == b""


@pytest.mark.cases("R81")
@pytest.mark.parametrize(
    ("kind", "method", "sequence", "status", "word", "asks"),
    [
        (Kind.HOLD_DATE, "REQUEST", "2", "TENTATIVE", "NEEDS-ACTION", "FALSE"),
        (Kind.INVITATION, "REQUEST", "2", "CONFIRMED", "NEEDS-ACTION", "TRUE"),
        (Kind.REMINDER_1, "REQUEST", "2", "CONFIRMED", "NEEDS-ACTION", "TRUE"),
        (Kind.TO_REMIND, "REQUEST", "2", "CONFIRMED", "ACCEPTED", "FALSE"),
        (Kind.CHANGE, "REQUEST", "4", "CONFIRMED", "NEEDS-ACTION", "TRUE"),
        (Kind.CANCELLATION, "CANCEL", "3", "CANCELLED", "NEEDS-ACTION", "TRUE"),
    ],
)
def test_each_message_brings_its_entry(
    evening: Event, kind: Kind, method: str, sequence: str, status: str, word: str, asks: str
) -> None:
    invitation = invited(evening, revision=1)
    ContactPoint.objects.create(person=invitation.guest.person, kind="email", value="ana@example.org")
    wave = Wave.objects.create(event=evening, number=1, kind=kind)

    written = WaveWriter(wave, now=NOW).write(reach_of(evening, [invitation]), now=NOW)

    [ready] = written.ready
    assert ready.mail is not None
    read = vobject.readOne(ready.mail.calendar.decode())
    assert (ready.mail.method, read.method.value) == (method, method)
    assert (read.vevent.sequence.value, read.vevent.status.value) == (sequence, status)
    assert read.vevent.attendee.params["PARTSTAT"] == [word]
    assert read.vevent.attendee.params["RSVP"] == [asks]
    assert read.vevent.attendee.value == "mailto:ana@example.org"
    assert ready.mail.reply_to == "replies+mission@example.org"


def test_further_guests_cost_no_query(
    evening: Event, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    invitations = [invited(evening, f"Guest {number}") for number in range(3)]
    calendars = Calendars(evening, stamped_at=NOW)
    calendars.request_for(invitations[0], "a@example.org", "en", name="Guest")

    with django_assert_num_queries(0):
        for invitation in invitations:
            calendars.request_for(invitation, "a@example.org", "en", name="Guest")


def test_answer_tells_the_revision_that_it_answers() -> None:
    for revision in range(5):
        sequence = sequence_of(Invitation(revision=revision))
        assert [revision_in(sequence), revision_in(sequence + 1)] == [revision, revision]
