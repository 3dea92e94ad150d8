"""Rooms that a ministry gives down to its posts, taken over with the source kept in view."""

from typing import Any

import pytest
from django.test import Client

from chancery.accounts.models import Organiser
from chancery.events.actions import take_place
from chancery.seating.actions import rooms
from chancery.seating.models import Room
from tests import make
from tests.conftest import People
from tests.precedence.given_built import ministry_of
from tests.seating import built

HOME = "/o/mission/rooms/"


@pytest.fixture
def ministry(people: People) -> Organiser:
    return ministry_of(people.office)


@pytest.fixture
def hall(ministry: Organiser) -> Room:
    """The hall of the ministry, shown to all posts."""
    return built.room(ministry, "Hall of mirrors", visibility="tree", place=make.place(ministry, "Palace"))


def with_more_seats(room: Room) -> None:
    stage, rows = room.layout["furniture"]
    room.layout = room.layout | {"furniture": [stage, rows | {"seats": 6}]}
    room.save()


def page(client: Client, path: str = "") -> str:
    return client.get(f"{HOME}{path}").content.decode()


def test_a_post_takes_over_once_and_sees_what_changed(signed_in: Client, hall: Room, people: People) -> None:
    listed = page(signed_in)
    for _ in range(2):
        signed_in.post(f"{HOME}{hall.code}/take/")
    own = Room.objects.get(organiser=people.office)
    with_more_seats(hall)

    beside, after = page(signed_in, f"{own.code}/taken/"), page(signed_in)
    signed_in.post(f"{HOME}{own.code}/newer/")

    assert "Given by the ministry and its posts" in listed
    assert "Given by the ministry and its posts" not in after
    assert "changed since" in after
    assert "seats <del>5, " in beside.replace("\n", "") or "<ins>6" in beside
    assert "12 seats" in beside
    own.refresh_from_db()
    assert (own.layout, own.revision, own.is_behind) == (hall.layout, 1, False)


def test_a_plan_sees_that_its_room_was_renewed(hall: Room, people: People) -> None:
    by = make.actor(people.office)
    own = rooms.take_room(hall, organiser=people.office, by=by)
    plan = built.plan(make.event(people.office), room=own)
    with_more_seats(hall)
    own = Room.objects.get(pk=own.pk)

    rooms.take_newer_room(own, by=by)

    assert (plan.room_revision, own.revision) == (0, 1)


def test_the_copy_lies_in_the_copy_of_the_place(hall: Room, people: People) -> None:
    assert hall.place
    by = make.actor(people.office)
    elsewhere = rooms.take_room(hall, organiser=people.office, by=by).place
    Room.objects.filter(organiser=people.office).delete()
    palace = take_place(hall.place, organiser=people.office, by=by)

    own = rooms.take_room(hall, organiser=people.office, by=by)

    assert (elsewhere, own.place) == (None, palace)
    assert (own.organiser, own.visibility, own.source) == (people.office, "own", hall)


def test_a_post_keeps_its_own_room(signed_in: Client, hall: Room, people: People) -> None:
    own = rooms.take_room(hall, organiser=people.office, by=make.actor(people.office))
    with_more_seats(hall)

    signed_in.post(f"{HOME}{own.code}/keep/")

    own = Room.objects.get(pk=own.pk)
    assert (own.layout, own.is_behind) == (built.ROWS, False)


def test_a_room_on_which_others_rest_is_not_deleted(hall: Room, people: People) -> None:
    rooms.take_room(hall, organiser=people.office, by=make.actor(people.office))

    with pytest.raises(rooms.RoomInUse, match="was taken over by other offices"):
        rooms.delete_room(hall, by=make.actor(hall.organiser))


def test_an_office_shows_its_room_and_no_longer(signed_in: Client, people: People) -> None:
    own = built.room(people.office)

    signed_in.post(f"{HOME}{own.code}/show/")
    own.refresh_from_db()
    shown = own.visibility
    signed_in.post(f"{HOME}{own.code}/show/", {"hide": "yes"})
    own.refresh_from_db()

    assert (shown, own.visibility) == ("tree", "own")


def test_what_is_not_shown_is_not_found(signed_in: Client, hall: Room) -> None:
    Room.objects.update(visibility="own")
    foreign = built.room(ministry_of(make.organiser("other-post")), visibility="tree")

    answers = [signed_in.post(f"{HOME}{code}/take/").status_code for code in (hall.code, foreign.code)]

    assert answers == [404, 404]
    assert "Hall of mirrors" not in page(signed_in)


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_asks_as_often_for_many_as_for_one(
    signed_in: Client, people: People, ministry: Organiser, django_assert_num_queries: Any, count: int
) -> None:
    for number in range(count):
        source = built.room(ministry, f"Hall {number}", visibility="tree")
        rooms.take_room(source, organiser=people.office, by=make.actor(people.office))
        built.room(ministry, f"Garden {number}", visibility="tree")

    with django_assert_num_queries(5):
        page(signed_in)
