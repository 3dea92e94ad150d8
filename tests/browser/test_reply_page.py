"""A guest answers on a telephone, without scripts and without cookies, and a reader finds nothing to mend."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from chancery.guests.models import Standing
from tests import wallet_built as built
from tests.browser.conftest import NARROW
from tests.browser.picturing import picture
from tests.guests.reply_built import coming_event, invited

pytestmark = pytest.mark.browser


@pytest.mark.pictured
def test_a_yes_takes_one_touch_without_scripts_and_stays_on_the_page(
    live_server: Any, chromium: Browser, transactional_db: Any
) -> None:
    party = invited()
    context = chromium.new_context(viewport=NARROW, java_script_enabled=False, base_url=live_server.url)
    page = context.new_page()
    page.goto(party.address())
    picture(page, "reply", "body")

    page.get_by_role("button", name="I shall come").click()

    assert page.get_by_role("heading", name="You have accepted").is_visible()
    assert party.again().standing == Standing.ACCEPTED
    assert context.cookies() == []
    context.close()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_pass_with_its_wallets_keeps_no_reader_out(
    live_server: Any, chromium: Browser, transactional_db: Any, settings: Any, language: str
) -> None:
    settings.GOOGLE_WALLET_ISSUER = built.ISSUER
    party = invited()
    party.send("accept")
    context = chromium.new_context(viewport=NARROW, color_scheme="dark")
    page = context.new_page()
    with built.folder() as folder:
        built.lay_apple(folder)
        built.lay_google(folder)
        page.goto(live_server.url + party.address("pass/", language=language))

        with page.expect_download() as download:
            page.locator("a[href*='pass.pkpass']").click()

    found = Axe().run(page)
    assert download.value.suggested_filename == "entry-pass.pkpass"
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
    context.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("address", ["", "accept/", "represent/", "other/", "privacy/"])
def test_no_page_of_a_guest_keeps_a_reader_out(
    live_server: Any, chromium: Browser, transactional_db: Any, address: str, language: str, theme: str
) -> None:
    party = invited(coming_event(companions="partner", asks_diet=True))
    context = chromium.new_context(viewport=NARROW, color_scheme=theme)
    page = context.new_page()
    page.goto(live_server.url + party.address(address, language=language))

    found = Axe().run(page)

    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
    context.close()
