"""What the record of invitations and replies must answer from stored fields: the evening of the demo."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import transaction

from chancery.accounts.roles import Role
from chancery.base.audit import Actor
from chancery.desk.archive.office import office_for
from chancery.desk.archive.reading import load_event
from chancery.desk.commands import DEMO, REFERENCE
from chancery.desk.demo import EVENING, load_evening
from chancery.directory.models import Body, Person
from chancery.events.models import Event
from chancery.guests import correspondence_words
from chancery.guests.models import Invitation
from chancery.guests.queries import histories, reciprocity
from chancery.guests.queries.correspondence import correspondence_of
from chancery.rules.representation import Level
from tests import make

NOW = datetime(2026, 3, 5, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def made(django_db_setup: None, django_db_blocker: Any) -> Iterator[Event]:
    """The evening, made once for all questions and taken back after the last."""
    with django_db_blocker.unblock(), transaction.atomic():
        office = office_for(REFERENCE / DEMO[0])
        for name in DEMO:
            load_event(REFERENCE / name, organiser=office, by=Actor(office.pk))
        officer = make.member(office, Role.OWNER, make.user(name="Olga Officer"))
        head = make.member(office, Role.HEAD)
        event = load_evening(REFERENCE / EVENING, officer=officer, head=head, now=NOW)
        assert event is not None
        yield event
        transaction.set_rollback(True)


@pytest.fixture
def event(made: Event, db: Any) -> Event:
    return made


type Entry = tuple[str, str, str, str]


def passed(event: Event, guest: str) -> list[Entry]:
    """What passed between the office and a guest: day, what, how it stands, by whom."""
    invitation = Invitation.objects.get(guest__event=event, guest__ref=f"sample-{guest}")
    lines = correspondence_words.lines_of(correspondence_of(invitation))
    return [(f"{line.at:%m-%d}", line.title, line.mark.word, line.by) for line in lines]


QUESTIONS: dict[str, tuple[str, list[Entry]]] = {
    "who got a note verbale, when, and who entered the answer": (
        "nino-nimushadze",
        [
            ("02-04", "invitation · note verbale", "sent", "Olga Officer"),
            ("02-09", "Answer · note verbale", "accepted", "Olga Officer"),
        ],
    ),
    "what a guest answered alone on the page": (
        "ioana-mustrescu",
        [
            ("02-03", "invitation · e-mail", "waits to be sent", "Olga Officer"),
            ("02-05", "Answer · reply page", "accepted", ""),
        ],
    ),
    "what came back, and to whom nothing is answered": (
        "victor-tiparu",
        [("02-04", "invitation · post", "came back", "Olga Officer")],
    ),
    "what was handed over": (
        "marta-ejemplar",
        [
            ("02-04", "invitation · by hand", "received", "Olga Officer"),
            ("02-16", "Answer · in person", "accepted", "Olga Officer"),
        ],
    ),
    "who changed their mind": (
        "taro-mihon",
        [
            ("02-04", "invitation · note verbale", "sent", "Olga Officer"),
            ("02-14", "Answer · note verbale", "accepted", "Olga Officer"),
            ("02-27", "Answer · telephone", "withdrew after accepting", "Olga Officer"),
        ],
    ),
    "who consented to a representative": (
        "matteo-campione",
        [
            ("02-04", "invitation · note verbale", "sent", "Olga Officer"),
            ("02-13", "Answer · note verbale", "sends a representative", "Olga Officer"),
            ("02-13", "Decision about an answer", "taken", "Olga Officer"),
        ],
    ),
    "who was never sent anything": ("paul-specimen", []),
}


@pytest.mark.parametrize("question", QUESTIONS)
def test_who_got_what_when_by_which_channel_and_what_came_back(event: Event, question: str) -> None:
    guest, answer = QUESTIONS[question]

    assert passed(event, guest) == answer


def test_who_of_them_came_to_ours_and_who_of_ours_to_theirs(event: Event) -> None:
    """The evening is held with the mission of Georgia: each side counts it as one of its own."""
    both = reciprocity.between(event.organiser, [Body.objects.get(ref="sample-mission-ge")])

    assert both is not None
    assert (both.ours.events, both.ours.levels[Level.STANDING_IN]) == (1, 1)
    assert (both.theirs.events, both.theirs.levels[Level.HEAD]) == (2, 2)


def test_how_often_somebody_was_invited_and_came(event: Event) -> None:
    taro = Person.objects.get(ref="sample-taro-mihon")

    sums = histories.sums_of(histories.parts_of_person(event.organiser, taro))

    assert (sums.invited, sums.accepted, sums.regretted, sums.came) == (2, 1, 1, 0)
