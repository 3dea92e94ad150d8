"""The language of the pages: of the account, else of the cookie, else of the browser."""

from typing import Any

import pytest
from django.test import Client

from tests import make
from tests.conftest import People


def language_of(client: Client, path: str = "/account/login/", **headers: str) -> str | None:
    return client.get(path, headers=headers).headers["Content-Language"]


def test_the_browser_decides_for_a_stranger(client: Client, db: Any) -> None:
    make.organiser()

    assert language_of(client, **{"Accept-Language": "az,en;q=0.5"}) == "az"
    assert language_of(client, **{"Accept-Language": "tlh"}) == "en"


def test_the_menu_of_a_stranger_is_remembered_in_a_cookie(client: Client, db: Any) -> None:
    response = client.post("/account/language/", {"language": "ar", "next": "/account/login/"})

    assert response.headers["Location"] == "/account/login/"
    assert language_of(client, **{"Accept-Language": "az"}) == "ar"
    cookie = client.cookies["django_language"]
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")


def test_arabic_runs_from_right_to_left(client: Client, db: Any) -> None:
    client.post("/account/language/", {"language": "ar"})

    assert '<html lang="ar" dir="rtl">' in client.get("/account/login/").content.decode()


def test_the_menu_of_a_user_is_remembered_with_the_account(signed_in: Client, people: People) -> None:
    signed_in.post("/account/language/", {"language": "fr"})

    people.owner.refresh_from_db()
    assert people.owner.language == "fr"
    elsewhere = Client()
    elsewhere.force_login(people.owner)
    assert language_of(elsewhere, "/account/", **{"Accept-Language": "az"}) == "fr"


@pytest.mark.parametrize("language", ["", "xx", "de", "../en", "en-US-x"])
def test_a_language_without_pages_changes_nothing(signed_in: Client, people: People, language: str) -> None:
    response = signed_in.post("/account/language/", {"language": language})

    people.owner.refresh_from_db()
    assert people.owner.language == "en"
    assert "django_language" not in response.cookies


@pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example/", "javascript:alert(1)"])
def test_the_menu_never_leads_to_another_site(client: Client, db: Any, elsewhere: str) -> None:
    response = client.post("/account/language/", {"language": "fr", "next": elsewhere})

    assert response.headers["Location"] == "/"


def test_looking_at_the_address_changes_nothing(client: Client, db: Any) -> None:
    assert client.get("/account/language/?language=fr").status_code == 405
