"""Mail that came in: calendars set the reply, reports mark the guest, and letters wait for the office."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from chancery.base import secret_box
from chancery.base.audit import lines_of
from chancery.base.models import MailEvent, OutboxMessage
from chancery.guests import collecting
from chancery.guests.actions import incoming as actions
from chancery.guests.actions.replies import Answer
from chancery.guests.models import (
    Companion,
    Dispatch,
    IncomingMessage,
    Invitation,
    Kind,
    Reply,
    Standing,
    Terms,
)
from tests import make
from tests.conftest import People
from tests.guests import built
from tests.guests.incoming_built import NOW, SENT, Box, invited_by_mail, sample, taken

State, Why = IncomingMessage.State, IncomingMessage.Why


@pytest.fixture
def ana(people: People) -> Invitation:
    """A guest who was invited by e-mail."""
    return invited_by_mail(people.office)


@pytest.mark.parametrize(
    ("name", "standing", "speaker", "speaker_name"),
    [
        ("exchange_accepted", Standing.ACCEPTED, "guest", ""),
        ("google_accepted", Standing.ACCEPTED, "guest", ""),
        ("outlook_declined", Standing.REGRETTED, "guest", ""),
        ("apple_tentative", Standing.UNDECIDED, "guest", ""),
        ("exchange_assistant_declined", Standing.REGRETTED, "assistant", "Ion Assistant"),
        ("delegated", Standing.REPRESENTED, "guest", ""),
    ],
)
def test_answer_of_a_calendar_is_a_reply(
    ana: Invitation, name: str, standing: Standing, speaker: str, speaker_name: str
) -> None:
    [row] = taken(name)

    reply = Reply.objects.get()
    assert (row.kind, row.state, row.reply, row.invitation) == ("answer", State.DONE, reply, ana)
    assert (reply.standing, reply.channel, reply.revision) == (standing, Reply.Channel.CALENDAR, 1)
    assert (reply.speaker, reply.speaker_name) == (speaker, speaker_name)
    assert reply.given_at == datetime(2027, 1, 12, 9, 15, 2, tzinfo=UTC)
    ana.refresh_from_db()
    assert ana.standing == standing


def test_comment_of_a_calendar_is_a_message_to_the_host(ana: Invitation) -> None:
    taken("exchange_accepted")

    assert Reply.objects.get().message == "It will be an honour."


@pytest.mark.cases("R83")
def test_delegate_is_the_representative_and_confirms_once(ana: Invitation) -> None:
    rows = taken("delegated", "delegate_accepted")

    reply = Reply.objects.get()
    assert reply.representative_name == "Ion Invented"
    assert [row.reply for row in rows] == [reply, reply]
    assert [row.state for row in rows] == [State.DONE, State.DONE]


@pytest.mark.cases("R83")
def test_delegate_whom_the_guest_did_not_name_waits_for_the_office(ana: Invitation) -> None:
    taken("delegate_accepted")

    reply = Reply.objects.get()
    assert (reply.standing, reply.speaker, reply.speaker_name) == ("represented", "other", "Ion Invented")
    assert reply.why_open


@pytest.mark.cases("R83")
def test_delegate_who_does_not_come_is_for_the_office_to_read(ana: Invitation) -> None:
    _, row = taken("delegated", "delegate_declined")

    assert (row.state, row.why, row.invitation) == (State.OPEN, Why.DELEGATE, ana)
    assert Reply.objects.count() == 1


def test_proposal_of_another_time_is_for_the_office_to_read(ana: Invitation) -> None:
    [row] = taken("counter")

    assert (row.state, row.why, row.words) == (State.OPEN, Why.COUNTER, "Could it be an hour later?")
    assert not Reply.objects.exists()


@pytest.mark.cases("R82")
@pytest.mark.parametrize(
    ("name", "state", "why"),
    [("exchange_accepted", State.DONE, Why.NOTHING), ("outlook_declined", State.OPEN, Why.HELD)],
)
def test_answer_to_a_date_to_be_held_is_no_reply(ana: Invitation, name: str, state: str, why: str) -> None:
    Dispatch.objects.update(kind=Kind.HOLD_DATE)

    [row] = taken(name)

    assert (row.state, row.why, row.invitation) == (state, why, ana)
    assert not Reply.objects.exists()


@pytest.mark.cases("R83")
def test_answer_to_an_earlier_date_waits_for_the_office(ana: Invitation) -> None:
    Invitation.objects.filter(pk=ana.pk).update(answered_from=1)

    taken("google_old_date")

    reply = Reply.objects.get()
    assert (reply.revision, reply.why_open) == (0, Reply.WhyOpen.OUT_OF_DATE)
    ana.refresh_from_db()
    assert ana.standing != Standing.ACCEPTED


def test_answer_from_elsewhere_is_somebody_elses(ana: Invitation) -> None:
    raw = sample("google_accepted").replace(b"From: Ana Sample <ana.sample@", b"From: Eve Stranger <eve@")
    collecting.collect_from(Box(raw.replace(b"Reply-To: Ana Sample <ana", b"Reply-To: <x")), NOW)

    reply = Reply.objects.get()
    assert (reply.speaker, reply.speaker_name) == ("other", "Eve Stranger")
    assert reply.why_open


def test_calendar_says_yes_for_the_party_as_it_was_invited(ana: Invitation) -> None:
    Terms.objects.create(event=ana.guest.event, companions=Terms.Companions.NAMED)
    Companion.objects.create(invitation=ana, name="Dan Sample")

    taken("exchange_accepted")

    assert Reply.objects.get().companion_names == ["Dan Sample"]


def test_calendar_takes_back_no_companion(ana: Invitation) -> None:
    Terms.objects.create(event=ana.guest.event, companions=Terms.Companions.NUMBER, most_companions=2)
    answer = Answer(Standing.ACCEPTED, companion_names=["Dan Sample"], unnamed_companions=1)
    by = make.actor(ana.guest.event.organiser)
    actions.replies.record(ana, answer, channel="page", given_at=SENT, by=by, now=SENT)

    taken("exchange_accepted")

    reply = Reply.objects.latest("id")
    assert (reply.companion_names, reply.unnamed_companions) == (["Dan Sample"], 1)


def test_answer_that_cannot_be_recorded_says_why(ana: Invitation) -> None:
    Terms.objects.create(event=ana.guest.event, representatives=Terms.Representatives.NOT)

    [row] = taken("delegated")

    assert (row.state, row.why) == (State.OPEN, Why.REFUSED)
    assert row.words == "Guests of this event cannot be represented; accept or regret."
    assert not Reply.objects.exists()


def test_answer_to_an_unknown_invitation_waits(people: People) -> None:
    [row] = taken("exchange_accepted")

    assert (row.state, row.why, row.organiser) == (State.OPEN, Why.NO_INVITATION, people.office)


@pytest.mark.parametrize(
    "name", ["postfix_failed", "exchange_failed", "gmail_failed", "qmail_failed", "exim_failed"]
)
def test_message_that_came_back_marks_the_guest(ana: Invitation, name: str) -> None:
    [row] = taken(name)

    dispatch = Dispatch.objects.get()
    assert (row.kind, row.state, row.invitation) == ("returned", State.DONE, ana)
    assert dispatch.state == Dispatch.State.RETURNED
    assert dispatch.remark == row.words
    assert dispatch.remark.startswith("5.")
    assert dispatch.message is not None
    assert dispatch.message.state == OutboxMessage.State.BOUNCED
    assert [line.code for line in lines_of(dispatch)] == ["guests.dispatch.returned"]


def test_list_of_guests_says_whose_message_came_back(ana: Invitation, signed_in: Client) -> None:
    address = built.address(ana.guest.event)
    assert "the last message came back" not in signed_in.get(address).text

    taken("postfix_failed")
    assert "the last message came back" in signed_in.get(address).text
    assert (
        "Recipient address rejected"
        in signed_in.get(built.address(ana.guest.event, "guest", guest=ana.guest.code)).text
    )

    again = Dispatch.objects.get()
    again.pk = again.message = None
    again.key = again.code = again.ref = "again"
    again.state = Dispatch.State.GONE
    again.save()
    assert "the last message came back" not in signed_in.get(address).text


def test_delay_is_kept_and_changes_nothing_and_a_receipt_is_one(ana: Invitation) -> None:
    delay, receipt = taken("postfix_delayed", "postfix_delivered")

    assert (delay.kind, delay.state, receipt.kind) == ("delayed", State.DONE, "delivered")
    assert [line.code for line in lines_of(Dispatch.objects.get())] == ["guests.dispatch.received"]
    assert Dispatch.objects.get().state == Dispatch.State.DELIVERED
    assert list(MailEvent.objects.order_by("id").values_list("what", flat=True)) == ["delayed", "delivered"]


def test_receipt_after_the_return_changes_nothing(ana: Invitation) -> None:
    taken("postfix_failed", "postfix_delivered")

    assert Dispatch.objects.get().state == Dispatch.State.RETURNED


def test_report_without_identifier_is_told_by_its_recipient(ana: Invitation) -> None:
    raw = sample("postfix_failed").replace(b"<wxyz23456789@", b"<other@")

    collecting.collect_from(Box(raw), NOW)

    assert Dispatch.objects.get().state == Dispatch.State.RETURNED


def test_report_on_what_was_sent_long_ago_waits(ana: Invitation) -> None:
    raw = sample("postfix_failed").replace(b"<wxyz23456789@", b"<other@")

    collecting.collect_from(Box(raw), NOW + timedelta(days=30))

    row = IncomingMessage.objects.get()
    assert (row.state, row.why) == (State.OPEN, Why.NO_MESSAGE)
    assert Dispatch.objects.get().state == Dispatch.State.GONE


def test_absence_note_is_shown_and_asks_nobody(ana: Invitation) -> None:
    [row] = taken("out_of_office")

    assert (row.kind, row.state, row.invitation) == ("automatic", State.DONE, ana)
    assert not Reply.objects.exists()


def test_letter_waits_with_the_guest_it_is_from(ana: Invitation) -> None:
    [row] = taken("letter")

    assert (row.kind, row.state, row.why, row.invitation) == ("letter", State.OPEN, Why.LETTER, ana)
    assert secret_box.open_text(row.sealed_text) == "With pleasure, my wife & I will come."
    assert b"pleasure" not in bytes(row.sealed_text)


def test_text_of_what_was_recorded_is_not_kept(ana: Invitation) -> None:
    answer, absence = taken("exchange_accepted", "out_of_office")

    assert bytes(answer.sealed_text) == b""
    assert "concediu" in secret_box.open_text(absence.sealed_text)


@pytest.mark.parametrize(("to", "whose"), [("elsewhere", "elsewhere"), ("nobody", "mission")])
def test_stranger_s_letter_is_for_the_office_its_address_names(
    people: People, settings: Any, to: str, whose: str
) -> None:
    settings.INBOX_ADDRESS = "replies+{office}@example.org"
    raw = sample("letter").replace(b"To: replies@", b"To: replies+%s@" % to.encode())

    collecting.collect_from(Box(raw), NOW)

    assert IncomingMessage.objects.get().organiser.ref == whose
