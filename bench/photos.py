"""
300 photographs of 8 MB taken in over HTTP by parts, resized, put to their items and captioned.

They go into a running server with its worker while somebody else opens pages: both are measured in the same
run. The pictures are made here: noisy, of 24 million pixels, with the place they were taken at. A first
argument gives another number.
"""

import base64
import http.client
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from time import perf_counter, sleep

from PIL import Image
from support.figures import Figure, machine, percentile, report
from support.installation import open_installation

PHOTOS = int(sys.argv[1]) if len(sys.argv) > 1 else 300
LIMIT_SECONDS = 120 * PHOTOS / 300
LIMIT_MS = 100
GUESTS, AT_ONCE, PICTURES = 60, 3, 4
WIDTH, HEIGHT, QUALITY = 6000, 4000, 92
PLACE = {1: "N", 2: (44.0, 26.0, 3.0), 3: "E", 4: (26.0, 6.0, 12.0)}
PAUSE = 0.5
LANGUAGES = ["en", "fr", "ro", "az"]

DATABASE = open_installation("photos")

from django.conf import settings
from django.test import Client
from support.large_event import large_event, sign_up
from support.serving import served

from chancery.base.audit import Actor
from chancery.base.models import StoredFile
from chancery.events.models import Event
from chancery.record.actions import photos as actions
from chancery.record.queries import photo_captions
from chancery.record.queries import photos as queries

TOKEN = "a" * 32


def main() -> int:
    """Serve, send, wait for what is prepared, caption, print; 1 where a limit is missed."""
    print(f"{machine()}, {DATABASE}")
    event = large_event(GUESTS)
    cookie = _cookie(event)
    contents = [_content(number) for number in range(PICTURES)]
    address = f"/o/{event.organiser.ref}/events/{event.code}/"
    with served(with_worker=True) as port:
        pages = Pages(port, [address, f"{address}record/photos/"], cookie)
        pages.start()
        started = perf_counter()
        _send_all(port, f"{address}record/photos/uploads/", cookie, contents)
        arrived = perf_counter() - started
        _wait_until_prepared()
        prepared = perf_counter() - started
        captions = _caption(event)
        seconds = perf_counter() - started
        pages.stop()
    assert captions == PHOTOS * len(LANGUAGES), captions
    size = sum(map(len, contents)) / PICTURES / 1e6
    return report(
        [
            Figure(f"{PHOTOS} photographs of {size:.1f} MB arrived", arrived, "s"),
            Figure("and prepared", prepared, "s"),
            Figure("and captioned", seconds, "s", LIMIT_SECONDS),
            *pages.figures(),
        ]
    )


def _content(number: int) -> bytes:
    """A noisy picture with what a camera writes; the same number is the same picture."""
    smooth = Image.effect_mandelbrot((WIDTH // 4, HEIGHT // 4), (-2, -1.5, 1, 1.5), 40 + number)
    large = smooth.resize((WIDTH, HEIGHT)).convert("RGB")
    noise = Image.merge("RGB", [Image.effect_noise((WIDTH, HEIGHT), 26 + number) for _band in range(3)])
    exif = Image.Exif()
    exif[0x0112], exif[0x8825] = (6 if number == 1 else 1), PLACE
    kept = BytesIO()
    Image.blend(large, noise, 0.35).save(kept, "JPEG", quality=QUALITY, exif=exif)
    return kept.getvalue()


def _cookie(event: Event) -> str:
    client = Client()
    client.force_login(sign_up(event))
    name = settings.SESSION_COOKIE_NAME
    return f"{name}={client.cookies[name].value}; {settings.CSRF_COOKIE_NAME}={TOKEN}"


def _send_all(port: int, where: str, cookie: str, contents: list[bytes]) -> None:
    with ThreadPoolExecutor(AT_ONCE) as senders:
        asked = [
            senders.submit(_send, port, where, cookie, number, contents[number % PICTURES])
            for number in range(PHOTOS)
        ]
        for done in asked:
            done.result()


def _send(port: int, where: str, cookie: str, number: int, content: bytes) -> None:
    """Send one photograph: begin it, then one part. Its number behind the end makes it another file."""
    content += f"{number:06}".encode()
    name = base64.b64encode(f"DSC_{number:04}.jpg".encode()).decode()
    usual = {"Cookie": cookie, "X-CSRFToken": TOKEN, "Tus-Resumable": "1.0.0"}
    connection = http.client.HTTPConnection("127.0.0.1", port)
    told = {"Upload-Length": str(len(content)), "Upload-Metadata": f"filename {name}", "Content-Length": "0"}
    connection.request("POST", where, headers=usual | told)
    begun = connection.getresponse()
    begun.read()
    assert begun.status == 201, begun.status
    part = {"Upload-Offset": "0", "Content-Type": "application/offset+octet-stream"}
    connection.request("PATCH", begun.headers["Location"], body=content, headers=usual | part)
    taken = connection.getresponse()
    taken.read()
    assert taken.status == 204, taken.status
    connection.close()


def _wait_until_prepared() -> None:
    while StoredFile.objects.exclude(state=StoredFile.State.READY).exists():
        assert not StoredFile.objects.filter(state=StoredFile.State.REFUSED).exists()
        sleep(0.1)
    assert StoredFile.objects.count() == PHOTOS


def _caption(event: Event) -> int:
    """Put every photograph to the item of its time and compose its captions; return how many have words."""
    photos = list(queries.photos_of(event))
    actions.set_items_by_time(photos, queries.spans_of(event), by=Actor(event.organiser_id))
    found = photo_captions.captions_of(event, photos, LANGUAGES)
    return sum(bool(line.text) for lines in found.values() for line in lines)


class Pages(threading.Thread):
    """Somebody who opens pages one after the other all the while."""

    def __init__(self, port: int, addresses: list[str], cookie: str) -> None:
        super().__init__(daemon=True)
        self.port, self.cookie = port, cookie
        self.times: dict[str, list[float]] = {address: [] for address in addresses}
        self._over = threading.Event()

    def run(self) -> None:
        """Ask for each page in turn until it is over; the first ones only warm up."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port)
        while not self._over.wait(PAUSE):
            for address, times in self.times.items():
                begun = perf_counter()
                connection.request("GET", address, headers={"Cookie": self.cookie})
                answer = connection.getresponse()
                answer.read()
                assert answer.status == 200, (address, answer.status)
                times.append((perf_counter() - begun) * 1000)

    def stop(self) -> None:
        """End after the page that is being opened."""
        self._over.set()
        self.join()

    def figures(self) -> list[Figure]:
        """The 95th percentile of each page, warm."""
        names = {True: "photographs", False: "event"}
        return [
            Figure(
                f"page of the {names['photos' in address]} meanwhile ({len(times)}), 95th percentile",
                percentile(times[3:], 0.95),
                "ms",
                LIMIT_MS,
            )
            for address, times in self.times.items()
        ]


if __name__ == "__main__":
    raise SystemExit(main())
