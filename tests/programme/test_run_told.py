"""What is changed in the editor reaches open desks and screens at once, and only where somebody follows."""

from typing import Any
from unittest.mock import patch
from uuid import uuid4

import pytest
from django.utils import timezone

from chancery.base import undo
from chancery.base.models import AuditLine
from chancery.events.models import Event
from chancery.programme.actions import items, order, running, telling
from chancery.programme.models import Item, Screen
from tests import make
from tests.conftest import People


@pytest.fixture
def event(people: People) -> Event:
    """An event of today with two items, of which the first was called."""
    made = make.event(people.office, held_on=timezone.now().date(), starts_at=timezone.now().time())
    for position, kind in enumerate(("anthem", "speech")):
        make.item(made, kind.title(), kind, ref=kind, position=position, duration_seconds=300)
    by = make.actor(people.office, people.owner)
    running.take_step(made, "go", uid=uuid4(), by=by, at=timezone.now())
    return made


@pytest.fixture
def told(django_capture_on_commit_callbacks: Any) -> Any:
    """What is published while a change is made, as (channel, titles in English)."""

    def during(change: Any) -> list[tuple[str, list[str]]]:
        with patch.object(telling, "publish") as published, django_capture_on_commit_callbacks(execute=True):
            change()
            assert not published.called
        news = [call.args for call in published.call_args_list]
        return [(channel, [item["titles"].get("en") for item in state["items"]]) for channel, state in news]

    return during


def test_an_item_that_is_changed_is_told(people: People, event: Event, told: Any) -> None:
    by, speech = make.actor(people.office, people.owner), event.items.get(ref="speech")
    speech.titles = {"en": "Address"}

    assert told(lambda: items.save_item(speech, {}, by=by)) == [(f"run:{event.pk}", ["Anthem", "Address"])]


def test_an_item_that_is_added_and_one_that_goes_are_told(people: People, event: Event, told: Any) -> None:
    by, toast = (
        make.actor(people.office, people.owner),
        Item(event=event, titles={"en": "Toast"}, kind="other"),
    )

    assert told(lambda: items.add_item(toast, by=by))[-1][1] == ["Anthem", "Speech", "Toast"]
    assert told(lambda: items.delete_item(event.items.get(ref="speech"), by=by))[-1][1] == ["Anthem", "Toast"]


def test_another_order_and_what_is_taken_back_are_told(people: People, event: Event, told: Any) -> None:
    by = make.actor(people.office, people.owner)
    make.item(event, "Toast", ref="toast", position=2, duration_seconds=60)
    codes = {item.ref: item.code for item in event.items.all()}
    wanted = [codes["anthem"], codes["toast"], codes["speech"]]

    assert told(lambda: order.arrange(event, wanted, {}, by=by))[-1][1] == ["Anthem", "Toast", "Speech"]
    speech = event.items.get(ref="speech")
    speech.titles = {"en": "Address"}
    items.save_item(speech, {}, by=by)
    line = AuditLine.objects.filter(code="programme.item.changed").latest("pk")
    assert told(lambda: undo.undo(line, by=by))[-1][1] == ["Anthem", "Toast", "Speech"]


def test_what_was_written_down_of_an_item_is_told(people: People, event: Event, told: Any) -> None:
    by, anthem = make.actor(people.office, people.owner), event.items.get(ref="anthem")
    anthem.happened = "changed"

    assert len(told(lambda: items.note_actual(anthem, by=by))) == 1


@pytest.mark.parametrize(("has_screen", "times"), [(False, 0), (True, 1)])
def test_before_anything_is_called_only_screens_are_told(
    people: People, event: Event, told: Any, has_screen: bool, times: int
) -> None:
    by, speech = make.actor(people.office, people.owner), event.items.get(ref="speech")
    event.run.delete()
    if has_screen:
        Screen.objects.create(event=event, kind="public")
    speech.titles = {"en": "Address"}

    assert len(told(lambda: items.save_item(speech, {}, by=by))) == times


def test_a_change_stays_though_nobody_could_be_told(
    people: People, event: Event, django_capture_on_commit_callbacks: Any, caplog: pytest.LogCaptureFixture
) -> None:
    by, speech = make.actor(people.office, people.owner), event.items.get(ref="speech")
    speech.titles = {"en": "Address"}

    with (
        patch.object(telling, "state_of", side_effect=OSError),
        django_capture_on_commit_callbacks(execute=True),
    ):
        items.save_item(speech, {}, by=by)

    assert event.items.get(ref="speech").titles == {"en": "Address"}
