"""The mailbox is read round after round: each message once, and none is lost wherever the work ends."""

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from chancery.base.inbox import messages
from chancery.base.inbox.mailboxes import CannotRead
from chancery.guests import collecting
from chancery.guests.actions import incoming as actions
from chancery.guests.models import (
    IncomingMessage,
    Invitation,
    Reply,
    Standing,
)
from tests import dovecot, make
from tests.conftest import People
from tests.guests.incoming_built import NOW, Box, invited_by_mail, sample, taken

State, Why = IncomingMessage.State, IncomingMessage.Why


@pytest.fixture
def ana(people: People) -> Invitation:
    """A guest who was invited by e-mail."""
    return invited_by_mail(people.office)


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


class AnyMail(TestCase):
    """No bytes in the mailbox stop the collecting; each message leaves a row."""

    @given(st.lists(st.binary(max_size=300), max_size=4))
    def test_random_messages(self, raw: list[bytes]) -> None:
        make.organiser(f"office{datetime.now().timestamp():.6f}".replace(".", "-"))
        box = Box(*raw)

        collecting.collect_from(box, NOW)

        assert IncomingMessage.objects.count() == len({messages.read(each).identity for each in raw})
