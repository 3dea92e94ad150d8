"""Notes in the hall on a phone: with the network cut, the page closed, and the server gone in between."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import timedelta
from itertools import pairwise
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page, expect

from chancery.accounts.models import User
from chancery.events.models import Event
from chancery.record.models import Statement
from chancery.record.views import notes
from tests import make
from tests.browser.conftest import NARROW, PATIENCE, keep
from tests.browser.picturing import picture

pytestmark = pytest.mark.browser

# How far apart two measurements of a phone's clock may lie while the machine does much else.
CLOCK = timedelta(seconds=5)

type Phone = Callable[[], Page]


@pytest.fixture
def officer(event: Event) -> User:
    return make.member(event.organiser, "press").user


@pytest.fixture
def context(live_server: Any, chromium: Browser, officer: User) -> Iterator[BrowserContext]:
    """A phone on which the press officer has signed in; it may complain that there is no network."""
    with ExitStack() as windows:
        made = chromium.new_context(viewport=NARROW, base_url=live_server.url)
        windows.callback(made.close)
        made.set_default_timeout(PATIENCE)
        sign_in(made, live_server, officer)
        yield made


def sign_in(context: BrowserContext, live_server: Any, officer: User) -> None:
    client = Client()
    client.force_login(officer)
    value = client.cookies["sessionid"].value
    context.add_cookies([{"name": "sessionid", "value": value, "url": live_server.url}])


@pytest.fixture
def phone(context: BrowserContext, event: Event) -> Page:
    """The page for notes, once it can be opened without a network."""
    page = context.new_page()
    page.goto(f"/o/{event.organiser.ref}/events/{event.code}/record/quick/")
    expect(page.locator("form[data-is-ready]")).to_be_attached()
    page.wait_for_function(
        "async () => { const name = (await caches.keys())[0]; if (!name) return false;"
        " const kept = await (await caches.open(name)).keys();"
        " return kept.some((one) => one.url.endsWith('/quick/')) && kept.length > 8; }"
    )
    return page


def note(page: Page, text: str) -> None:
    page.get_by_label("What was said").fill(text)
    page.get_by_role("button", name="Note it").click()
    expect(page.get_by_label("What was said")).to_have_value("")


# Whether a text lies in the storage of the phone; a page closed within a moment of a key may lose that key.
IS_STORED = """async (text) => {
  const done = (asked) => new Promise((resolve) => (asked.onsuccess = () => resolve(asked.result)));
  const { name } = (await indexedDB.databases()).find((one) => one.name.startsWith("chancery-notes-"));
  const shelf = await done(indexedDB.open(name));
  const notes = await done(shelf.transaction("notes").objectStore("notes").getAll());
  shelf.close();
  return notes.some((note) => note.text === text);
}"""


def noted(page: Page, state: str) -> Any:
    return page.locator("[data-ch-noted] li").filter(has_text=state)


def stored(officer: User) -> list[str]:
    found = Statement.objects.filter(noted_by=officer).order_by("position")
    return [each.texts["en"] for each in found]


@pytest.mark.pictured
def test_notes_outlive_a_cut_network_and_a_closed_page(
    phone: Page, context: BrowserContext, officer: User
) -> None:
    note(phone, "called for patience")
    expect(noted(phone, "in the office")).to_have_count(1)

    context.set_offline(True)
    note(phone, "thanked the host")
    note(phone, "spoke of the bridge")
    phone.get_by_label("What was said").fill("was still spea")
    expect(noted(phone, "on this phone")).to_have_count(2)
    phone.wait_for_function(IS_STORED, arg="was still spea")
    phone.close()
    again = context.new_page()
    again.goto(phone.url)

    expect(again.get_by_label("What was said")).to_have_value("was still spea")
    expect(noted(again, "on this phone")).to_have_count(2)
    expect(again.get_by_role("status").first).to_have_text("2 on this phone, waiting for the network")
    keep(again, "notes-without-network")
    picture(again, "notes", "body")
    context.set_offline(False)
    expect(noted(again, "in the office")).to_have_count(3)
    note(again, "was still speaking of the bridge")
    expect(noted(again, "in the office")).to_have_count(4)

    assert stored(officer) == [
        "called for patience",
        "thanked the host",
        "spoke of the bridge",
        "was still speaking of the bridge",
    ]
    moments = list(
        Statement.objects.filter(noted_by=officer).order_by("position").values_list("said_at", flat=True)
    )
    assert all(earlier - later < CLOCK for earlier, later in pairwise(moments))
    assert len(set(moments)) == 4


def test_an_answer_that_never_arrives_stores_a_note_once(
    phone: Page, officer: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = notes.JsonResponse
    given: list[Any] = []

    def lost_once(*values: Any, **options: Any) -> Any:
        given.append(values)
        if len(given) == 1:
            raise ConnectionError
        return answer(*values, **options)

    monkeypatch.setattr(notes, "JsonResponse", lost_once)
    note(phone, "called for patience")
    expect(noted(phone, "on this phone")).to_have_count(1)
    phone.evaluate("dispatchEvent(new Event('online'))")

    expect(noted(phone, "in the office")).to_have_count(1)
    assert len(given) == 2
    assert stored(officer) == ["called for patience"]


def test_a_note_is_changed_on_the_phone_that_wrote_it(phone: Page, officer: User) -> None:
    note(phone, "called for patiense")
    expect(noted(phone, "in the office")).to_have_count(1)

    phone.get_by_role("button", name="Change").click()
    expect(phone.get_by_label("What was said")).to_have_value("called for patiense")
    note(phone, "called for patience")

    expect(noted(phone, "called for patience").filter(has_text="in the office")).to_have_count(1)
    assert stored(officer) == ["called for patience"]


def test_a_session_that_has_ended_keeps_the_notes_and_asks_to_sign_in(
    phone: Page, context: BrowserContext, officer: User, live_server: Any
) -> None:
    Session.objects.all().delete()
    note(phone, "called for patience")
    expect(phone.get_by_role("status").first).to_contain_text(
        "Sign in again to send what you noted; it stays on this phone until then."
    )
    assert stored(officer) == []

    sign_in(context, live_server, officer)
    phone.evaluate("dispatchEvent(new Event('online'))")

    expect(noted(phone, "in the office")).to_have_count(1)
    assert stored(officer) == ["called for patience"]


def test_the_speaker_follows_the_item_and_the_choice_is_kept(
    phone: Page, event: Event, officer: User
) -> None:
    phone.get_by_role("link", name="Next").click()
    expect(phone.get_by_role("group", name="Remarks")).to_be_visible()
    note(phone, "called for patience")
    expect(noted(phone, "in the office")).to_contain_text("Vasili Simileanu")

    statement = Statement.objects.get(noted_by=officer)
    assert statement.item == event.items.get(ref="remarks")


def test_signing_out_leaves_no_page_on_the_phone(phone: Page, event: Event) -> None:
    phone.goto(f"/o/{event.organiser.ref}/")
    phone.evaluate(
        "async () => { await caches.open('chancery-door 7'); localStorage.setItem('unsent', 'a scan'); }"
    )
    phone.evaluate("new Promise((done) => { indexedDB.open('door').onsuccess = () => done(); })")
    with phone.expect_response(lambda each: "Clear-Site-Data" in str(each.all_headers()).title()):
        phone.evaluate("document.querySelector('form[data-ch-leave]').requestSubmit()")
    phone.wait_for_url("**/login/**")

    # The app of the door holds nobody in its cache, and scans that are not sent yet must not go.
    assert phone.evaluate("caches.keys()") == ["chancery-door 7"]
    assert phone.evaluate("localStorage.getItem('unsent')") == "a scan"
    names = phone.evaluate("indexedDB.databases().then((found) => found.map((each) => each.name))")
    assert "door" in names
