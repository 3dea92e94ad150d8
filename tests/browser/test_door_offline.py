"""Telephones at the doors without a network: opened from cold, scanning, and restored, each scan once."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, BrowserContext, Page, expect

from chancery.base.audit import Actor
from chancery.door.access import pairing_key_of
from chancery.door.actions import devices
from chancery.door.models import Device, Door, Presence, Scan
from chancery.events.models import Event
from tests.browser.conftest import NARROW, PATIENCE
from tests.door import built

pytestmark = pytest.mark.browser

type Paired = Callable[[Door, str], "Telephone"]


class Telephone:
    """A browser of its own that was paired with a door, used by thumb."""

    def __init__(self, context: BrowserContext, url: str, device: Device) -> None:
        self.context, self.url, self.device = context, url, device
        self.page: Page = context.new_page()
        self.page.goto(f"{url}/d/#{pairing_key_of(device)}")
        self.wait_until("scan")
        self.page.evaluate("navigator.serviceWorker.ready.then(() => true)")

    def row(self) -> Device:
        """The device as the office knows it by now."""
        return Device.objects.select_related("door__event").get(pk=self.device.pk)

    def wait_until(self, shown: str) -> None:
        self.page.locator(f"[data-ch-door][data-page={shown}]").wait_for()

    def cut(self) -> None:
        self.context.set_offline(True)

    def join(self) -> None:
        self.context.set_offline(False)
        self.page.evaluate("dispatchEvent(new Event('online'))")

    def open_again(self) -> None:
        """Close the app and open it from cold."""
        self.page.close()
        self.page = self.context.new_page()
        self.page.goto(f"{self.url}/d/")

    def let_in(self, name: str) -> None:
        """Find a guest by name and let the whole party in."""
        self.page.locator("[data-way=find]").click()
        self.page.get_by_role("searchbox").fill(name)
        self.page.locator(".found-row").first.click()
        self.wait_until("answer")
        self.page.locator(".answer-actions .door-button", has_text="Let").first.click()
        expect(self.page.locator("#answer-word")).to_have_text("Is in")
        self.page.locator(".answer-actions .door-first").click()
        self.wait_until("scan")

    @property
    def waiting(self) -> Any:
        return self.page.locator("[data-ch-waiting]")


@pytest.fixture
def paired(asgi_server: Any, chromium: Browser) -> Iterator[Paired]:
    """Pair a telephone with a door; every window closes in the end."""
    with ExitStack() as windows:

        def pair(door: Door, name: str) -> Telephone:
            device = built.device(door, name)
            by = Actor(door.event.organiser_id)
            device = devices.pair_again(device, by=by, now=timezone.now())
            context = chromium.new_context(viewport=NARROW, locale="en")
            windows.callback(context.close)
            context.set_default_timeout(PATIENCE)
            return Telephone(context, asgi_server.url, device)

        yield pair


@pytest.fixture
def guest(event: Event) -> str:
    """The name of somebody who is expected at the reference event."""
    return "Simileanu"


def _party(name: str) -> Presence:
    return Presence.objects.get(participation__person__sort_name__startswith=name)


def test_cold_start_and_scans_without_network(paired: Paired, event: Event, guest: str) -> None:
    """The app opens with the network cut, keeps what is done, and sends it once when the network is there."""
    telephone = paired(built.door(event), "Telephone 1")
    telephone.cut()
    telephone.open_again()
    telephone.wait_until("scan")

    telephone.let_in(guest)
    telephone.open_again()

    expect(telephone.waiting).to_have_attribute("data-ch-waiting", "1")
    assert not Scan.objects.exists()
    telephone.join()
    expect(telephone.waiting).to_have_count(0)
    assert Scan.objects.count() == 1
    assert _party(guest).came == 1
    telephone.open_again()
    telephone.wait_until("scan")
    expect(telephone.waiting).to_have_count(0)
    assert Scan.objects.count() == 1


def test_one_guest_at_two_doors_without_network(
    paired: Paired, event: Event, guest: str, visit_live: Callable[..., Page]
) -> None:
    """Both are let in, the first counts, and the doubt stands at both doors and in the office."""
    doors = [built.door(event, name) for name in ("Main entrance", "Garden")]
    one, two = (paired(door, door.name) for door in doors)
    for telephone in (one, two):
        telephone.cut()
        telephone.let_in(guest)
    for telephone in (one, two, one):
        telephone.join()
        expect(telephone.waiting).to_have_count(0)

    for telephone in (one, two):
        telephone.page.locator("[data-way=last]").click()
        doubt = telephone.page.locator(".doubts li")
        expect(doubt).to_contain_text("Main entrance")
        expect(doubt).to_contain_text("Garden")
    presence = _party(guest)
    assert (presence.came, presence.in_doubt) == (1, True)
    office = visit_live(f"events/{event.code}/door/doubts/")
    expect(office.locator("main")).to_contain_text(guest)


def test_storage_thrown_away_is_said_and_paired_again(paired: Paired, event: Event, guest: str) -> None:
    """What the office did not have is gone, the telephone says so, and a new code opens it again."""
    telephone = paired(built.door(event), "Telephone 1")
    telephone.cut()
    telephone.let_in(guest)
    telephone.page.close()
    telephone.context.set_offline(False)
    telephone.page = telephone.context.new_page()
    telephone.page.goto(f"{telephone.url}/static-nothing/")
    telephone.page.evaluate("indexedDB.deleteDatabase('chancery-door')")

    telephone.page.goto(f"{telephone.url}/d/")

    telephone.wait_until("pair")
    expect(telephone.page.locator("main")).to_contain_text("thrown away")
    device = telephone.row()
    device = devices.pair_again(device, by=Actor(event.organiser_id), now=timezone.now())
    telephone.page.get_by_role("textbox").first.fill(pairing_key_of(device))
    telephone.page.locator("form button[type=submit]").click()
    telephone.wait_until("scan")


def test_a_device_revoked_while_it_was_cut_off_wipes_itself(paired: Paired, event: Event, guest: str) -> None:
    """At the next contact it forgets the guests, says so, and the office reads what was lost with it."""
    telephone = paired(built.door(event), "Telephone 1")
    telephone.cut()
    telephone.let_in(guest)
    devices.revoke(telephone.row(), by=Actor(event.organiser_id), now=timezone.now())

    telephone.join()

    telephone.wait_until("pair")
    device = telephone.row()
    assert device.wiped_at is not None
    assert device.waiting == 1
    left = telephone.page.evaluate(
        """async () => {
          const base = await new Promise((done) => {
            const asked = indexedDB.open("chancery-door");
            asked.onsuccess = () => done(asked.result);
          });
          const counts = ["kept", "outbox", "scans"].map((name) => new Promise((done) => {
            const asked = base.transaction(name).objectStore(name).getAllKeys();
            asked.onsuccess = () => done(asked.result);
          }));
          return Promise.all(counts);
        }"""
    )
    assert left == [["gone"], [], []]
