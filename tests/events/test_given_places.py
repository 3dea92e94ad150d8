"""Places that a ministry gives down to its posts, taken over with the source kept in view."""

from typing import Any

import pytest
from django.test import Client

from chancery.accounts.models import Organiser
from chancery.events.actions import take_place
from chancery.events.models import Place
from tests import make
from tests.conftest import People
from tests.precedence.given_built import ministry_of

HOME = "/o/mission/places/"


@pytest.fixture
def ministry(people: People) -> Organiser:
    return ministry_of(people.office)


@pytest.fixture
def palace(ministry: Organiser) -> Place:
    """The palace of the ministry, shown to all posts."""
    premises = make.body(ministry, "Ministry of Foreign Affairs")
    return make.place(ministry, "Palace", city="Lisbon", visibility="tree", premises_of=premises)


def page(client: Client, path: str = "") -> str:
    return client.get(f"{HOME}{path}").content.decode()


def test_a_post_takes_over_once_and_sees_what_changed(
    signed_in: Client, palace: Place, people: People
) -> None:
    listed = page(signed_in)
    for _ in range(2):
        signed_in.post(f"{HOME}{palace.code}/take/")
    own = Place.objects.get(organiser=people.office)
    palace.address = "Largo do Rilvas"
    palace.save()

    beside, after = page(signed_in, f"{own.code}/taken/"), page(signed_in)
    signed_in.post(f"{HOME}{own.code}/newer/")

    assert "Given by the ministry and its posts" in listed
    assert "Given by the ministry and its posts" not in after
    assert "<ins>Largo do Rilvas</ins>" in beside
    assert "changed since" in after
    own.refresh_from_db()
    assert (own.names, own.address, own.is_behind) == ({"en": "Palace"}, "Largo do Rilvas", False)


def test_a_post_keeps_its_own_place(signed_in: Client, palace: Place, people: People) -> None:
    own = take_place(palace, organiser=people.office, by=make.actor(people.office))
    palace.city = "Porto"
    palace.save()

    signed_in.post(f"{HOME}{own.code}/keep/")

    own.refresh_from_db()
    assert (own.city, own.is_behind) == ("Lisbon", False)


@pytest.mark.parametrize("visibility", ["tree", "own"])
def test_the_copy_lies_within_the_copy_and_names_only_bodies_that_are_shown(
    palace: Place, people: People, ministry: Organiser, visibility: str
) -> None:
    assert palace.premises_of
    palace.premises_of.visibility = visibility
    palace.premises_of.save()
    hall = make.place(ministry, "Hall of mirrors", part_of=palace, visibility="tree")
    by = make.actor(people.office)

    alone = take_place(hall, organiser=people.office, by=by)
    Place.objects.filter(pk=alone.pk).delete()
    whole = take_place(palace, organiser=people.office, by=by)
    part = take_place(hall, organiser=people.office, by=by)

    assert alone.part_of is None
    assert part.part_of == whole
    assert whole.premises_of == (palace.premises_of if visibility == "tree" else None)
    assert (whole.organiser, whole.visibility, whole.source) == (people.office, "own", palace)


def test_an_office_shows_its_place_and_no_longer(signed_in: Client, people: People) -> None:
    own = make.place(people.office)

    signed_in.post(f"{HOME}{own.code}/show/")
    own.refresh_from_db()
    shown = own.visibility
    signed_in.post(f"{HOME}{own.code}/show/", {"hide": "yes"})
    own.refresh_from_db()

    assert (shown, own.visibility) == ("tree", "own")


def test_what_is_not_shown_is_not_found(signed_in: Client, palace: Place) -> None:
    Place.objects.update(visibility="own")
    foreign = make.place(ministry_of(make.organiser("other-post")), visibility="tree")

    answers = [signed_in.post(f"{HOME}{code}/take/").status_code for code in (palace.code, foreign.code)]

    assert answers == [404, 404]
    assert "Palace" not in page(signed_in)


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_asks_as_often_for_many_as_for_one(
    signed_in: Client, people: People, ministry: Organiser, django_assert_num_queries: Any, count: int
) -> None:
    for number in range(count):
        source = make.place(ministry, f"Hall {number}", visibility="tree")
        take_place(source, organiser=people.office, by=make.actor(people.office))
        make.place(ministry, f"Garden {number}", visibility="tree")

    with django_assert_num_queries(5):
        page(signed_in)
