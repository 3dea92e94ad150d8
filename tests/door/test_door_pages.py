"""The page of doors: made, changed, ordered, deleted, with undo; each with its devices."""

from datetime import date, time
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from chancery.base.frame import UNDO_TAG
from chancery.door.models import Door
from chancery.events.models import Event
from tests import make
from tests.conftest import People
from tests.door import built


@pytest.fixture
def event(people: People) -> Event:
    return make.event_of(people.office)


def path(name: str, event: Event, **route: Any) -> str:
    return reverse(f"door:{name}", kwargs={"ref": "mission", "code": event.code, **route})


def names(event: Event) -> list[str]:
    return [door.name for door in Door.objects.filter(event=event).order_by("position", "id")]


def test_a_door_is_made_behind_the_others(signed_in: Client, event: Event) -> None:
    built.door(event, "Main entrance")

    page = signed_in.post(
        path("new-door", event),
        {"name": "Garden", "walk_ins": "admit", "instructions": "Coats left."},
        follow=True,
    )

    assert names(event) == ["Main entrance", "Garden"]
    assert "Coats left." in page.content.decode()


def test_two_doors_of_one_name_are_refused(signed_in: Client, event: Event) -> None:
    built.door(event, "Garden")

    page = signed_in.post(path("new-door", event), {"name": "Garden", "walk_ins": "ask"})

    assert "Another door has this name; give this one its own." in page.content.decode()
    assert names(event) == ["Garden"]


def test_doors_are_put_in_another_order(signed_in: Client, event: Event) -> None:
    built.door(event, "One", position=0)
    two = built.door(event, "Two", position=1)

    signed_in.post(path("order-doors", event), {"up": two.code})

    assert names(event) == ["Two", "One"]


def test_a_door_with_a_device_is_kept(signed_in: Client, event: Event) -> None:
    door = built.door(event, "Garden")
    built.device(door)

    page = signed_in.post(path("delete-door", event, door=door.code), follow=True)

    assert names(event) == ["Garden"]
    assert "has devices or scans, which keep it" in page.content.decode()


def test_a_deleted_door_comes_back(signed_in: Client, event: Event) -> None:
    door = built.door(event, "Garden")
    page = signed_in.post(path("delete-door", event, door=door.code), follow=True)
    undo = next(iter(page.context["messages"])).extra_tags.split(UNDO_TAG)[-1]
    assert names(event) == []

    signed_in.post(undo.split()[-1])

    assert names(event) == ["Garden"]


def test_the_page_asks_no_more_for_more_doors(signed_in: Client, event: Event) -> None:
    def asked(doors: int) -> int:
        for number in range(Door.objects.count(), doors):
            built.device(built.door(event, f"Door {number}"))
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert signed_in.get(path("doors", event)).status_code == 200
        return len(queries)

    asked(1)
    assert asked(1) == asked(3)


def test_a_new_device_is_good_until_twelve_hours_after_the_event(signed_in: Client, event: Event) -> None:
    event.held_on, event.ends_at, event.time_zone = date(2099, 3, 5), time(20), "Europe/Bucharest"
    event.save()
    event.organiser.time_zone = "Europe/Bucharest"
    event.organiser.save(update_fields=["time_zone"])
    door = built.door(event)

    page = signed_in.get(path("new-device", event, door=door.code)).content.decode()

    assert 'value="2099-03-06T08:00"' in page
    assert 'value="Telephone 1"' in page
