"""The caller's desk in a browser: keys, two desks, a cut network, a lost answer, a closed window."""

from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any
from uuid import uuid4

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.test import Client
from django.utils import timezone
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from chancery.events.models import Event
from chancery.programme.actions import running as actions
from chancery.programme.models import Step
from tests import make
from tests.browser.conftest import PATIENCE, Open, keep
from tests.serving import Site

pytestmark = pytest.mark.browser
STEP = "**/call/step/"
OPENING = "Opening speech"
ANTHEM = "State Anthem of the Republic of Azerbaijan"


@pytest.fixture
def window(asgi_server: Site, event: Event, chromium: Browser) -> Iterator[Any]:
    """Open browsers in which a caller has signed in; a cut network is no fault here."""
    contexts = ExitStack()

    def opened(role: str = "caller", language: str = "en") -> BrowserContext:
        client = Client()
        client.force_login(make.member(event.organiser, role, make.user(language=language)).user)
        context = chromium.new_context(base_url=asgi_server.url, viewport={"width": 1440, "height": 900})
        contexts.callback(context.close)
        session = client.cookies["sessionid"].value
        context.add_cookies([{"name": "sessionid", "value": session, "url": asgi_server.url}])
        context.set_default_timeout(PATIENCE)
        return context

    with contexts:
        yield opened


def desk(context: BrowserContext, event: Event) -> Page:
    page = context.new_page()
    page.goto(f"/o/{event.organiser.ref}/events/{event.code}/call/")
    expect(page.locator("body")).to_have_attribute("data-contact", "there")
    return page


def now(page: Page) -> Any:
    return page.locator("[data-now-title]")


def is_written(page: Page) -> None:
    expect(page.locator("body")).to_have_attribute("data-waiting", "")


def kinds(event: Event) -> list[str]:
    return list(Step.objects.filter(run__event=event).order_by("number").values_list("kind", flat=True))


def test_the_space_bar_calls_and_writes_the_second(window: Any, event: Event) -> None:
    page = desk(window(), event)
    before = timezone.now()
    page.keyboard.press("Space")
    expect(now(page)).to_have_text(ANTHEM)
    is_written(page)

    anthem = event.items.order_by("position").first()
    assert anthem is not None
    assert anthem.started_at is not None
    assert abs((anthem.started_at - before).total_seconds()) < 2


def test_a_double_press_is_one_go(window: Any, event: Event) -> None:
    page = desk(window(), event)
    page.keyboard.press("Space")
    page.keyboard.press("Space")
    expect(now(page)).to_have_text(ANTHEM)
    is_written(page)
    assert kinds(event) == ["go"]


def test_two_desks_show_the_same_and_hand_over_the_call(window: Any, event: Event) -> None:
    mine, theirs = desk(window(), event), desk(window(), event)
    mine.keyboard.press("Space")
    expect(now(theirs)).to_have_text(ANTHEM)

    theirs.keyboard.press("Space")
    expect(theirs.locator("[data-said]")).to_contain_text("has the call; ask for it first.")
    theirs.keyboard.press("t")
    expect(mine.locator("strong[data-asked]")).to_contain_text("asks for the call")
    mine.keyboard.press("t")
    expect(theirs.locator("[data-caller]")).to_have_text("You have the call.")
    theirs.wait_for_timeout(600)  # the guard against a double press is measured in real time
    theirs.keyboard.press("Space")
    expect(now(mine)).to_have_text(OPENING)


def test_an_answer_that_is_lost_does_not_count_the_press_twice(window: Any, event: Event) -> None:
    page = desk(window(), event)
    lost: list[str] = []

    def lose_the_first(route: Route) -> None:
        if lost:
            route.continue_()
            return
        lost.append(route.fetch().text())
        route.abort()

    page.route(STEP, lose_the_first)
    page.keyboard.press("Space")
    expect(page.locator("body")).to_have_attribute("data-contact", "there")
    expect(now(page)).to_have_text(ANTHEM)
    is_written(page)
    assert lost
    assert kinds(event) == ["go"]


def test_without_the_server_the_desk_goes_on_and_writes_later(window: Any, event: Event) -> None:
    context = window()
    page = desk(context, event)
    context.set_offline(True)
    page.keyboard.press("Space")
    expect(now(page)).to_have_text(ANTHEM)
    page.wait_for_timeout(700)  # the guard against a double press is measured in real time
    page.keyboard.press("Space")
    expect(now(page)).to_have_text(OPENING)
    expect(page.get_by_text("Not yet written: 2")).to_be_visible()
    expect(page.get_by_text("The server is out of reach")).to_be_visible()
    assert kinds(event) == []

    context.set_offline(False)
    is_written(page)
    first, second = Step.objects.order_by("number")
    assert kinds(event) == ["go", "go"]
    assert 0.6 < (second.at - first.at).total_seconds() < 5


def test_a_closed_window_keeps_its_press(window: Any, event: Event) -> None:
    context = window()
    page = desk(context, event)
    page.route(STEP, lambda route: route.abort())
    page.keyboard.press("Space")
    expect(page.get_by_text("Not yet written: 1")).to_be_visible()
    page.close()
    assert kinds(event) == []

    again = desk(context, event)
    expect(now(again)).to_have_text(ANTHEM)
    is_written(again)
    assert kinds(event) == ["go"]


def test_the_end_is_asked_first(window: Any, event: Event) -> None:
    page = desk(window(), event)
    page.keyboard.press("Space")
    expect(now(page)).to_have_text(ANTHEM)
    is_written(page)
    page.keyboard.press("e")
    dialog = page.get_by_role("dialog", name="End the programme?")
    dialog.get_by_role("button", name="No").click()
    expect(dialog).to_be_hidden()
    assert kinds(event) == ["go"]

    page.keyboard.press("e")
    dialog.get_by_role("button", name="End it").click()
    expect(page.locator("body")).to_have_attribute("data-state", "over")
    is_written(page)
    assert kinds(event) == ["go", "end"]
    anthem = event.items.order_by("position").first()
    assert anthem is not None
    assert anthem.ended_at is not None


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_desk_is_good_for_readers_of_screens(visit_live: Open, event: Event, language: str) -> None:
    by = make.actor(event.organiser, make.member(event.organiser, "owner").user)
    actions.take_step(event, "go", uid=uuid4(), by=by, at=timezone.now())
    for is_narrow in (False, True):
        page = visit_live(f"events/{event.code}/call/", language=language, is_narrow=is_narrow)
        expect(page.locator("body")).to_have_attribute("data-contact", "there")
        keep(page, f"desk-{language}-{'narrow' if is_narrow else 'wide'}")
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
