"""The wordings of the office: made one's own, a field put in at the cursor, looked at, in Arabic too."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from chancery.events.models import Event
from chancery.guests.models import Form, Kind, Template
from tests.browser.conftest import Open

pytestmark = pytest.mark.browser


@pytest.fixture
def own(event: Event) -> Template:
    """A card of the office's own, in Arabic as well."""
    return Template.objects.create(
        organiser=event.organiser,
        form=Form.CARD,
        kind=Kind.INVITATION,
        name="Ours",
        bodies={"en": "{host}\n\n{guest}\n\n{reply}", "ar": "{host}\n\n{guest}\n\n{reply}"},
    )


def fits_and_is_accessible(page: Page) -> None:
    """Nothing stands over the edge, and axe finds nothing."""
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def test_an_own_wording_is_made_and_a_field_put_in_where_the_cursor_stands(visit: Open) -> None:
    page = visit("wordings/shipped/?kind=invitation&form=email")

    page.get_by_role("button", name="Make our own from this").click()
    text = page.get_by_label("Text in English")
    text.fill("<p>AB {reply_link}</p>")
    text.evaluate("field => field.setSelectionRange(4, 4)")
    page.get_by_role("button", name="{guest}", exact=True).click()

    expect(text).to_have_value("<p>A{guest}B {reply_link}</p>")
    fits_and_is_accessible(page)
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("The wording is saved.")).to_be_visible()
    assert Template.objects.get().bodies["en"] == "<p>A{guest}B {reply_link}</p>"


@pytest.mark.parametrize("path", ["wordings/", "wordings/shipped/?form=card", "wordings/own/{own}/"])
def test_the_pages_fit_a_phone_at_night_in_arabic(visit: Open, own: Template, path: str) -> None:
    page = visit(path.format(own=own.code), language="ar", theme="dark", is_narrow=True)

    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    fits_and_is_accessible(page)


def test_a_card_is_looked_at_with_real_guests(visit: Open, event: Event, own: Template) -> None:
    page = visit(f"events/{event.code}/wordings/?kind=invitation&form=card&own={own.code}")

    expect(page.locator(".as-printed img").first).to_be_visible()
    fits_and_is_accessible(page)
