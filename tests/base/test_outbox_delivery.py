"""Messages leave once, whatever the server does; a real server on loopback takes and refuses them."""

import socket
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from django.db import DatabaseError

from chancery.base import mail, outbox
from chancery.base.models import MailEvent, OutboxMessage
from chancery.base.outbox import Mail, Posting, delivery, known_trouble, postman, recovery
from chancery.base.outbox.journal import Journal
from chancery.base.outbox.keeping import forget_texts
from chancery.base.outbox.outcomes import Outcome, Verdict
from chancery.base.outbox.pacing import MOST_TRIES, pause_after, wait_after, wait_after_uncertain
from chancery.base.outbox.postman import Postman
from chancery.base.outbox.smtp import Patience, Wire
from chancery.configuration import MailServer
from tests.base.smtp import Sink, sink_in
from tests.conftest import People

pytestmark = [pytest.mark.loopback, pytest.mark.django_db]
numbers = count(1)
NOW = datetime(2036, 3, 1, 9, 30, tzinfo=UTC)
State = OutboxMessage.State


@pytest.fixture(scope="module")
def running_sink(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sink]:
    with sink_in(tmp_path_factory.mktemp("sink")) as sink:
        yield sink


@pytest.fixture
def sink(running_sink: Sink, settings: Any, tmp_path: Path) -> Sink:
    running_sink.book.unlink(missing_ok=True)
    settings.MAIL_ROUTE = replace(
        settings.MAIL_ROUTE, server=running_sink.server, journals=tmp_path / "outbox", per_domain=0
    )
    return running_sink


def posted(*words: str) -> list[OutboxMessage]:
    """Messages to addresses that begin with these words, due now; the server counts tries by address."""
    start = OutboxMessage.objects.count()
    entries = [
        Posting(
            f"{start + place}", None, Mail(f"{word}-{next(numbers)}@example.org", "Subject", ".\n..\nText")
        )
        for place, word in enumerate(words)
    ]
    made = outbox.post_all(entries, by=None)
    OutboxMessage.objects.filter(pk__in=[message.pk for message in made]).update(next_try_at=NOW, made_at=NOW)
    return made


def states() -> list[str]:
    return list(OutboxMessage.objects.order_by("id").values_list("state", flat=True))


def events() -> list[str]:
    return list(MailEvent.objects.order_by("id").values_list("what", flat=True))


def test_what_is_due_leaves_over_one_connection(sink: Sink, monkeypatch: pytest.MonkeyPatch) -> None:
    connections = []
    connect = Wire._connect
    monkeypatch.setattr(Wire, "_connect", lambda wire: connections.append(wire) or connect(wire))
    messages = posted("a", "b", "c")

    assert outbox.deliver_due(NOW) == 3
    assert outbox.deliver_due(NOW) == 0

    assert [taken.message_id for taken in sink.taken()] == [message.message_id for message in messages]
    assert len(connections) == 1
    sent = OutboxMessage.objects.first()
    assert sent is not None
    assert (sent.state, sent.answer, sent.sent_at) == (State.SENT, "250 2.0.0 Ok", NOW)


def test_a_refusal_is_final_and_its_words_are_kept(sink: Sink) -> None:
    posted("refuse", "ok", "spam")

    outbox.deliver_due(NOW)

    assert states() == [State.REFUSED, State.SENT, State.REFUSED]
    words = list(MailEvent.objects.order_by("id").values_list("words", flat=True))
    assert words == ["550 5.1.1 No such mailbox", "554 5.7.1 Content refused"]
    assert outbox.deliver_due(NOW + timedelta(days=30)) == 0


@pytest.mark.parametrize("word", ["later", "latedata"])
def test_what_is_put_off_goes_later(sink: Sink, word: str) -> None:
    [message] = posted(word)

    outbox.deliver_due(NOW)
    assert states() == [State.WAITING]
    assert outbox.deliver_due(NOW + timedelta(minutes=3)) == 0
    assert outbox.deliver_due(NOW + timedelta(minutes=5)) == 1

    assert states() == [State.SENT]
    assert events() == ["put-off"]
    message.refresh_from_db()
    assert message.tries == 1


@pytest.mark.parametrize(("word", "taken"), [("drop", [False, True]), ("cut", [True])])
def test_a_lost_acknowledgement_is_said_and_goes_again_under_the_same_name(
    sink: Sink, word: str, taken: list[bool]
) -> None:
    [message] = posted(word)

    outbox.deliver_due(NOW)
    assert states() == [State.UNCERTAIN]
    assert events() == ["uncertain"]
    outbox.deliver_due(NOW + timedelta(hours=1))

    assert states() == [State.SENT]
    assert [book.is_acknowledged for book in sink.taken()] == taken
    assert {book.message_id for book in sink.taken()} == {message.message_id}


def test_a_server_that_hangs_after_the_dot_leaves_a_message_uncertain(sink: Sink, settings: Any) -> None:
    posted("hang")
    carrier = Postman(settings.MAIL_ROUTE, patience=Patience(taking=0.2), clock=lambda: NOW)

    carrier.round()
    carrier.end()

    assert states() == [State.UNCERTAIN]
    assert OutboxMessage.objects.get().answer.endswith("timed out")


def test_a_server_that_goes_before_the_dot_leaves_a_message_waiting(sink: Sink) -> None:
    posted("away", "ok")

    outbox.deliver_due(NOW)
    assert states() == [State.WAITING, State.WAITING]
    outbox.deliver_due(NOW + timedelta(hours=1))

    assert states() == [State.SENT, State.SENT]
    assert events() == ["put-off"]


def test_after_the_fifth_lost_acknowledgement_a_person_decides(sink: Sink) -> None:
    posted("always")

    for day in range(6):
        outbox.deliver_due(NOW + timedelta(days=2 * day))

    assert states() == [State.REFUSED]
    assert len(sink.taken()) == 5
    assert OutboxMessage.objects.get().answer.startswith("The acknowledgement was lost 5 times")


def test_a_server_that_cannot_be_reached_costs_no_message_a_try(sink: Sink, settings: Any) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    settings.MAIL_ROUTE = replace(settings.MAIL_ROUTE, server=replace(sink.server, port=port))
    posted("a", "b")

    carrier = Postman(settings.MAIL_ROUTE, clock=lambda: NOW)
    assert carrier.round() == 0
    carrier.end()

    assert carrier.trouble is not None
    assert carrier.trouble.kind == "unreachable"
    assert states() == [State.WAITING, State.WAITING]
    assert list(OutboxMessage.objects.values_list("tries", flat=True)) == [0, 0]
    assert events() == []


def test_a_message_that_broke_before_stays_in_doubt_when_it_is_put_off(sink: Sink) -> None:
    [message] = posted("later")
    MailEvent.objects.create(message=message, what=MailEvent.What.UNCERTAIN)

    outbox.deliver_due(NOW)

    assert states() == [State.UNCERTAIN]


def test_a_message_that_is_put_off_for_three_days_is_refused(sink: Sink) -> None:
    posted("later")
    OutboxMessage.objects.update(tries=MOST_TRIES - 1)

    outbox.deliver_due(NOW)

    assert states() == [State.REFUSED]
    assert OutboxMessage.objects.get().answer == "451 4.7.1 Greylisted, come back later"


def test_the_waits_grow_and_are_the_same_each_time() -> None:
    waits = [wait_after("code", tries) for tries in range(1, MOST_TRIES)]

    assert waits == [wait_after("code", tries) for tries in range(1, MOST_TRIES)]
    assert timedelta(days=2, hours=12) < sum(waits, timedelta()) < timedelta(days=3, hours=6)
    assert len({wait_after(f"code{number}", 1) for number in range(100)}) == 100
    assert wait_after("code", 60) < timedelta(hours=5)
    assert wait_after_uncertain("code", 1) >= timedelta(minutes=9)
    assert [pause_after(troubles) for troubles in (1, 2, 3, 50)] == [2, 4, 8, 300]


def test_one_domain_waits_for_its_share_and_others_pass(sink: Sink, settings: Any) -> None:
    settings.MAIL_ROUTE = replace(settings.MAIL_ROUTE, per_domain=2)
    posted(*"abcde")
    other = outbox.post(Mail("x@elsewhere.example", "Subject", "Text"), key="other", about=None, by=None)
    OutboxMessage.objects.filter(pk=other.pk).update(next_try_at=NOW)

    assert outbox.deliver_due(NOW) == 3
    assert outbox.deliver_due(NOW + timedelta(seconds=30)) == 0
    assert outbox.deliver_due(NOW + timedelta(seconds=61)) == 2

    assert [name.partition("-")[0] for name in sink.recipients()] == ["a", "b", "x", "c", "d"]


def test_a_domain_with_thousands_does_not_keep_the_others(sink: Sink, settings: Any) -> None:
    settings.MAIL_ROUTE = replace(settings.MAIL_ROUTE, per_domain=3)
    posted(*["a"] * 150)
    other = outbox.post(Mail("x@elsewhere.example", "Subject", "Text"), key="other", about=None, by=None)
    OutboxMessage.objects.filter(pk=other.pk).update(next_try_at=NOW + timedelta(seconds=1))

    outbox.deliver_due(NOW + timedelta(seconds=2))

    assert [name.partition("-")[0] for name in sink.recipients()] == ["a", "a", "a", "x"]


def left_by_a_dead_postman(route: Any, *, begun: str = "", ended: Outcome | None = None) -> None:
    """Claim everything and die."""
    journal = Journal(route.journals)
    OutboxMessage.objects.update(state=State.SENDING, claimed_by=journal.name, claimed_at=NOW)
    if begun:
        journal.begun(begun)
    if ended:
        journal.ended(ended)
    journal.close()


def test_the_journal_of_a_dead_postman_says_what_became_of_his_messages(sink: Sink, settings: Any) -> None:
    taken, begun, held = posted("a", "b", "c")
    journal = Journal(settings.MAIL_ROUTE.journals)
    OutboxMessage.objects.update(state=State.SENDING, claimed_by=journal.name, claimed_at=NOW)
    journal.begun(taken.code)
    journal.ended(Outcome(taken.code, Verdict.TAKEN, "250 Ok"))
    journal.begun(begun.code)

    assert recovery.recover(settings.MAIL_ROUTE.journals, now=NOW + timedelta(days=1)) == 0
    journal.close()
    assert recovery.recover(settings.MAIL_ROUTE.journals, now=NOW) == 3

    assert states() == [State.SENT, State.UNCERTAIN, State.WAITING]
    assert list(settings.MAIL_ROUTE.journals.iterdir()) == []
    assert sink.taken() == []
    held.refresh_from_db()
    assert (held.tries, held.claimed_by) == (0, "")


def test_after_a_failure_of_the_machine_what_was_in_hand_is_uncertain(
    sink: Sink, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    posted("a")
    left_by_a_dead_postman(settings.MAIL_ROUTE)
    monkeypatch.setattr("chancery.base.outbox.journal.boot_id", lambda: "another")

    recovery.recover(settings.MAIL_ROUTE.journals, now=NOW)

    assert states() == [State.UNCERTAIN]


def test_a_claim_of_another_machine_is_uncertain_after_its_lease(sink: Sink, settings: Any) -> None:
    posted("a")
    OutboxMessage.objects.update(state=State.SENDING, claimed_by="elsewhere~1", claimed_at=NOW)

    assert recovery.recover(settings.MAIL_ROUTE.journals, now=NOW + timedelta(minutes=59)) == 0
    assert recovery.recover(settings.MAIL_ROUTE.journals, now=NOW + timedelta(minutes=61)) == 1

    assert states() == [State.UNCERTAIN]


def test_a_half_written_journal_is_read_as_far_as_it_goes(sink: Sink, settings: Any) -> None:
    [message] = posted("a")
    left_by_a_dead_postman(settings.MAIL_ROUTE, begun=message.code)
    [path] = settings.MAIL_ROUTE.journals.iterdir()
    with path.open("a") as torn:
        torn.write(f"taken {message.code}")

    recovery.recover(settings.MAIL_ROUTE.journals, now=NOW)

    assert states() == [State.UNCERTAIN]


def test_results_wait_in_the_journal_while_the_database_is_away(
    sink: Sink, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    posted("a", "b")

    def away(*_given: object, **_named: object) -> None:
        raise DatabaseError("The connection is gone.")

    with monkeypatch.context() as cut:
        cut.setattr(postman, "settle", away)
        with pytest.raises(DatabaseError):
            outbox.deliver_due(NOW)
    assert states() == [State.SENDING, State.SENDING]
    assert outbox.deliver_due(NOW) == 0

    assert states() == [State.SENT, State.SENT]
    assert len(sink.taken()) == 2


def test_nothing_is_begun_where_the_journal_cannot_be_written(
    sink: Sink, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    posted("a")

    def full(_journal: Journal, _line: str) -> None:
        raise OSError(28, "No space left on device")

    carrier = Postman(settings.MAIL_ROUTE, clock=lambda: NOW)
    monkeypatch.setattr(Journal, "begun", full)
    carrier.round()
    carrier.end()

    assert states() == [State.WAITING]
    assert sink.taken() == []


def test_the_texts_of_old_messages_are_let_go(sink: Sink) -> None:
    posted("a", "b", "c")
    OutboxMessage.objects.filter(key="1").update(state=State.SENT, sent_at=NOW - timedelta(days=31))
    OutboxMessage.objects.filter(key="2").update(state=State.SENT, sent_at=NOW - timedelta(days=29))

    assert forget_texts(NOW) == 1
    assert forget_texts(NOW) == 0

    kept = OutboxMessage.objects.exclude(sealed=b"").order_by("key").values_list("key", flat=True)
    assert list(kept) == ["0", "2"]


def test_a_message_whose_key_is_missing_is_refused_in_words(sink: Sink) -> None:
    posted("a")
    OutboxMessage.objects.update(sealed=b"sealed with another key")

    outbox.deliver_due(NOW)

    assert states() == [State.REFUSED]
    assert "keys/secrets" in OutboxMessage.objects.get().answer


def test_claiming_takes_as_many_statements_for_many(
    sink: Sink, settings: Any, django_assert_num_queries: Any
) -> None:
    settings.MAIL_ROUTE = replace(settings.MAIL_ROUTE, per_domain=1000)
    carrier = Postman(settings.MAIL_ROUTE, clock=lambda: NOW)
    for words in (["a"], ["a"] * 3, ["a"] * 80):
        posted(*words)
        with django_assert_num_queries(16):
            assert carrier.round() == len(words)
    carrier.end()


def test_somebody_who_waits_is_told_what_the_server_said(sink: Sink, settings: Any) -> None:
    assert mail.send(to=f"ok-{next(numbers)}@example.org", subject="S", text="T").path is None
    with pytest.raises(mail.MailNotSent, match="refuses this address"):
        mail.send(to=f"refuse-{next(numbers)}@example.org", subject="S", text="T")
    with pytest.raises(mail.MailNotSent, match="did not confirm"):
        mail.send(to=f"drop-{next(numbers)}@example.org", subject="S", text="T")

    assert states() == [State.SENT, State.REFUSED, State.UNCERTAIN]


def test_a_sender_that_is_refused_is_no_fault_of_the_messages(
    sink: Sink, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.DEFAULT_FROM_EMAIL = "Chancery <refuse@example.org>"
    posted("a")

    carrier = Postman(settings.MAIL_ROUTE, clock=lambda: NOW)
    carrier.round()
    carrier.end()

    assert carrier.trouble is not None
    assert carrier.trouble.kind == "sender"
    assert states() == [State.WAITING]


def test_trouble_is_kept_for_other_processes_until_it_is_over(
    sink: Sink, settings: Any, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert known_trouble.known() is None
    settings.MAIL_ROUTE = replace(
        settings.MAIL_ROUTE, server=MailServer("127.0.0.1", 1, "", "", is_encrypted=False)
    )
    posted("a")
    OutboxMessage.objects.update(next_try_at=datetime(2020, 1, 1, tzinfo=UTC))
    carrier = Postman(settings.MAIL_ROUTE)
    rounds = delivery._Rounds(carrier, delivery.threading.Event(), does_recover=True)

    rounds._round()
    known = known_trouble.known()
    assert known is not None
    assert known.sentence.startswith("The mail server cannot be reached")
    carrier.way = Wire(sink.server, own_host="localhost", patience=Patience())
    rounds._round()
    carrier.end()

    assert known_trouble.known() is None
    assert states() == [State.SENT]


@pytest.mark.django_db(transaction=True)
def test_postmen_deliver_what_is_posted_and_stop(settings: Any, tmp_path: Path) -> None:
    """Threads have connections of their own, which on SQLite in tests share the memory of this one."""
    settings.MAIL_ROUTE = replace(
        settings.MAIL_ROUTE, folder=tmp_path / "mailbox", journals=tmp_path / "outbox"
    )
    postmen = outbox.Postmen()
    postmen.start()

    outbox.post(Mail("a@example.org", "Subject", "Text"), key="k", about=None, by=None)
    # Only files are watched: in the memory that the threads share, one that reads locks out one that writes.
    for _time in range(1000):
        if list((tmp_path / "mailbox").glob("*.eml")):
            break
        delivery.threading.Event().wait(0.02)
    postmen.stop()

    assert len(list((tmp_path / "mailbox").iterdir())) == 1
    assert states() == [State.SENT]
    assert list((tmp_path / "outbox").glob("*.journal")) == []
