"""Pages for anybody: their language, what caches may keep, and that nothing tells who asks."""

import gzip
import re
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from chancery.exhibition.models import Exhibition
from tests import make
from tests.conftest import People


@pytest.fixture
def shown(people: People) -> Exhibition:
    """A published exhibition in three languages, one of them read from the right."""
    titles = {"en": "Voices", "fr": "Voix", "ar": "أصوات"}
    return make.exhibition(
        people.office, titles=titles, is_published=True, languages=["en", "fr", "ar"], about={}
    )


def address(exhibition: Exhibition) -> str:
    return reverse("public-exhibition:exhibition", args=[exhibition.organiser.ref, exhibition.code])


@pytest.mark.parametrize(
    ("asked", "accepted", "language"),
    [
        ("", "", "en"),
        ("", "fr", "fr"),
        ("", "fr-BE,en;q=0.5", "fr"),
        ("", "ka,ar;q=0.8,en;q=0.5", "ar"),
        ("", "ka", "en"),
        ("", "not a language;;", "en"),
        ("ar", "fr", "ar"),
        ("ro", "fr", "fr"),
        ("<b>", "", "en"),
    ],
)
def test_the_language_is_the_one_chosen_else_that_of_the_browser(
    client: Client, shown: Exhibition, asked: str, accepted: str, language: str
) -> None:
    response = client.get(address(shown), {"lang": asked}, headers={"Accept-Language": accepted})

    assert response.headers["Content-Language"] == language
    direction = "rtl" if language == "ar" else "ltr"
    assert f'<html lang="{language}" dir="{direction}">' in response.content.decode()
    assert f'<h1><span lang="{language}"' in response.content.decode()


def test_every_language_has_its_link_and_the_current_one_says_so(client: Client, shown: Exhibition) -> None:
    text = client.get(address(shown), {"lang": "fr"}).content.decode()

    links = re.findall(r'<a href="([^"]+)" lang="(\w+)" hreflang="\w+"( aria-current="true")?>', text)
    assert links == [
        (f"{address(shown)}?lang=en", "en", ""),
        (f"{address(shown)}?lang=fr", "fr", ' aria-current="true"'),
        (f"{address(shown)}?lang=ar", "ar", ""),
    ]
    assert f'hreflang="ar" href="{settings.BASE_URL}{address(shown)}?lang=ar"' in text


def test_a_page_of_one_language_offers_no_switch(client: Client, people: People) -> None:
    only = make.exhibition(people.office, is_published=True, languages=["en"])

    assert "tongues" not in client.get(address(only)).content.decode()


@pytest.mark.parametrize("who", ["nobody", "colleague"])
def test_no_answer_depends_on_a_cookie(people: People, shown: Exhibition, who: str) -> None:
    client = Client()
    if who == "colleague":
        client.force_login(people.owner)
    client.cookies["django_language"] = "fr"

    response = client.get(address(shown))

    assert not response.cookies
    assert response.headers["Cache-Control"] == "public, max-age=60"
    varies = {name.strip() for name in response.headers["Vary"].split(",")}
    assert varies <= {"Accept-Language", "Accept-Encoding"}
    assert response.headers["Content-Language"] == "en"


def test_text_goes_packed_and_is_not_sent_twice(client: Client, shown: Exhibition) -> None:
    plain = client.get(address(shown))
    packed = client.get(address(shown), headers={"Accept-Encoding": "gzip"})

    assert gzip.decompress(packed.content) == plain.content
    again = client.get(
        address(shown), headers={"Accept-Encoding": "gzip", "If-None-Match": packed.headers["ETag"]}
    )
    assert (again.status_code, again.content) == (304, b"")


def test_what_is_not_published_does_not_differ_from_what_is_not_there(client: Client, people: People) -> None:
    hidden = make.exhibition(people.office, languages=["en"])
    foreign = make.exhibition(make.organiser("far"), is_published=True, languages=["en"])
    nowhere = reverse("public-exhibition:exhibition", args=["mission", "unknown"])
    elsewhere = reverse("public-exhibition:exhibition", args=["mission", foreign.code])

    answers = [client.get(path) for path in (address(hidden), nowhere, elsewhere)]

    assert {answer.status_code for answer in answers} == {404}
    assert len({answer.content for answer in answers}) == 1
    assert "Nothing is published at this address" in answers[0].content.decode()
    assert answers[0].headers["Cache-Control"] == "no-cache"


def test_nothing_here_is_said_in_the_language_of_the_browser(client: Client, db: Any) -> None:
    response = client.get(
        reverse("public-exhibition:exhibition", args=["far", "x"]), headers={"Accept-Language": "ar"}
    )

    assert response.status_code == 404
    assert '<html lang="ar" dir="rtl">' in response.content.decode()


def test_a_public_page_takes_no_form(client: Client, shown: Exhibition) -> None:
    response = client.post(address(shown))

    assert response.status_code == 405
    assert response.headers["Allow"] == "GET, HEAD"
