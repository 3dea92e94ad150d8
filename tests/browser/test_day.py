"""The whole day of the reference event: doors, arrivals, anthem to exhibition, the end, the record."""

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Browser, BrowserContext, Page, expect

from chancery.base.audit import Actor
from chancery.door.access import pairing_key_of
from chancery.door.actions import devices
from chancery.door.models import Device, Presence, Scan
from chancery.events.models import Event, Participation
from chancery.guests.tokens import pass_for
from chancery.programme import following
from chancery.programme.models import Item, Run, Screen, Step
from tests.browser.conftest import NARROW, PATIENCE, Open, keep
from tests.browser.picturing import picture
from tests.door import built
from tests.door.awaiting import ambassador
from tests.serving import Site

pytestmark = pytest.mark.browser
CALLED = ("Opening speech", "Remarks", "Video about the tragedy", "Viewing of the exhibition")

type Window = Callable[..., BrowserContext]


@pytest.fixture
def today(event: Event) -> Event:
    """The reference event held today, of which nothing has happened yet."""
    event.held_on = timezone.localdate()
    event.save(update_fields=["held_on"])
    Item.objects.filter(event=event).update(happened="", started_at=None, ended_at=None)
    return event


@pytest.fixture
def window(asgi_server: Site, chromium: Browser) -> Iterator[Window]:
    """Open browsers in which nobody has signed in."""
    with ExitStack() as windows:

        def opened(**looks: Any) -> BrowserContext:
            context = chromium.new_context(base_url=asgi_server.url, locale="en", **looks)
            windows.callback(context.close)
            context.set_default_timeout(PATIENCE)
            return context

        yield opened


def screen(context: BrowserContext, event: Event, kind: str, **fields: Any) -> Page:
    """Put up a screen of the event by its link."""
    made = Screen.objects.create(event=event, kind=kind, **fields)
    page = context.new_page()
    page.goto(reverse("screen:screen", args=[following.token_of(made)]))
    expect(page.locator("[data-clock]")).not_to_be_empty()
    return page


def telephone(context: BrowserContext, event: Event) -> Page:
    """Pair a telephone with the main entrance; without a camera the code of a pass is typed."""
    device = Device(door=built.door(event), name="Telephone 1", expires_at=built.tomorrow())
    made = devices.make_device(device, by=Actor(event.organiser_id), now=timezone.now())
    page = context.new_page()
    page.goto(f"/d/#{pairing_key_of(made)}")
    page.locator("[data-ch-door][data-page=scan]").wait_for()
    return page


def show_pass(phone: Page, guest: Participation) -> None:
    """Type what the pass of a guest says; one guest alone is let in at once."""
    if phone.locator(".scanning details").get_attribute("open") is None:
        phone.locator(".scanning summary").click()
    phone.locator(".scanning #code").fill(pass_for(guest.invitation))
    phone.locator(".scanning #code").press("Enter")
    expect(phone.locator("#answer-word")).to_have_text("Is in")
    phone.locator(".answer-actions .door-first").click()
    phone.locator("[data-ch-door][data-page=scan]").wait_for()


def call(desk: Page, expected: str) -> None:
    """Press go for the next item, once the desk takes another press for a meant one."""
    desk.wait_for_timeout(700)  # the guard against a double press is measured in real time
    desk.keyboard.press("Space")
    expect(desk.locator("[data-now-title]")).to_have_text(expected)


@pytest.mark.pictured
def test_the_whole_day_from_the_door_to_the_end(today: Event, visit_live: Open, window: Window) -> None:
    guests = [ambassador(today, "Ana Sample", "2020-01-01"), ambassador(today, "Ion Example", "2021-01-01")]
    let_guests_in(telephone(window(viewport=NARROW), today), visit_live(f"events/{today.code}/door/"), guests)
    screens = window(viewport={"width": 1280, "height": 720})
    clock = screen(screens, today, "speaker")
    public = screen(screens, today, "public", languages=["en", "ro"])
    sound = screen(screens, today, "department", department="Sound")
    expect(clock.get_by_text("Not begun yet")).to_be_visible()

    desk = visit_live(f"events/{today.code}/call/")
    call_the_programme(desk, clock, public, sound)

    expect(clock.get_by_text("The programme is over")).to_be_visible()
    expect(desk.locator("body")).to_have_attribute("data-waiting", "")
    the_record_holds_the_times(today)


def let_guests_in(phone: Page, board: Page, guests: list[Participation]) -> None:
    """The telephone admits by pass, and the open board shows who came without being touched."""
    expect(board.get_by_text("follows by itself")).to_be_visible()
    for guest in guests:
        row = board.get_by_role("row").filter(has_text=guest.name_printed)
        expect(row).not_to_contain_text("here since")
        show_pass(phone, guest)
        expect(row).to_contain_text("here since")
    keep(board, "day-arrivals")
    assert Scan.objects.filter(kind="admit").count() == len(guests)
    assert Presence.objects.filter(came=1, inside=1, in_doubt=False).count() == len(guests)


def call_the_programme(desk: Page, clock: Page, public: Page, sound: Page) -> None:
    """From the anthem to the end by keys alone; every screen shows its part of each step."""
    expect(desk.locator("body")).to_have_attribute("data-contact", "there")
    desk.keyboard.press("Space")
    expect(sound.locator("[data-call=current] [data-says=go]")).to_be_visible()
    for title in ("State Anthem", "Imnul de Stat"):
        expect(public.locator("[aria-current]")).to_contain_text(title)
    call(desk, CALLED[0])
    expect(clock.locator("[data-speakers]")).to_have_text("Qudsi Osmanov")
    desk.keyboard.press("w")
    expect(clock.get_by_text("Please close")).to_be_visible()
    keep(clock, "day-clock")
    picture(clock, "screen", "body")
    for title in CALLED[1:]:
        call(desk, title)
        expect(public.locator("[aria-current]")).to_contain_text(title)
    keep(public, "day-programme")
    desk.keyboard.press("e")
    desk.get_by_role("button", name="End it").click()


def the_record_holds_the_times(event: Event) -> None:
    """Every item that was called has its real times, one after the other, and so has its step."""
    items = [item for item in Item.objects.filter(event=event).order_by("position") if item.started_at]
    assert len(items) == 1 + len(CALLED)
    times = [(item.started_at, item.ended_at) for item in items]
    assert all(began and ended and began <= ended for began, ended in times)
    assert [ended for _began, ended in times[:-1]] == [began for began, _ended in times[1:]]
    gone = Step.objects.filter(run__event=event, kind=Step.Kind.GO).order_by("number")
    assert [step.at for step in gone] == [began for began, _ended in times]
    assert Run.objects.get(event=event).state == Run.State.OVER


def test_a_screen_says_since_when_it_is_cut_off_and_comes_back_by_itself(
    today: Event, window: Window
) -> None:
    context = window(viewport={"width": 1280, "height": 720})
    page = screen(context, today, "stage")
    lost = page.locator("p[data-lost]")
    expect(lost).to_be_hidden()
    context.set_offline(True)
    expect(lost).to_be_visible()
    expect(lost).to_contain_text(re.compile("since [0-9]{2}:[0-9]{2}:[0-9]{2}"))

    context.set_offline(False)
    expect(lost).to_be_hidden()
