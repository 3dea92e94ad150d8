"""R104: which wording for disputed names holds for an event, and whose it is."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from chancery.accounts.models import Organiser
from chancery.events.models import Event, EventCampaign, GlossaryTerm
from chancery.events.queries import terms_that_hold
from tests import make
from tests.conftest import People
from tests.events.sent import rows


def a_term(of: Organiser, words: str, meaning: str = "the town", **fields: Any) -> GlossaryTerm:
    """A term of an office, of its campaign or of its event."""
    return GlossaryTerm.objects.create(organiser=of, meaning=meaning, texts={"en": words}, **fields)


def words_of(event: Event) -> list[tuple[str, str]]:
    """What holds for an event: the wording, and whose it is."""
    return [(held.term.texts["en"], held.origin) for held in terms_that_hold(event)]


@pytest.fixture
def event(people: People) -> Event:
    return make.event(people.office)


@pytest.mark.cases
def test_an_event_goes_before_its_campaign_and_that_before_the_office(event: Event) -> None:
    office = event.organiser
    campaign = make.campaign(office)
    EventCampaign.objects.create(event=event, campaign=campaign, relation="served")
    a_term(office, "of the office")
    a_term(office, "only of the office", meaning="the river")
    assert words_of(event) == [("only of the office", "office"), ("of the office", "office")]

    a_term(office, "of the campaign", meaning="The  Town", campaign=campaign)
    assert words_of(event) == [("of the campaign", "campaign"), ("only of the office", "office")]

    a_term(office, "of the event", event=event)
    assert words_of(event) == [("of the event", "event"), ("only of the office", "office")]


@pytest.mark.parametrize(("relation", "holds"), [("launched", True), ("served", True), ("mentioned", False)])
def test_an_event_that_only_mentions_a_campaign_keeps_its_own_words(
    event: Event, relation: str, holds: bool
) -> None:
    campaign = make.campaign(event.organiser)
    EventCampaign.objects.create(event=event, campaign=campaign, relation=relation)
    a_term(event.organiser, "of the campaign", campaign=campaign)

    assert bool(words_of(event)) is holds


def test_words_of_a_campaign_that_is_shown_no_more_do_not_hold(event: Event) -> None:
    ministry = make.organiser("ministry")
    event.organiser.parent = ministry
    event.organiser.save()
    campaign = make.campaign(ministry, visibility="tree")
    EventCampaign.objects.create(event=event, campaign=campaign, relation="served")
    a_term(ministry, "of the campaign", campaign=campaign)
    assert words_of(event) == [("of the campaign", "campaign")]

    campaign.visibility = "own"
    campaign.save()

    assert words_of(event) == []


def test_terms_are_asked_for_once_however_many_there_are(event: Event) -> None:
    counts = []
    for number in (1, 3):
        for each in range(number):
            campaign = make.campaign(event.organiser)
            EventCampaign.objects.create(event=event, campaign=campaign, relation="served")
            a_term(event.organiser, f"{each}", meaning=f"{number} {each}", campaign=campaign)
        with CaptureQueriesContext(connection) as captured:
            words_of(event)
        counts.append(len(captured))

    assert counts == [1, 1]


def test_the_wording_of_a_campaign_is_kept_on_its_page(signed_in: Client, people: People) -> None:
    campaign = make.campaign(people.office)
    a_term(people.office, "Ours")

    page = signed_in.post(
        f"/o/mission/campaigns/{campaign.code}/terms/",
        rows("terms", [{"meaning": "the town", "texts-en": "Of all"}]),
        follow=True,
    ).content.decode()

    assert ("Of all" in page, "Ours" in page) == (True, False)
    term = campaign.glossary.get()
    assert (term.organiser, term.event) == (people.office, None)
    assert "Of all" not in signed_in.get("/o/mission/wording/").content.decode()


def test_the_plan_of_an_event_says_whose_words_hold(signed_in: Client, event: Event) -> None:
    campaign = make.campaign(event.organiser)
    EventCampaign.objects.create(event=event, campaign=campaign, relation="served")
    a_term(event.organiser, "Of all", campaign=campaign)

    page = signed_in.get(f"/o/mission/events/{event.code}/").content.decode()

    assert "Of all" in page
    assert "of the campaign" in page
