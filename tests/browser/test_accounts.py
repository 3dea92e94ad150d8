"""Setting an office up and signing in, in Chromium, under the strict content policy."""

from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect

from chancery.accounts.actions import links
from chancery.accounts.models import Membership, Organiser
from tests import make
from tests.browser.conftest import NARROW, WIDE, keep, watched
from tests.browser.picturing import picture

pytestmark = pytest.mark.browser

AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture(params=[WIDE, NARROW], ids=["wide", "narrow"])
def page(request: pytest.FixtureRequest, transactional_db: Any, chromium: Browser) -> Iterator[Page]:
    """A page of somebody new; what the browser complains about fails the test."""
    with watched(chromium.new_context(viewport=request.param)) as page:
        yield page


def is_readable(page: Page) -> bool:
    """Whether axe finds nothing serious and nothing runs out of the window."""
    found = Axe().run(page).response["violations"]
    serious = [each["id"] for each in found if each["impact"] in {"serious", "critical"}]
    assert serious == [], page.url
    return bool(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))


@pytest.mark.pictured
def test_an_office_is_set_up_from_the_link_of_the_server(page: Page, live_server: Any) -> None:
    links.close_set_up()
    page.goto(f"{live_server.url}/setup/{links.set_up_key()}/")
    assert is_readable(page)
    if page.viewport_size == WIDE:
        picture(page, "first-run")
    page.get_by_label("City", exact=True).fill("Bucharest")
    page.get_by_label("Time zone").fill("Europe/Bucharest")
    page.get_by_label("Romanian", exact=True).check()
    page.get_by_role("button", name="Go on").click()
    assert is_readable(page)
    page.get_by_role("textbox", name="English").fill("Embassy of Sampleland")
    page.get_by_label("Short name").fill("embassy")
    page.get_by_role("button", name="Go on").click()
    assert is_readable(page)
    page.get_by_label("Your name").fill("Elena Marin")
    page.get_by_label("E-mail address").fill("elena@example.org")
    page.get_by_label("Password").fill("seven grey herons by the lake")
    keep(page, f"first-run-{page.viewport_size['width']}")  # type: ignore[index]  # the context has one

    page.get_by_role("button", name="Found the office").click()

    expect(page.get_by_role("heading", name="Try the mail")).to_be_visible()
    assert is_readable(page)
    assert Organiser.objects.get().languages == ["en", "ro"]
    assert Membership.objects.get().user.email == "elena@example.org"


def test_a_passkey_made_after_a_link_signs_in_by_itself(page: Page, live_server: Any) -> None:
    user = make.member(make.organiser("mission"), "owner").user
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    session.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})
    path = reverse("accounts:link", args=[links.make_sign_in_link(user, now=timezone.now())])

    page.goto(f"{live_server.url}{path}")
    page.get_by_role("main").get_by_role("button", name="Sign in").click()
    adding = page.get_by_role("link", name="Add a passkey")
    expect(adding).to_be_visible()
    assert is_readable(page)
    adding.click()
    making = page.get_by_role("button", name="Make the passkey")
    expect(making).to_be_visible()
    assert is_readable(page)
    making.click()
    expect(page.get_by_role("heading", name="Recovery codes")).to_be_visible()
    assert is_readable(page)
    page.context.clear_cookies()
    page.goto(f"{live_server.url}/account/login/")
    assert is_readable(page)
    page.get_by_role("button", name="Sign in with a passkey").click()

    expect(page).to_have_url(f"{live_server.url}/o/mission/")


def test_a_passkey_that_is_not_there_is_told_in_a_sentence(page: Page, live_server: Any) -> None:
    make.organiser("mission")
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    session.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR | {"isUserVerified": False}})

    page.goto(f"{live_server.url}/account/login/")
    page.get_by_role("button", name="Sign in with a passkey").click()

    expect(page.get_by_role("alert")).to_have_text(
        "The passkey was not used; try again, or sign in another way."
    )


@pytest.mark.parametrize(("language", "theme"), [("en", "dark"), ("ar", "light")])
def test_the_pages_of_account_team_and_history_are_readable(
    page: Page, live_server: Any, client: Any, language: str, theme: str
) -> None:
    office = make.organiser("mission", accent="#B00020")
    owner = make.member(office, "owner", make.user(language=language, theme=theme)).user
    colleague = make.member(office)
    client.force_login(owner)
    client.post(f"/o/mission/team/members/{colleague.code}/", {"role": "press", "secrets": ["diet"]})
    client.post("/o/mission/team/invite/", {"email": "new@example.org", "role": "door"})
    cookie = {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}
    page.context.add_cookies([cookie])  # type: ignore[list-item]  # a cookie as playwright knows it

    for path in (
        "account/",
        "o/mission/team/",
        f"o/mission/team/members/{colleague.code}/",
        "o/mission/team/invite/",
        "o/mission/settings/",
        "o/mission/settings/mail/",
        "o/mission/history/",
    ):
        page.goto(f"{live_server.url}/{path}")
        assert is_readable(page)
