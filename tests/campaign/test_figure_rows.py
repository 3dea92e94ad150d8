"""A figure opens to the posts and events that add to it, each reader to what is theirs."""

from urllib.parse import urlencode

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from chancery.accounts.models import Organiser, User
from chancery.campaign.actions.counting import count_changed
from chancery.campaign.models import CampaignClaim
from chancery.campaign.queries.figures import Scope, figures_of, rows_url
from chancery.events.models import Event
from chancery.occasions.models import Campaign
from chancery.rules.campaign.indicators import Indicator
from tests import make
from tests.campaign import counted_built as built
from tests.conftest import People

pytestmark = pytest.mark.django_db


@pytest.fixture
def post(people: People) -> Organiser:
    return make.organiser("post", parent=people.office, city="Ankara")


@pytest.fixture
def campaign(people: People) -> Campaign:
    return make.campaign(people.office, visibility="tree")


@pytest.fixture
def evening(people: People, post: Organiser, campaign: Campaign) -> Event:
    """An evening of the post and one of the ministry, at which one ambassador and two were."""
    evenings = built.held(post, "Evening abroad"), built.held(people.office, "Evening at home")
    for number, event in enumerate(evenings, start=1):
        built.serves(event, campaign)
        for _each in range(number):
            who = built.ambassador(event.organiser, "TR")
            built.guest(event, who, actual="attended")
    for office in (post, people.office):
        count_changed(office)
    return evenings[0]


def page_of(client: Client, user: User, address: str) -> str:
    client.force_login(user)
    answer = client.get(address)
    assert answer.status_code == 200
    return str(answer.content.decode())


def address(office: Organiser, **asked: str) -> str:
    asked = {"indicator": "present", "year": "2025"} | asked
    return f"{reverse('campaign:figure', args=[office.ref])}?{urlencode(asked)}"


def test_a_ministry_sees_the_figure_of_each_post(client: Client, people: People, evening: Event) -> None:
    page = page_of(client, people.owner, address(people.office, posts="1"))

    assert "3: people who were there by the record, of 2 events." in page
    assert f"post={evening.organiser.ref}" in page


def test_an_event_of_a_post_opens_only_for_its_members(
    client: Client, people: People, evening: Event
) -> None:
    asked = address(people.office, posts="1", post=evening.organiser.ref)
    counted_at = reverse("record:presence", args=[evening.organiser.ref, evening.code])

    page = page_of(client, people.owner, asked)
    make.member(evening.organiser, "viewer", people.owner)
    as_member = page_of(client, people.owner, asked)

    assert "Evening abroad" in page
    assert counted_at not in page
    assert counted_at in as_member


def test_a_post_sees_its_own_events_and_of_all_only_the_sum(
    client: Client, people: People, evening: Event, campaign: Campaign
) -> None:
    who = make.member(evening.organiser, "viewer").user

    page = page_of(client, who, address(evening.organiser, posts="1", campaign=campaign.code))

    assert "3: people who were there by the record, of 2 events." in page
    assert "Evening abroad" in page
    assert "Evening at home" not in page


def test_a_post_does_not_read_the_figures_of_another(client: Client, people: People, evening: Event) -> None:
    client.force_login(make.member(evening.organiser, "owner").user)

    assert client.get(address(evening.organiser, post=people.office.ref)).status_code == 404


def test_the_owner_of_a_campaign_reads_the_figures_of_every_post(
    client: Client, people: People, evening: Event
) -> None:
    own = make.campaign(evening.organiser, visibility="tree")
    built.serves(Event.objects.get(organiser=people.office), own)
    for office in (people.office, evening.organiser):
        count_changed(office)
    who = make.member(evening.organiser, "viewer").user

    page = page_of(client, who, address(evening.organiser, posts="1", campaign=own.code))

    assert f"post={people.office.ref}" in page


def test_claims_are_never_among_the_rows(
    client: Client, people: People, evening: Event, campaign: Campaign
) -> None:
    CampaignClaim.objects.create(
        organiser=people.office, campaign=campaign, about="present", value=9000, claimant="Organisers"
    )

    page = page_of(client, people.owner, address(people.office, posts="1", campaign=campaign.code))

    assert "3: people who were there" in page
    assert "9,000" not in page


def test_costs_are_read_by_those_who_keep_them(client: Client, people: People, evening: Event) -> None:
    built.cost(Event.objects.get(organiser=people.office), "1234.50")
    count_changed(people.office)
    asked = address(people.office, indicator="cost", by="currency", key="RON")
    viewer = make.member(people.office, "viewer").user

    page = page_of(client, people.owner, asked)
    client.force_login(viewer)

    assert "1,234.50 RON" in page
    assert client.get(asked).status_code == 403


def test_every_figure_of_a_dashboard_opens_to_as_much_as_it_says(
    client: Client, people: People, evening: Event
) -> None:
    scope = Scope(people.office, True, None, 2025, 2025)
    client.force_login(people.owner)

    for by in ("", "state", "side", "kind", "category"):
        for figure in figures_of(scope, by=by):
            page = client.get(rows_url(scope, figure)).content.decode()
            assert f"{figure.value}:" in page, figure


def test_a_part_of_a_campaign_opens_to_the_events_that_did_it(
    client: Client, people: People, evening: Event, campaign: Campaign
) -> None:
    asked = address(people.office, indicator="events", by="relation", key="served", campaign=campaign.code)

    assert "Evening at home" in page_of(client, people.owner, asked)


@pytest.mark.parametrize("wrong", [{"indicator": "signatures"}, {"year": "now"}, {"campaign": "none"}])
def test_a_figure_that_cannot_be_is_not_found(client: Client, people: People, wrong: dict[str, str]) -> None:
    client.force_login(people.owner)

    assert client.get(address(people.office, **wrong)).status_code == 404


def test_the_page_of_a_figure_asks_as_much_for_many_events_as_for_one(client: Client, people: People) -> None:
    asked = []
    page_of(client, people.owner, reverse("campaign:posts", args=[people.office.ref]))
    for _number in (1, 3):
        for _each in range(_number):
            built.held(people.office)
        count_changed(people.office)
        with CaptureQueriesContext(connection) as queries:
            page_of(client, people.owner, address(people.office, indicator="events"))
        asked.append(len(queries))

    assert asked[0] == asked[1]


def test_the_posts_of_a_ministry_stand_with_what_they_held(
    client: Client, people: People, evening: Event
) -> None:
    built.held(evening.organiser, status="confirmed")
    count_changed(evening.organiser)
    listed = reverse("campaign:posts", args=[people.office.ref])

    page = page_of(client, people.owner, f"{listed}?year=2025")
    found = page_of(client, people.owner, f"{listed}?year=2025&q=anka")
    none = page_of(client, people.owner, f"{listed}?year=2025&q=paris")

    assert "Ankara" in page
    assert "Ankara" in found
    assert "Ankara" not in none
    assert "1 post" in page


def test_the_list_of_posts_asks_as_much_for_many_as_for_one(client: Client, people: People) -> None:
    asked = []
    page_of(client, people.owner, reverse("campaign:posts", args=[people.office.ref]))
    for number in (1, 3, 30):
        for each in range(number):
            make.organiser(f"post-{number}-{each}", parent=people.office)
        with CaptureQueriesContext(connection) as queries:
            page_of(client, people.owner, reverse("campaign:posts", args=[people.office.ref]))
        asked.append(len(queries))

    assert asked == [asked[0]] * 3


def test_a_post_is_told_of_its_ministry(client: Client, people: People, post: Organiser) -> None:
    who = make.member(post, "viewer").user

    page = page_of(client, who, reverse("campaign:posts", args=[post.ref]))

    assert "This office is a post of Mission." in page


def test_a_count_by_the_indicator_of_events_opens_to_the_event(
    client: Client, people: People, evening: Event
) -> None:
    own = Event.objects.get(organiser=people.office)

    page = page_of(client, people.owner, address(people.office, indicator=Indicator.EVENTS.value))

    assert reverse("desk:event", args=[people.office.ref, own.code]) in page


def test_rows_lead_back_to_the_figures_they_came_from(
    client: Client, people: People, campaign: Campaign, evening: Event
) -> None:
    of_office = page_of(client, people.owner, address(people.office))
    of_campaign = page_of(client, people.owner, address(people.office, campaign=campaign.code))

    assert f'href="{reverse("campaign:office", args=[people.office.ref])}"' in of_office
    assert f'href="{reverse("campaign:dashboard", args=[people.office.ref, campaign.code])}"' in of_campaign
