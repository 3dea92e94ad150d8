"""A wave leaves once, whatever is pressed twice, stopped or broken off."""

import threading
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.db import close_old_connections, connection
from django.test.utils import CaptureQueriesContext

from chancery.base.audit import Actor
from chancery.base.jobs import Progress, WorkStopped
from chancery.base.models import AuditLine, Job, OutboxMessage
from chancery.events.models import Event, Participation
from chancery.guests import jobs as work
from chancery.guests.actions import dispatches, leaving, replies, sending
from chancery.guests.actions.links import token_of
from chancery.guests.actions.replies import Answer
from chancery.guests.documents.wave_writing import WaveWriter
from chancery.guests.models import Dispatch, Invitation, NoteVerbale, ReplyLink, Standing, Terms, Wave
from chancery.guests.queries.audience import audience_of
from chancery.guests.queries.places import places_of
from chancery.guests.queries.reaching import reach_of
from chancery.guests.queries.wave_digests import digest_of
from tests import make
from tests.conftest import People
from tests.guests import built, waves_built

NOW = datetime(2027, 1, 10, 9, tzinfo=UTC)
on_postgresql = pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer")


@pytest.fixture
def event(people: People) -> Event:
    return waves_built.planned_event(people.office)


@pytest.fixture
def by(people: People) -> Actor:
    return make.actor(people.office, people.colleague)


def begin(wave: Wave, by: Actor) -> Job:
    """Press the button after looking at the page."""
    return sending.begin(wave, chosen=audience_of(wave).chosen, shown=digest_of(wave), by=by, now=NOW)


def run(job: Job) -> dict[str, Any]:
    """Do what the worker does."""
    Job.objects.filter(pk=job.pk).update(state=Job.State.RUNNING)
    job.refresh_from_db()
    return work.send_wave(Progress(job), **job.arguments)


def send(wave: Wave, by: Actor) -> dict[str, Any]:
    return run(begin(wave, by))


def states(event: Event) -> dict[str, tuple[str, str]]:
    rows = Invitation.objects.filter(guest__event=event).select_related("guest__person")
    return {str(one.guest.person): (one.standing, one.guest.planned) for one in rows}


def answer(guest: Participation, standing: Standing, by: Actor) -> None:
    """Somebody answers on the telephone."""
    said = Answer(standing)
    replies.record(guest.invitation, said, channel="telephone", given_at=NOW, by=by, now=NOW)


def test_an_email_goes_to_the_outbox_with_link_and_calendar_and_the_guest_is_silent(
    event: Event, by: Actor
) -> None:
    guest = waves_built.reachable(event, "Ada One")
    wave = waves_built.wave(event, guest)

    outcome = send(wave, by)

    dispatch = Dispatch.objects.get()
    message = OutboxMessage.objects.get()
    link = ReplyLink.objects.get()
    wave.refresh_from_db()
    assert outcome == {"sent": 1, "left": []}
    assert wave.state == Wave.State.SENT
    assert (dispatch.state, dispatch.channel, dispatch.message) == ("gone", "email", message)
    assert (link.invitation, link.dispatch) == (guest.invitation, dispatch)
    assert message.recipient == "ada.one@example.org"
    assert states(event) == {"One, Ada": ("silent", "invited")}
    assert AuditLine.objects.filter(code="guests.invitation.sent").count() == 1


def test_what_is_kept_holds_no_token(event: Event, by: Actor) -> None:
    send(waves_built.wave(event, waves_built.reachable(event)), by)

    dispatch, token = Dispatch.objects.get(), token_of(ReplyLink.objects.get())
    assert "/r/…/" in dispatch.text
    assert token not in f"{dispatch.text}{dispatch.html}{dispatch.printed}"


def test_paper_waits_until_it_is_entered_as_gone(event: Event, by: Actor) -> None:
    wave = waves_built.wave(event, waves_built.on_paper(event))
    send(wave, by)
    dispatch = Dispatch.objects.get()
    before = (dispatch.state, bool(dispatch.printed), states(event))

    dispatches.enter_gone([dispatch], gone_at=NOW, remark="R 12", by=by, now=NOW)

    dispatch.refresh_from_db()
    assert before == ("waiting", True, {"Paper, Paul": ("", "listed")})
    assert (dispatch.state, dispatch.remark, dispatch.gone_by_id) == ("gone", "R 12", by.user.pk)  # type: ignore[union-attr]
    assert states(event) == {"Paper, Paul": ("silent", "invited")}
    assert not OutboxMessage.objects.exists()


def test_pressing_twice_sends_once(event: Event, by: Actor) -> None:
    wave = waves_built.wave(event, waves_built.reachable(event))
    shown = digest_of(wave)
    job = begin(wave, by)

    with pytest.raises(sending.WaveCannotLeave, match="it is sent once"):
        sending.begin(wave, chosen=[], shown=shown, by=by, now=NOW)
    run(job)
    run(job)

    assert Job.objects.count() == 1
    assert Dispatch.objects.count() == OutboxMessage.objects.count() == 1


def test_a_list_that_changed_since_it_was_seen_does_not_leave(event: Event, by: Actor) -> None:
    wave = waves_built.wave(event, waves_built.reachable(event))
    shown = digest_of(wave)
    wave.invitations.add(waves_built.reachable(event, "Bo Two").invitation)

    with pytest.raises(sending.WaveCannotLeave, match="changed since you saw them"):
        sending.begin(wave, chosen=audience_of(wave).chosen, shown=shown, by=by, now=NOW)

    assert not Job.objects.exists()


def test_a_wave_that_was_stopped_goes_on_where_it_stopped(
    event: Event, by: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first piece leaves, somebody stops it, and going on sends the rest and nothing again."""
    guests = [waves_built.reachable(event, f"Ada {number}") for number in range(5)]
    wave = waves_built.wave(event, *guests)
    job = begin(wave, by)
    monkeypatch.setattr(work, "AT_ONCE", 2)
    real, pieces = sending.send_some, []

    def stopping(*arguments: Any, **named: Any) -> int:
        pieces.append(real(*arguments, **named))
        sending.stop(wave, by=by)
        return pieces[-1]

    monkeypatch.setattr(sending, "send_some", stopping)
    with pytest.raises(WorkStopped):
        run(job)
    monkeypatch.setattr(sending, "send_some", real)
    wave.refresh_from_db()
    stopped = (wave.state, Dispatch.objects.count())

    outcome = run(sending.go_on(wave, by=by))

    wave.refresh_from_db()
    assert (stopped, pieces) == (("stopped", 2), [2])
    assert (wave.state, outcome["left"]) == ("sent", [])
    assert Dispatch.objects.count() == Dispatch.objects.values("invitation").distinct().count() == 5
    assert OutboxMessage.objects.count() == 5


def test_a_piece_that_breaks_off_leaves_nothing_behind(
    event: Event, by: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A crash within a piece takes messages, links and the outbox back together; the next try sends all."""
    wave = waves_built.wave(event, waves_built.reachable(event))
    job = begin(wave, by)

    def crash(*_arguments: Any, **_named: Any) -> None:
        raise ConnectionError

    with monkeypatch.context() as broken:
        broken.setattr(leaving, "follow", crash)
        with pytest.raises(ConnectionError):
            run(job)
    after = Dispatch.objects.count(), ReplyLink.objects.count(), OutboxMessage.objects.count()

    run(job)

    assert after == (0, 0, 0)
    assert Dispatch.objects.count() == OutboxMessage.objects.count() == 1


def test_whoever_answers_meanwhile_is_left_out_and_said(event: Event, by: Actor) -> None:
    guest = waves_built.reachable(event)
    send(waves_built.wave(event, guest), by)
    reminder = waves_built.wave(event, guest, kind="reminder-1")
    job = begin(reminder, by)
    answer(guest, Standing.ACCEPTED, by)

    outcome = run(job)

    assert outcome["left"] == [{"guest": guest.code, "name": "Ana Sample", "why": "has answered already"}]
    assert not Dispatch.objects.filter(kind="reminder-1").exists()


@pytest.mark.cases("R82", "R83")
@pytest.mark.parametrize(("is_taken", "reason"), [(True, "has answered already"), (False, "")])
def test_whoever_waits_for_a_decision_is_not_reminded(
    event: Event, by: Actor, is_taken: bool, reason: str
) -> None:
    """An answer that the office has not decided on is an answer; one that it refused is none."""
    Terms.objects.create(event=event, representatives="consent")
    guest, silent = waves_built.reachable(event), waves_built.reachable(event, "Bo Two")
    send(waves_built.wave(event, guest, silent), by)
    reminder = waves_built.wave(event, guest, silent, kind="reminder-1")
    said = Answer(Standing.REPRESENTED, representative_name="Rita Envoy")
    reply = replies.record(guest.invitation, said, channel="note", given_at=NOW, by=by, now=NOW)

    waiting = audience_of(reminder)
    replies.decide(reply, is_taken=is_taken, by=by, now=NOW)
    decided = audience_of(reminder)

    assert [one.guest for one in waiting.chosen] == [silent]
    why = "has answered, and the office has not decided on the answer yet"
    assert [(one.invitation.guest, one.why) for one in waiting.left_out] == [(guest, why)]
    assert [one.why for one in decided.left_out] == ([reason] if reason else [])


def test_a_guest_who_cannot_be_reached_is_not_lost(event: Event, by: Actor) -> None:
    """Whoever has no address is left out with the reason and stands without an invitation."""
    unknown = built.guest(event, "Nil Known", planned="listed")
    wave = waves_built.wave(event, waves_built.reachable(event), unknown)

    outcome = send(wave, by)

    assert [line["name"] for line in outcome["left"]] == ["Nil Known"]
    assert states(event)["Known, Nil"] == ("", "listed")


def test_a_change_asks_again_and_keeps_what_was_said(event: Event, by: Actor) -> None:
    guest = waves_built.reachable(event)
    send(waves_built.wave(event, guest), by)
    answer(guest, Standing.ACCEPTED, by)
    Event.objects.filter(pk=event.pk).update(held_on=date(2027, 3, 5))
    event.refresh_from_db()

    send(waves_built.wave(event, guest, kind="change"), by)

    invitation = Invitation.objects.get()
    assert (invitation.standing, invitation.revision) == (Standing.SILENT, 1)
    assert Dispatch.objects.get(kind="change").revision == 1
    assert invitation.replies.count() == 1


def test_a_plan_that_changes_under_way_stops_the_wave(event: Event, by: Actor) -> None:
    wave = waves_built.wave(event, waves_built.reachable(event))
    job = begin(wave, by)
    Event.objects.filter(pk=event.pk).update(held_on=date(2027, 3, 5))

    with pytest.raises(WorkStopped):
        run(job)

    wave.refresh_from_db()
    assert wave.state == Wave.State.STOPPED
    assert not Dispatch.objects.exists()
    with pytest.raises(sending.WaveCannotLeave, match="have changed since this wave began"):
        sending.go_on(wave, by=by)


@pytest.mark.cases("R85")
def test_notes_take_the_next_numbers_of_the_year_in_order(event: Event, by: Actor) -> None:
    guests = [waves_built.on_paper(event, name, channel="note") for name in ("Ada One", "Bo Two")]
    send(waves_built.wave(event, *guests), by)

    notes = NoteVerbale.objects.order_by("number")
    assert [note.number for note in notes] == [1, 2]
    assert [note.dispatch.printed["number"] for note in notes] == [str(note) for note in notes]
    assert sending.NUMBER not in f"{[one.printed for one in Dispatch.objects.all()]}"


def test_held_guests_are_invited_as_refusals_free_places(event: Event, by: Actor) -> None:
    """Two places, one refused: of two who wait, the first in order of precedence is invited (R82)."""
    Terms.objects.create(event=event, places=2)
    first = [waves_built.reachable(event, name) for name in ("Ada One", "Bo Two")]
    waiting = [waves_built.reachable(event, name) for name in ("Cy Three", "Di Four")]
    Invitation.objects.filter(guest__in=waiting).update(is_held=True)
    send(waves_built.wave(event, *first), by)
    second = waves_built.wave(event, *waiting, fills_places=True)
    full = audience_of(second)
    answer(first[0], Standing.REGRETTED, by)

    freed = audience_of(second)

    assert ([one.guest for one in full.chosen], len(full.left_out)) == ([], 2)
    assert [one.guest.name_printed for one in freed.chosen] == ["Cy Three"]
    assert [each.why for each in freed.left_out] == ["waits for a free place"]


def test_a_card_on_its_way_takes_its_places(event: Event, by: Actor) -> None:
    """Nobody is invited to a place for which a card is being printed."""
    Terms.objects.create(event=event, places=3)
    guest = waves_built.on_paper(event)
    Invitation.objects.filter(guest=guest).update(unnamed_companions=1)
    send(waves_built.wave(event, guest), by)

    assert (places_of(event).taken, places_of(event).free) == (2, 1)


def test_the_statements_of_a_piece_do_not_grow_with_its_guests(event: Event, by: Actor) -> None:
    counts = []
    for number in (3, 40):
        guests = [waves_built.reachable(event, f"Ada {number} {one}") for one in range(number)]
        job = begin(waves_built.wave(event, *guests), by)
        with CaptureQueriesContext(connection) as statements:
            run(job)
        counts.append(len(statements))

    assert Dispatch.objects.count() == 43
    assert counts[1] <= counts[0]


@pytest.fixture
def committed(transactional_db: None) -> Iterator[None]:
    """Rows that other connections see."""
    yield
    close_old_connections()


@on_postgresql
@pytest.mark.django_db(transaction=True)
def test_two_workers_send_one_wave_once(committed: None) -> None:
    office = make.organiser("both")
    event, by = waves_built.planned_event(office), make.actor(office)
    guests = [waves_built.reachable(event, f"Ada {number}") for number in range(30)]
    guests += [waves_built.on_paper(event, f"Nota {number}", channel="note") for number in range(10)]
    wave = waves_built.wave(event, *guests)
    begin(wave, by)
    invitations = audience_of(wave).chosen
    together = threading.Barrier(2)

    def worker() -> None:
        writer = WaveWriter(Wave.objects.get(pk=wave.pk), now=NOW)
        written = writer.write(reach_of(event, invitations), now=NOW)
        together.wait(timeout=30)
        for start in range(0, 40, 7):
            sending.send_some(wave, written.ready[start : start + 7], by=by, now=NOW)
        connection.close()

    threads = [threading.Thread(target=worker) for _each in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)

    numbers = list(NoteVerbale.objects.order_by("number").values_list("number", flat=True))
    assert Dispatch.objects.count() == Dispatch.objects.values("invitation").distinct().count() == 40
    assert OutboxMessage.objects.count() == 30
    assert numbers == list(range(1, 11))
