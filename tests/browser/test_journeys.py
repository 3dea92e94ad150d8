"""Whole journeys of a protocol officer, from the event to its papers."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from chancery.events.models import Event
from tests.browser.conftest import Open, keep

pytestmark = pytest.mark.browser

PAGES = ("", "events/", "events/{code}/", "events/{code}/programme/", "events/{code}/record/")


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize(
    ("language", "theme", "is_narrow"),
    [("en", "light", False), ("en", "dark", True), ("ar", "light", True), ("ar", "light", False)],
)
def test_each_page_is_readable_for_everybody(
    visit: Open, event: Event, path: str, language: str, theme: str, is_narrow: bool
) -> None:
    page = visit(path.format(code=event.code), language=language, theme=theme, is_narrow=is_narrow)
    name = path.format(code="event").strip("/").replace("/", "-") or "home"
    keep(page, f"{name}-{language}-{theme}-{'narrow' if is_narrow else 'wide'}")

    found = Axe().run(page)

    serious = [each for each in found.response["violations"] if each["impact"] in {"serious", "critical"}]
    assert [each["id"] for each in serious] == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
