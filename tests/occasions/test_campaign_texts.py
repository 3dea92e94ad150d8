"""Texts of a campaign: offered to posts, taken over, adapted, and seen beside their source."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from chancery.accounts.models import Organiser
from chancery.base.audit import lines_of
from chancery.occasions.models import Campaign, SharedText
from tests import make
from tests.conftest import People


@pytest.fixture
def campaign(people: People) -> Campaign:
    """A campaign of the ministry above the mission, shown to all posts."""
    people.office.parent = make.organiser("ministry")
    people.office.save()
    return make.campaign(people.office.parent, visibility="tree")


def address(text: SharedText, path: str = "") -> str:
    """Where a text stands in the mission."""
    assert text.campaign
    return f"/o/mission/campaigns/{text.campaign.code}/texts/{text.code}/{path}"


def the_copy(of: SharedText, office: Organiser) -> SharedText:
    """What an office has made of a text."""
    return SharedText.objects.get(source=of, organiser=office)


def test_a_post_takes_a_text_over_once_and_adapts_it(
    signed_in: Client, campaign: Campaign, people: People
) -> None:
    source = make.shared_text(campaign, texts={"en": "That all remember.", "ro": "Ca toți să știe."})

    for _ in range(2):
        page = signed_in.post(address(source, "take/"), follow=True).content.decode()
    copy = the_copy(source, people.office)
    signed_in.post(
        address(copy, "edit/"),
        {"use": "paragraph", "texts-en": "That our readers remember.", "texts-ro": "Ca ei."},
    )

    assert "taken over from" in page
    copy.refresh_from_db()
    source.refresh_from_db()
    assert copy.texts == {"en": "That our readers remember.", "ro": "Ca ei."}
    assert source.texts["en"] == "That all remember."
    shown = signed_in.get(address(copy)).content.decode()
    assert "<ins>our readers </ins>" in shown
    assert "<del>all </del>" in shown
    assert "has changed its version" not in shown


def test_a_source_that_changed_is_seen_word_by_word_and_taken(
    signed_in: Client, campaign: Campaign, people: People
) -> None:
    source = make.shared_text(campaign)
    signed_in.post(address(source, "take/"))
    source.texts = {"en": "That all remember together."}
    source.save()
    copy = the_copy(source, people.office)

    listed = signed_in.get(f"/o/mission/campaigns/{campaign.code}/").content.decode()
    page = signed_in.get(address(copy)).content.decode()
    after = signed_in.post(address(copy, "newer/"), follow=True).content.decode()

    assert "changed since" in listed
    assert "<ins>remember together.</ins>" in page
    copy.refresh_from_db()
    assert copy.texts == {"en": "That all remember together."}
    assert "has changed its version" not in after
    assert lines_of(copy)[0].changes["texts"] == [
        {"en": "That all remember."},
        {"en": "That all remember together."},
    ]


def test_a_post_keeps_its_own_words_and_the_history_says_so(
    signed_in: Client, campaign: Campaign, people: People
) -> None:
    source = make.shared_text(campaign)
    signed_in.post(address(source, "take/"))
    source.texts = {"en": "Otherwise."}
    source.save()
    copy = the_copy(source, people.office)

    page = signed_in.post(address(copy, "keep/"), follow=True).content.decode()

    copy.refresh_from_db()
    assert copy.texts == {"en": "That all remember."}
    assert not copy.is_behind
    assert "Our own words are kept; the newer ones were seen." in page


def test_a_post_changes_no_text_of_another_office(
    signed_in: Client, campaign: Campaign, people: People
) -> None:
    source = make.shared_text(campaign)
    third = make.organiser("third", parent=campaign.organiser)
    theirs = make.shared_text(campaign, third)

    refused = [
        signed_in.post(address(source, path), {"use": "web", "texts-en": "Mine"}).status_code
        for path in ("edit/", "delete/", "newer/", "keep/")
    ]
    foreign = [signed_in.get(address(theirs)), signed_in.post(address(theirs, "take/"))]

    assert refused == [403] * 4
    assert [answer.status_code for answer in foreign] == [404] * 2
    assert SharedText.objects.get(pk=source.pk).texts == {"en": "That all remember."}


def test_what_posts_have_taken_over_stays(campaign: Campaign, people: People) -> None:
    source = make.shared_text(campaign)
    make.shared_text(campaign, people.office, source=source)
    client = Client()
    client.force_login(make.member(campaign.organiser).user)

    page = client.post(f"/o/ministry/campaigns/{campaign.code}/texts/{source.code}/delete/", follow=True)

    assert "was taken over by other offices" in page.content.decode()
    assert "Mission" in page.content.decode()
    assert SharedText.objects.filter(pk=source.pk).exists()


def test_a_text_without_words_is_told(signed_in: Client, campaign: Campaign) -> None:
    page = signed_in.post(f"/o/mission/campaigns/{campaign.code}/texts/new/", {"use": "web"})

    assert "Write it in at least one language" in page.content.decode()
    assert not SharedText.objects.exists()


def test_the_page_of_a_campaign_asks_as_often_for_many_texts_as_for_one(
    signed_in: Client, campaign: Campaign, people: People
) -> None:
    counts = []
    for number in (1, 3):
        for _ in range(number):
            make.shared_text(campaign, people.office, source=make.shared_text(campaign))
        with CaptureQueriesContext(connection) as captured:
            assert signed_in.get(f"/o/mission/campaigns/{campaign.code}/").status_code == 200
        counts.append(len(captured))

    assert counts[0] == counts[1]
