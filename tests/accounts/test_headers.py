"""What every answer carries: the content policy, and cookies that keep to themselves."""

import re
from typing import Any

import pytest
from django.test import Client

from tests import make
from tests.access import body_of
from tests.conftest import People

PAGES = ("/account/", "/o/mission/", "/o/mission/team/", "/o/mission/settings/", "/o/mission/history/")
ENTRANCES = ("/account/login/", "/account/password/reset/", "/account/link/unknown/", "/nowhere/")

POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
    "base-uri": "'none'",
}


@pytest.mark.parametrize("path", PAGES + ENTRANCES)
def test_every_page_carries_the_strict_policy(signed_in: Client, path: str) -> None:
    client = signed_in if path in PAGES else Client()

    response = client.get(path)

    sent = [part.strip().split(" ", 1) for part in response.headers["Content-Security-Policy"].split(";")]
    assert dict(sent) == POLICY
    assert response.headers["X-Frame-Options"] == "DENY"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Referrer-Policy"] == "same-origin"


@pytest.mark.parametrize("path", PAGES + ENTRANCES)
def test_no_page_holds_what_the_policy_would_stop(signed_in: Client, path: str) -> None:
    client = signed_in if path in PAGES else Client()

    page = body_of(client.get(path))

    assert not re.search(r"<style|\sstyle=|\son[a-z]+=", page)
    for script in re.findall(r"<script[^>]*>", page):
        assert "src=" in script or 'type="application/json"' in script


def test_cookies_are_out_of_reach_of_scripts_and_other_sites(client: Client, db: Any) -> None:
    make.member(make.organiser(), who=make.user("ana@example.org", password="seven grey herons"))
    client.get("/account/login/")

    client.post("/account/login/", {"login": "ana@example.org", "password": "seven grey herons"})

    for name in ("sessionid", "csrftoken"):
        cookie = client.cookies[name]
        assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax"), name


def test_a_form_without_its_secret_is_refused_in_a_sentence(people: People) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(people.owner)

    response = client.post("/o/mission/settings/", {"city": "Elsewhere"})

    assert response.status_code == 403
    assert "load the page again and send it once more." in body_of(response)
    people.office.refresh_from_db()
    assert people.office.city == "Bucharest"


@pytest.mark.parametrize("path", ["/o/elsewhere/", "/o/nowhere/", "/nowhere/"])
def test_what_belongs_to_others_looks_like_what_does_not_exist(signed_in: Client, path: str) -> None:
    response = signed_in.get(path)

    assert response.status_code == 404
    assert "There is no page at this address, or it belongs to another office." in body_of(response)


def test_a_broken_page_says_so_without_a_word_of_why(people: People, monkeypatch: pytest.MonkeyPatch) -> None:
    def break_down(*_arguments: Any, **_named: Any) -> None:
        raise RuntimeError("the inner works")

    monkeypatch.setattr("chancery.accounts.queries.members_with_grants", break_down)
    client = Client(raise_request_exception=False)
    client.force_login(people.owner)

    response = client.get("/o/mission/team/")

    assert response.status_code == 500
    assert "The page could not be made" in body_of(response)
    assert "the inner works" not in body_of(response)


def test_a_request_that_cannot_be_read_says_so(signed_in: Client) -> None:
    response = signed_in.get("/account/", headers={"host": "evil.example"})

    assert response.status_code == 400
    assert "The browser sent something this page cannot read" in body_of(response)
