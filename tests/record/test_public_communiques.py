"""Communiqués for anybody: the page of a version, its files, the list, the feed, what machines read."""

import json
import re
from datetime import timedelta
from http import HTTPStatus
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from chancery.accounts.models import Organiser
from chancery.events.models import Event
from chancery.record.models import Release
from tests import make
from tests.record import communique_built as built

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> Organiser:
    return make.organiser()


@pytest.fixture
def event(office: Organiser) -> Event:
    return built.an_evening(office)


def _page(release: Release, **asked: str) -> Any:
    ref = release.edition.communique.event.organiser.ref
    return Client().get(reverse("public-record:communique", args=[ref, release.code]), asked)


def test_a_release_is_read_by_anybody_in_its_language(event: Event) -> None:
    page = _page(built.a_release(event, "fr")).content.decode()

    assert '<html lang="fr" dir="ltr">' in page
    assert "Communiqué de presse" in page
    assert "BUCHAREST, 5 March 2026 – The choir sang." in page
    assert "Contact presse" in page


def test_a_corrected_version_leads_to_the_newer_one(event: Event) -> None:
    first = built.a_release(event)
    second = built.a_release(event, number=2, corrects=first, correction="The hour was wrong.")

    old, new = _page(first).content.decode(), _page(second).content.decode()

    assert "The hour was wrong." in old
    assert reverse("public-record:communique", args=[event.organiser.ref, second.code]) in old
    assert "Corrected on" in new


def test_a_withdrawn_version_says_why_and_gives_its_text_no_more(event: Event) -> None:
    release = built.a_release(
        event, withdrawn_at=timezone.now(), withdrawn_because="It names the wrong choir."
    )

    answer = _page(release)
    paper = Client().get(reverse("public-record:paper", args=[event.organiser.ref, release.code, "txt"]))

    assert answer.status_code == HTTPStatus.GONE
    assert "It names the wrong choir." in answer.content.decode()
    assert "The choir sang." not in answer.content.decode()
    assert paper.status_code == HTTPStatus.NOT_FOUND


def test_another_language_stands_at_an_address_of_its_own(event: Event) -> None:
    english, french = built.a_release(event, "en"), built.a_release(event, "fr")

    answer = _page(english, lang="fr")

    assert answer.headers["Location"] == reverse(
        "public-record:communique", args=[event.organiser.ref, french.code]
    )
    assert 'hreflang="fr"' in _page(english).content.decode()


def test_machines_read_a_news_article_that_nothing_can_close(event: Event) -> None:
    release = built.a_release(event)
    release.blocks[2]["text"] = "</script><script>alert(1)</script>"
    release.save(update_fields=["blocks"])

    page = _page(release).content.decode()

    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    assert found
    said = json.loads(found[1])
    assert (said["@type"], said["dateline"], said["about"]["startDate"]) == (
        "NewsArticle",
        "BUCHAREST, 5 March 2026",
        "2026-03-05",
    )
    assert "<script>alert" not in page


@pytest.mark.parametrize(("suffix", "begins"), [("pdf", b"%PDF"), ("docx", b"PK"), ("txt", b"Mission")])
def test_a_release_is_given_as_a_file(event: Event, suffix: str, begins: bytes) -> None:
    release = built.a_release(event)

    answer = Client().get(reverse("public-record:paper", args=[event.organiser.ref, release.code, suffix]))

    assert answer.content.startswith(begins)


def test_list_and_feed_hold_only_what_stands(event: Event, office: Organiser) -> None:
    first = built.a_release(event)
    second = built.a_release(event, number=2, corrects=first, correction="The hour.")
    other = built.an_evening(office)
    built.a_release(other, embargo_until=timezone.now() + timedelta(days=1))
    third = built.an_evening(office)
    built.a_release(third, withdrawn_at=timezone.now(), withdrawn_because="Wrong.")
    built.a_release(event, "fr")

    listed = Client().get(reverse("public-record:communiques", args=[office.ref]), {"lang": "en"})
    feed = Client().get(reverse("public-record:feed", args=[office.ref]), {"lang": "en"})

    assert re.findall(r"/communiques/(\w{12})/", listed.content.decode()) == [second.code]
    assert set(re.findall(r"/communiques/(\w{12})/", feed.content.decode())) == {second.code}
    assert feed.headers["Content-Type"] == "application/atom+xml; charset=utf-8"


def test_an_office_without_a_release_says_so(office: Organiser) -> None:
    page = Client().get(reverse("public-record:communiques", args=[office.ref]), {"lang": "en"})

    assert "No communiqué has been released in this language." in page.content.decode()


def test_a_draft_is_no_page(event: Event) -> None:
    edition = built.a_reviewed_edition(event)

    page = Client().get(reverse("public-record:communique", args=[event.organiser.ref, edition.code]))

    assert page.status_code == HTTPStatus.NOT_FOUND
