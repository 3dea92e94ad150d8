"""
How long a telephone takes from the link of the office to the page that scans, with 2,000 guests.

Chromium opens the link with empty storage, each time as another telephone, the processor slowed down four
times; it is ready when the page says how many guests are expected. The longest counts. Give another
number of guests to try it. With CHANCERY_DATABASE the figures are those of PostgreSQL.
"""

import sys
from time import perf_counter

from support.figures import Figure, machine, report
from support.installation import open_installation

DATABASE = open_installation("door_ready")

from datetime import timedelta

from django.utils import timezone
from playwright.sync_api import Browser, sync_playwright
from support.large_event import large_event
from support.large_sending import send_and_answer
from support.serving import served

from chancery.base.audit import Actor
from chancery.door.access import pairing_key_of
from chancery.door.actions import devices
from chancery.door.models import Device, Door
from chancery.events.models import Event

GUESTS = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
RUNS, SLOWER, LIMIT_S = 5, 4, 2
ARGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
READY = "[data-ch-count=expected]"


def main() -> int:
    """Make the event, open it on telephones one after the other, print; 1 where the limit is missed."""
    print(f"{machine()}, {DATABASE}")
    event = large_event(GUESTS)
    send_and_answer(event, now=timezone.now())
    keys = [_key(event, f"Telephone {number}") for number in range(RUNS)]
    with served() as port, sync_playwright() as play:
        browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=ARGS)
        seconds = sorted(_opened(browser, f"http://localhost:{port}/d/#{key}") for key in keys)
        browser.close()
    what = f"link to ready, {GUESTS} guests, processor {SLOWER} times slower"
    return report(
        [
            Figure(f"{what}, middle", seconds[RUNS // 2], "s", LIMIT_S),
            Figure(f"{what}, longest", seconds[-1], "s", LIMIT_S),
        ]
    )


def _opened(browser: Browser, link: str) -> float:
    """Seconds until a telephone that knows nothing yet is ready."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True)
    page = context.new_page()
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    begun = perf_counter()
    page.goto(link, wait_until="commit")
    page.locator(READY).wait_for()
    taken = perf_counter() - begun
    assert page.locator(READY).inner_text() != "0"
    context.close()
    return taken


def _key(event: Event, name: str) -> str:
    """What the code of a new telephone holds."""
    now = timezone.now()
    door = Door.objects.create(event=event, name=name)
    device = Device(door=door, name=name, expires_at=now + timedelta(days=1))
    return pairing_key_of(devices.make_device(device, by=Actor(event.organiser_id), now=now))


if __name__ == "__main__":
    raise SystemExit(main())
