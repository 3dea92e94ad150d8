"""Mail that came in: calendars set the reply, reports mark the guest, and nothing is lost."""

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from chancery.base import outbox, secret_box
from chancery.base.audit import lines_of
from chancery.base.inbox import messages
from chancery.base.inbox.mailboxes import CannotRead
from chancery.base.models import MailEvent, OutboxMessage
from chancery.base.outbox import Mail
from chancery.directory.models import ContactPoint
from chancery.events.models import Event
from chancery.guests import collecting
from chancery.guests.actions import incoming as actions
from chancery.guests.actions.replies import Answer
from chancery.guests.models import (
    Channel,
    Companion,
    Dispatch,
    IncomingMessage,
    Invitation,
    Kind,
    Reply,
    Standing,
    Terms,
)
from tests import dovecot, make
from tests.conftest import People
from tests.guests import built

SAMPLES = Path(__file__).parents[1] / "incoming"
NOW = datetime(2027, 1, 13, 8, 0, tzinfo=UTC)
SENT = datetime(2027, 1, 11, 8, 0, tzinfo=UTC)
GUEST = "ana.sample@ministry.example.net"
ASSISTANT = "office@ministry.example.net"
State, Why = IncomingMessage.State, IncomingMessage.Why


class Box:
    """A mailbox in memory; `breaks` says before which of its deeds everything ends."""

    name = "box"

    def __init__(self, *raw: bytes, breaks: str = "") -> None:
        self.held = {f"1/{number}": each for number, each in enumerate(raw, 1)}
        self.away: list[bytes] = []
        self.fetched = 0
        self.breaks = breaks

    def places(self) -> list[str]:
        return list(self.held)

    def fetch(self, place: str) -> bytes | None:
        self.fetched += 1
        return self.held.get(place)

    def put_away(self, place: str) -> None:
        if self.breaks == "put away":
            raise KeyboardInterrupt
        if self.breaks == "moving":
            raise CannotRead("No such folder")
        self.away.append(self.held.pop(place))


def sample(name: str) -> bytes:
    return (SAMPLES / f"{name}.eml").read_bytes()


@pytest.fixture
def evening(people: People) -> Event:
    return make.event(
        people.office, held_on=date(2027, 2, 26), starts_at=time(18), time_zone="Europe/Bucharest"
    )


@pytest.fixture
def ana(evening: Event) -> Invitation:
    """A guest who was invited by e-mail, with an address of her own and one of her assistant."""
    person = make.person(evening.organiser, "Ana Sample")
    assistant = make.person(evening.organiser, "Ion Assistant")
    ContactPoint.objects.create(person=person, kind="email", value=GUEST.title())
    ContactPoint.objects.create(person=person, kind="email", value=ASSISTANT, via=assistant)
    guest = make.participation(evening, person)
    invitation = Invitation.objects.create(guest=guest, code="23456789bcdf", revision=1)
    message = outbox.post(
        Mail(to=GUEST, subject="s", text="t"), key="k", about=invitation, by=make.actor(evening.organiser)
    )
    OutboxMessage.objects.filter(pk=message.pk).update(
        message_id="<wxyz23456789@events.example.org>", state=OutboxMessage.State.SENT, sent_at=SENT
    )
    Dispatch.objects.create(
        invitation=invitation,
        key="k",
        kind=Kind.INVITATION,
        channel=Channel.EMAIL,
        language="en",
        recipient="Ana Sample",
        address=GUEST,
        message=message,
        state=Dispatch.State.GONE,
        gone_at=SENT,
        revision=1,
    )
    return invitation


def taken(*names: str, now: datetime = NOW) -> list[IncomingMessage]:
    """The rows of sample messages, each dealt with in the order given."""
    box = Box(*(sample(name) for name in names))
    collecting.collect_from(box, now)
    return list(IncomingMessage.objects.order_by("id"))


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


def test_what_is_understood_is_put_away_and_the_rest_stays(ana: Invitation) -> None:
    box = Box(sample("letter"), sample("exchange_accepted"))

    assert collecting.collect_from(box, NOW) == 2
    assert list(box.held.values()) == [sample("letter")]
    assert box.away == [sample("exchange_accepted")]


def test_next_round_fetches_nothing_again(ana: Invitation) -> None:
    box = Box(sample("letter"))
    collecting.collect_from(box, NOW)

    assert collecting.collect_from(box, NOW) == 0
    assert box.fetched == 1


def test_message_closed_by_a_person_is_put_away_in_the_next_round(ana: Invitation, people: People) -> None:
    box = Box(sample("letter"))
    collecting.collect_from(box, NOW)
    actions.set_aside(IncomingMessage.objects.get(), by=make.actor(people.office, people.owner), now=NOW)

    collecting.collect_from(box, NOW)

    assert box.away == [sample("letter")]


def test_end_before_putting_away_records_nothing_twice(ana: Invitation) -> None:
    box = Box(sample("exchange_accepted"), breaks="put away")
    with pytest.raises(KeyboardInterrupt):
        collecting.collect_from(box, NOW)

    box.breaks = ""
    collecting.collect_from(box, NOW)

    assert Reply.objects.count() == 1
    assert box.away == [sample("exchange_accepted")]


def test_mailbox_in_which_nothing_moves_is_read_all_the_same(ana: Invitation) -> None:
    box = Box(sample("out_of_office"), sample("exchange_accepted"), breaks="moving")
    for _round in range(2):
        with pytest.raises(CannotRead):
            collecting.collect_from(box, NOW)

    assert IncomingMessage.objects.count() == 2
    assert Reply.objects.count() == 1


def test_end_in_the_middle_leaves_nothing_half_done(ana: Invitation, monkeypatch: pytest.MonkeyPatch) -> None:
    def die(*_: Any, **__: Any) -> None:
        raise KeyboardInterrupt

    box = Box(sample("exchange_accepted"))
    with monkeypatch.context() as broken:
        broken.setattr(IncomingMessage, "is_open", property(die))
        with pytest.raises(KeyboardInterrupt):
            collecting.collect_from(box, NOW)
    assert not Reply.objects.exists()
    assert not IncomingMessage.objects.exists()

    collecting.collect_from(box, NOW)
    assert Reply.objects.count() == 1


def test_copy_of_a_message_is_dealt_with_once(ana: Invitation) -> None:
    copy = b"Received: from elsewhere\r\n" + sample("exchange_accepted")
    box = Box(sample("exchange_accepted"), copy, sample("letter"), b"X-Copy: 1\n" + sample("letter"))

    collecting.collect_from(box, NOW)

    assert Reply.objects.count() == 1
    assert list(box.held.values()) == [sample("letter")]


def test_mailbox_that_was_numbered_anew_repeats_nothing(ana: Invitation) -> None:
    collecting.collect_from(Box(sample("letter")), NOW)
    box = Box()
    box.held = {"2/7": sample("letter")}

    assert collecting.collect_from(box, NOW) == 0
    collecting.collect_from(box, NOW)

    assert box.fetched == 1
    assert IncomingMessage.objects.get().place == "box#2/7"


def test_message_that_breaks_the_reader_waits_and_the_others_are_read(
    ana: Invitation, monkeypatch: pytest.MonkeyPatch
) -> None:
    take_in = actions.take_in

    def breaks(message: messages.Incoming, **rest: Any) -> IncomingMessage:
        if message.subject.startswith("Re:"):
            raise RuntimeError
        return take_in(message, **rest)

    monkeypatch.setattr(actions, "take_in", breaks)
    letter, answer = taken("letter", "exchange_accepted")

    assert (letter.state, letter.why, letter.subject) == (
        State.OPEN,
        Why.UNREADABLE,
        "Re: Evening of remembrance",
    )
    assert answer.state == State.DONE


def test_message_too_large_waits(people: People) -> None:
    collecting.collect_from(Box(b"a" * (messages.MOST_BYTES + 1)), NOW)

    assert IncomingMessage.objects.get().why == Why.UNREADABLE


@pytest.mark.enable_socket
def test_mailbox_on_a_server_is_collected(ana: Invitation, settings: Any) -> None:
    with dovecot.running() as server:
        settings.INBOX = server.server("office")
        server.deliver("office", sample("letter"), sample("exchange_accepted"), sample("postfix_failed"))

        assert collecting.collect(NOW) == 3
        assert collecting.collect(NOW) == 0

        assert len(server.held("office")) == 1
        assert len(server.held("office", "Chancery.done")) == 2
    assert collecting.trouble() == ""
    assert collecting.collect(NOW) == 0
    assert "refused" in collecting.trouble()


def test_drop_folder_is_collected(ana: Invitation, settings: Any, tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "1").write_bytes(sample("google_accepted"))
    settings.INBOX = tmp_path

    assert collecting.collect(NOW) == 1
    assert Reply.objects.get().standing == Standing.ACCEPTED
    assert [path.name for path in (tmp_path / "done").iterdir()] == ["1"]


def test_nothing_is_read_before_there_is_an_office(db: Any) -> None:
    box = Box(sample("letter"))

    assert collecting.collect_from(box, NOW) == 0
    assert box.fetched == 0


@pytest.mark.parametrize(("to", "whose"), [("elsewhere", "elsewhere"), ("nobody", "mission")])
def test_stranger_s_letter_is_for_the_office_its_address_names(
    people: People, settings: Any, to: str, whose: str
) -> None:
    settings.INBOX_ADDRESS = "replies+{office}@example.org"
    raw = sample("letter").replace(b"To: replies@", b"To: replies+%s@" % to.encode())

    collecting.collect_from(Box(raw), NOW)

    assert IncomingMessage.objects.get().organiser.ref == whose


class AnyMail(TestCase):
    """No bytes in the mailbox stop the collecting; each message leaves a row."""

    @given(st.lists(st.binary(max_size=300), max_size=4))
    def test_random_messages(self, raw: list[bytes]) -> None:
        make.organiser(f"office{datetime.now().timestamp():.6f}".replace(".", "-"))
        box = Box(*raw)

        collecting.collect_from(box, NOW)

        assert IncomingMessage.objects.count() == len({messages.read(each).identity for each in raw})
