"""Badges and place cards in a browser: two clicks to a PDF, and pages that fit and that everybody can use."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from chancery.door.models import BadgePrinting
from chancery.events.models import Event
from tests.browser.conftest import Open

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def fits_and_is_accessible(page: Page) -> None:
    """Nothing stands over the edge, and axe finds nothing."""
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def test_a_guest_is_found_and_the_badge_opens_in_its_own_window(visit: Open, event: Event) -> None:
    page = visit(f"events/{event.code}/door/badges/?q=Exemplu")
    page.get_by_text("Sizes and what stands on them").click()
    fits_and_is_accessible(page)

    page.get_by_role("link", name="Ion Exemplu", exact=True).click()
    expect(page.get_by_text("No badge was printed before.").first).to_be_visible()
    fits_and_is_accessible(page)
    with page.context.expect_event("response", lambda response: response.url.endswith("badges/1.pdf")) as pdf:
        page.get_by_role("button", name="Print badge").first.click()

    assert pdf.value.headers["content-type"] == "application/pdf"
    page.reload()
    expect(page.get_by_text("Printed before, with printing 1:")).to_be_visible()
    assert BadgePrinting.objects.count() == 1
