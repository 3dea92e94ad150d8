"""Every page of an office with the reference event, by day and by night, left to right and right to left."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse
from playwright.sync_api import Page

from chancery.events.models import Event
from tests.browser.conftest import Open, keep

pytestmark = pytest.mark.browser

OF_THE_OFFICE = (
    "desk:office",
    "desk:settings",
    "events:events",
    "events:plan",
    "events:places",
    "directory:people",
    "directory:bodies",
    "directory:groups",
    "directory:imports",
    "occasions:occasions",
    "precedence:profiles",
    "exhibition:works",
    "accounts:history",
    "accounts:seal",
    "accounts:team",
    "accounts:provisioning",
    "tokens:tokens",
    "hooks:endpoints",
    "hooks:add",
    "custody:register",
    "custody:keeping",
    "custody:requests",
    "privacy:office",
    "seating:rooms",
    "guests:wordings",
    "campaign:office",
    "campaign:office-reports",
    "campaign:feeds",
)
OF_THE_EVENT = (
    "desk:event",
    "desk:papers",
    "events:change",
    "events:tasks",
    "events:people",
    "events:order",
    "events:order-settings",
    "programme:programme",
    "programme:add",
    "guests:guests",
    "guests:add",
    "guests:notice",
    "guests:identities",
    "desk:bring",
    "record:statements",
    "record:add",
    "record:presence",
    "record:figures",
    "record:documents",
    "record:communique",
    "record:photos",
    "record:press",
    "record:after",
    "record:costs",
    "record:review",
    "record:ministry-report",
    "desk:pack",
)


@pytest.mark.parametrize(
    ("language", "theme", "is_narrow"), [("en", "light", True), ("ar", "dark", False), ("ro", "light", False)]
)
def test_each_page_is_readable_for_everybody(
    visit: Open, event: Event, language: str, theme: str, is_narrow: bool
) -> None:
    page = visit(language=language, theme=theme, is_narrow=is_narrow)
    look = f"{language}-{theme}-{'narrow' if is_narrow else 'wide'}"
    ref = event.organiser.ref
    addresses = {route: reverse(route, args=[ref]) for route in OF_THE_OFFICE}
    addresses |= {route: reverse(route, args=[ref, event.code]) for route in OF_THE_EVENT}

    unreadable = {}
    for route, address in addresses.items():
        page.goto(address)
        keep(page, f"{route.replace(':', '-')}-{look}")
        if found := what_is_wrong(page):
            unreadable[address] = found

    assert unreadable == {}


def what_is_wrong(page: Page) -> list[str]:
    """What axe finds, and whether something runs out of the window."""
    found = [rule["id"] for rule in Axe().run(page).response["violations"]]
    if not page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"):
        found.append("runs out of the window")
    return found
