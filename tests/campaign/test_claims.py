"""R118: figures that somebody claims stand under whoever makes them, side by side; one may be followed."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from chancery.base.audit import lines_of
from chancery.campaign.models import CampaignClaim
from chancery.occasions.models import Campaign
from tests import make
from tests.conftest import People


@pytest.fixture
def campaign(people: People) -> Campaign:
    return make.campaign(people.office, "Letters")


def claim(campaign: Campaign, value: int, claimant: str = "A newspaper", **fields: Any) -> CampaignClaim:
    """A number of signatures as somebody claims it."""
    values: dict[str, Any] = {"about": "signatures", "organiser": campaign.organiser} | fields
    return CampaignClaim.objects.create(campaign=campaign, value=value, claimant=claimant, **values)


def address(campaign: Campaign, *parts: str) -> str:
    return "/".join([f"/o/mission/campaigns/{campaign.code}/claims", *parts, ""])


def test_a_claim_is_kept_under_whoever_makes_it(
    signed_in: Client, people: People, campaign: Campaign
) -> None:
    body = make.body(people.office, "Sample Foundation")
    sent = {"about": "signatures", "value": "120000", "exactness": "at-least", "source": "Sample Gazette"}
    page = signed_in.post(
        address(campaign, "add"), sent | {"who": body.code, "who_text": "Sample Foundation"}, follow=True
    ).content.decode()

    assert CampaignClaim.objects.get().body == body
    for words in ("at least 120,000", "Sample Foundation", "Sample Gazette", "never added to counts"):
        assert words in page


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({"claimant": ""}, "Say who claims it; a figure without a claimant is not kept."),
        ({"about": ""}, "Say in a few words what is counted."),
        ({"upper": "5"}, "A span goes from the smaller figure to the larger one; correct it."),
        ({"value": ""}, "This field is required"),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_kept(
    signed_in: Client, campaign: Campaign, sent: dict[str, str], sentence: str
) -> None:
    whole = {"about": "signatures", "value": "1000", "claimant": "A newspaper"}

    page = signed_in.post(address(campaign, "add"), whole | sent).content.decode()

    assert sentence in page
    assert not CampaignClaim.objects.exists()


def test_claims_about_the_same_thing_stand_side_by_side_and_none_is_chosen(
    signed_in: Client, campaign: Campaign
) -> None:
    claim(campaign, 100, as_of="2014")
    claim(campaign, 120, "An agency", as_of="2014")
    claim(campaign, 140, "A ministry", as_of="2015")
    claim(campaign, 7, "A town", state="RO")

    page = signed_in.get(address(campaign)).content.decode()

    matters = page.split('class="section matter"')[1:]
    assert [matter.count("claim-figure") for matter in matters] == [3, 1]
    assert "No figure is both 100 and 120." in matters[0]
    assert "140" not in matters[0].split("</p>")[0]
    assert matters[0].count("contradicted") == 2
    assert "Not decided; every claim stands for itself." in matters[0]
    assert "Signatures in Romania" in matters[1]


def test_one_is_followed_by_a_named_person_with_a_reason(signed_in: Client, campaign: Campaign) -> None:
    one, other = claim(campaign, 100), claim(campaign, 120, "An agency")
    follow = address(campaign, one.code, "follow")

    refused = signed_in.post(follow, {"claim": other.code, "name": "Ana Sample", "reason": ""})
    assert "This field is required" in refused.content.decode()
    signed_in.post(follow, {"claim": one.code, "name": "Ana Sample", "reason": "First."})
    page = signed_in.post(
        follow, {"claim": other.code, "name": "Ana Sample", "reason": "It names its count."}, follow=True
    ).content.decode()

    assert list(CampaignClaim.objects.exclude(followed_at=None)) == [other]
    assert "Ana Sample" in page
    assert "It names its count." in page
    assert lines_of(other)[0].reason == "It names its count."
    signed_in.post(follow, {"leave": "1"})
    assert not CampaignClaim.objects.exclude(followed_at=None).exists()


def test_a_post_keeps_its_own_claims_and_decides_nothing_of_a_campaign_it_is_shown(
    client: Client, people: People
) -> None:
    ministry = make.organiser("ministry")
    people.office.parent = ministry
    people.office.save()
    shared = make.campaign(ministry, visibility="tree")
    theirs = claim(shared, 100)
    client.force_login(people.owner)

    page = client.get(address(shared)).content.decode()

    assert "100" in page
    assert "/follow/" not in page
    assert client.get(address(shared, theirs.code)).status_code == 404
    assert client.post(address(shared, theirs.code, "follow"), {"leave": "1"}).status_code == 403


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_asks_the_same_number_of_queries(signed_in: Client, campaign: Campaign, count: int) -> None:
    for number in range(count):
        claim(campaign, 100 + number, "", person=make.person(campaign.organiser, f"Ana Sample{number}"))
    signed_in.get(address(campaign))

    with CaptureQueriesContext(connection) as asked:
        signed_in.get(address(campaign))

    assert len(asked) == 6


def test_a_contradiction_writes_its_figures_as_the_reader_does(signed_in: Client, people: People) -> None:
    campaign = make.campaign(people.office)
    for value, exactness in ((120_000, "estimate"), (98_000, "count")):
        CampaignClaim.objects.create(
            organiser=people.office,
            campaign=campaign,
            about="signatures",
            value=value,
            exactness=exactness,
            claimant="A sample paper",
        )

    page = signed_in.get(f"/o/mission/campaigns/{campaign.code}/claims/").content.decode()

    assert "No figure is both ~ 120,000 and 98,000." in page
