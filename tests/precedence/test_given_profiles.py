"""Profiles that a ministry gives down: followed as they are, taken over with the source kept in view."""

from html import unescape
from typing import Any

import pytest
from django.test import Client

from chancery.precedence import given, queries
from chancery.precedence.models import Profile
from tests import make
from tests.conftest import People
from tests.precedence import given_built as built

HOME = "/o/mission/profiles/"


@pytest.fixture
def source(people: People) -> Profile:
    """A profile of the ministry above the mission, shown to its posts."""
    return built.given(people.office)


def page(client: Client, path: str = "") -> str:
    return unescape(client.get(f"{HOME}{path}").content.decode())


def test_a_post_reads_what_it_is_given_and_whose_it_is(signed_in: Client, source: Profile) -> None:
    listed, shown = page(signed_in), page(signed_in, f"given/{source.code}/")

    assert "House rules" in listed.split("Given by the ministry")[1].split("As shipped")[0]
    assert "Above-Mission</span>, version 1" in shown
    assert "Table of ranks" in shown


def test_a_post_takes_over_once_under_a_key_that_no_event_follows(
    signed_in: Client, source: Profile, people: People
) -> None:
    make.event(people.office).ordering.__class__.objects.update(profile="house")

    for _ in range(2):
        signed_in.post(f"{HOME}given/{source.code}/take/")

    own = Profile.objects.get(organiser=people.office)
    assert (own.key, own.version, own.source, own.visibility) == ("house-2", 1, source, "own")
    assert queries.own_profile(own).names == {"en": "House rules"}
    assert "taken over from" in page(signed_in)


def test_a_newer_version_is_compared_and_taken(signed_in: Client, people: People) -> None:
    own = built.taken(people.office)

    listed, beside = page(signed_in), page(signed_in, f"{own.key}/taken/")
    signed_in.post(f"{HOME}{own.key}/newer/")

    assert "changed since" in listed
    assert "<ins>Envoys" in beside
    assert "follow the alphabet" in beside
    newest = queries.offered(people.office, own.key)
    assert newest
    assert newest.own
    assert (newest.own.version, newest.own.source and newest.own.source.version) == (2, 2)
    assert newest.profile.rows[0].name == {"en": "Envoys"}
    assert "changed since" not in page(signed_in)
    assert Profile.objects.filter(organiser=people.office).count() == 2


def test_a_post_keeps_its_own_version_and_what_it_says(signed_in: Client, people: People) -> None:
    own = built.taken(people.office)

    signed_in.post(f"{HOME}{own.key}/keep/")

    kept = Profile.objects.get(organiser=people.office)
    assert (kept.text, kept.source and kept.source.version) == (own.text, 2)
    assert given.newer_than(people.office, kept.source) is None


def test_what_a_post_adapts_keeps_its_source_in_view(people: People) -> None:
    own = built.taken(people.office)

    adapted = built.saved(people.office, built.house(key=own.key, names={"en": "Ours"}))

    assert (adapted.version, adapted.source_id) == (2, own.source_id)


def test_an_office_shows_a_profile_and_no_longer(signed_in: Client, people: People) -> None:
    built.saved(people.office)

    signed_in.post(f"{HOME}house/show/")
    shown = built.saved(people.office, built.by_alphabet()).visibility
    signed_in.post(f"{HOME}house/show/", {"hide": "yes"})

    newest = queries.offered(people.office, "house")
    assert shown == "tree"
    assert newest
    assert newest.own
    assert newest.own.visibility == "own"


def test_what_is_not_shown_or_elsewhere_is_not_found(signed_in: Client, source: Profile) -> None:
    elsewhere = built.given(make.organiser("other-post"))
    assert signed_in.get(f"{HOME}given/{elsewhere.code}/").status_code == 404
    Profile.objects.filter(pk=source.pk).update(visibility="own")

    paths = [f"given/{source.code}/", f"given/{source.code}/since/1/"]

    assert [signed_in.get(f"{HOME}{path}").status_code for path in paths] == [404, 404]
    assert signed_in.post(f"{HOME}given/{source.code}/take/").status_code == 404
    assert signed_in.post(f"{HOME}romania/show/").status_code == 404
    assert "Given by the ministry" not in page(signed_in)


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_asks_as_often_for_many_as_for_one(
    signed_in: Client, people: People, django_assert_num_queries: Any, count: int
) -> None:
    for number in range(count):
        built.taken(people.office)
        above = built.ministry_of(people.office)
        shown = built.saved(above, built.house(key=f"hall-{number}"))
        Profile.objects.filter(pk=shown.pk).update(visibility="tree")

    with django_assert_num_queries(7):
        signed_in.get(HOME)
