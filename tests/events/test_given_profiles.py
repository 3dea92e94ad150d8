"""Orders by a profile that the ministry gives down: the version stays until somebody takes a newer one."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from chancery.campaign.queries.touched import Line, events_touched
from chancery.events import copy_actions, ordering
from chancery.events.documents import summary_of
from chancery.events.models import Event
from chancery.precedence.models import Profile
from tests import make
from tests.conftest import People
from tests.events import order_built as built
from tests.events.test_order_settings import saved
from tests.precedence import given_built

CHOICE = "above-mission/house"


@pytest.fixture
def event(people: People) -> Event:
    return make.event(people.office, held_on=date(2025, 2, 25))


@pytest.fixture
def source(people: People) -> Profile:
    return given_built.given(people.office)


def newer(people: People) -> Profile:
    return given_built.saved(given_built.ministry_of(people.office), given_built.by_alphabet())


def first_rank(event: Event) -> dict[str, str]:
    return dict(ordering.profile_of(Event.objects.get(pk=event.pk)).rows[0].name)


def test_an_event_keeps_the_version_it_chose(
    signed_in: Client, event: Event, source: Profile, people: People
) -> None:
    saved(signed_in, event, profile=CHOICE)
    before = first_rank(event)

    newer(people)
    page = built.shown(signed_in, event)

    assert (event.ordering.profile, event.ordering.follows, event.ordering.profile_version) == (
        "house",
        source,
        None,
    )
    assert first_rank(event) == before
    assert "gives down version 2 of this profile; this event follows version 1" in page
    computed = ordering.order_of(Event.objects.get(pk=event.pk))
    assert "given by Above-Mission, version 1 · " in summary_of(event, computed, "en")


def test_the_newer_version_is_looked_at_taken_and_taken_back(
    signed_in: Client, event: Event, source: Profile, people: People
) -> None:
    saved(signed_in, event, profile=CHOICE)
    newest, before = newer(people), first_rank(event)

    since = signed_in.get(f"/o/mission/profiles/given/{newest.code}/since/1/").content.decode()
    signed_in.post(built.address(event, "follow-newer"))
    taken = first_rank(event)
    undo = signed_in.session["undo"]["code"]
    signed_in.post(f"{built.address(event, 'undo-order')}?change={undo}")

    assert "<ins>Envoys" in since
    assert taken == {"en": "Envoys"}
    assert first_rank(event) == before


def test_settings_saved_again_keep_the_version_and_a_number_chooses_one(
    signed_in: Client, event: Event, source: Profile, people: People
) -> None:
    saved(signed_in, event, profile=CHOICE)
    newer(people)

    saved(signed_in, event, profile=CHOICE, profile_version=1, lot="oak")
    kept = event.ordering.follows
    saved(signed_in, event, profile=CHOICE)
    open_number = event.ordering.follows
    page = saved(signed_in, event, profile=CHOICE, profile_version=7)

    assert (kept and kept.version, open_number and open_number.version) == (1, 2)
    assert "There is no such version of the profile" in page
    saved(signed_in, event, profile="diplomatic-corps")
    assert (event.ordering.profile, event.ordering.follows) == ("diplomatic-corps", None)


def test_a_profile_shown_no_longer_is_followed_on_and_stays_a_choice(
    signed_in: Client, event: Event, source: Profile
) -> None:
    saved(signed_in, event, profile=CHOICE)
    before = first_rank(event)
    Profile.objects.update(visibility="own")

    page = saved(signed_in, event, profile=CHOICE, profile_version=1, lot="oak")

    assert "The settings of the order are saved." in page
    assert (event.ordering.follows, event.ordering.lot) == (source, "oak")
    assert first_rank(event) == before


def test_what_an_office_is_not_shown_is_no_choice(signed_in: Client, event: Event) -> None:
    given_built.given(make.organiser("other-post"))

    page = saved(signed_in, event, profile="above-other-post/house")

    assert "Select a valid choice" in page
    assert event.ordering.follows is None


def test_a_copy_of_the_event_follows_the_same_version(
    signed_in: Client, event: Event, source: Profile, people: People
) -> None:
    saved(signed_in, event, profile=CHOICE)
    newer(people)

    by = make.actor(people.office)
    twin = copy_actions.copy_event(event, held_on=None, titles={"en": "Again"}, ref="again", by=by)

    assert twin.ordering.follows == source


def test_a_version_of_the_ministry_concerns_no_event_that_keeps_an_older_one(
    signed_in: Client, event: Event, source: Profile, people: People
) -> None:
    saved(signed_in, event, profile=CHOICE)
    newest = newer(people)

    touched = events_touched([Line(1, "precedence.profile", newest.pk, {"text": ["", "x"]})])

    assert touched == set()


def test_the_order_asks_once_more_for_the_newer_version(
    signed_in: Client, event: Event, source: Profile, django_assert_max_num_queries: Any
) -> None:
    saved(signed_in, event, profile=CHOICE)
    for number in range(3):
        built.ambassador(event, f"Ana {number}", "PT", "2024-01-01")

    with django_assert_max_num_queries(24):
        built.shown(signed_in, event)
