"""R117: a total that was stated is counted again by its question and moment, and says what changed since."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from chancery.base import undo
from chancery.base.models import AuditLine
from chancery.campaign.models import StatedTotal
from chancery.occasions.actions.recognitions import save_recognition
from chancery.occasions.models import Campaign, Recognition, RecognitionStep
from tests import make
from tests.conftest import People

ADOPTED = ("adopted", "2012-02-01")
PAST = timezone.now() - timedelta(days=30)


@pytest.fixture
def campaign(people: People) -> Campaign:
    return make.campaign(people.office, "Letters")


def text(campaign: Campaign, name: str, *steps: tuple[str, str | None], **fields: Any) -> Recognition:
    """A text that was recorded a month ago."""
    made = make.recognition(campaign, name, *steps, recorded_at=PAST, **fields)
    made.steps.update(recorded_at=PAST)
    return made


def state(client: Client, campaign: Campaign, **filters: Any) -> StatedTotal:
    """State a total on the page of the office."""
    url = f"/o/mission/campaigns/{campaign.code}/totals/state/"
    client.post(url, {"said_in": "Sample speech"}, query_params={"status": "adopted", **filters})
    return StatedTotal.objects.latest("id")


def page_of(client: Client, stated: StatedTotal) -> str:
    return client.get(f"/o/mission/campaigns/{stated.campaign.code}/totals/{stated.code}/").content.decode()


def test_a_total_is_stated_with_who_when_where_and_its_question(
    signed_in: Client, people: People, campaign: Campaign
) -> None:
    text(campaign, "Sample Senate", ADOPTED)
    text(campaign, "Sample Diet", ("adopted", None))

    stated = state(signed_in, campaign, level=["chamber", "committee"], counted="bodies")

    assert (stated.value, stated.at_most, stated.said_in) == (1, 2, "Sample speech")
    assert (stated.by, stated.organiser) == (people.owner, people.office)
    expected = {"counted": ["bodies"], "status": ["adopted"], "level": ["chamber", "committee"]}
    assert stated.question == expected
    assert len(stated.texts) == 2


@pytest.mark.cases
def test_three_published_totals_of_one_campaign_differ_by_their_question(
    signed_in: Client, campaign: Campaign
) -> None:
    text(campaign, "Assembly", ADOPTED, level="parliament", state="RO")
    text(campaign, "Senate", ADOPTED, state="RO")
    text(campaign, "Committee", ADOPTED, level="committee", state="MD")
    text(campaign, "Region", ADOPTED, level="region", kind="citation", state="US")
    text(campaign, "Region", ("adopted", "2013"), level="region", state="US")

    states = state(signed_in, campaign, counted="states")
    legislatures = state(signed_in, campaign, counted="bodies", level=["parliament", "chamber"])
    regions = state(signed_in, campaign, level="region", kind="resolution")

    assert [each.value for each in (states, legislatures, regions)] == [3, 2, 1]
    listed = signed_in.get(f"/o/mission/campaigns/{campaign.code}/totals/").content.decode()
    for words in ("3 states", "2 bodies", "1 text", "parliament as a whole", "Sample speech"):
        assert words in listed


def test_counted_again_it_is_the_same_number(signed_in: Client, campaign: Campaign) -> None:
    text(campaign, "Sample Senate", ADOPTED)
    stated = state(signed_in, campaign)

    page = page_of(signed_in, stated)

    assert "the same number from the same texts" in page
    assert "Nothing that this question takes in has changed." in page


def test_what_changed_since_is_told_text_by_text(signed_in: Client, campaign: Campaign) -> None:
    repealed = text(campaign, "Repealing Senate", ADOPTED)
    mistaken = text(campaign, "Mistaken Diet", ADOPTED)
    text(campaign, "Steady Assembly", ADOPTED)
    stated = state(signed_in, campaign)
    early = timezone.now() - timedelta(days=10)
    StatedTotal.objects.filter(pk=stated.pk).update(known_at=early, day=early.date())
    yesterday = (timezone.now() - timedelta(days=1)).date().isoformat()
    RecognitionStep.objects.create(recognition=repealed, status="repealed", on=yesterday)
    mistaken.steps.update(taken_back_at=timezone.now(), taken_back_because="Another text.")
    make.recognition(campaign, "Late Council", ADOPTED)
    make.recognition(campaign, "New Council", ("adopted", yesterday))

    page = page_of(signed_in, StatedTotal.objects.get())

    assert "the same number from the same texts" in page
    rows = page.split('<table class="list"')[1].split("</table>")[0]
    found = [row.split("</tr>")[0] for row in rows.split("<tr ")[2:]]
    told = {"Repealing": "repealed since", "Mistaken": "taken back since", "Late": "learnt since"}
    for name, words in (told | {"New": "adopted since"}).items():
        [row] = [each for each in found if name in each]
        assert words in row
    effects = {"Repealing": "went out", "Mistaken": "went out", "Late": "came in", "New": "came in"}
    for name, words in effects.items():
        [row] = [each for each in found if name in each]
        assert words in row
        assert f"/o/mission/campaigns/{campaign.code}/recognitions/" in row
    assert "2 texts came in. 2 texts went out." in page
    assert "Steady" not in rows


def test_a_text_that_counts_as_before_says_what_was_corrected(
    signed_in: Client, people: People, campaign: Campaign
) -> None:
    corrected = text(campaign, "Corrected Senate", ADOPTED)
    undone = text(campaign, "Undone Senate", ADOPTED)
    stated = state(signed_in, campaign)
    for each in (corrected, undone):
        each.number = "12"
        save_recognition(each, by=make.actor(people.office))
    line = AuditLine.objects.get(code="occasions.recognition.changed", object_id=undone.pk)
    undo.undo(line, by=make.actor(people.office))

    page = page_of(signed_in, stated)

    assert "the same number from the same texts" in page
    rows = page.split('<table class="list"')[1].split("</table>")[0]
    assert "corrected since: number" in rows
    assert "as before" in rows
    assert "Undone Senate" not in rows


@pytest.mark.parametrize("count", [1, 3])
def test_a_stated_total_costs_the_same_for_many_changes(
    signed_in: Client, people: People, campaign: Campaign, count: int, django_assert_max_num_queries: Any
) -> None:
    texts = [text(campaign, f"Senate {number}", ADOPTED) for number in range(count)]
    stated = state(signed_in, campaign)
    for each in texts:
        each.number = "12"
        save_recognition(each, by=make.actor(people.office))

    with django_assert_max_num_queries(22):
        page_of(signed_in, stated)


def test_rows_that_were_deleted_or_changed_are_named(signed_in: Client, campaign: Campaign) -> None:
    gone = text(campaign, "Gone Senate", ADOPTED)
    changed = text(campaign, "Changed Senate", ADOPTED)
    stated = state(signed_in, campaign, level="chamber")
    gone.delete()
    Recognition.objects.filter(pk=changed.pk).update(level="committee")

    page = page_of(signed_in, stated)

    assert "it differs in 2 texts" in page
    assert "deleted since" in page
    assert "the filters leave it out now" in page


def test_a_stated_total_is_taken_out_after_asking(signed_in: Client, campaign: Campaign) -> None:
    stated = state(signed_in, campaign)
    url = f"/o/mission/campaigns/{campaign.code}/totals/{stated.code}/delete/"

    assert "Take this stated total out?" in signed_in.get(url).content.decode()
    signed_in.post(url)

    assert not StatedTotal.objects.exists()
