"""The caller's steps as they are written: real times, taking back, rehearsals, the call, the film."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from chancery.base.models import AuditLine
from chancery.events.models import Event
from chancery.programme.actions import running as actions
from chancery.programme.models import Happened, Item, Run, Screening, Step
from chancery.programme.running import state_of
from tests import films, make
from tests.conftest import People


@pytest.fixture
def event(people: People) -> Event:
    """An event of today with four items."""
    of = make.event(people.office, held_on=timezone.now().date(), starts_at=timezone.now().time())
    lengths = {"anthem": 90, "speech": 600, "silence": 60, "reading": 300}
    for position, (kind, seconds) in enumerate(lengths.items()):
        make.item(of, kind.title(), kind, ref=kind, position=position, duration_seconds=seconds)
    return of


@pytest.fixture
def press(people: People, event: Event) -> Any:
    """Take a step as the officer, so many seconds ago."""

    def taken(kind: str, item: str = "", ago: float = 0, **more: Any) -> Step:
        who = more.pop("who", None) or _officer(people)
        given = {"uid": uuid4(), "by": make.actor(people.office, who)} | more
        chosen = event.items.get(ref=item) if item else None
        return actions.take_step(
            event, kind, at=timezone.now() - timedelta(seconds=ago), item=chosen, **given
        )

    return taken


def _officer(people: People) -> Any:
    return people.office.memberships.order_by("pk").first().user


def item(event: Event, ref: str) -> Item:
    return event.items.get(ref=ref)


def told(event: Event) -> dict[str, Any]:
    return state_of(event, now=timezone.now()).as_json()


def test_go_writes_the_real_times_at_once(press: Any, event: Event) -> None:
    press("go", ago=60)
    second = press("go", ago=10)

    anthem, speech = item(event, "anthem"), item(event, "speech")
    assert anthem.ended_at == speech.started_at == second.at
    assert (anthem.happened, speech.ended_at) == (Happened.YES, None)


def test_a_press_is_never_taken_twice(press: Any, event: Event) -> None:
    uid = uuid4()
    first = press("go", uid=uid)
    again = press("go", uid=uid)

    assert first.pk == again.pk
    assert item(event, "speech").started_at is None


def test_every_step_leaves_a_line(press: Any, event: Event) -> None:
    press("go")
    assert AuditLine.objects.filter(code="programme.run.go").count() == 1


def test_back_brings_the_times_of_before(press: Any, event: Event) -> None:
    by_hand = datetime(2027, 1, 1, 10, tzinfo=UTC)
    Item.objects.filter(event=event, ref="anthem").update(started_at=by_hand, happened=Happened.CHANGED)
    press("go")
    press("back")

    anthem = item(event, "anthem")
    assert (anthem.started_at, anthem.happened) == (by_hand, Happened.CHANGED)
    assert told(event)["state"] == "ready"


def test_what_is_skipped_did_not_take_place_until_it_is_taken_back(press: Any, event: Event) -> None:
    press("go")
    press("skip")
    assert item(event, "speech").happened == Happened.NO
    press("back")
    assert item(event, "speech").happened == Happened.UNKNOWN


def test_the_end_leaves_open_what_was_never_called(press: Any, event: Event) -> None:
    press("go")
    press("end")
    assert item(event, "anthem").ended_at is not None
    assert item(event, "reading").happened == Happened.UNKNOWN


def test_a_late_press_is_corrected(press: Any, event: Event) -> None:
    press("go", ago=100)
    press("go")
    corrected = press("correct", seconds=20)
    wanted = corrected.at - timedelta(seconds=20)
    assert item(event, "speech").started_at == item(event, "anthem").ended_at == wanted


def test_what_came_on_the_day_stands_behind_what_runs(press: Any, event: Event) -> None:
    press("go")
    press("add", "anthem", words="Greeting", seconds=120, new={"kind": "speech", "language": "en"})
    state = told(event)
    added = event.items.get(is_planned=False)
    assert (state["next"], added.titles) == (added.code, {"en": "Greeting"})


def test_a_rehearsal_notes_nothing_and_begins_anew(press: Any, event: Event, people: People) -> None:
    by = make.actor(people.office, _officer(people))
    actions.rehearse(event, is_rehearsal=True, by=by)
    press("go")
    assert item(event, "anthem").started_at is None
    actions.rehearse(event, is_rehearsal=False, by=by)
    assert (told(event)["state"], told(event)["is_rehearsal"]) == ("ready", False)


def test_a_rehearsal_runs_by_the_clock_of_the_evening(press: Any, event: Event, people: People) -> None:
    event.held_on = event.held_on + timedelta(days=3)  # type: ignore[operator]  # the fixture gives it a day
    event.save()
    actions.rehearse(event, is_rehearsal=True, by=make.actor(people.office, _officer(people)))
    press("go")
    anthem = told(event)["items"][0]
    assert anthem["start"] == anthem["planned_start"]


def test_what_was_called_in_earnest_is_not_rehearsed(press: Any, event: Event, people: People) -> None:
    press("go")
    with pytest.raises(actions.StepRefused, match="cannot be rehearsed"):
        actions.rehearse(event, is_rehearsal=True, by=make.actor(people.office, _officer(people)))


def test_one_desk_has_the_call(press: Any, event: Event, people: People) -> None:
    other = make.member(people.office, "caller").user
    press("go")
    with pytest.raises(actions.StepRefused, match="has the call; ask for it first"):
        press("go", who=other)
    press("take", who=other)
    press("give")
    assert told(event)["caller"]["id"] == other.pk


def test_a_desk_is_relieved_only_when_it_is_silent(press: Any, event: Event, people: People) -> None:
    other = make.member(people.office, "caller").user
    press("go")
    with pytest.raises(actions.StepRefused, match="still there"):
        press("take", who=other, words="over")
    Run.objects.update(caller_seen_at=timezone.now() - timedelta(seconds=31))
    press("take", who=other, words="over")
    assert told(event)["caller"]["id"] == other.pk


@pytest.mark.cases("R95")
def test_a_silence_is_never_cut(press: Any, event: Event) -> None:
    Item.objects.filter(event=event, ref="silence").update(cut_order=1)
    with pytest.raises(actions.StepRefused, match="“Silence” is never cut"):
        press("cut", "silence")


@pytest.mark.cases("R95")
def test_agreed_cuts_are_offered_while_a_fixed_time_is_in_danger(press: Any, event: Event) -> None:
    soon = (timezone.now() + timedelta(minutes=5)).time().replace(microsecond=0)
    Item.objects.filter(event=event, ref="silence").update(anchor_at=soon)
    Item.objects.filter(event=event, ref="speech").update(cut_order=1)
    press("go")
    state = told(event)
    assert state["dangers"][0]["item"] == item(event, "silence").code
    assert [offer["item"] for offer in state["offers"]] == [item(event, "speech").code]
    press("cut", "speech")
    assert told(event)["dangers"] == []


def test_go_starts_the_film_of_its_item_and_hold_holds_it(press: Any, event: Event) -> None:
    films.screened(event)
    press("stand-by", "screened")
    assert event.screening.state == Screening.State.WAITING
    states = []
    for kind in ("go", "hold", "resume", "back", "back", "back"):
        press(kind)
        event.screening.refresh_from_db()
        states.append(event.screening.state)
    assert states == ["playing", "paused", "playing", "paused", "playing", "waiting"]


def test_a_refused_press_is_answered_with_its_sentence(signed_in: Client, event: Event) -> None:
    sent = {"uid": str(uuid4()), "kind": "hold"}
    address = reverse("programme:step", args=["mission", event.code])
    response = signed_in.post(address, sent, headers={"accept": "application/json"})
    assert (response.status_code, response.json()["refusal"]) == (
        409,
        "Nothing is running that could be held.",
    )
    assert not Step.objects.exists()


def test_a_step_without_scripts_leads_back_to_the_desk(signed_in: Client, event: Event) -> None:
    address = reverse("programme:step", args=["mission", event.code])
    page = signed_in.post(address, {"uid": str(uuid4()), "kind": "go"}, follow=True).content.decode()
    assert 'data-state="running"' in page
    assert item(event, "anthem").started_at is not None


@pytest.mark.parametrize("wrong", [{"kind": "fly"}, {"uid": "x"}, {"item": "elsewhere"}, {"at": "soon"}])
def test_what_no_desk_sends_is_refused_in_words(signed_in: Client, event: Event, wrong: Any) -> None:
    sent = {"uid": str(uuid4()), "kind": "go"} | wrong
    address = reverse("programme:step", args=["mission", event.code])
    response = signed_in.post(address, sent, headers={"accept": "application/json"})
    assert response.status_code == 409
    assert response.json()["refusal"].endswith(".")


def test_a_speech_squeezed_by_a_fixed_time_grows_no_longer_by_overrunning(press: Any, event: Event) -> None:
    """The silence is fixed so that eight minutes are left of ten to the speech; it has run for nine."""
    now = timezone.now().replace(microsecond=0)
    event.starts_at, event.held_on = (now - timedelta(minutes=9)).time(), (now - timedelta(minutes=9)).date()
    event.save()
    event.items.filter(ref="anthem").delete()
    event.items.filter(ref="speech").update(shortest_seconds=300)
    event.items.filter(ref="silence").update(anchor_at=(now - timedelta(minutes=1)).time())
    press("go", "speech", ago=540)

    speech = next(each for each in told(event)["items"] if each["kind"] == "speech")

    assert 478 <= speech["length"] <= 482
    assert speech["seconds"] >= 540


def test_the_run_sheet_prints(signed_in: Client, press: Any, event: Event) -> None:
    press("go")
    response = signed_in.get(reverse("programme:run_sheet", args=["mission", event.code]))
    assert response.content[:5] == b"%PDF-"


def test_the_desk_asks_the_same_number_of_queries_for_any_programme(signed_in: Client, event: Event) -> None:
    address = reverse("programme:run_state", args=["mission", event.code])
    signed_in.get(address)
    with CaptureQueriesContext(connection) as few:
        signed_in.get(address)
    for number in range(30):
        made = make.item(event, "More", position=10 + number)
        make_speaker(event, made)
    with CaptureQueriesContext(connection) as many:
        signed_in.get(address)
    assert len(many) <= len(few) + 4  # names and offices of people are asked for once there are any


def make_speaker(event: Event, of: Item) -> None:
    who = make.participation(event, make.person(event.organiser), "speaker")
    of.contributions.create(participation=who)


def test_what_is_sent_is_what_stands(press: Any, event: Event, monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[dict[str, Any]] = []
    monkeypatch.setattr(
        "chancery.programme.actions.telling.publish", lambda _channel, state: sent.append(state)
    )
    event.items.filter(ref="reading").update(cut_order=1)
    steps: list[tuple[str, dict[str, Any]]] = [
        ("stand-by", {}),
        ("go", {"ago": 50}),
        ("go", {"ago": 40}),
        ("hold", {"ago": 30}),
        ("resume", {"ago": 20}),
        ("cut", {"item": "reading", "seconds": 60}),
        ("skip", {"item": "silence"}),
        ("back", {}),
        ("add", {"words": "Thanks", "seconds": 60, "item": "anthem", "new": {"language": "en"}}),
        ("word", {"words": "close"}),
        ("give", {}),
        ("end", {}),
        ("back", {}),
    ]

    for kind, given in steps:
        press(kind, **given)
        assert _without_clock(sent[-1]) == _without_clock(told(event)), kind


def _without_clock(state: dict[str, Any]) -> str:
    """The state but for what goes on with the clock: the present moment, and what is projected from it."""
    moving = {"now", "end", "drift", "dangers", "offers"}
    items = [{name: item[name] for name in ("code", "progress", "length")} for item in state["items"]]
    return str({name: value for name, value in state.items() if name not in moving} | {"items": items})
