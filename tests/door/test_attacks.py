"""Whatever is sent to the addresses of the telephones: a clear answer, nothing lost, no name in a log."""

import gzip
import json
import logging
from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from chancery.base.audit import Actor
from chancery.door.actions import devices
from chancery.door.hot.asked import admissions_in
from chancery.door.models import Scan
from chancery.door.told import milliseconds
from chancery.events.models import Event, Participation
from chancery.guests.models import Invitation
from chancery.guests.tokens import pass_for
from tests import make
from tests.conftest import People
from tests.door import built
from tests.door.telephones import Telephone, scan, walk_in

POSTS = ("pair", "scans", "guests", "wiped")
DEEP = b"[" * 100_000
BODIES = {
    "nothing": b"",
    "no json": b"{",
    "half a letter": b"\xff\xfe",
    "a list": b"[]",
    "a number": b"1",
    "deep": DEEP,
    "deep in an object": b'{"scans":' + DEEP,
    "compressed": gzip.compress(b" " * 1_000_000),
    "too long": b'{"scans":[],"device_at":1,"more":"' + b"x" * 500_000 + b'"}',
    "far too long": b" " * 3_000_000,
}
WRONG = [None, [], {}, "x", "\ud800", -1, 1e300, float("inf"), float("nan"), 10**30, True, "9" * 5000]


@pytest.fixture
def event(people: People) -> Event:
    return make.event_of(people.office)


@pytest.fixture
def guest(event: Event) -> Participation:
    guest = make.participation(event, make.person(event.organiser, "Ana Sample"))
    Invitation.objects.create(guest=guest, standing="accepted", coming=1)
    return guest


@pytest.fixture
def phone(event: Event) -> Telephone:
    return Telephone(built.door(event))


def send(phone: Telephone, name: str, body: bytes) -> int:
    """The status of the answer to bytes; a fault of ours would be raised here."""
    url = reverse(f"phone:{name}")
    return Client().post(url, body, content_type="application/json", headers=phone.headers).status_code


@pytest.mark.parametrize("name", POSTS)
@pytest.mark.parametrize("body", BODIES)
def test_what_is_no_call_is_refused(phone: Telephone, name: str, body: str) -> None:
    assert send(phone, name, BODIES[body]) in {400, 413}
    assert not Scan.objects.exists()


@pytest.mark.parametrize("field", sorted(scan("x")))
def test_no_value_of_a_scan_is_a_fault_of_ours(phone: Telephone, guest: Participation, field: str) -> None:
    """Either all of it is taken and stands in the database, or the answer says that it is refused."""
    for value in WRONG:
        told = scan(guest.code) | {field: value}
        body = {"scans": [told], "device_at": milliseconds(timezone.now()), "cursor": 0, "waiting": 1}
        before = Scan.objects.count()

        status = send(phone, "scans", json.dumps(body).encode())

        assert (status, Scan.objects.count() - before) in {(200, 1), (400, 0)}, value


@pytest.mark.parametrize("field", ["device_at", "cursor", "waiting", "scans"])
def test_no_value_of_an_exchange_is_a_fault_of_ours(phone: Telephone, field: str) -> None:
    for value in WRONG:
        body = {
            "scans": [],
            "device_at": milliseconds(timezone.now()),
            "cursor": 0,
            "waiting": 0,
            field: value,
        }

        assert send(phone, "scans", json.dumps(body).encode()) in {200, 400}, value


@pytest.mark.parametrize("field", sorted(walk_in("x")))
def test_no_value_of_a_walk_in_is_a_fault_of_ours(phone: Telephone, field: str) -> None:
    for value in WRONG:
        assert send(phone, "guests", json.dumps(walk_in("Bo Sample") | {field: value}).encode()) in {200, 400}


def test_other_calls_take_no_wrong_value(phone: Telephone) -> None:
    for value in WRONG:
        assert send(phone, "wiped", json.dumps({"waiting": value}).encode()) in {200, 400}
        assert send(phone, "pair", json.dumps({"key": value, "at": value}).encode()) in {400, 404}


def test_letters_that_no_database_keeps_are_marked(phone: Telephone) -> None:
    phone.tell(scan("", "refuse", words="A\0B\ud800C"))

    assert Scan.objects.get().words == "A\ufffdB\ufffdC"


@pytest.mark.parametrize("at", [-1, 4_102_444_800_000, 253_402_300_800_000, -62_135_596_800_000])
def test_times_out_of_reach_are_refused(phone: Telephone, guest: Participation, at: int) -> None:
    body = {"scans": [scan(guest.code) | {"at": at}], "device_at": milliseconds(timezone.now())}

    assert send(phone, "scans", json.dumps(body).encode()) == 400
    assert not Scan.objects.exists()


def test_taking_back_nothing_is_refused_and_the_unknown_waits(phone: Telephone, guest: Participation) -> None:
    nothing = scan(guest.code, "undo", undoes=None)
    now = milliseconds(timezone.now())

    assert send(phone, "scans", json.dumps({"scans": [nothing], "device_at": now}).encode()) == 400
    phone.tell(scan(guest.code, "undo", undoes=str(uuid4())))
    assert Scan.objects.count() == 1


def test_a_uid_with_other_content_changes_nothing(phone: Telephone, guest: Participation) -> None:
    told = scan(guest.code)
    phone.tell(told)

    again = phone.tell(told | {"kind": "leave", "words": "another"})

    assert [(row.kind, row.words) for row in Scan.objects.all()] == [("admit", "")]
    assert again["taken"][0]["came"] == 1


def test_a_uid_of_another_event_tells_nothing_of_it(phone: Telephone, guest: Participation) -> None:
    """Nothing is said to be taken that is not kept for this event."""
    told = scan(guest.code)
    phone.tell(told)
    other = Telephone(built.door(make.event(guest.event.organiser)))
    body = {"scans": [told], "device_at": milliseconds(timezone.now())}

    assert send(other, "scans", json.dumps(body).encode()) == 400
    assert Scan.objects.get().event == guest.event


def test_a_device_revoked_in_the_middle_hears_so(phone: Telephone, guest: Participation) -> None:
    phone.tell(scan(guest.code))
    devices.revoke(phone.row, by=Actor(guest.event.organiser_id), now=timezone.now())
    now = milliseconds(timezone.now())

    answer = phone.ask("scans", {"scans": [scan(guest.code)], "device_at": now})

    assert (answer.status_code, answer.json()) == (401, {"is_gone": True})
    assert Scan.objects.count() == 1


def test_the_thin_route_leaves_the_deep_to_the_pages() -> None:
    assert admissions_in(DEEP, now=timezone.now()) is None
    assert admissions_in(b'{"scans":' + DEEP, now=timezone.now()) is None


@pytest.fixture
def logged(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> Iterator[pytest.LogCaptureFixture]:
    """Whatever any logger writes, also those that hand nothing on in an installation that is served."""
    for name, logger in list(logging.root.manager.loggerDict.items()):
        if isinstance(logger, logging.Logger):
            monkeypatch.setattr(logger, "propagate", True)
            monkeypatch.setattr(logger, "disabled", False)
            caplog.set_level(logging.DEBUG, logger=name)
    with caplog.at_level(logging.DEBUG):
        yield caplog


def test_no_name_pass_or_token_stands_in_a_log(
    phone: Telephone, guest: Participation, logged: pytest.LogCaptureFixture
) -> None:
    """Good and bad calls alike; statements to the database are written in no installation that is served."""
    entry = pass_for(guest.invitation)
    good: dict[str, Any] = {"scans": [scan(guest.code, words="Ana Sample")], "device_at": 1}
    for name, body in (("scans", good), ("guests", walk_in("Bo Sample", office="Historian"))):
        send(phone, name, json.dumps(body).encode())
    for name in POSTS:
        send(phone, name, f'{{"name": "Ana Sample", "key": "{entry}", "uid": "Bo Sample"'.encode())
        send(
            phone,
            name,
            json.dumps({"name": "Ana Sample", "key": entry, "scans": [entry], "at": entry}).encode(),
        )
    for path in ("snapshot", "clock"):
        phone.ask(path)

    lines = [
        row.getMessage() + str(row.exc_text or "")
        for row in logged.records
        if row.name != "django.db.backends"
    ]
    secrets = ("Ana Sample", "Bo Sample", "Historian", entry, phone.token, phone.key)
    assert lines
    assert [line for line in lines if any(secret in line for secret in secrets)] == []
