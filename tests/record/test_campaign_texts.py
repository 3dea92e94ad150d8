"""Which text on a campaign the communiqué of an event takes, and on which row it rests."""

import pytest

from chancery.accounts.models import Organiser
from chancery.events.models import Event, EventCampaign
from chancery.occasions.models import Campaign
from tests import make
from tests.conftest import People
from tests.record import communique_built as built


@pytest.fixture
def ministry(people: People) -> Organiser:
    """A ministry of which the office is a post."""
    people.office.parent = make.organiser("ministry")
    people.office.save()
    return people.office.parent


def a_served(event: Event, campaign: Campaign, relation: str = "served") -> None:
    """An event that does something for a campaign."""
    EventCampaign.objects.create(event=event, campaign=campaign, relation=relation)


def paragraph_of(event: Event) -> list[tuple[str, list[str]]]:
    """What a fresh draft says of its campaigns, and what it rests on."""
    drafted = built.sentences(built.an_edition(event))
    return [
        (one.text, [fact["key"] for fact in one.facts])
        for one in drafted
        if one.part in ("campaign", "boilerplate")
    ]


def test_the_offices_own_text_goes_before_that_of_the_campaign(people: People, ministry: Organiser) -> None:
    event = built.an_evening(people.office)
    campaign = make.campaign(ministry, ref="remember", visibility="tree", aims={"en": "That all know"})
    a_served(event, campaign)
    make.shared_text(campaign, ref="words", texts={"en": "Words of the campaign."})
    make.shared_text(campaign, ref="about", use="boilerplate", texts={"en": "About the campaign."})
    assert paragraph_of(event)[1:] == [
        ("Words of the campaign.", ["campaign:remember:text:words"]),
        ("About the campaign.", ["campaign:remember:text:about"]),
    ]

    make.shared_text(campaign, people.office, ref="mine", texts={"en": "Our own words."})

    assert paragraph_of(event)[1] == ("Our own words.", ["campaign:remember:text:mine"])


def test_an_event_that_mentions_a_campaign_says_what_its_office_wrote_alone(
    people: People, ministry: Organiser
) -> None:
    event = built.an_evening(people.office)
    campaign = make.campaign(ministry, ref="remember", visibility="tree")
    a_served(event, campaign, "mentioned")
    make.shared_text(campaign, texts={"en": "Words of the campaign."})
    assert paragraph_of(event) == []

    make.shared_text(campaign, people.office, ref="mine", texts={"en": "Our own words."})

    assert paragraph_of(event) == [("Our own words.", ["campaign:remember:text:mine"])]
