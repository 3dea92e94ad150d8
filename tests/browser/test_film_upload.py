"""The file of a film sent in parts: broken off, and gone on with after the page was opened anew."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Browser, Page, Route, expect

from chancery.base.models import StoredFile
from chancery.exhibition.models import Film
from tests import films, make
from tests.browser.conftest import NARROW, PATIENCE, keep

pytestmark = pytest.mark.browser


@pytest.fixture
def film(transactional_db: Any, settings: Any, tmp_path: Path) -> Film:
    """A film of three seconds without its file."""
    settings.MEDIA_ROOT = tmp_path / "media"
    return make.film(make.organiser("mission"), "Voices", duration_seconds=3)


@pytest.fixture
def page(live_server: Any, chromium: Browser, film: Film) -> Iterator[Page]:
    """The page of the film on a phone."""
    client = Client()
    client.force_login(make.member(film.organiser, "owner", make.user(language="en")).user)
    context = chromium.new_context(viewport=NARROW)
    cookie = client.cookies["sessionid"].value
    context.add_cookies([{"name": "sessionid", "value": cookie, "url": live_server.url}])
    context.set_default_timeout(PATIENCE)
    opened = context.new_page()
    opened.on("dialog", lambda dialog: dialog.accept())
    opened.goto(live_server.url + reverse("exhibition:change-film", args=["mission", film.code]))
    yield opened
    context.close()


def send(page: Page, path: Path) -> None:
    page.locator("#id_large_file").set_input_files(path)
    page.get_by_role("button", name="Send the file").click()


def test_a_film_goes_on_where_it_stopped_when_the_page_is_opened_anew(
    page: Page, film: Film, tmp_path: Path
) -> None:
    path = tmp_path / "voices.webm"
    path.write_bytes(films.film())
    begun: list[str] = []
    page.on("request", lambda sent: begun.append(sent.url) if sent.method == "POST" else None)

    def lose(route: Route) -> None:
        route.abort() if route.request.method == "PATCH" else route.continue_()

    page.route("**/uploads/*/", lose)
    with page.expect_event("requestfailed"):
        send(page, path)
    expect(page.locator(".uploads li")).to_contain_text("voices.webm")
    keep(page, "film-upload-phone")
    assert Axe().run(page).violations_count == 0
    assert StoredFile.objects.get().state == "arriving"

    page.reload()
    page.unroute("**/uploads/*/")
    send(page, path)

    expect(page.get_by_text("The file is there and lasts 00:03")).to_be_visible()
    film.refresh_from_db()
    assert film.file == StoredFile.objects.get()
    assert len(begun) == 1


def test_what_is_no_film_is_said_in_words(page: Page, film: Film, tmp_path: Path) -> None:
    path = tmp_path / "voices.mp4"
    path.write_bytes(b"no film at all")

    send(page, path)

    expect(page.get_by_text("“voices.mp4” is neither a film in MP4, QuickTime or WebM")).to_be_visible()
    expect(page.get_by_text("The film did not arrive; see below why.")).to_be_visible()
    film.refresh_from_db()
    assert film.file is None
