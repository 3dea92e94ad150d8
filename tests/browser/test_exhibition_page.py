"""The public page of an exhibition: without script, from both sides, on a slow line, and for every reader."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse
from playwright.sync_api import Browser

from chancery.exhibition.models import Exhibition
from tests import make
from tests.browser.conftest import NARROW
from tests.browser.picturing import picture
from tests.exhibition import shown_built as built

pytestmark = pytest.mark.browser


@pytest.fixture
def shown(transactional_db: Any) -> Exhibition:
    """A published exhibition in English and Arabic with two works, both with pictures."""
    office = make.organiser("mission")
    made = make.exhibition(
        office, titles={"en": "Voices", "ar": "أصوات"}, languages=["en", "ar"], is_published=True
    )
    for title, title_in_arabic in (("Shore", "شاطئ"), ("Orchard", "بستان")):
        work = built.work(
            office,
            titles={"en": title, "ar": title_in_arabic},
            captions={"en": "Dusk, from the old landing stage.", "ar": "الغروب من المرسى القديم."},
            alt_texts={"en": "A gradient.", "ar": "تدرج."},
            picture=built.picture(office),
        )
        built.hang(made, work)
    return made


def address(exhibition: Exhibition, language: str, title: str = "") -> str:
    route = ["mission", exhibition.code]
    if title:
        exhibit = exhibition.exhibits.get(work__titles__en=title)
        return reverse("public-exhibition:caption", args=[*route, exhibit.code]) + f"?lang={language}"
    return reverse("public-exhibition:exhibition", args=route) + f"?lang={language}"


@pytest.mark.pictured
@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("title", ["", "Shore"])
def test_no_public_page_keeps_a_reader_out(
    live_server: Any, chromium: Browser, shown: Exhibition, title: str, language: str
) -> None:
    context = chromium.new_context(viewport=NARROW)
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(live_server.url + address(shown, language, title))

    if title and language == "en":
        picture(page, "caption", "body")
    found = Axe().run(page)

    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
    # The content policy lets the data for machines stand.
    assert said == []
    assert context.cookies() == []
    context.close()


def test_a_visitor_reads_on_in_the_chosen_language_without_scripts(
    live_server: Any, chromium: Browser, shown: Exhibition
) -> None:
    context = chromium.new_context(viewport=NARROW, java_script_enabled=False)
    page = context.new_page()
    page.goto(live_server.url + address(shown, "en"))

    page.get_by_role("link", name="العربية").click()
    page.get_by_role("link", name="شاطئ").click()
    page.locator("a[rel=next]").click()

    assert page.get_by_role("heading", name="بستان").is_visible()
    assert page.locator("html").get_attribute("dir") == "rtl"
    context.close()
