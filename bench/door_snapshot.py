"""
What a telephone at the door takes along for 2,000 guests: bytes on the wire and the time to make it.

Once as names may be looked up, once sealed guest by guest; both packed by gzip. Give another number of
guests to try it. With CHANCERY_DATABASE the figures are those of PostgreSQL.
"""

import sys
from time import perf_counter

from support.figures import Figure, machine, report
from support.installation import open_installation

DATABASE = open_installation("door_snapshot")

from datetime import timedelta

from django.test import Client
from django.utils import timezone
from support.large_event import large_event
from support.large_sending import send_and_answer

from chancery.base.audit import Actor
from chancery.door.access import pairing_key_of
from chancery.door.actions import devices
from chancery.door.models import Device, Door
from chancery.events.models import Event

LIMIT_KB, LIMIT_S = 300, 2
GUESTS = int(sys.argv[1]) if len(sys.argv) > 1 else 2000


def main() -> int:
    """Make the event, take the guests along twice in each mode, print; 1 where a limit is missed."""
    print(f"{machine()}, {DATABASE}")
    event = large_event(GUESTS)
    send_and_answer(event, now=timezone.now())
    figures = [figure for searches in (True, False) for figure in _taken_along(event, searches=searches)]
    return report(figures)


def _taken_along(event: Event, *, searches: bool) -> list[Figure]:
    mode = "in the clear" if searches else "sealed"
    token = _paired(event, mode, searches=searches)
    headers = {"Authorization": f"Device {token}", "Accept-Encoding": "gzip"}
    seconds, size = 0.0, 0
    for _run in range(2):
        begun = perf_counter()
        answer = Client(SERVER_NAME="localhost").get("/d/snapshot/", headers=headers)
        seconds, size = perf_counter() - begun, len(answer.content)
        assert answer.status_code == 200, answer.status_code
    return [
        Figure(f"{GUESTS} guests {mode}, on the wire", size / 1000, "KB", LIMIT_KB),
        Figure(f"{GUESTS} guests {mode}, made by the server", seconds, "s", LIMIT_S),
    ]


def _paired(event: Event, name: str, *, searches: bool) -> str:
    now, by = timezone.now(), Actor(event.organiser_id)
    door = Door.objects.create(event=event, name=name)
    device = Device(door=door, name=name, searches=searches, expires_at=now + timedelta(days=1))
    devices.make_device(device, by=by, now=now)
    return devices.pair(pairing_key_of(device), device_at=now, now=now)[1]


if __name__ == "__main__":
    raise SystemExit(main())
