"""
An office under ten times the load of its evening, for an hour: whether the memory of any process grows.

The evening has 8 doors with a scan every two seconds, 30 staff who open a page every ten, and a guest who
answers every second; all of it ten times, as far as the machine gives it. The memory of each process is
looked at every ten seconds; after a first tenth, in which caches fill, a straight line through it tells how
much it grows in an hour. A first argument gives the minutes (60).

    bench/soak.py 15
    tools/with-postgresql .venv/bin/python bench/soak.py
"""

import http.client
import json
import os
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import count
from pathlib import Path
from statistics import linear_regression
from uuid import uuid4

from support.figures import machine
from support.installation import open_installation

MINUTES = float(sys.argv[1]) if len(sys.argv) > 1 else 60.0
TIMES = 10
SCANS_A_SECOND, PAGES_A_SECOND, REPLIES_A_SECOND = 4 * TIMES, 3 * TIMES, 1 * TIMES
SAMPLE_SECONDS = 10.0
FLAT_MEGABYTES_AN_HOUR = 20.0
LINES = 4
PAGE_BYTES = os.sysconf("SC_PAGE_SIZE")

DATABASE = open_installation("soak")
ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from django.conf import settings
from django.db import connection, connections
from django.urls import reverse
from support.faults.works import office, sign_in
from support.serving import serving
from support.tickets import tickets

from chancery.base.codes import new_code
from tests import make
from tests.guests import reply_built

seen: Counter[str] = Counter()
stopped = threading.Event()

type Ask = Callable[[http.client.HTTPConnection], int]


def main() -> int:
    """Load, look, print; 1 where the memory of a process is not flat."""
    print(f"{machine()}, {DATABASE}, {MINUTES:g} minutes")
    kinds = _kinds()
    connections.close_all()
    processes = 2 if connection.vendor == "postgresql" else 1
    with serving(with_worker=True, processes=processes) as (port, numbers):
        threads = [
            threading.Thread(target=_keep_asking, args=[port, name, ask, rate], daemon=True)
            for name, ask, rate in kinds
        ]
        for thread in threads:
            thread.start()
        looks = _look(numbers)
        stopped.set()
        for thread in threads:
            thread.join()
    return _tell(looks)


def _kinds() -> Sequence[tuple[str, Ask, float]]:
    """What is asked, by its name, and how often a second; a kind has as many lines as its rate needs."""
    place = office()
    session = sign_in(make.member(place, "owner"))
    event = make.event(place, "Evening", languages=["en"])
    for number in range(50):
        make.participation(event, make.person(place, f"Guest Number{number}"))
    pages = [
        reverse("guests:guests", args=[place.ref, event.code]),
        f"/o/{place.ref}/people/",
        f"/o/{place.ref}/history/",
    ]
    known = tickets(int((SCANS_A_SECOND * 60 * MINUTES) + 1000), devices=8)
    evening = reply_built.coming_event()
    parties = [reply_built.invited(evening, f"Answering Number{number}") for number in range(200)]
    codes, turns = iter(known.codes), count()

    def page(line: http.client.HTTPConnection) -> int:
        path = pages[next(turns) % len(pages)]
        cookie = {"Cookie": f"{settings.SESSION_COOKIE_NAME}={session}", "Host": "localhost"}
        return _answer(line, "GET", path, None, cookie)

    def scan(line: http.client.HTTPConnection) -> int:
        now = int(time.time() * 1000)
        said = {"uid": str(uuid4()), "kind": "admit", "how": "pass", "party": next(codes), "people": 1}
        said |= {"device_at": now, "at": now, "undoes": None, "words": "", "was_offline": False}
        body = json.dumps({"scans": [said], "waiting": 0, "device_at": now})
        who = {"Authorization": f"Device {known.token}{next(turns) % 8}", "Content-Type": "application/json"}
        return _answer(line, "POST", "/d/scans/", body, who | {"Host": "localhost"})

    def reply(line: http.client.HTTPConnection) -> int:
        party = parties[next(turns) % len(parties)]
        kind = {"Content-Type": "application/x-www-form-urlencoded", "Host": "localhost"}
        if next(turns) % 2:
            return _answer(line, "GET", party.address(), None, kind)
        return _answer(line, "POST", party.address("accept/"), f"form_key={new_code()}", kind)

    each = (
        (("pages", page), PAGES_A_SECOND),
        (("scans", scan), SCANS_A_SECOND),
        (("replies", reply), REPLIES_A_SECOND),
    )
    return [(*kind, rate / 4) for kind, rate in each for _line in range(4)]


def _answer(
    line: http.client.HTTPConnection, method: str, path: str, body: str | None, headers: dict[str, str]
) -> int:
    line.request(method, path, body, headers)
    answer = line.getresponse()
    answer.read()
    return answer.status


def _keep_asking(port: int, name: str, ask: Ask, rate: float) -> None:
    """Ask so many times a second over one line; what cannot be kept up with is not made up for."""
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    due = time.monotonic()
    while not stopped.is_set():
        try:
            status = ask(line)
        except (OSError, http.client.HTTPException):
            line.close()
            status = 0
        except StopIteration:
            return
        seen[f"{name} {status}"] += 1
        due = max(due + 1 / rate, time.monotonic())
        stopped.wait(max(0.0, due - time.monotonic()))


def _look(numbers: Sequence[int]) -> dict[int, list[tuple[float, float]]]:
    """The memory of each process in megabytes over the hours."""
    began, looks = time.monotonic(), {number: [] for number in numbers}
    while time.monotonic() - began < MINUTES * 60:
        time.sleep(SAMPLE_SECONDS)
        for number, found in looks.items():
            pages = int(Path(f"/proc/{number}/statm").read_text().split()[1])
            found.append(((time.monotonic() - began) / 3600, pages * PAGE_BYTES / 1e6))
    return looks


def _tell(looks: dict[int, list[tuple[float, float]]]) -> int:
    total = sum(seen.values())
    wanted = SCANS_A_SECOND + PAGES_A_SECOND + REPLIES_A_SECOND
    print(f"{total:,} requests, {total / MINUTES / 60:.0f} a second of {wanted}")
    print("  " + ", ".join(f"{name}: {number:,}" for name, number in sorted(seen.items())))
    is_flat = True
    for place, found in enumerate(looks.values(), 1):
        settled = found[len(found) // 10 :]
        slope = linear_regression([at for at, _size in settled], [size for _at, size in settled]).slope
        later = found[len(found) // 2 :]
        late = linear_regression([at for at, _size in later], [size for _at, size in later]).slope
        is_flat &= late < FLAT_MEGABYTES_AN_HOUR
        sizes = [size for _at, size in found]
        print(
            f"process {place}: {sizes[0]:.0f} MB first, {max(sizes):.0f} at most, {sizes[-1]:.0f} at last; "
            f"{slope:+.1f} MB an hour, {late:+.1f} in the second half (limit {FLAT_MEGABYTES_AN_HOUR:g})"
        )
    print("flat" if is_flat else "not flat")
    return int(not is_flat)


if __name__ == "__main__":
    sys.exit(main())
