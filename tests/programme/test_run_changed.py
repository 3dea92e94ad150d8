"""A programme that is changed in the editor while it runs: what was called stays called."""

from datetime import UTC, datetime, time, timedelta
from typing import Any
from unittest.mock import patch
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from chancery.events.models import Event
from chancery.programme.actions import items as editor
from chancery.programme.actions import running as actions
from chancery.programme.models import Item, Run, Step
from chancery.programme.running import state_of
from tests import make
from tests.conftest import People


@pytest.fixture
def event(people: People) -> Event:
    """An event of today with three items."""
    of = make.event(people.office, held_on=timezone.now().date(), starts_at=timezone.now().time())
    for position, kind in enumerate(("anthem", "speech", "reading")):
        make.item(of, kind.title(), kind, ref=kind, position=position, duration_seconds=300)
    return of


@pytest.fixture
def press(people: People, event: Event) -> Any:
    """Take a step as the officer; without an item it is that of the next one."""
    by = make.actor(people.office, people.owner)

    def taken(kind: str, ref: str = "", **more: Any) -> Step:
        item = event.items.get(ref=ref) if ref else None
        return actions.take_step(event, kind, uid=uuid4(), by=by, at=timezone.now(), item=item, **more)

    return taken


def told(event: Event) -> dict[str, Any]:
    """The state, with the refs of its items in place of their codes."""
    state = state_of(event, now=timezone.now()).as_json()
    refs = dict(event.items.values_list("code", "ref"))
    progress = {refs[item["code"]]: item["progress"] for item in state["items"]}
    return state | {"current": refs.get(state["current"], ""), "progress": progress}


def change(event: Event, ref: str, **fields: Any) -> None:
    Item.objects.filter(event=event, ref=ref).update(**fields)


def test_what_runs_stays_though_another_item_is_put_before_it(press: Any, event: Event) -> None:
    press("go")
    change(event, "anthem", position=5)
    make.item(event, "Welcome", ref="welcome", position=0, duration_seconds=20)
    assert told(event)["current"] == "anthem"


def test_what_was_left_out_stays_so_though_the_order_changes(press: Any, event: Event) -> None:
    press("go")
    press("skip")
    change(event, "speech", position=2)
    change(event, "reading", position=1)
    assert told(event)["progress"] == {"anthem": "running", "speech": "skipped", "reading": "to-come"}


def test_what_is_dropped_while_it_runs_still_runs_and_ends(press: Any, event: Event) -> None:
    press("go")
    press("go")
    change(event, "speech", status=Item.Status.DROPPED)
    assert told(event)["current"] == "speech"
    press("go")
    assert event.items.get(ref="speech").ended_at is not None


def test_a_part_put_into_what_runs_follows_it(press: Any, event: Event) -> None:
    press("go")
    make.item(event, "Part", ref="part", parent=event.items.get(ref="anthem"), position=9)
    assert told(event)["current"] == "anthem"
    press("go", "part")
    assert told(event)["progress"]["anthem"] == "done"


def test_a_cut_made_stays_though_it_is_agreed_no_more_and_is_taken_back(press: Any, event: Event) -> None:
    change(event, "reading", cut_order=1)
    press("go")
    press("cut", "reading")
    change(event, "reading", cut_order=None)
    assert told(event)["progress"]["reading"] == "skipped"
    press("back")
    assert told(event)["progress"]["reading"] == "to-come"


def test_taking_back_what_is_gone_takes_back_nothing_else(press: Any, event: Event, people: People) -> None:
    press("go")
    press("go")
    editor.delete_item(event.items.get(ref="speech"), by=make.actor(people.office, people.owner))
    press("back")
    state = told(event)
    assert (state["current"], state["progress"]) == ("anthem", {"anthem": "running", "reading": "to-come"})


def test_taking_out_what_has_begun_is_warned_of(press: Any, event: Event, signed_in: Client) -> None:
    press("go")
    addresses = [
        reverse("programme:delete", args=["mission", event.code, event.items.get(ref=ref).code])
        for ref in ("anthem", "speech")
    ]
    anthem, speech = (signed_in.get(address).content.decode() for address in addresses)
    warning = "It has begun in fact; its real times go with it."
    assert (warning in anthem, warning in speech) == (True, False)


def test_a_programme_nested_in_itself_is_called_as_if_it_were_flat(press: Any, event: Event) -> None:
    press("go")
    for ref, parent in (("speech", "reading"), ("reading", "speech")):
        change(event, ref, parent=event.items.get(ref=parent))
    press("go")
    assert told(event)["current"] == "speech"


@pytest.mark.cases("R95")
def test_a_whole_with_an_anthem_in_it_is_not_offered_as_a_cut(press: Any, event: Event) -> None:
    soon = (timezone.now() + timedelta(minutes=2)).time().replace(microsecond=0)
    change(event, "reading", anchor_at=soon)
    whole = make.item(event, "Opening", "other", ref="whole", position=1, cut_order=1)
    make.item(event, "Anthem", "anthem", ref="second", position=1, parent=whole, duration_seconds=90)
    press("go")
    state = told(event)
    assert (len(state["dangers"]), state["offers"]) == (1, [])


def test_an_evening_without_a_day_stays_on_the_day_it_began(people: People) -> None:
    late = datetime(2027, 3, 1, 22, 0, tzinfo=UTC)
    event = make.event(people.office, starts_at=time(22), time_zone="UTC")
    make.item(event, "Concert", "performance", duration_seconds=3 * 3600)
    by = make.actor(people.office, people.owner)
    with patch.object(timezone, "now", return_value=late):
        actions.take_step(event, "go", uid=uuid4(), by=by, at=late)
    state = state_of(event, now=late + timedelta(hours=2, minutes=5)).as_json()
    assert (state["drift"], state["end"]["drift"]) == (0, 0)
    assert Run.objects.get(event=event).state == Run.State.RUNNING
