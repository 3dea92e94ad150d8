"""What no screen tells: a link opens it for anybody, so the desk, the office and the unprinted stay out."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from chancery.accounts.models import User
from chancery.events.models import Event
from chancery.programme import following, shown
from chancery.programme.models import Contribution, Cue, Item, Run, Screen, Step
from chancery.programme.running import state_of
from tests import make
from tests.conftest import People

Kind = Screen.Kind
NEVER = {
    "the caller": "Caller Sample",
    "who asks for the call": "Asker Sample",
    "words of a step": "Tell nobody of this",
    "who is responsible": "Responsible Sample",
    "why it is not fixed": "Waits for the minister",
    "who is not in the printed programme": "Hidden Sample",
    "cues of another department": "Half dark",
}
HALL = {Kind.PUBLIC, Kind.WELCOME, Kind.SUBTITLES}
"""Screens that guests look at."""


@pytest.fixture
def event(people: People) -> Event:
    """An event that is called, with something that the office keeps to itself in every place."""
    made = make.event(people.office, languages=["en", "ro"])
    _named(people.colleague, NEVER["the caller"])
    _named(people.owner, NEVER["who asks for the call"])
    items = [_unprinted(made, "Chairs", 0), _unprinted(made, "Stairs", 1)]
    run = Run.objects.create(
        event=made, caller=people.colleague, asked_by=people.owner, current=items[0], revision=1,
        state="running", word_to_speaker="close",
    )  # fmt: skip
    Step.objects.create(
        run=run, uid=uuid4(), number=1, kind="go", item=items[0], at=timezone.now() - timedelta(minutes=1),
        by=people.colleague, words=NEVER["words of a step"],
    )  # fmt: skip
    return made


def _named(user: User, name: str) -> None:
    user.name = name
    user.save(update_fields=["name"])


def _unprinted(of: Event, title: str, position: int) -> Item:
    """An item outside the printed programme with somebody who takes part in it."""
    item = make.item(
        of, title, is_public=False, position=position, duration_seconds=300, cut_order=position + 1,
        responsible=NEVER["who is responsible"], status_reason=NEVER["why it is not fixed"],
    )  # fmt: skip
    who = make.person(of.organiser, NEVER["who is not in the printed programme"])
    taking_part = of.participations.filter(person__sort_name__startswith="Sample").first()
    Contribution.objects.create(item=item, participation=taking_part or make.participation(of, who))
    Cue.objects.create(item=item, department="Light", kind="go", text=NEVER["cues of another department"])
    Cue.objects.create(item=item, department="Sound", kind="go", text="Recording")
    return item


def _all_told(event: Event, kind: str) -> dict[str, Any]:
    """Whatever a screen of a kind is told: its page, its state, what is pushed."""
    screen = Screen.objects.create(event=event, kind=kind, department="Sound", languages=["en"])
    client, args = Client(), [following.token_of(screen)]
    return {
        "page": client.get(reverse("screen:screen", args=args)).content.decode(),
        "state": client.get(reverse("screen:state", args=args)).content.decode(),
        "stream": b"".join(client.get(reverse("screen:stream", args=args))).decode(),
        "push": str(shown.view_of(screen)(state_of(event, now=timezone.now()).as_json())),
    }


@pytest.mark.parametrize("kind", Kind.values)
def test_no_screen_tells_what_is_for_the_office(event: Event, kind: str) -> None:
    told = _all_told(event, kind)

    found = [(where, what) for where, text in told.items() for what, words in NEVER.items() if words in text]
    assert found == []
    for name in ("caller", "asked_by", "offers", "dangers"):
        assert not [where for where in ("state", "stream", "push") if f"{name}" in told[where]], name


@pytest.mark.parametrize("kind", Kind.values)
def test_guests_are_not_told_what_is_not_printed(event: Event, kind: str) -> None:
    """Those who work read the titles of all items; what hangs in the hall has the printed ones alone."""
    told = _all_told(event, kind)

    assert ("Chairs" in told["state"] + told["stream"]) is (Kind(kind) not in HALL)
    assert ("Recording" in told["state"]) is (kind == Kind.DEPARTMENT)


def test_the_desk_itself_knows_it_all(event: Event) -> None:
    """What the tests above look for really stands in the state that screens are cut from."""
    state = str(state_of(event, now=timezone.now()).as_json())

    known = ("the caller", "who asks for the call", "who is not in the printed programme")
    assert all(NEVER[what] in state for what in (*known, "cues of another department"))
