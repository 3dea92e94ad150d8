"""A communiqué from the draft to its withdrawal, with the facts of each sentence beside it; in Arabic too."""

import re
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from chancery.events.models import Event
from chancery.record.models import Release, Statement
from tests.browser.conftest import Open
from tests.record import communique_built as built

pytestmark = pytest.mark.browser

EDITED = "Ambassador Osmanov spoke of the South Caucasus."


def fits_and_is_accessible(page: Page) -> None:
    """Nothing stands over the edge, and axe finds nothing."""
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def _press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def _change_the_record(event: Event) -> None:
    """Let the record hold other words of the speaker than those that were edited."""
    said = next(one for one in Statement.objects.filter(event=event) if "South Caucasus" in one.texts["en"])
    said.texts = said.texts | {"en": "said that peace in the South Caucasus matters to Europe"}
    said.save(update_fields=["texts"])


def test_a_communique_from_the_draft_to_its_withdrawal(visit: Open, event: Event, live_server: Any) -> None:
    built.a_media_list(event.organiser, "Local media", "desk@example.org")
    page = visit(f"events/{event.code}/record/communique/?language=en")

    # Drafted, and a sentence changed beside its facts.
    _press(page, "Draft it from the record")
    page.locator(".draft-text a.sentence", has_text="South Caucasus").click()
    drawer = page.get_by_role("dialog")
    expect(drawer.get_by_role("heading", name="It rests on")).to_be_visible()
    fits_and_is_accessible(page)
    drawer.get_by_label("Wording").first.fill(EDITED)
    drawer.get_by_role("button", name="Save the wording").click()
    expect(page.get_by_text("The sentence is changed.")).to_be_visible()

    # A fact changes: the edited sentence is flagged, then mended.
    _change_the_record(event)
    page.reload()
    expect(page.get_by_text("1 sentence has to be looked at before this text can leave.")).to_be_visible()
    fits_and_is_accessible(page)
    _press(page, "It is still right")
    expect(page.get_by_text("1 sentence has to be looked at")).to_have_count(0)

    # Read over, and released.
    _press(page, "I have read it over")
    expect(page.get_by_text("The text is reviewed as it stands")).to_be_visible()
    page.get_by_role("link", name="Release", exact=True).click()
    expect(page.get_by_role("heading", name="Before it is released")).to_be_visible()
    fits_and_is_accessible(page)
    _press(page, "Release and send 1 message")
    expect(page.get_by_text("The communiqué is released; 1 message is on its way.")).to_be_visible()
    _read_by_anybody(page)

    # Corrected, then withdrawn: both versions say so.
    _correct(page, event)
    first, second = Release.objects.order_by("number")
    # The page was read a moment ago, and browsers keep it for a minute.
    page.goto(f"{live_server.url}/p/{event.organiser.ref}/communiques/{first.code}/?lang=en")
    expect(page.get_by_text("This version was corrected on")).to_contain_text("The hour was wrong.")
    _withdraw(page, event, second, live_server.url)
    page.goto(f"{live_server.url}/p/{event.organiser.ref}/communiques/")
    expect(page.get_by_text("No communiqué has been released in this language.")).to_be_visible()


def _read_by_anybody(page: Page) -> None:
    page.locator("main a[href^='/p/']").click()
    expect(page.locator("h1")).to_be_visible()
    expect(page.get_by_text(EDITED)).to_be_visible()
    fits_and_is_accessible(page)
    page.go_back()


def _correct(page: Page, event: Event) -> None:
    page.goto(page.url.split("/communique/")[0] + "/communique/release/")
    _press(page, "Show what would leave")
    page.get_by_label("What was corrected, in English").fill("The hour was wrong.")
    page.get_by_role("button", name=re.compile("^Release and send")).click()
    expect(page.get_by_text("The communiqué is released")).to_be_visible()


def _withdraw(page: Page, event: Event, release: Release, url: str) -> None:
    office = f"{url}/o/{event.organiser.ref}/events/{event.code}/record/communique/"
    page.goto(f"{office}releases/{release.code}/withdraw/")
    fits_and_is_accessible(page)
    page.get_by_role("textbox", name="Reason").fill("It names the wrong hall.")
    _press(page, "Withdraw it")
    expect(page.get_by_text("The version is withdrawn; its page says so and why.")).to_be_visible()


def test_a_french_text_reads_from_the_left_on_an_arabic_page(visit: Open, event: Event) -> None:
    built.an_edition(event, "fr")

    page = visit(
        f"events/{event.code}/record/communique/?language=fr", language="ar", theme="dark", is_narrow=True
    )

    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    expect(page.locator(".draft-text")).to_have_attribute("dir", "ltr")
    assert page.locator(".draft-text").evaluate("e => getComputedStyle(e).direction") == "ltr"
    fits_and_is_accessible(page)


def test_the_facts_of_a_sentence_open_without_script(visit: Open, event: Event) -> None:
    edition = built.an_edition(event)
    sentence = built.saying(edition, "South Caucasus")

    page = visit(
        f"events/{event.code}/record/communique/?language=en&sentence={sentence.code}", is_narrow=True
    )

    expect(page.locator("#facts").get_by_text("Statement:").first).to_be_visible()
    fits_and_is_accessible(page)


@pytest.mark.parametrize("path", ["media-lists/", "media-lists/{chosen}/", "media-lists/{chosen}/paste/"])
def test_media_lists_fit_a_phone_in_arabic(visit: Open, event: Event, path: str) -> None:
    chosen = built.a_media_list(event.organiser, "Local media", "desk@example.org")

    page = visit(path.format(chosen=chosen.code), language="ar", is_narrow=True)

    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    fits_and_is_accessible(page)
