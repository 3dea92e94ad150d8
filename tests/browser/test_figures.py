"""The dashboard of an office on a phone and at a desk: read by axe, and never wider than the screen."""

import pytest
from playwright.sync_api import Page, expect

from chancery.accounts.models import Organiser
from tests.browser.conftest import Open, keep
from tests.browser.test_journeys import what_is_wrong
from tests.campaign.figures_built import a_year, counted

pytestmark = pytest.mark.browser


def fits(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))


def test_the_dashboard_is_read_on_a_phone_and_at_a_desk(visit: Open, event: object) -> None:
    office = Organiser.objects.get()
    for year in (2009, *range(2012, 2026)):
        counted(office, year, a_year(year - 1960, "RO", "TR", "MT", "VA", "TV"))

    page = visit("figures/", is_narrow=True)
    assert what_is_wrong(page) == []
    assert fits(page)
    page.locator("#answers summary").click()
    expect(page.locator("#answers table")).to_be_visible()
    assert what_is_wrong(page) == []
    assert fits(page)
    keep(page, "figures-phone")

    desk = visit("figures/")
    assert what_is_wrong(desk) == []
    desk.get_by_role("button", name="Compare").click()
    expect(desk.get_by_role("heading", name="Comparison")).to_be_visible()
    assert what_is_wrong(desk) == []
