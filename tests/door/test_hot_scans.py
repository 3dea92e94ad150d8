"""Scans by the hot way: written in groups, and the same in every row as one by one."""

import json
import random
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from hashlib import sha256
from http.client import HTTPConnection
from pathlib import Path
from time import monotonic
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.utils import timezone, translation

from chancery.base.models import AuditLine
from chancery.door.actions import devices
from chancery.door.actions.scans import take_scans
from chancery.door.hot import postgresql
from chancery.door.hot.devices import GOOD_SECONDS
from chancery.door.models import Device, Presence, Scan
from chancery.door.told import scan_in
from chancery.events.models import Participation
from tests import make
from tests.door import built
from tests.serving import Site

pytestmark = pytest.mark.loopback

TOKEN = "token-of-the-telephone"
PATIENCE = 20.0


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
    host.request("POST", "/d/scans/", json.dumps({"scans": scans, "waiting": 0, "device_at": 1}), headers)
    answer = host.getresponse()
    text = answer.read()
    host.close()
    return answer.status, json.loads(text) if answer.getheader("Content-Type") == "application/json" else text


def at_once(site: Site, scans: Sequence[dict[str, Any]]) -> list[tuple[int, Any]]:
    """What the server answers to scans that come at the same time, each by itself."""
    with ThreadPoolExecutor(len(scans)) as threads:
        return list(threads.map(partial(sent, site), scans))


def test_admission_is_counted_and_answered(asgi_server: Site, device: Device) -> None:
    guest = party(device, expected=2)
    scan = admission(guest)

    status, said = sent(asgi_server, scan)

    assert status == 200
    assert said["taken"] == [
        {
            "uid": scan["uid"],
            "verdict": "counted",
            "came": 1,
            "inside": 1,
            "expected": 2,
            "first_at": scan["at"],
            "door": device.door.code,
            "device": device.code,
            "at": scan["at"],
        }
    ]
    presence = Presence.objects.get(participation=guest)
    assert (presence.came, presence.inside, presence.door) == (1, 1, device.door)
    kept = Scan.objects.get(uid=scan["uid"])
    assert (kept.participation, kept.device, kept.came_before) == (guest, device, 0)
    assert AuditLine.objects.get(kind="door.scan").object_id == kept.pk


def rows_of(guest: Participation) -> list[Any]:
    """Every row that scans of a party left, without what differs between two parties anyhow."""
    presence = Presence.objects.filter(participation=guest)
    scans = Scan.objects.filter(participation=guest).order_by("at")
    lines = AuditLine.objects.filter(kind="door.scan", object_id__in=scans.values_list("pk"))
    counts = ("expected", "came", "inside", "first_at", "last_at", "door", "in_doubt")
    columns = [field.attname for field in Scan._meta.concrete_fields if field.attname not in OWN]
    told = ("organiser_id", "by", "code", "label", "changes", "reason")
    return [*presence.values(*counts), *scans.values(*columns), *lines.order_by("pk").values(*told)]


OWN = {"id", "uid", "participation_id", "received_at"}


def drawn(dice: random.Random) -> list[dict[str, Any]]:
    """Some scans of one party, as telephones send them: what, how many, how long after the first."""
    kinds = ["admit"] * 6 + ["leave", "refuse"]
    return [
        {"kind": dice.choice(kinds), "people": dice.choice([1, 1, 2]), "after": after}
        for after in dice.sample(range(90), dice.randint(1, 4))
    ]


def test_every_row_is_the_same_as_by_the_action(asgi_server: Site, device: Device) -> None:
    dice, start = random.Random(89), int(timezone.now().timestamp() * 1000) - 100_000

    for _round in range(10):
        hot, slow = party(device, expected=2), party(device, expected=2)
        for each in drawn(dice):
            at = {"at": start + each["after"] * 1000, "device_at": start}
            said = {"kind": each["kind"], "people": each["people"], **at}
            status, _answer = sent(asgi_server, admission(hot, **said))
            scan = scan_in(admission(slow, **said))
            with translation.override("en"):
                take_scans(device, [scan], timezone.now())

            assert status == 200
            assert rows_of(hot) == rows_of(slow)


def test_one_ticket_shown_at_many_doors_at_once_is_admitted_once(asgi_server: Site, device: Device) -> None:
    guest = party(device)
    tokens = [f"token-{number}" for number in range(16)]
    for token in tokens:
        digest = sha256(token.encode()).hexdigest()
        built.device(device.door, token, paired_at=timezone.now(), token_digest=digest)

    with ThreadPoolExecutor(16) as threads:
        answers = list(threads.map(lambda token: sent(asgi_server, admission(guest), token=token), tokens))

    assert sorted(said["taken"][0]["verdict"] for _status, said in answers)[:1] == ["counted"]
    presence = Presence.objects.get(participation=guest)
    assert (presence.came, presence.inside, presence.in_doubt) == (1, 1, True)
    assert Scan.objects.filter(participation=guest).count() == 16


def test_scan_sent_again_counts_once(asgi_server: Site, device: Device) -> None:
    guest = party(device, expected=2)
    scan = admission(guest)

    answers = at_once(asgi_server, [scan] * 8)

    assert {said["taken"][0]["came"] for _status, said in answers} == {1}
    assert Scan.objects.get().uid == UUID(scan["uid"])
    assert AuditLine.objects.filter(kind="door.scan").count() == 1


def test_revoked_device_is_gone_at_once(asgi_server: Site, device: Device) -> None:
    guest = party(device, expected=2)
    assert sent(asgi_server, admission(guest))[0] == 200

    devices.revoke(device, by=make.actor(device.door.event.organiser), now=timezone.now())

    assert eventually_gone(asgi_server, guest)
    assert sent(asgi_server, admission(guest)) == (401, {"is_gone": True})


def eventually_gone(site: Site, guest: Participation) -> bool:
    """Whether the word that a device is revoked arrives well before what is remembered of it ends."""
    until = monotonic() + GOOD_SECONDS / 2
    while monotonic() < until:
        if sent(site, admission(guest, party="x"))[0] == 401:
            return True
    return False


def test_admission_that_was_taken_back_before_it_came_counts_nothing(
    asgi_server: Site, device: Device
) -> None:
    guest = party(device)
    scan = admission(guest)
    undone = admission(guest, kind="undo", undoes=scan["uid"])

    assert sent(asgi_server, undone)[0] == 200
    assert sent(asgi_server, scan)[1]["taken"][0]["came"] == 0


def test_many_admissions_at_once_are_each_counted(asgi_server: Site, device: Device) -> None:
    guests = [party(device) for _number in range(24)]

    answers = at_once(asgi_server, [admission(guest) for guest in guests])

    assert [said["taken"][0]["came"] for _status, said in answers] == [1] * 24
    assert Presence.objects.filter(came=1).count() == Scan.objects.count() == 24


@pytest.mark.django_db
def test_no_table_is_read_whole_for_a_group() -> None:
    if connection.vendor != "postgresql":
        pytest.skip("On SQLite each row is found by itself.")

    with connection.cursor() as cursor:
        cursor.execute(postgresql.SETTINGS.replace("SET ", "SET LOCAL "))
        cursor.execute(f"EXPLAIN {postgresql.STATEMENT}", postgresql._columns([]))
        plan = "\n".join(line for (line,) in cursor.fetchall())

    assert "Index Scan using door_scan_uid_key" in plan
    assert "Seq Scan" not in plan


def test_what_cannot_be_read_is_refused_as_django_refuses_it(asgi_server: Site, device: Device) -> None:
    assert sent(asgi_server, {"kind": "sing"}) == (400, {"is_refused": True})
    assert sent(asgi_server, token="of-nobody") == (401, {"is_gone": True})


def test_scans_are_taken_again_after_the_writer_met_a_disk_that_refused(
    asgi_server: Site, device: Device
) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("On PostgreSQL no file is held to write.")
    guest, lock = party(device), Path(f"{connection.settings_dict['NAME']}-writer")
    lock.unlink(missing_ok=True)
    lock.mkdir()
    refused = sent(asgi_server, admission(guest))[0]
    lock.rmdir()

    answered = sent(asgi_server, admission(guest))

    assert refused == 500
    assert answered[1]["taken"][0]["came"] == 1
