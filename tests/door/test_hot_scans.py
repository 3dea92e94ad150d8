"""Scans by the hot way: written in groups, and the same in every row as one by one."""

import json
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from hashlib import sha256
from http.client import HTTPConnection
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

import pytest
from django.utils import timezone

from chancery.base.models import AuditLine
from chancery.door.models import Device, Presence, Scan
from chancery.events.models import Participation
from tests import make
from tests.door import built
from tests.serving import Site

pytestmark = pytest.mark.loopback

TOKEN = "token-of-the-telephone"
PATIENCE = 15.0


@pytest.fixture
def device(transactional_db: Any) -> Device:
    """A paired device at a door of an event."""
    at = built.door(make.event(make.organiser("mission")))
    return built.device(at, paired_at=timezone.now(), token_digest=sha256(TOKEN.encode()).hexdigest())


def party(device: Device, expected: int = 1, **counted: Any) -> Participation:
    """A party that is expected at the event of the device."""
    event = device.door.event
    guest = make.participation(event, make.person(event.organiser))
    Presence.objects.create(participation=guest, event=event, expected=expected, **counted)
    return guest


def admission(guest: Participation, **said: Any) -> dict[str, Any]:
    """An admission as a device sends it, now."""
    now = int(timezone.now().timestamp() * 1000)
    usual = {"uid": str(uuid4()), "kind": "admit", "how": "pass", "party": guest.code, "people": 1}
    return {**usual, "device_at": now, "at": now, "undoes": None, "words": "", "was_offline": False, **said}


def sent(site: Site, *scans: dict[str, Any], token: str = TOKEN) -> tuple[int, Any]:
    """What the server answers to some scans."""
    host = HTTPConnection("127.0.0.1", urlsplit(site.url).port, timeout=PATIENCE)
    headers = {"Host": "localhost", "Authorization": f"Device {token}", "Content-Type": "application/json"}
    host.request("POST", "/d/scans/", json.dumps({"scans": scans, "waiting": 0}), headers)
    answer = host.getresponse()
    text = answer.read()
    host.close()
    return answer.status, json.loads(text) if answer.getheader("Content-Type") == "application/json" else text


def at_once(site: Site, scans: Sequence[dict[str, Any]]) -> list[tuple[int, Any]]:
    """What the server answers to scans that come at the same time, each by itself."""
    ask: Callable[[dict[str, Any]], tuple[int, Any]] = lambda scan: sent(site, scan)  # noqa: E731  # for map
    with ThreadPoolExecutor(len(scans)) as threads:
        return list(threads.map(ask, scans))


def test_admission_is_counted_and_answered(asgi_server: Site, device: Device) -> None:
    guest = party(device, expected=2)
    scan = admission(guest)

    status, said = sent(asgi_server, scan)

    assert status == 200
    assert said["taken"] == [
        {
            "uid": scan["uid"],
            "verdict": "green",
            "came": 1,
            "inside": 1,
            "expected": 2,
            "first_at": scan["at"],
            "door": device.door.code,
            "device": device.code,
        }
    ]
    presence = Presence.objects.get(participation=guest)
    assert (presence.came, presence.inside, presence.door) == (1, 1, device.door)
    kept = Scan.objects.get(uid=scan["uid"])
    assert (kept.participation, kept.device, kept.came_before) == (guest, device, 0)
    assert AuditLine.objects.get(kind="door.scan").object_id == kept.pk
