"""A site with the reference event, and a browser in which the protocol officer has signed in."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page, expect

from chancery.accounts.models import Organiser
from chancery.base.audit import Actor
from chancery.desk.archive.reading import load_event
from chancery.desk.commands import REFERENCE
from chancery.events.models import Event
from tests import make
from tests.serving import Site

ARTIFACTS = Path(__file__).parents[2] / "artifacts"
PATIENCE = 45_000  # milliseconds, for a machine that does much else
expect.set_options(timeout=PATIENCE)
WIDE, NARROW = {"width": 1440, "height": 900}, {"width": 360, "height": 740}

type Open = Callable[..., Page]


@pytest.fixture
def event(transactional_db: Any) -> Event:
    """The reference event with its sample guests."""
    office: Organiser = make.organiser(
        "azerbaijan-bucharest", state="AZ", host_state="RO", city="Bucharest", languages=["en", "ro", "az"]
    )
    for name in ("bucharest-2025", "bucharest-2025-sample-guests"):
        loaded = load_event(REFERENCE / name, organiser=office, by=Actor(office.pk))
    return loaded.event


@pytest.fixture
def visit(live_server: Any, event: Event, chromium: Browser) -> Iterator[Open]:
    """
    Open an address of the office as its protocol officer.

    Errors on the console or a refused resource fail the test at its end.
    """
    with opening(live_server.url, event, chromium) as open_page:
        yield open_page


@pytest.fixture
def visit_live(asgi_server: Site, event: Event, chromium: Browser) -> Iterator[Open]:
    """Open an address as `visit` does, on the server that also pushes."""
    with opening(asgi_server.url, event, chromium) as open_page:
        yield open_page


@contextmanager
def opening(url: str, event: Event, chromium: Browser) -> Iterator[Open]:
    """Give what opens pages of the office on a server; all windows close in the end."""
    windows = ExitStack()

    def open_page(
        path: str = "", *, language: str = "en", theme: str = "light", is_narrow: bool = False
    ) -> Page:
        officer = make.member(event.organiser, "owner", make.user(language=language)).user
        client = Client()
        client.force_login(officer)
        context = chromium.new_context(
            viewport=NARROW if is_narrow else WIDE, color_scheme=theme, base_url=url
        )
        context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": url}])
        page = windows.enter_context(watched(context))
        page.goto(f"{url}/o/{event.organiser.ref}/{path}")
        return page

    with windows:
        yield open_page


@contextmanager
def watched(context: BrowserContext) -> Iterator[Page]:
    """Give a window and close it in the end; what the browser complained about fails the test then."""
    troubles: list[str] = []
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.on("console", lambda said: troubles.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: troubles.append(str(error)))
    try:
        yield page
    finally:
        context.close()
    assert troubles == []


def keep(page: Page, name: str) -> None:
    """Keep a picture of the page among the artefacts of the run."""
    ARTIFACTS.mkdir(exist_ok=True)
    page.screenshot(path=ARTIFACTS / f"{name}.png", full_page=True)
