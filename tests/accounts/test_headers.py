"""What every answer carries: the content policy, and cookies that keep to themselves."""

import re
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.templatetags.static import static
from django.test import Client

from chancery.base.digests import digest_of_files
from tests import make
from tests.access import body_of, close_file
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
    "media-src": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
    "base-uri": "'none'",
}


@pytest.mark.parametrize("path", PAGES + ENTRANCES)
def test_every_page_carries_the_strict_policy(signed_in: Client, path: str) -> None:
    client = signed_in if path in PAGES else Client()

    response = client.get(path)

    assert_is_kept_apart(response)
    assert "private" in response.headers["Cache-Control"]


def test_an_error_of_the_interface_carries_what_a_page_carries(client: Client, db: Any) -> None:
    response = client.get("/api/v1/nowhere/")

    assert response.headers["Content-Type"] == "application/problem+json"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Referrer-Policy"] == "same-origin"


def assert_is_kept_apart(response: Any) -> None:
    """Each header that every answer has to carry is there."""
    sent = [part.strip().split(" ", 1) for part in response.headers["Content-Security-Policy"].split(";")]
    assert dict(sent) == POLICY
    assert response.headers["X-Frame-Options"] == "DENY"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Referrer-Policy"] == "same-origin"
    assert response.headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert response.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "camera=()" in response.headers["Permissions-Policy"]


def test_files_carry_the_policy_and_are_kept_for_ever(client: Client, db: Any) -> None:
    response = client.get(static("base/css/tokens.css"))

    assert b"--accent" in b"".join(response.streaming_content)
    close_file(response)
    assert_is_kept_apart(response)
    assert "immutable" in response.headers["Cache-Control"]


def test_the_address_of_a_file_changes_with_any_file(tmp_path: Path) -> None:
    script = tmp_path / "static" / "app.js"
    script.parent.mkdir()
    script.write_text("one")
    before = digest_of_files([script.parent])

    script.write_text("two")

    assert digest_of_files([script.parent]) != before
    script.write_text("one")
    assert digest_of_files([script.parent]) == before


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_what_is_too_large_is_refused_before_it_is_read(client: Client, db: Any, language: str) -> None:
    response = client.post(
        "/account/login/",
        data=b"",
        content_type="text/plain",
        headers={"content-length": str(settings.MOST_REQUEST_BYTES + 1), "accept-language": language},
    )

    assert response.status_code == 413
    assert_is_kept_apart(response)
    assert f'lang="{language}"' in body_of(response)
    if language == "en":
        assert "What was sent is larger than 64 MB; go back" in body_of(response)


def test_a_text_that_is_too_long_is_refused_in_a_sentence(client: Client, db: Any) -> None:
    written = {"login": "x" * (settings.DATA_UPLOAD_MAX_MEMORY_SIZE + 1)}

    response = client.post("/account/login/", written, content_type="application/x-www-form-urlencoded")

    assert response.status_code == 413


def test_the_address_of_a_form_that_is_only_looked_at_says_so(signed_in: Client) -> None:
    response = signed_in.get("/account/language/")

    assert response.status_code == 405
    assert response.headers["Allow"] == "POST"
    assert "This address only takes what a form sends" in body_of(response)


@pytest.mark.parametrize(
    ("host", "path", "status"), [("evil.example", "/account/", 400), ("testserver", "/nowhere/", 404)]
)
def test_a_refusal_speaks_the_language_of_the_browser(
    client: Client, db: Any, host: str, path: str, status: int
) -> None:
    response = client.get(path, headers={"host": host, "accept-language": "ar"})

    assert response.status_code == status
    assert_is_kept_apart(response)
    assert 'lang="ar" dir="rtl"' in body_of(response)


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
