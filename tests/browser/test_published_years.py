"""What an office publishes of its years, its missions and its calendar: read by axe, on phone and desk."""

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from chancery.directory.models import Body
from chancery.events.models import Event
from tests import make
from tests.browser.conftest import Open, keep
from tests.browser.test_journeys import what_is_wrong
from tests.campaign import pages_built as built
from tests.campaign.figures_built import a_year, counted

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(("is_narrow", "theme", "language"), [(True, "light", "en"), (False, "dark", "ar")])
def test_the_missions_of_an_office_are_read_on_a_phone_and_at_a_desk(
    visit: Open, event: Event, is_narrow: bool, theme: str, language: str
) -> None:
    codes = list(Body.objects.filter(kind="mission").order_by("pk").values_list("code", flat=True))
    for year in range(2012, 2026):
        met = [("head" if (year + place) % 2 else "nobody", code) for place, code in enumerate(codes)]
        levels = [("level", came, code, 1) for came, code in met]
        own = [("own-level", "other", code, 1) for code in codes[:3]]
        counted(event.organiser, year, [*a_year(year - 1960), *levels, *own])

    page = visit("figures/missions/", is_narrow=is_narrow, theme=theme, language=language)
    assert what_is_wrong(page) == []
    page.locator("#levels summary").click()
    expect(page.locator("#levels table")).to_be_visible()

    assert what_is_wrong(page) == []
    keep(page, f"missions-{language}")


@pytest.mark.parametrize("is_narrow", [True, False], ids=["phone", "desk"])
def test_what_is_published_of_a_year_is_read_by_everybody(visit: Open, event: Event, is_narrow: bool) -> None:
    office = event.organiser
    campaign = make.campaign(office, "Remember", aims={"en": "To remember."})
    page_out = built.an_open_page(campaign, slug="remember", shown={"figures": ["events", "present"]})
    for row in (None, campaign):
        counted(office, 2025, a_year(60, "RO", "TR"), campaign=row)
        built.a_report(office, row, state="released", released_at=timezone.now())
    built.a_recognition(campaign, "Sampling", state="GE")
    ref, report = office.ref, built.a_report(office, version=2).code

    for path in (
        "calendar/",
        "calendar/?year=2025",
        f"campaigns/{campaign.code}/figures/",
        f"campaigns/{campaign.code}/public/",
        f"reports/{report}/",
    ):
        page = visit(path, is_narrow=is_narrow)
        assert what_is_wrong(page) == [], path
    for path in (
        f"/c/{page_out.slug}/en/",
        f"/c/{page_out.slug}/reports/2025/en/",
        f"/p/{ref}/reports/",
        f"/p/{ref}/reports/2025/en/",
    ):
        page.goto(path)
        assert what_is_wrong(page) == [], path
