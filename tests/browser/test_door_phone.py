"""A steward with a telephone: paired by a key, finds guests, lets them in and takes it back."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect

from chancery.base.audit import Actor
from chancery.door.access import pairing_key_of
from chancery.door.actions import devices
from chancery.door.models import Device, Door, DoorNote, PreparedAnswer, Scan
from chancery.events.models import Event, Participation
from tests.browser.conftest import PATIENCE
from tests.door import built

pytestmark = pytest.mark.browser
LOOKS = (("en", "light"), ("en", "dark"), ("ar", "light"))


@pytest.fixture
def key(event: Event) -> str:
    """The key of a telephone at the main entrance."""
    device = Device(door=built.door(event), name="Telephone 1", expires_at=timezone.now() + timedelta(days=1))
    return pairing_key_of(devices.make_device(device, by=Actor(event.organiser_id), now=timezone.now()))


@pytest.fixture
def noted(event: Event) -> None:
    """One guest has more notes than a small telephone shows at once."""
    guest = Participation.objects.get(event=event, person__sort_name__startswith="Simileanu")
    for kind in ("escort", "press", "call", "security", "note"):
        DoorNote.objects.create(participation=guest, kind=kind, text="A sample of a note for stewards. " * 3)


@pytest.fixture(params=LOOKS, ids="-".join)
def phone(request: pytest.FixtureRequest, live_server: Any, key: str, chromium: Browser) -> Iterator[Page]:
    """A telephone that is paired, in each look."""
    language, theme = request.param
    with paired(chromium, live_server.url, key, locale=language, color_scheme=theme) as page:
        yield page


@contextmanager
def paired(chromium: Browser, url: str, key: str, **looks: Any) -> Iterator[Page]:
    """Give a telephone that is paired by a key."""
    context = chromium.new_context(viewport={"width": 360, "height": 740}, base_url=url, **looks)
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.goto(f"/d/#{key}")
    page.locator("[data-ch-count=expected]").wait_for()
    yield page
    context.close()


def violations(page: Page) -> list[str]:
    """What axe finds on a page, a line each."""
    return [f"{each['id']}: {each['help']}" for each in Axe().run(page).response["violations"]]


def test_steward_lets_a_guest_in_and_takes_it_back(phone: Page) -> None:
    phone.keyboard.press("/")
    phone.locator("#find").fill("simileanu")
    phone.locator(".found-row").first.click()
    expect(phone.locator(".answer .face-name")).to_contain_text("Simileanu")
    assert violations(phone) == []

    phone.locator("[data-do=admit]").click()
    expect(phone.locator(".answer")).to_have_attribute("data-done", "admit")
    phone.keyboard.press("Escape")
    phone.locator("[data-way=last]").click()
    expect(phone.locator(".last-ten li")).to_have_count(1)
    assert violations(phone) == []

    phone.locator(".last-ten button").click()
    expect(phone.locator(".last-ten li[data-undone]")).to_have_count(1)
    expect(phone.locator("[data-ch-waiting]")).to_have_count(0)
    assert sorted(Scan.objects.values_list("kind", flat=True)) == ["admit", "undo"]
    assert "#" not in phone.url


def test_every_page_of_the_telephone_is_for_everybody(phone: Page) -> None:
    assert violations(phone) == []
    for way in ("find", "more"):
        phone.locator(f"[data-way={way}]").click()
        assert violations(phone) == []


def test_walk_in_without_a_name_is_asked_for_it(phone: Page) -> None:
    phone.locator(".door-ways button").first.click()
    phone.locator(".door-sheet .door-first").click()

    expect(phone.locator(".door-trouble").first).to_be_visible()
    expect(phone.locator("#who-name")).to_be_focused()
    assert violations(phone) == []


def test_the_office_is_named_that_lets_in_without_an_invitation(phone: Page) -> None:
    Event.objects.update(held_on=timezone.now().date() + timedelta(days=1))
    phone.locator(".door-ways button").first.click()
    phone.locator("#who-name").fill("Bo Sample")
    phone.locator(".door-sheet .door-first").click()

    expect(phone.locator(".door-trouble").last).to_be_visible()
    expect(phone.locator("#who-said")).to_be_focused()
    phone.locator("#who-said").fill("The head of mission")
    phone.locator(".door-sheet .door-first").click()
    expect(phone.locator(".door-told li")).to_have_count(1)

    assert list(Scan.objects.values_list("words", "against")) == [("The head of mission", "")]


def test_a_door_for_invited_guests_offers_no_walk_in(
    live_server: Any, key: str, chromium: Browser, event: Event
) -> None:
    """Whoever has a card gets the prepared answer; others are sent to the office, which reads it (R126)."""
    Door.objects.update(walk_ins="refuse")
    PreparedAnswer.objects.create(event=event, band="Ministers", outcome="reserve")
    with paired(chromium, live_server.url, key, locale="en") as phone:
        phone.locator(".door-ways button").first.click()
        expect(phone.locator(".door-sheet .door-button")).to_have_text(
            ["Card, but not on the list", "Sent to the office"]
        )
        assert violations(phone) == []
        phone.locator("#who-name").fill("Bo Sample")
        phone.locator(".door-sheet .door-first").click()
        phone.locator("[data-ch-door][data-page=scan]").wait_for()
        expect(phone.locator("[data-ch-waiting]")).to_have_count(0)

    assert list(Scan.objects.values_list("kind", "words")) == [("refuse", "Bo Sample")]


def test_every_text_that_is_no_good_pass_is_answered(phone: Page) -> None:
    """A pass of a key that is not known here goes to the office and is not called forged."""
    phone.locator(".scanning .door-fold summary").click()
    phone.locator("#code").fill(f"CH1{'A' * 125}")
    phone.locator(".scanning .door-form .door-first").click()

    expect(phone.locator(".answer")).to_have_attribute("data-light", "amber")
    expect(phone.locator("#answer-word")).to_be_in_viewport(ratio=1)
    expect(phone.locator(".answer-reasons li")).to_have_count(1)
    expect(phone.locator(".answer .door-button")).to_have_count(4)
    assert violations(phone) == []


def test_a_pass_typed_twice_is_answered_twice(phone: Page) -> None:
    """How soon a pass counts as another one is for the camera alone, that sees it many times a second."""
    for _time in range(2):
        if phone.locator(".scanning .door-fold").get_attribute("open") is None:
            phone.locator(".scanning .door-fold summary").click()
        phone.locator("#code").fill(f"CH1{'A' * 125}")
        phone.locator("#code").press("Enter")
        expect(phone.locator(".answer")).to_have_attribute("data-light", "amber")
        expect(phone.locator("#answer-word")).to_be_in_viewport(ratio=1)
        phone.keyboard.press("Escape")
        phone.locator("[data-ch-door][data-page=scan]").wait_for()


def test_answer_of_the_office_stands_until_it_is_read(phone: Page) -> None:
    phone.keyboard.press("/")
    phone.locator("#find").fill("simileanu")
    phone.locator(".found-row").first.click()
    phone.locator(".answer-small button").first.click()
    phone.locator("#right-name").fill("Sample Deputy")
    phone.locator(".door-form .door-first").click()

    expect(phone.locator(".door-told li")).to_have_count(1)
    expect(phone.locator("[data-do=admit]")).to_be_in_viewport(ratio=1)
    assert violations(phone) == []
    phone.locator(".door-told button").click()
    expect(phone.locator(".door-told li")).to_have_count(0)


@pytest.mark.usefixtures("noted")
def test_thumb_finds_its_buttons_under_many_notes(phone: Page) -> None:
    phone.keyboard.press("/")
    phone.locator("#find").fill("simileanu")
    phone.locator(".found-row").first.click()

    expect(phone.locator(".face-notes li")).to_have_count(5)
    for button in phone.locator(".answer-actions button").all():
        expect(button).to_be_in_viewport(ratio=1)
    assert phone.evaluate("document.documentElement.scrollWidth") == 360


def test_no_tap_is_lost_when_the_heading_loses_the_focus(phone: Page) -> None:
    before = phone.locator(".door-ways").bounding_box()

    phone.evaluate("document.activeElement.blur()")

    assert phone.locator(".door-ways").bounding_box() == before


def test_wiped_telephone_asks_for_a_key(phone: Page) -> None:
    phone.locator("[data-way=more]").click()
    phone.locator(".door-fold summary").click()
    phone.locator(".door-grave").click()

    expect(phone.locator("#key")).to_be_visible()
    phone.reload()
    expect(phone.locator("#key")).to_be_visible()
