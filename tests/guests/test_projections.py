"""The lists that follow from one order: greeting, speeches, wreaths, anthems, flags, listing."""

import re
from dataclasses import replace
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from chancery.events.models import Event, GuestCategory, Participation
from chancery.precedence import loader
from chancery.precedence.models import Profile
from chancery.programme.models import Act, Contribution
from chancery.rules.precedence.settings import Direction, Wreaths
from tests import make
from tests.conftest import People
from tests.events.order_built import ambassador
from tests.guests import built


@pytest.fixture
def event(people: People) -> Event:
    return make.event(people.office, held_on=date(2025, 2, 25))


@pytest.fixture
def three(event: Event) -> list[Participation]:
    """Three ambassadors among the guests, a to c, by the year of their credentials."""
    states = ["FR", "GE", "DE"]
    return [
        ambassador(event, f"Guest {'ABC'[place]}", state, f"{2018 + place}-01-01")
        for place, state in enumerate(states)
    ]


def lists_on(client: Client, event: Event, query: str = "") -> dict[str, list[str]]:
    """The names of each list from top to bottom, by its key."""
    response = client.get(f"{built.address(event, 'projections')}{query}")
    assert response.status_code == 200
    sections = re.split(r'<section class="section projection" id="([^"]*)"', response.content.decode())[1:]
    return {
        key: re.findall(r'class="person-name"[^>]*><bdi>([^<]*)</bdi>', text)
        for key, text in zip(sections[::2], sections[1::2], strict=True)
    }


def follow(event: Event, profile: str, **settings: str) -> None:
    """Let the order of an event follow another profile."""
    event.ordering.profile = profile
    for name, value in settings.items():
        setattr(event.ordering, name, value)
    event.ordering.save()


@pytest.mark.cases("R84")
def test_greeting_names_the_highest_first_and_leaves_out_who_greets(
    signed_in: Client, event: Event, three: list[Participation]
) -> None:
    item = make.item(event)
    Contribution.objects.create(item=item, participation=three[1])

    everybody = lists_on(signed_in, event)["greeting"]
    others = lists_on(signed_in, event, f"?speaker={three[1].code}")["greeting"]

    assert everybody == ["Guest A", "Guest B", "Guest C"]
    assert others == ["Guest A", "Guest C"]


@pytest.mark.cases("R84")
def test_speakers_are_those_of_the_running_order_each_once(
    signed_in: Client, event: Event, three: list[Participation]
) -> None:
    assert three[0].person is not None
    as_speaker = make.participation(event, three[0].person, "speaker")
    Contribution.objects.create(item=make.item(event), participation=as_speaker)
    Contribution.objects.create(item=make.item(event), participation=three[2], form="closing")
    Contribution.objects.create(item=make.item(event), participation=three[1], form="music")

    assert sorted(lists_on(signed_in, event)["speeches"]) == ["Guest A", "Guest C"]


@pytest.mark.cases("R87")
def test_wreaths_are_laid_in_rising_rank_where_the_profile_says_so(
    signed_in: Client, event: Event, three: list[Participation]
) -> None:
    item = make.item(event, kind="wreath")
    for layer in three:
        Act.objects.create(item=item, participation=layer)
    falling = lists_on(signed_in, event)["wreaths"]

    shipped = loader.profile("diplomatic-corps")
    rising = replace(shipped.settings, wreaths=Wreaths(direction=Direction.RISING))
    text = loader.dump_profile(replace(shipped, settings=rising))
    Profile.objects.create(organiser=event.organiser, key=shipped.key, text=text)

    assert falling == ["Guest A", "Guest B", "Guest C"]
    assert lists_on(signed_in, event)["wreaths"] == ["Guest C", "Guest B", "Guest A"]


@pytest.mark.cases("R46")
@pytest.mark.parametrize(
    ("profile", "expected"), [("diplomatic-corps", ["Azerbaijan"]), ("romania", ["Azerbaijan", "Romania"])]
)
def test_anthems_follow_the_custom_of_the_profile(
    signed_in: Client,
    people: People,
    event: Event,
    three: list[Participation],
    profile: str,
    expected: list[str],
) -> None:
    people.office.state = "AZ"
    people.office.save()
    follow(event, profile, host_state="RO")

    anthems = lists_on(signed_in, event)["anthems"]

    assert anthems == expected


@pytest.mark.cases("R47")
def test_all_states_represented_stand_in_one_row_of_flags(
    signed_in: Client, people: People, event: Event, three: list[Participation]
) -> None:
    people.office.state = "AZ"
    people.office.save()
    follow(event, "diplomatic-corps", host_state="RO")

    lists = lists_on(signed_in, event)

    assert sorted(lists["flags-1"]) == ["Azerbaijan", "Romania"]
    assert lists["flags-2"] == ["Azerbaijan", "France", "Romania", "Georgia", "Germany"]


@pytest.mark.cases("R103")
def test_listing_goes_by_category_from_high_to_low(
    signed_in: Client, event: Event, three: list[Participation]
) -> None:
    high = GuestCategory.objects.create(event=event, ref="high", names={"en": "High"}, position=1)
    low = GuestCategory.objects.create(event=event, ref="low", names={"en": "Low"}, position=2)
    for guest, category in zip(three, (low, None, high), strict=True):
        guest.category = category
        guest.save()

    assert lists_on(signed_in, event)["listing"] == ["Guest C", "Guest A", "Guest B"]


def test_lists_without_anybody_say_so(signed_in: Client, event: Event, three: list[Participation]) -> None:
    page = signed_in.get(built.address(event, "projections")).content.decode()

    assert "Nobody speaks yet" in page
    assert "Nobody lays a wreath" in page
    assert "None" not in re.sub(r"<[^>]*>", "", page)


def test_an_event_without_guests_has_no_lists(signed_in: Client, event: Event) -> None:
    assert lists_on(signed_in, event) == {}


def test_queries_do_not_grow_with_guests(signed_in: Client, event: Event) -> None:
    counts = []
    for number in (1, 3, 200):
        built.many_guests(event, number - event.participations.count())
        lists_on(signed_in, event)
        with CaptureQueriesContext(connection) as asked:
            lists_on(signed_in, event)
        counts.append(len(asked))

    assert counts[0] == counts[1] == counts[2]
