"""Series and their editions: written, seen by posts, named by events, kept while events rest on them."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from chancery.accounts.models import Organiser
from chancery.events.models import Event, EventCampaign
from chancery.occasions.models import Campaign, Series, SeriesEdition
from tests import make
from tests.conftest import People
from tests.events.sent import rows

SERIES = "/o/mission/series/"


def written(editions: list[dict[str, Any]], stored: int = 0, **fields: Any) -> dict[str, Any]:
    """What a browser sends for a series with its editions."""
    return {"names-en": "Candles", "kind": "contest"} | rows("editions", editions, stored=stored) | fields


@pytest.fixture
def ministry(people: People) -> Organiser:
    """A ministry of which the mission is a post."""
    people.office.parent = make.organiser("ministry")
    people.office.save()
    return people.office.parent


def test_a_series_is_added_with_editions_of_which_not_all_is_known(signed_in: Client, people: People) -> None:
    campaign = make.campaign(people.office)
    sent = written(
        [{"number": "5", "begins_on-year": "2019"}, {"titles-en": "The first evening"}],
        campaign=campaign.pk,
    )

    page = signed_in.post(f"{SERIES}new/?campaign={campaign.code}", sent, follow=True).content.decode()

    series = Series.objects.get()
    assert (series.campaign, series.kind) == (campaign, "contest")
    assert list(series.editions.order_by("id").values_list("number", flat=True)) == [5, None]
    assert "No. 5" in page
    assert "The first evening" in page
    assert "Candles" in signed_in.get(f"/o/mission/campaigns/{campaign.code}/").content.decode()


BAD: dict[str, tuple[dict[str, Any], str]] = {
    "no name": (written([]) | {"names-en": ""}, "Write it in at least one language"),
    "one number twice": (
        written([{"number": "5"}, {"number": "5"}]),
        "Two editions have one number; give each its own.",
    ),
    "an edition of which nothing is known": (
        written([{"note": "x"}]),
        "Give the number, the title or the day it begins.",
    ),
    "ends before it begins": (
        written([{"number": "1", "begins_on-year": "2019", "ends_on-year": "2018"}]),
        "It ends before it begins; correct one of the dates.",
    ),
}


@pytest.mark.parametrize("case", BAD, ids=str)
def test_wrong_series_are_told_and_not_saved(signed_in: Client, people: People, case: str) -> None:
    sent, words = BAD[case]

    page = signed_in.post(f"{SERIES}new/", sent)

    assert page.status_code == 200
    assert words in page.content.decode()
    assert not Series.objects.exists()


def test_an_edition_that_events_rest_on_stays(signed_in: Client, people: People) -> None:
    edition = make.edition(people.office)
    make.event(people.office, edition=edition)
    dropped = {"id": edition.pk, "number": "1", "DELETE": "on"}

    kept = signed_in.post(
        f"{SERIES}{edition.series.code}/edit/", written([dropped], stored=1)
    ).content.decode()
    whole = signed_in.post(f"{SERIES}{edition.series.code}/delete/", follow=True).content.decode()

    for page in (kept, whole):
        assert "Events rest on the edition “Candles 1” (1 of them)" in page
    assert SeriesEdition.objects.get() == edition
    assert Series.objects.get().kind == "returning"


def test_a_series_goes_with_its_editions(signed_in: Client, people: People) -> None:
    edition = make.edition(people.office)

    signed_in.post(f"{SERIES}{edition.series.code}/delete/")

    assert not Series.objects.exists()
    assert not SeriesEdition.objects.exists()


def test_a_post_holds_an_event_in_an_edition_of_its_ministry(
    signed_in: Client, people: People, ministry: Organiser
) -> None:
    campaign = make.campaign(ministry, visibility="tree")
    edition = make.edition(ministry, campaign=campaign)
    hidden = make.edition(ministry, "Inside")
    make.event(make.organiser("third", parent=ministry), "Theirs", edition=edition)
    event = make.event(people.office, "Ours")
    address = f"/o/mission/events/{event.code}/edit/"
    form = signed_in.get(address).content.decode()
    sent = {"titles-en": "Ours", "kind": "concert", "status": "draft", "time_zone": "UTC"}

    saved = signed_in.post(address, sent | {"edition": edition.pk})
    refused = signed_in.post(address, sent | {"edition": hidden.pk})

    assert "Candles: no. 1" in form
    assert "Inside" not in form
    assert (saved.status_code, refused.status_code) == (302, 200)
    assert Event.objects.get(pk=event.pk).edition == edition
    assert "Candles: no. 1" in signed_in.get(f"/o/mission/events/{event.code}/").content.decode()
    page = signed_in.get(f"{SERIES}{edition.series.code}/").content.decode()
    assert "1 event of ours" in page
    assert "1 at another post" in page
    shown = signed_in.get(f"{SERIES}{edition.series.code}/editions/{edition.code}/").content.decode()
    assert ("Ours" in shown, "Theirs" in shown) == (True, False)
    assert signed_in.post(f"{SERIES}{edition.series.code}/edit/", written([])).status_code == 403
    assert signed_in.get(f"{SERIES}{hidden.series.code}/").status_code == 404


def test_events_of_others_are_counted_only_in_a_campaign_of_all(
    signed_in: Client, people: People, ministry: Organiser
) -> None:
    edition = make.edition(people.office)
    make.event(make.organiser("third", parent=ministry), edition=edition)

    assert "at another post" not in signed_in.get(f"{SERIES}{edition.series.code}/").content.decode()


def test_a_copied_event_is_of_no_edition_until_it_is_said(signed_in: Client, people: People) -> None:
    event = make.event(people.office, "Candles 2025", edition=make.edition(people.office))

    signed_in.post(f"/o/mission/events/{event.code}/copy/", {"titles-en": "Candles 2026"})

    assert Event.objects.get(copied_from=event).edition is None


def test_a_campaign_lists_what_events_do_for_it_by_relation_and_year(
    signed_in: Client, people: People
) -> None:
    campaign = make.campaign(people.office)
    for title, relation, day in (
        ("Old", "served", date(2019, 2, 26)),
        ("New", "served", date(2024, 2, 26)),
        ("Start", "launched", date(2008, 5, 8)),
        ("Word", "mentioned", None),
    ):
        event = make.event(people.office, title, held_on=day)
        EventCampaign.objects.create(event=event, campaign=campaign, relation=relation)

    page = signed_in.get(f"/o/mission/campaigns/{campaign.code}/").content.decode()
    listed = page[page.index("What our events do for it") :]

    places = [listed.index(words) for words in ("Launched · 2008", "Start", "Served · 2024", "New")]
    places += [listed.index(words) for words in ("Served · 2019", "Old", "Mentioned", "Word")]
    assert places == sorted(places)


def test_pages_ask_as_often_for_many_events_as_for_one(signed_in: Client, people: People) -> None:
    campaign: Campaign = make.campaign(people.office)
    edition = make.edition(people.office, campaign=campaign)
    counts = []
    for number in (1, 3):
        for each in range(number):
            event = make.event(people.office, edition=edition)
            EventCampaign.objects.create(event=event, campaign=campaign, relation="served")
            make.edition(people.office, number=each, campaign=campaign)
        asked = []
        for path in (
            "series/",
            f"series/{edition.series.code}/",
            f"series/{edition.series.code}/editions/{edition.code}/",
            f"campaigns/{campaign.code}/",
            f"events/{event.code}/edit/",
        ):
            with CaptureQueriesContext(connection) as captured:
                assert signed_in.get(f"/o/mission/{path}").status_code == 200
            asked.append(len(captured))
        counts.append(asked)

    assert counts[0] == counts[1]
