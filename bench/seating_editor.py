"""
The editor of a room at 2,000 seats in Chromium: frames per second while a table, a block of 600 seats and the
whole room are dragged.

The pointer is moved as a hand moves it: one report each eight milliseconds, for two seconds. A frame is what
the browser itself puts on the screen, counted between two of its own callbacks; the median and the worst
frame are told. There is no graphics processor: everything is drawn by the processor.
"""

import sys
from itertools import pairwise
from pathlib import Path
from statistics import median
from time import perf_counter, sleep
from typing import Any

from support.figures import Figure, machine, report
from support.installation import open_installation

DATABASE = open_installation("seating-editor")

from django.test import Client  # the installation comes first
from django.urls import reverse
from playwright.sync_api import Browser, Page, sync_playwright
from support.serving import served

sys.path.insert(0, str(Path(__file__).parents[1]))

from chancery.accounts.models import Membership, Organiser, User
from chancery.rules.seating.layout import read_layout
from chancery.seating.models import Room
from tests.chromium import CHROMIUM, QUIET

LEAST, SECONDS, REPORTS = 50, 2.0, 1 / 125
WINDOW: Any = {"width": 1440, "height": 900}
# Moments of the frames, as the browser makes them.
COUNT = """() => { window.frames_at = []; const next = (at) => {
  window.frames_at.push(at); window.frames_next = requestAnimationFrame(next); };
  window.frames_next = requestAnimationFrame(next); }"""
COUNTED = "() => { cancelAnimationFrame(window.frames_next); return window.frames_at; }"


def main() -> int:
    """Make the room, drag in it, print; 1 where a limit is missed."""
    layout = _layout()
    seats = len(read_layout(layout).seats)
    print(f"{machine()}, {DATABASE}; {seats} seats, window of {WINDOW['width']} by {WINDOW['height']}")
    path, cookie = _room(layout)
    with served() as port, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        page = _opened(browser, f"http://localhost:{port}", path, cookie)
        figures = [*_dragged(page, "T1", "one table"), *_dragged(page, "A", "a block of 600 seats")]
        page.locator("[data-box]").focus()
        page.keyboard.press("Control+a")
        figures += _dragged(page, "T1", "the whole room")
        browser.close()
    return report(figures)


def _dragged(page: Page, name: str, what: str) -> list[Figure]:
    """Drag a piece about its place for two seconds."""
    box: Any = page.locator(f"[data-piece={name}]").bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 6, y + 6)
    page.evaluate(COUNT)
    ends, step = perf_counter() + SECONDS, 0
    while perf_counter() < ends:
        step += 1
        page.mouse.move(x + step % 60, y + step * 2 % 40)
        sleep(REPORTS)
    moments = page.evaluate(COUNTED)
    page.mouse.up()
    lengths = [after - before for before, after in pairwise(moments)]
    return [
        Figure(f"{what}, frames a second, median", 1000 / median(lengths), "1/s", LEAST, is_floor=True),
        Figure(f"{what}, frames a second, worst", 1000 / max(lengths), "1/s"),
    ]


def _opened(browser: Browser, host: str, path: str, cookie: str) -> Page:
    context = browser.new_context(viewport=WINDOW)
    context.add_cookies([{"name": "sessionid", "value": cookie, "url": host}])
    page = context.new_page()
    page.goto(f"{host}{path}")
    page.locator("[data-ch-room-editor][data-ready]").wait_for()
    return page


def _layout() -> dict[str, Any]:
    """A hall of 2,000 seats: three blocks of rows, twenty round tables, and a stage."""
    blocks = [
        {"id": key, "kind": "rows", "x": x, "y": 1800, "rows": 20, "seats": 30}
        for key, x in (("A", 1200), ("B", 3000), ("C", 4800))
    ]
    tables = [
        {
            "id": f"T{number + 1}",
            "kind": "round",
            "x": 400 + number % 10 * 560,
            "y": 3200 + number // 10 * 450,
        }
        for number in range(20)
    ]
    stage = {"id": "M1", "kind": "stage", "x": 3000, "y": 300, "width": 1200, "depth": 400}
    furniture = [stage, *blocks, *({**table, "seats": 10} for table in tables)]
    return {"width": 6000, "depth": 4000, "furniture": furniture, "seats": {}}


def _room(layout: dict[str, Any]) -> tuple[str, str]:
    """The address of the editor, and the session of somebody who may draw."""
    office = Organiser.objects.create(ref="bench", names={"en": "Sample Office"}, languages=["en"])
    user = User.objects.create(email="bench@example.org", name="Sample Officer")
    Membership.objects.create(organiser=office, user=user, role="owner")
    room = Room.objects.create(organiser=office, names={"en": "Sample Hall"}, layout=layout)
    client = Client()
    client.force_login(user)
    return reverse("seating:edit-room", args=[office.ref, room.code]), client.cookies["sessionid"].value


if __name__ == "__main__":
    raise SystemExit(main())
