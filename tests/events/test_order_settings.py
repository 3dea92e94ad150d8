"""What an order is computed for: profile, act, day, lists in turn (R37), groups without a rank (R36)."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from chancery.directory.models import Group
from chancery.events.models import Event
from chancery.precedence import loader
from chancery.precedence.models import GroupPlace, Profile
from tests import make
from tests.conftest import People
from tests.events import order_built as built


@pytest.fixture
def event(people: People) -> Event:
    return make.event(people.office, held_on=date(2025, 2, 25))


def fields(**changes: Any) -> dict[str, Any]:
    """The form as it is sent without a change, with some changes."""
    usual = {
        "profile": "diplomatic-corps",
        "act": "special",
        "organised_by": "other",
        "language": "en",
        "groups-TOTAL_FORMS": 0,
        "groups-INITIAL_FORMS": 0,
    }
    return usual | changes


def group_fields(group: Group, rank: str, side: str = "after") -> dict[str, Any]:
    return {
        "groups-TOTAL_FORMS": 1,
        "groups-0-group": group.pk,
        "groups-0-side": side,
        "groups-0-rank": rank,
    }


def saved(client: Client, event: Event, **changes: Any) -> str:
    answer = client.post(built.address(event, "order-settings"), fields(**changes), follow=True)
    assert answer.status_code == 200
    event.ordering.refresh_from_db()
    return answer.content.decode()


def test_settings_are_saved_and_undone(signed_in: Client, event: Event) -> None:
    saved(signed_in, event, host_state="RO", region="Muntenia", as_of_on="2024-01-01", lot="oak")
    then = (event.ordering.host_state, event.ordering.region, event.ordering.as_of_on, event.ordering.lot)

    undo = signed_in.session["undo"]["code"]
    signed_in.post(f"{built.address(event, 'undo-order')}?change={undo}")

    event.ordering.refresh_from_db()
    assert then == ("RO", "Muntenia", date(2024, 1, 1), "oak")
    assert event.ordering.as_of_on is None


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"profile": "no-such-profile"}, "Select a valid choice"),
        ({"as_of_on": "2025-02-30"}, "Enter a valid date"),
        ({"host_state": "Rumania"}, "Select a valid choice"),
        ({"language": "klingon"}, "Select a valid choice"),
        ({"lists": "x" * 301}, "at most 300 characters"),
    ],
)
def test_bad_input_is_refused_in_words(
    signed_in: Client, event: Event, changes: dict[str, str], sentence: str
) -> None:
    before = event.ordering.revision

    page = saved(signed_in, event, **changes)

    assert sentence in page
    assert event.ordering.revision == before


def test_a_version_that_does_not_exist_is_refused(signed_in: Client, people: People, event: Event) -> None:
    text = loader.dump_profile(loader.profile("diplomatic-corps"))
    Profile.objects.create(organiser=people.office, key="diplomatic-corps", version=3, text=text)

    page = saved(signed_in, event, profile_version=2)

    assert "no such version" in page
    assert event.ordering.profile_version is None


@pytest.mark.cases("R37")
def test_lists_take_turns_in_the_order_that_was_written(signed_in: Client, event: Event) -> None:
    built.ambassador(event, "Guest A", "FR", "2018-01-01")
    built.ambassador(event, "Guest B", "GE", "2019-01-01")
    built.ambassador(event, "Sponsor A", "DE", "2020-01-01", list_name="sponsors")
    built.ambassador(event, "Organiser A", "IT", "2021-01-01", list_name="organisers")

    saved(signed_in, event, lists="authorities, sponsors, organisers, sponsors")
    first = built.refs(event)
    saved(signed_in, event, lists="organisers, authorities")

    assert event.ordering.lists == ["organisers", "authorities"]
    assert first == ["guest-a", "sponsor-a", "organiser-a", "guest-b"]
    assert built.refs(event) == ["organiser-a", "guest-a", "sponsor-a", "guest-b"]


@pytest.fixture
def survivors(people: People) -> Group:
    group: Group = Group.objects.create(organiser=people.office, names={"en": "Survivors"})
    return group


@pytest.mark.cases("R36")
@pytest.mark.parametrize(("side", "expected"), [("before", "survivor"), ("after", "ambassador")])
def test_a_group_stands_where_the_inviter_places_it(
    signed_in: Client, event: Event, survivors: Group, side: str, expected: str
) -> None:
    built.ambassador(event, "Ambassador", "FR", "2018-01-01")
    survivor = make.person(event.organiser, "Survivor")
    survivors.members.add(survivor)
    make.participation(event, survivor, ref="survivor")

    page = saved(signed_in, event, **group_fields(survivors, "1", side))

    assert built.refs(event)[0] == expected
    assert f"The inviter places the group {side} rank 1." in page


def test_a_group_has_one_place(signed_in: Client, event: Event, survivors: Group) -> None:
    GroupPlace.objects.create(ordering=event.ordering, group=survivors, rank="1")

    page = saved(signed_in, event, **group_fields(survivors, "2"))

    assert "has a place already" in page
    assert [place.rank for place in GroupPlace.objects.all()] == ["1"]


def test_a_rank_that_the_profile_lacks_is_refused(signed_in: Client, event: Event, survivors: Group) -> None:
    page = saved(signed_in, event, **group_fields(survivors, "999"))

    assert "Select a valid choice" in page
    assert not GroupPlace.objects.exists()


def test_a_group_of_another_office_cannot_be_placed(signed_in: Client, people: People, event: Event) -> None:
    elsewhere = people.stranger.memberships.get().organiser
    foreign = Group.objects.create(organiser=elsewhere, names={"en": "Foreign"})

    saved(signed_in, event, **group_fields(foreign, "1"))

    assert not GroupPlace.objects.exists()
