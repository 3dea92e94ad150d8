"""The public page of a campaign: it shows what is released and nothing else."""

import json
import re
from datetime import timedelta
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from chancery.accounts.models import Organiser
from chancery.base import audit
from chancery.campaign.models import CampaignClaim, CampaignPage, StatedTotal, YearCount
from chancery.exhibition.models import Film
from chancery.occasions.models import CampaignPartner, SharedText
from chancery.record.models import PhotoPerson, PhotoWish
from tests import make
from tests.campaign import pages_built as built
from tests.conftest import People
from tests.record import communique_built
from tests.record.photos import photo

HOSTILE = "</script><b>Harm"


def text_of(client: Client, page: CampaignPage, language: str = "en") -> str:
    response = client.get(reverse("public-campaign:page-in", args=[page.slug, language]))
    assert response.status_code == 200
    return response.content.decode()


def everything_of(client: Client, page: CampaignPage) -> str:
    """All that anybody can read of a page: itself, its list of events and its feeds."""
    addresses = [
        reverse("public-campaign:page", args=[page.slug]),
        reverse("public-campaign:events", args=[page.slug, "en"]),
        *(reverse("public-campaign:feed", args=[page.slug, "en", kind]) for kind in ("rss", "atom", "json")),
    ]
    return "\n".join(client.get(each).content.decode() for each in addresses)


def data_of(text: str) -> list[dict[str, Any]]:
    (block,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL)
    graph: list[dict[str, Any]] = json.loads(block)["@graph"]
    return graph


def soon(days: int = 9) -> Any:
    return timezone.localdate() + timedelta(days=days)


@pytest.fixture
def page(people: People) -> CampaignPage:
    return built.an_open_page(make.campaign(people.office, "Remember", aims={"en": "To remember."}))


def test_nothing_that_is_not_released_appears(client: Client, page: CampaignPage) -> None:
    campaign, office = page.campaign, page.campaign.organiser
    hidden = [
        built.serving(campaign, "Secret-draft", openness="public", held_on=soon()),
        built.serving(campaign, "Secret-closed", status="planned", openness="invitation", held_on=soon()),
        built.serving(campaign, "Secret-unknown", status="planned", openness="", held_on=soon()),
        built.serving(
            campaign,
            "Secret-sample",
            status="planned",
            openness="public",
            held_on=soon(),
            is_sample_plan=True,
        ),
        built.serving(campaign, "Secret-untold", status="held", openness="invitation", held_on=soon(-9)),
    ]
    embargoed = built.serving(campaign, "Secret-waits", status="held", openness="invitation")
    waits = timezone.now() + timedelta(hours=1)
    communique_built.a_release(embargoed, headline="Secret-embargo", embargo_until=waits)
    withdrawn = built.serving(campaign, "Secret-withdrawn", status="held", openness="invitation")
    communique_built.a_release(
        withdrawn, headline="Secret-taken-back", withdrawn_at=timezone.now(), withdrawn_because="An error"
    )
    make.participation(hidden[4], make.person(office, "Secret Guest"))
    make.exhibition(office, "Secret-exhibition", campaign=campaign)
    Film.objects.create(organiser=office, campaign=campaign, titles={"en": "Secret-film"}, rights="own")
    SharedText.objects.create(organiser=office, campaign=campaign, use="web", texts={"en": "Secret-text"})
    built.a_recognition(campaign, "Secret-proposed", "proposed")
    built.a_recognition(campaign, "Secret-rejected", "rejected")
    built.a_recognition(campaign, "Secret-unproved", source="")
    built.a_recognition(campaign, "Plain", note="Secret-note")
    CampaignClaim.objects.create(
        organiser=office, campaign=campaign, value=5, claimant="Secret-claimant", words={"en": "Secret-words"}
    )

    found = everything_of(client, page)

    assert "Secret" not in found
    assert "Plain" in found


def test_a_picture_of_somebody_who_does_not_want_it_is_gone_at_once(
    client: Client, page: CampaignPage
) -> None:
    event = built.serving(page.campaign, "Evening", status="held", openness="public", held_on=soon(-9))
    shown, refused = photo(event, 1, is_public=True), photo(event, 2, is_public=True)
    private = photo(event, 3)
    page.shown = {"photos": [shown.code, refused.code, private.code]}
    page.save()
    person = make.person(page.campaign.organiser, "Ana Sample")
    as_guest, as_speaker = make.participation(event, person), make.participation(event, person, "speaker")
    PhotoPerson.objects.create(photo=refused, participation=as_guest)
    PhotoWish.objects.create(participation=as_speaker, wish="refused")

    text = text_of(client, page)

    assert f"/{shown.code}/" in text
    assert f"/{refused.code}/" not in text
    assert f"/{private.code}/" not in text
    assert "Ana Sample" not in text


def test_what_is_released_is_shown(client: Client, page: CampaignPage) -> None:
    campaign, office = page.campaign, page.campaign.organiser
    built.serving(campaign, "Open evening", status="planned", openness="public", held_on=soon())
    told = built.serving(campaign, "Closed evening", status="held", openness="invitation", held_on=soon(-9))
    communique_built.a_release(told, headline="They sang")
    make.exhibition(office, "Voices", campaign=campaign, is_published=True, languages=["en"])
    CampaignPartner.objects.create(campaign=campaign, printed={"en": "A foundation"})
    words = SharedText.objects.create(
        organiser=office, campaign=campaign, use="web", texts={"en": "Our words"}
    )
    claim = CampaignClaim.objects.create(
        organiser=office,
        campaign=campaign,
        value=1200,
        exactness="estimate",
        claimant="A paper",
        about="reach",
    )
    YearCount.objects.create(
        organiser=office, campaign=campaign, year=2025, indicator="present", value=310, events=4
    )
    page.shown = {"texts": [words.code], "claims": [claim.code], "figures": ["present"]}
    page.save()

    text = text_of(client, page)

    for each in ("Open evening", "Closed evening", "They sang", "Voices", "A foundation", "Our words"):
        assert each in text
    assert "310" in text
    assert "of 4 events" in text
    assert "about 1,200" in text
    assert "A paper" in text


def test_figures_that_nobody_ticked_are_not_shown(client: Client, page: CampaignPage) -> None:
    office = page.campaign.organiser
    for indicator in ("present", "cost"):
        YearCount.objects.create(
            organiser=office, campaign=page.campaign, year=2025, indicator=indicator, value=7310, events=4
        )
    page.shown = {"figures": ["cost"]}
    page.save()

    assert "7,310" not in text_of(client, page)


def test_a_ministry_shows_what_its_posts_did_and_nobody_elses(client: Client, people: People) -> None:
    campaign = make.campaign(people.office, visibility="tree")
    page = built.an_open_page(campaign)
    post = make.organiser("post", parent=people.office)
    held: dict[str, Any] = {"status": "held", "openness": "public", "held_on": soon(-9)}
    built.serving(campaign, "At the post", office=post, **held)
    built.serving(campaign, "Far away", office=make.organiser("far"), **held)

    text = text_of(client, page)

    assert "At the post" in text
    assert "Far away" not in text


def test_a_closed_event_names_its_town_and_not_its_house(client: Client, page: CampaignPage) -> None:
    event = built.serving(page.campaign, "Dinner", status="held", openness="invitation", held_on=soon(-9))
    communique_built.a_release(event)
    place = make.place(page.campaign.organiser, "Residence", city="Bucharest")
    event.stations.create(place=place)

    text = text_of(client, page)

    assert "Bucharest" in text
    assert "Residence" not in text


def test_hostile_words_stay_words(client: Client, page: CampaignPage) -> None:
    campaign = page.campaign
    campaign.names, campaign.aims, campaign.pages = (
        {"en": HOSTILE},
        {"en": HOSTILE},
        {"en": "javascript:alert(1)"},
    )
    campaign.save()
    event = built.serving(campaign, HOSTILE, status="planned", openness="public", held_on=soon())
    communique_built.a_release(event, headline=HOSTILE)
    built.a_recognition(campaign, HOSTILE, address="javascript:alert(1)")
    CampaignPartner.objects.create(campaign=campaign, printed={"en": HOSTILE})

    found = everything_of(client, page)
    told = client.get(reverse("public-campaign:feed", args=[page.slug, "en", "json"])).content.decode()

    assert "<b>Harm" not in found.replace(told, "")
    assert "javascript:" not in found
    assert data_of(text_of(client, page))[1]["name"] == HOSTILE


def test_each_language_has_its_address_and_says_what_is_missing(client: Client, page: CampaignPage) -> None:
    page.languages = ["en", "fr", "ar"]
    page.save()

    text = text_of(client, page, "ar")

    assert '<html lang="ar" dir="rtl">' in text
    assert re.search(rf'hreflang="fr" href="[^"]+/c/{page.slug}/fr/"', text)
    assert re.search(rf'hreflang="x-default" href="[^"]+/c/{page.slug}/"', text)
    assert re.search(rf'rel="canonical" href="[^"]+/c/{page.slug}/ar/"', text)
    assert 'class="other-language"' in text
    assert client.get(reverse("public-campaign:page-in", args=[page.slug, "ro"])).status_code == 404


def test_the_browser_chooses_where_the_address_names_no_language(client: Client, page: CampaignPage) -> None:
    page.languages = ["en", "fr"]
    page.save()

    address = reverse("public-campaign:page", args=[page.slug])
    response = client.get(address, headers={"Accept-Language": "fr-BE"})

    assert response.headers["Content-Language"] == "fr"
    assert not response.cookies
    assert response.headers["Cache-Control"] == "public, max-age=60"
    again = client.get(
        address, headers={"Accept-Language": "fr-BE", "If-None-Match": response.headers["ETag"]}
    )
    assert again.status_code == 304


def test_machines_read_series_events_and_news(client: Client, page: CampaignPage) -> None:
    event = built.serving(
        page.campaign, "Open evening", status="cancelled", openness="public", held_on=soon()
    )
    communique_built.a_release(event, headline="Called off")

    publisher, series, news = data_of(text_of(client, page))

    assert (publisher["@type"], series["@type"], news["@type"]) == (
        "Organization",
        "EventSeries",
        "NewsArticle",
    )
    (described,) = series["subEvent"]
    assert described["name"] == "Open evening"
    assert described["startDate"] == str(soon())
    assert described["eventStatus"] == "https://schema.org/EventCancelled"
    assert news["headline"] == "Called off"


@pytest.mark.parametrize(("kind", "tag"), [("rss", "item"), ("atom", "{http://www.w3.org/2005/Atom}entry")])
def test_feeds_tell_releases_and_events_ahead(
    client: Client, page: CampaignPage, kind: str, tag: str
) -> None:
    event = built.serving(page.campaign, "Open evening", status="planned", openness="public", held_on=soon())
    communique_built.a_release(event, headline="They will sing")

    response = client.get(reverse("public-campaign:feed", args=[page.slug, "en", kind]))

    assert response.headers["Content-Type"].startswith(f"application/{kind}+xml")
    found = ET.fromstring(response.content).iter(tag)
    assert {next(entry.itertext()) for entry in found} == {"They will sing", "Open evening"}


@pytest.mark.parametrize("kind", ["rss", "atom"])
def test_a_feed_leaves_out_what_xml_cannot_hold(client: Client, page: CampaignPage, kind: str) -> None:
    built.serving(page.campaign, "Open\x0b evening", status="planned", openness="public", held_on=soon())

    response = client.get(reverse("public-campaign:feed", args=[page.slug, "en", kind]))

    assert "Open evening" in "".join(ET.fromstring(response.content).itertext())


def test_the_json_feed_is_one(client: Client, page: CampaignPage) -> None:
    built.serving(page.campaign, "Open evening", status="planned", openness="public", held_on=soon())

    found = client.get(reverse("public-campaign:feed", args=[page.slug, "en", "json"])).json()

    assert found["version"] == "https://jsonfeed.org/version/1.1"
    assert [item["title"] for item in found["items"]] == ["Open evening"]


def test_a_page_that_was_taken_down_says_so(client: Client, page: CampaignPage) -> None:
    page.taken_down_at = timezone.now()
    page.save()

    answers = [
        client.get(reverse("public-campaign:page", args=[page.slug])),
        client.get(reverse("public-campaign:events", args=[page.slug, "en"])),
        client.get(reverse("public-campaign:feed", args=[page.slug, "en", "rss"])),
    ]

    assert {answer.status_code for answer in answers} == {410}
    assert all("was taken down" in answer.content.decode() for answer in answers)
    assert "Remember" not in answers[0].content.decode()


def test_a_page_that_was_never_published_does_not_exist(client: Client, people: People) -> None:
    page = built.a_page(make.campaign(people.office))

    assert client.get(reverse("public-campaign:page", args=[page.slug])).status_code == 404


def fill(page: CampaignPage, office: Organiser, number: int) -> None:
    for at in range(number):
        event = built.serving(
            page.campaign, f"Held {at}", status="held", openness="public", held_on=soon(-at - 1)
        )
        communique_built.a_release(event)
        event.stations.create(place=make.place(office))
        built.serving(page.campaign, f"Ahead {at}", status="planned", openness="public", held_on=soon(at + 1))
        made = photo(event, is_public=True)
        page.shown.setdefault("photos", []).append(made.code)
        built.a_recognition(page.campaign, f"City {at}")
        make.exhibition(office, f"Show {at}", campaign=page.campaign, is_published=True, languages=["en"])
        CampaignPartner.objects.create(campaign=page.campaign, body=make.body(office, f"Body {at}"))
    page.save()


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_costs_the_same_whatever_it_shows(
    client: Client, page: CampaignPage, django_assert_num_queries: Any, number: int
) -> None:
    fill(page, page.campaign.organiser, number)

    with django_assert_num_queries(QUERIES):
        text_of(client, page)


QUERIES = 21


def a_stated_total(page: CampaignPage, value: int, **asked: Any) -> StatedTotal:
    """A total of states, stated a year ago by the office of a campaign."""
    return StatedTotal.objects.create(
        organiser=page.campaign.organiser,
        campaign=page.campaign,
        question={"counted": ["states"], "status": ["adopted"]} | asked,
        day="2025-02-26",
        known_at=timezone.now() - timedelta(days=365),
        value=value,
        at_most=value,
        said_in="Speech in the hall",
    )


def test_a_stated_total_stands_beside_our_count_where_it_is_ticked(
    client: Client, page: CampaignPage
) -> None:
    built.a_recognition(page.campaign, "Sampling", state="RO")
    built.a_recognition(page.campaign, "Unproved", state="GE", source="")
    stated = a_stated_total(page, 3)

    before = text_of(client, page)
    page.shown = {"totals": [stated.code]}
    page.save()
    after = text_of(client, page)

    assert "Speech in the hall" not in before
    assert "Speech in the hall" in after
    assert "3 states" in after
    assert "1 state</bdi>" in after
    assert "difference \u22122" in after


def test_a_stated_total_of_texts_that_are_not_public_is_not_counted_again(
    client: Client, page: CampaignPage
) -> None:
    built.a_recognition(page.campaign, "Sampling", "proposed", state="RO")
    stated = a_stated_total(page, 3, status=["proposed", "adopted"])
    page.shown = {"totals": [stated.code]}
    page.save()

    text = text_of(client, page)

    assert "3 states" in text
    assert "cannot be counted from what stands here" in text
    assert "Counted today" not in text


def test_stated_totals_are_offered_to_be_ticked(client: Client, people: People, page: CampaignPage) -> None:
    stated = a_stated_total(page, 3)
    client.force_login(people.owner)

    form = client.get(reverse("campaign:change-page", args=[people.office.ref, page.campaign.code]))

    assert f'name="totals" value="{stated.code}"' in form.content.decode()
    assert "3 states · Speech in the hall" in form.content.decode()


def test_the_history_of_a_page_names_its_parts_by_their_titles(
    client: Client, people: People, page: CampaignPage
) -> None:
    page.sections, page.shown = ["about", "coming"], {"figures": ["present"], "texts": ["x"]}
    with transaction.atomic():
        audit.update(page, by=audit.Actor(people.office.pk), code="campaign.page.changed")
    client.force_login(people.owner)

    text = client.get(reverse("campaign:page", args=[people.office.ref, page.campaign.code])).content.decode()

    assert "About the campaign, Coming events" in text
    assert "Texts: 1; Counted figures: Present" in text
    assert "about, coming" not in text


def test_a_part_of_which_nothing_is_said_has_no_heading(client: Client, people: People) -> None:
    silent = built.an_open_page(make.campaign(people.office, "Remember"))

    text = text_of(client, silent)

    assert "About the campaign" not in text


def test_a_preview_leads_to_no_news_that_nobody_can_read_yet(signed_in: Client, people: People) -> None:
    page = built.a_page(make.campaign(people.office))

    address = reverse("campaign:preview-page", args=["mission", page.campaign.code])
    preview = signed_in.get(address).content.decode()

    assert "Preview: nobody but the office sees this." in preview
    assert "feed." not in preview
