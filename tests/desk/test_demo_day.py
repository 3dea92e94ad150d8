"""The reception of the demo shows every page of the door at work on the day."""

from collections.abc import Iterator
from datetime import UTC, datetime, time
from typing import Any

import pytest
from django.db import transaction

from chancery.accounts.models import Membership
from chancery.accounts.roles import Role
from chancery.base.audit import Actor
from chancery.desk.archive.office import office_for
from chancery.desk.archive.reading import load_event
from chancery.desk.commands import DEMO, REFERENCE
from chancery.desk.demo import EVENING
from chancery.desk.demo_day import RECEPTION, load_reception
from chancery.directory.models import Person
from chancery.door.exchange import open_doubts
from chancery.door.models import Device, DoorNote, PreparedAnswer, Scan, Slot
from chancery.door.queries.awaited import Arrivals, arrivals_at
from chancery.door.queries.needed import needed_at
from chancery.events.models import Event, Participation
from tests import make

NOW = datetime(2026, 3, 5, 15, 2, tzinfo=UTC)


@pytest.fixture(scope="module")
def officer(django_db_setup: None, django_db_blocker: Any) -> Iterator[Membership]:
    """The office with the events whose people come, loaded once for all tests."""
    with django_db_blocker.unblock(), transaction.atomic():
        office = office_for(REFERENCE / DEMO[0])
        for name in (*DEMO, EVENING):
            load_event(REFERENCE / name, organiser=office, by=Actor(office.pk))
        yield make.member(office, Role.OWNER)
        transaction.set_rollback(True)


@pytest.fixture
def reception(officer: Membership, db: Any) -> Event:
    return begun(officer, NOW)


def begun(officer: Membership, now: datetime) -> Event:
    event = load_reception(REFERENCE / RECEPTION, officer=officer, now=now)
    assert event is not None
    return event


def board(event: Event) -> Arrivals:
    return arrivals_at(event, language="en", now=NOW)


def test_guests_are_in_every_place_that_the_board_shows(reception: Event) -> None:
    where = {each.who.name: each.where.value for each in board(reception).parties}

    assert where["Günel Nümunəyeva"] == "here"
    assert where["Smaranda Țițeica-Probă"] == "gone"
    assert where["Minta Ágnes"] == "at-the-door"
    assert where["Deniz Örneksoy"] == "on-the-way"
    assert where["Eleni Deigmatidou"] == "awaited"
    assert [name for name, place in where.items() if place == "missing"] == ["Ion Exemplu"]


def test_a_speaker_is_needed_and_not_here(reception: Event) -> None:
    assert [each.who.name for each in needed_at(board(reception))] == ["Nino Nimushadze"]


def test_two_doors_doubt_one_guest_and_one_guest_was_not_let_in(reception: Event) -> None:
    assert [presence.participation.ref for presence, _doubt in open_doubts(reception)] == [
        "sample-gheorghe-ilustrativ"
    ]
    refused = Scan.objects.get(event=reception, kind=Scan.Kind.REFUSE)
    assert refused.participation is not None
    assert refused.participation.ref == "sample-stefan-mostra"


def test_notes_answers_slots_and_a_telephone_to_pair_are_there(reception: Event) -> None:
    assert DoorNote.objects.filter(participation__event=reception).count() == 3
    assert PreparedAnswer.objects.filter(event=reception).count() == 2
    assert Slot.objects.filter(event=reception).count() >= 4
    waiting = Device.objects.get(door__event=reception, paired_at=None)
    assert waiting.pairing_digest


def test_nothing_lies_in_the_future_and_everybody_is_a_sample(reception: Event) -> None:
    assert not Scan.objects.filter(event=reception, at__gt=NOW).exists()
    assert not Participation.objects.filter(event=reception, is_sample=False).exists()
    assert not Person.objects.filter(participations__event=reception, is_sample=False).exists()


def test_the_reception_is_made_once(reception: Event, officer: Membership) -> None:
    assert load_reception(REFERENCE / RECEPTION, officer=officer, now=NOW) is None


@pytest.mark.parametrize(
    ("hour", "minute", "day", "starts_at"),
    [
        (15, 2, 5, time(17, 20)),
        # Shortly before midnight and after it in București, which is two hours ahead.
        (21, 50, 5, time(21, 30)),
        (22, 5, 6, time(2)),
    ],
)
def test_the_day_holds_the_reception_at_any_hour(
    officer: Membership, db: Any, hour: int, minute: int, day: int, starts_at: time
) -> None:
    event = begun(officer, NOW.replace(hour=hour, minute=minute))

    assert event.held_on is not None
    assert (event.held_on.day, event.starts_at) == (day, starts_at)
    assert event.ends_at is not None
    assert event.ends_at > starts_at
