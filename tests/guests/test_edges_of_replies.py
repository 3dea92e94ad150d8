"""Where replies and messages meet: withdrawn links, entries that change nothing, addresses that are none."""

import io
from datetime import UTC, datetime, timedelta
from typing import Any

import pypdf
import pytest
from django.test import Client
from django.utils import timezone

from chancery.base import history
from chancery.base.audit import Actor
from chancery.base.models import AuditLine, OutboxMessage
from chancery.events.models import Event
from chancery.guests import correspondence_words
from chancery.guests.actions import answering, links, replies
from chancery.guests.actions.replies import Answer, ReplyRefused
from chancery.guests.documents.imprints import imprint_of
from chancery.guests.documents.sent import letters
from chancery.guests.models import Dispatch, Invitation, Kind, Reply, Standing
from chancery.guests.queries import waves
from chancery.guests.queries.correspondence import correspondence_of
from chancery.guests.queries.reply_page import asked_by
from tests import make
from tests.conftest import People
from tests.guests import built, waves_built
from tests.guests.reply_built import invited
from tests.guests.test_replies_page import post, shown
from tests.guests.test_sending_waves import send

NOW = datetime(2026, 1, 20, 12, tzinfo=UTC)


@pytest.fixture
def event(people: People) -> Event:
    return make.event(people.office, held_on=timezone.localdate() + timedelta(days=30))


def test_nothing_of_a_form_is_refused_and_no_empty_sheet_printed(signed_in: Client, event: Event) -> None:
    waves_built.dispatch(built.guest(event), channel="post", printed=make.letter())

    told = signed_in.get(built.address(event, "print-sent", paper="cards"), follow=True)

    assert "No message is written for this paper, so there is nothing to print." in told.content.decode()


def test_the_letterhead_is_written_in_the_language_of_the_letter(event: Event, people: People) -> None:
    house = {"name": "Ambasada Exemplu", "language": "ro"}
    old = waves_built.dispatch(built.guest(event, "Old Letter"), channel="post", printed=make.letter())
    new = waves_built.dispatch(
        built.guest(event, "New Letter"), channel="post", printed=make.letter(house=house, language="ro")
    )
    content = letters([old, new], language="en", imprint=imprint_of(event, "en", now=NOW))

    first, second = texts_of(content)
    assert "Mission" in first
    assert "Ambasada Exemplu" in second
    assert "Mission" not in second


def texts_of(content: bytes) -> list[str]:
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages]


def test_a_reply_that_changes_no_standing_leaves_a_line_that_tells_it(event: Event, people: People) -> None:
    invitation = built.guest(event).invitation
    by = Actor(people.office.pk, people.owner)
    for _ in range(2):
        replies.record(
            invitation, Answer(Standing.ACCEPTED), channel="telephone", given_at=NOW, by=by, now=NOW
        )

    lines = AuditLine.objects.filter(code="guests.reply.recorded").order_by("-pk")

    told = history.in_words(lines, language="en")[0]
    assert [(field.name, field.after) for field in told.fields] == [("Reply", "accepted")]


def test_a_reply_that_waits_for_a_decision_says_so_on_the_page_of_the_guest(event: Event) -> None:
    guest = built.guest(event)
    reply = Reply.objects.create(
        invitation=guest.invitation,
        standing="accepted",
        channel="page",
        given_at=NOW,
        entered_at=NOW,
        why_open="contradicts",
    )
    sentence = "It waits for the decision of the office."

    assert sentence in correspondence_words.lines_of(correspondence_of(guest.invitation))[0].details
    Reply.objects.filter(pk=reply.pk).update(decision=Reply.Decision.TAKEN, decided_at=NOW)
    assert sentence not in correspondence_words.lines_of(correspondence_of(guest.invitation))[0].details


def test_an_empty_choice_of_the_guest_form_is_worded_by_the_house(signed_in: Client, event: Event) -> None:
    page = signed_in.get(built.address(event, "guest", guest=built.guest(event).code)).content.decode()

    assert "Select an option" not in page
    assert "choose one" in page


def test_those_to_remind_are_counted_by_the_rule_of_the_wave(signed_in: Client, event: Event) -> None:
    for name, standing in (("Silent Guest", "silent"), ("Not Sure", "undecided"), ("Says Yes", "accepted")):
        guest = built.guest(event, name)
        make.sent(guest.invitation, gone_at=timezone.now() - timedelta(days=9))
        Invitation.objects.filter(guest=guest).update(standing=standing)

    due = waves.due_of(event)

    page = shown(signed_in, event)
    assert due.silent == 2
    assert "Remind 2 guests who may be reminded now" in page
    assert f"kind={Kind.REMINDER_1}" in page


def test_taking_back_what_is_not_there_is_not_said_to_be_done(signed_in: Client, event: Event) -> None:
    told = post(signed_in, event, "take-back", {"reply": "nothing"})

    assert "No such entry was found, so nothing is taken back; look at the list." in told
    assert "The entry is taken back" not in told


def test_a_link_withdrawn_while_its_page_is_open_answers_nothing(db: Any) -> None:
    party = invited()
    asked = asked_by(party.token)
    assert asked is not None
    links.revoke(asked.link, by=Actor(asked.office.pk), now=timezone.now())
    asked.link.revoked_at = None

    with pytest.raises(ReplyRefused, match="The office has withdrawn this link"):
        answering.answer_once(
            asked, Answer(Standing.ACCEPTED), form_key="bcdfghjkmnpq", revision=1, now=timezone.now()
        )

    assert not Reply.objects.exists()


def test_an_address_that_is_none_comes_back_at_once(event: Event, people: People) -> None:
    by = Actor(people.office.pk, people.owner)
    guest = waves_built.reachable(event, "Ada One", email="ada at example")

    send(waves_built.wave(event, guest), by)

    dispatch = Dispatch.objects.get()
    assert OutboxMessage.objects.get().state == OutboxMessage.State.REFUSED
    assert dispatch.state == Dispatch.State.RETURNED
    assert dispatch.remark == "“ada at example” is no address for e-mail; correct it."
    guest.invitation.refresh_from_db()
    assert guest.invitation.standing == Standing.NOT_INVITED
