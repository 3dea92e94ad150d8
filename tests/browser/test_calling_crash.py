"""The caller's desk when the server is killed between a press and its answer, and the browser closes too."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from playwright.sync_api import Browser, Page, Route, expect

from chancery.events.models import Event
from tests import make
from tests.browser.conftest import PATIENCE
from tests.browser.test_calling import ANTHEM, OPENING, STEP, desk, is_written, kinds, now
from tests.chromium import CHROMIUM, QUIET
from tests.machine import Machine

pytestmark = pytest.mark.browser


@pytest.fixture
def machine(event: Event, tmp_path: Path) -> Iterator[Machine]:
    """The product in a process of its own."""
    running = Machine(tmp_path / "home")
    running.start()
    yield running
    running.kill()


@pytest.fixture
def open_desk(
    machine: Machine, event: Event, chromium: Browser, tmp_path: Path
) -> Iterator[Callable[[], Page]]:
    """Open a browser that keeps on disk what its pages keep, with the desk of the same caller each time."""
    client, browsers = Client(), ExitStack()
    client.force_login(make.member(event.organiser, "caller").user)

    def opened() -> Page:
        context: Any = chromium.browser_type.launch_persistent_context(
            tmp_path / "profile", executable_path=CHROMIUM, args=QUIET, base_url=machine.url
        )
        browsers.callback(context.close)
        session = client.cookies["sessionid"].value
        context.add_cookies([{"name": "sessionid", "value": session, "url": machine.url}])
        context.set_default_timeout(PATIENCE)
        return desk(context, event)

    with browsers:
        yield opened


def test_no_press_is_lost_or_taken_twice_when_server_and_browser_end(
    machine: Machine, open_desk: Callable[[], Page], event: Event
) -> None:
    page = open_desk()

    def die_before_the_answer(route: Route) -> None:
        route.fetch()
        machine.kill()
        route.abort()

    page.route(STEP, die_before_the_answer, times=1)
    page.keyboard.press("Space")
    expect(page.get_by_text("The server is out of reach")).to_be_visible()
    expect(now(page)).to_have_text(ANTHEM)
    assert kinds(event) == ["go"]
    page.wait_for_timeout(700)  # the guard against a double press is measured in real time
    page.keyboard.press("Space")
    expect(now(page)).to_have_text(OPENING)
    expect(page.get_by_text("Not yet written: 2")).to_be_visible()
    page.context.close()

    machine.start()
    again = open_desk()
    expect(now(again)).to_have_text(OPENING)
    is_written(again)
    assert kinds(event) == ["go", "go"]
    anthem, opening = event.items.order_by("position")[:2]
    assert anthem.ended_at == opening.started_at is not None
