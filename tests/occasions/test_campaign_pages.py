"""Campaigns on their pages: written, shown to posts, changed by their office alone."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from chancery.accounts.models import Organiser
from chancery.base.audit import lines_of
from chancery.events.models import EventCampaign
from chancery.occasions.models import Campaign, CampaignPartner
from tests import make
from tests.conftest import People

CAMPAIGNS = "/o/mission/campaigns/"


def written(**fields: Any) -> dict[str, Any]:
    """What a browser sends for a campaign: its fields, and one empty row for a partner."""
    sent = {"names-en": "Remember", "visibility": "own"}
    rows = {"partners-TOTAL_FORMS": "2", "partners-INITIAL_FORMS": "0"}
    rows |= {f"partners-{number}-role": "partner" for number in range(2)}
    return sent | rows | fields


def a_ministry_above(office: Organiser) -> Organiser:
    """A ministry of which an office is a post."""
    office.parent = make.organiser("ministry")
    office.save()
    return office.parent


def test_a_campaign_is_added_with_its_partners_and_changed(signed_in: Client, people: People) -> None:
    initiator, body = make.person(people.office), make.body(people.office, "Sample Foundation")
    page = signed_in.post(
        f"{CAMPAIGNS}new/",
        written(
            **{
                "initiator": initiator.code,
                "began_on-year": "2008",
                "pages-en": "https://example.org/remember",
                "partners-0-body": body.code,
                "partners-0-role": "carrier",
                "partners-0-since-year": "2010",
                "partners-0-ORDER": "2",
                "partners-1-printed-en": "A sample partner",
                "partners-1-role": "media",
                "partners-1-ORDER": "1",
            }
        ),
        follow=True,
    ).content.decode()
    campaign = Campaign.objects.get()
    assert (campaign.initiator, str(campaign.began_on)) == (initiator, "2008")
    assert [(str(each), each.role) for each in campaign.partners.order_by("position")] == [
        ("A sample partner", "media"),
        ("Sample Foundation", "carrier"),
    ]
    assert page.index("A sample partner") < page.index("Sample Foundation")
    assert 'href="https://example.org/remember"' in page

    signed_in.post(
        f"{CAMPAIGNS}{campaign.code}/edit/",
        written(**{"names-en": "Remember them", "began_on-year": "2009"}),
    )

    campaign.refresh_from_db()
    assert (campaign.names, campaign.initiator, str(campaign.began_on)) == (
        {"en": "Remember them"},
        None,
        "2009",
    )
    assert lines_of(campaign)[0].code == "occasions.campaign.changed"


BAD: dict[str, tuple[dict[str, Any], str]] = {
    "no name": ({"names-en": " "}, "Write it in at least one language"),
    "no address of a page": ({"pages-en": "example"}, "“example” is no address of a page"),
    "a script as an address": ({"pages-en": "javascript:alert(1)"}, "is no address of a page"),
    "a partner that nobody is": (
        {"partners-0-role": "patron"},
        "Name a body of the directory, or write the partner as printed.",
    ),
    "a partner that ends before it begins": (
        {"partners-0-printed-en": "X", "partners-0-since-year": "2010", "partners-0-until-year": "2009"},
        "It ends before it begins; correct one of the dates.",
    ),
}


@pytest.mark.parametrize("case", BAD, ids=str)
def test_wrong_campaigns_are_told_and_not_saved(signed_in: Client, people: People, case: str) -> None:
    fields, words = BAD[case]

    page = signed_in.post(f"{CAMPAIGNS}new/", written(**fields))

    assert page.status_code == 200
    assert words in page.content.decode()
    assert not Campaign.objects.exists()


def test_a_post_reads_what_its_ministry_shows_and_changes_nothing(signed_in: Client, people: People) -> None:
    ministry = a_ministry_above(people.office)
    shown = make.campaign(ministry, "Shown", visibility="tree", aims={"en": "That all know."})
    CampaignPartner.objects.create(campaign=shown, printed={"en": "A sample partner"})
    kept = make.campaign(ministry, "Kept")

    listed = signed_in.get(CAMPAIGNS).content.decode()
    page = signed_in.get(f"{CAMPAIGNS}{shown.code}/")
    refused = [
        signed_in.post(f"{CAMPAIGNS}{shown.code}/{path}", written(**{"names-en": "Mine"}))
        for path in ("edit/", "delete/")
    ]

    assert 'shown by <span lang="en" dir="auto">Ministry</span>' in listed
    assert "Kept" not in listed
    assert "That all know." in page.content.decode()
    assert "A sample partner" in page.content.decode()
    assert "Change the campaign" not in page.content.decode()
    assert [answer.status_code for answer in refused] == [403, 403]
    assert "belongs to Ministry" in refused[0].content.decode()
    assert signed_in.get(f"{CAMPAIGNS}{kept.code}/").status_code == 404
    assert Campaign.objects.get(pk=shown.pk).names == {"en": "Shown"}


def test_what_an_event_serves_stays(signed_in: Client, people: People) -> None:
    campaign = make.campaign(people.office)
    EventCampaign.objects.create(event=make.event(people.office), campaign=campaign, relation="served")

    page = signed_in.post(f"{CAMPAIGNS}{campaign.code}/delete/", follow=True)

    assert "“Remember” is named by an event or a statement" in page.content.decode()
    assert Campaign.objects.exists()


def test_its_page_asks_as_often_for_many_partners_as_for_one(signed_in: Client, people: People) -> None:
    campaign = make.campaign(people.office)
    counts = []
    for number in (1, 3):
        for _ in range(number):
            CampaignPartner.objects.create(campaign=campaign, body=make.body(people.office))
        with CaptureQueriesContext(connection) as captured:
            assert signed_in.get(f"{CAMPAIGNS}{campaign.code}/").status_code == 200
        counts.append(len(captured))

    assert counts[0] == counts[1]
