"""Telephones at the doors: paired once, told the guests, heard in any order, and gone when revoked."""

import base64
import json
import re
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from chancery.accounts.models import Organiser
from chancery.base import passes
from chancery.base.audit import Actor
from chancery.base.models import AuditLine
from chancery.directory.models import Person, PersonName
from chancery.door import sealing
from chancery.door.access import pairing_key_of
from chancery.door.actions import devices
from chancery.door.models import Device, DoorNote, Presence, Scan
from chancery.door.told import milliseconds
from chancery.events.models import Event, Participation
from chancery.guests.models import Invitation
from tests import make
from tests.conftest import People
from tests.door import built
from tests.door.telephones import Telephone, scan, walk_in


@pytest.fixture
def event(people: People) -> Event:
    return make.event_of(people.office)


@pytest.fixture
def guest(event: Event) -> Participation:
    """A guest who has accepted for two."""
    guest = make.participation(event, make.person(event.organiser, "Ana Sample"))
    Invitation.objects.create(guest=guest, standing="accepted", coming=2, unnamed_companions=1)
    return guest


@pytest.fixture
def one(event: Event) -> Telephone:
    return Telephone(built.door(event, "One"))


@pytest.fixture
def two(event: Event) -> Telephone:
    return Telephone(built.door(event, "Two"))


def came(guest: Participation) -> tuple[int, int, int]:
    row = Presence.objects.get(participation=guest)
    return row.expected, row.came, row.inside


def test_a_telephone_is_paired_once(one: Telephone) -> None:
    assert (one.paired["door"]["name"], one.paired["searches"]) == ("One", True)
    assert one.row.paired_at is not None
    assert one.row.pairing_digest is None

    again = Client().post(
        reverse("phone:pair"), json.dumps({"key": one.key, "at": 0}), content_type="application/json"
    )

    assert again.status_code == 404


def test_a_new_device_is_good_until_the_day_after_as_proposed(signed_in: Client, people: People) -> None:
    zone = "Europe/Bucharest"
    Organiser.objects.update(time_zone=zone)
    event = make.event(people.office, held_on=date(2031, 2, 26), ends_at=time(22), time_zone=zone)
    door = built.door(event)
    page = signed_in.get(reverse("door:new-device", args=["mission", event.code, door.code]))
    assert 'value="2031-02-27T10:00"' in page.content.decode()


def test_a_key_is_good_for_ten_minutes(signed_in: Client, event: Event) -> None:
    door = built.door(event)
    fields = {"name": "Telephone 1", "searches": "on", "expires_at": "2100-01-01T10:00"}
    url = reverse("door:new-device", args=["mission", event.code, door.code])
    page = signed_in.post(url, fields, follow=True).content.decode()
    [key] = re.findall(r"/d/#([a-z0-9]+)", page)[:1]
    device = Device.objects.get()
    Device.objects.update(pairing_ends_at=timezone.now())

    answer = Client().post(
        reverse("phone:pair"), json.dumps({"key": key, "at": 0}), content_type="application/json"
    )

    assert answer.status_code == 404
    assert device.pairing_ends_at - device.made_at == timedelta(minutes=10)
    assert "<svg" in page


def test_the_snapshot_holds_what_a_steward_needs(one: Telephone, guest: Participation) -> None:
    DoorNote.objects.create(participation=guest, kind="press", text="Camera team")
    DoorNote.objects.create(
        participation=guest, kind="call", text="Elsewhere", door=built.door(guest.event, "X")
    )

    found = one.ask("snapshot").json()

    [row] = found["guests"]
    assert row["party"] == guest.code
    assert row["code"] == guest.invitation.code
    assert (row["expected"], row["reply"], row["name"]) == (2, "accepted", "Ana Sample")
    assert row["notes"] == [{"kind": "press", "text": "Camera team"}]
    assert found["keys"] == dict(passes.public_keys())
    assert found["revision"] == one.tell()["revision"]


def test_the_snapshot_that_is_known_is_not_sent_again(one: Telephone, guest: Participation) -> None:
    etag = one.ask("snapshot").headers["ETag"]

    assert one.ask("snapshot", **{"If-None-Match": etag}).status_code == 304
    DoorNote.objects.create(participation=guest, kind="note", text="New")
    assert one.ask("snapshot", **{"If-None-Match": etag}).status_code == 200


def test_without_search_a_guest_is_opened_by_the_own_pass_alone(event: Event, guest: Participation) -> None:
    telephone = Telephone(built.door(event, "Side"), searches=False)

    answer = telephone.ask("snapshot")

    found = answer.json()
    assert found["guests"] == []
    assert b"Sample" not in answer.content
    for people in (1, 2):
        text = passes.sign_pass(code=guest.invitation.code, people=people)
        assert opened_by(text, event, found)["name"] == "Ana Sample"
    assert (len(found["sealed"]), len(found["ways"])) == (1, 1)


def test_a_pass_from_before_a_new_key_opens_its_guest(
    event: Event, guest: Participation, settings: Any, tmp_path: Path
) -> None:
    """Passes that are out stay good when the keys are rotated, and none of them leads to another guest."""
    with keys_in(tmp_path, settings):
        code = guest.invitation.code
        printed = [passes.sign_pass(code=code, people=people) for people in (1, 2)]
        second = tmp_path / "keys" / "passes" / "0002.key"
        second.write_text("a second secret of more than thirty-two letters", encoding="ascii")
        forget_keys()
        found = Telephone(built.door(event, "Side"), searches=False).ask("snapshot").json()
        newest = [passes.sign_pass(code=code, people=people) for people in (1, 2)]

    for text in (*printed, *newest):
        assert opened_by(text, event, found)["name"] == "Ana Sample"
    assert len({*printed, *newest}) == 4
    assert (len(found["sealed"]), len(found["ways"])) == (1, 3)


@contextmanager
def keys_in(home: Path, settings: Any) -> Iterator[None]:
    """Use keys of passes of another installation in the block."""
    before, settings.HOME = settings.HOME, home
    forget_keys()
    yield
    settings.HOME = before
    forget_keys()


def forget_keys() -> None:
    passes._keys.cache_clear()
    passes._public.cache_clear()


def opened_by(text: str, event: Event, found: dict[str, Any]) -> dict[str, Any]:
    """The guest whom the text of a pass opens, as the telephone does it."""
    secret = sealing.secret_of(text, event.code)
    if way := opened(secret, found["ways"]):
        secret = sealing.Secret(way[: sealing.NAME_BYTES], way[sealing.NAME_BYTES :])
    unpacking = zlib.decompressobj(sealing.RAW_DEFLATE, found["words"].encode())
    row = json.loads(unpacking.decompress(opened(secret, found["sealed"])))
    return dict(zip(found["fields"], row, strict=False))


def opened(secret: sealing.Secret, boxes: dict[str, str]) -> bytes:
    """What is in the box of this name, nothing where there is none."""
    box = boxes.get(base64.urlsafe_b64encode(secret.name).decode())
    if box is None:
        return b""
    content = base64.urlsafe_b64decode(box + "==")
    return AESGCM(secret.key).decrypt(content[: sealing.IV_BYTES], content[sealing.IV_BYTES :], None)


def test_scans_count_once_however_often_they_are_sent(one: Telephone, guest: Participation) -> None:
    told = scan(guest.code, people=2)

    first, second = one.tell(told), one.tell(told)

    assert Scan.objects.count() == 1
    assert came(guest) == (2, 2, 2)
    assert [each["came"] for each in (*first["taken"], *second["taken"])] == [2, 2]
    lines = AuditLine.objects.filter(code="door.scan.taken")
    assert [line.object_id for line in lines] == [Scan.objects.get().pk]


def test_two_doors_without_a_network_are_a_doubt_at_both(
    one: Telephone, two: Telephone, guest: Participation
) -> None:
    later, first = scan(guest.code, ago=60, people=2), scan(guest.code, ago=90, people=2)

    assert one.tell(later)["taken"][0]["verdict"] == "counted"
    heard = two.tell(first)

    assert came(guest) == (2, 2, 2)
    assert Presence.objects.get(participation=guest).in_doubt
    assert [news["uid"] for news in heard["news"]][:1] == [later["uid"]]
    doubt = {"party": guest.code, "first": first["uid"], "later": later["uid"]}
    assert heard["doubts"] == [doubt] == one.tell()["doubts"]


def test_leaving_and_undoing_change_who_is_inside(one: Telephone, guest: Participation) -> None:
    admitted = scan(guest.code, ago=60, people=2)
    left = scan(guest.code, "leave", ago=30)

    one.tell(left, admitted)
    assert came(guest) == (2, 2, 1)

    one.tell(scan(guest.code, "undo", undoes=admitted["uid"]))
    assert came(guest) == (2, 0, 0)


def test_a_scan_of_nobody_on_the_list_is_kept(one: Telephone) -> None:
    one.tell(scan("", "refuse", words="Sample Press"), scan("nosuchparty2"))

    kept = [(row.participation, row.words) for row in Scan.objects.order_by("pk")]
    assert kept == [(None, "Sample Press"), (None, "nosuchparty2")]


def test_a_time_to_come_is_taken_as_now(one: Telephone, guest: Participation) -> None:
    answer = one.tell(scan(guest.code, ago=-3600))

    assert answer["taken"][0]["at"] <= answer["now"]


def test_a_device_is_told_of_the_others_until_it_knows(
    one: Telephone, two: Telephone, guest: Participation
) -> None:
    one.tell(scan(guest.code))
    Scan.objects.update(received_at=timezone.now() - timedelta(minutes=1))

    heard = two.tell()
    assert len(heard["news"]) == 1
    two.cursor = heard["cursor"]

    assert two.tell()["news"] == []


def test_contact_and_clock_are_noted(one: Telephone, guest: Participation) -> None:
    ahead = milliseconds(timezone.now() + timedelta(seconds=5))
    one.post("scans", {"scans": [scan(guest.code)], "cursor": 0, "waiting": 4, "device_at": ahead})

    assert one.row.waiting == 3
    assert one.row.synced_at is not None
    assert one.row.skew_ms is not None
    assert 3_000 < one.row.skew_ms < 6_000


def test_a_revoked_device_is_gone_and_says_that_it_forgot(one: Telephone, signed_in: Client) -> None:
    event = one.row.door.event
    signed_in.post(reverse("door:revoke-device", args=["mission", event.code, one.row.code]))

    for name, body in (("snapshot", None), ("clock", None), ("scans", {"scans": []})):
        answer = one.ask(name, body)
        assert (answer.status_code, answer.json()) == (401, {"is_gone": True})
    one.post("wiped", {"waiting": 0, "by": "office"})

    assert one.row.wiped_at is not None


def test_a_device_past_its_time_hands_in_and_learns_nothing(one: Telephone, guest: Participation) -> None:
    Device.objects.update(expires_at=timezone.now() - timedelta(hours=1))

    answer = one.tell(scan(guest.code, ago=7200))

    assert one.ask("snapshot").status_code == 401
    assert came(guest)[1] == 1
    assert answer["news"] == []
    assert len(answer["taken"]) == 1


@pytest.mark.parametrize(
    "body", [[], {"scans": 1}, {"scans": [{}], "device_at": 0}, {"scans": [], "device_at": "x"}]
)
def test_what_no_telephone_sends_is_refused(one: Telephone, body: Any) -> None:
    assert one.ask("scans", body).status_code == 400
    assert Scan.objects.count() == 0


def test_a_walk_in_is_written_down_and_in_once(one: Telephone) -> None:
    told = walk_in("Bo Sample", office="Historian", people=2)

    first, second = one.post("guests", told), one.post("guests", told)

    guest = Participation.objects.get(code=first["party"])
    assert first["party"] == second["party"]
    assert Participation.objects.count() == 1
    assert (guest.name_printed, guest.capacity_printed) == ("Bo Sample", {"en": "Historian"})
    assert came(guest) == (2, 2, 2)


def test_somebody_who_comes_instead_is_a_new_guest(one: Telephone, guest: Participation) -> None:
    told = {"uid": str(uuid4()), "kind": "representative", "party": guest.code, "name": "Bo Sample"}
    answer = one.post("guests", told | {"office": "Counsellor", "at": milliseconds(timezone.now())})

    brought = Participation.objects.get(code=answer["party"])
    assert (brought.represents, brought.name_printed) == (guest, "Bo Sample")
    rows = {row["party"]: row for row in one.ask("snapshot").json()["guests"]}
    assert rows[guest.code]["representative"] == "Bo Sample"


def test_a_name_is_put_right_with_its_parts(one: Telephone, guest: Participation) -> None:
    told = {"uid": str(uuid4()), "kind": "spelling", "party": guest.code, "name": "Anna Sampel"}
    one.post("guests", told | {"at": milliseconds(timezone.now())})

    name = PersonName.objects.get(person=guest.person)
    assert (name.printed, name.given, name.family) == ("Anna Sampel", "Anna", "Sampel")


def test_what_cannot_be_put_right_becomes_a_note(one: Telephone, event: Event) -> None:
    body = Participation.objects.create(event=event, body=make.body(event.organiser))
    told = {"uid": str(uuid4()), "kind": "spelling", "party": body.code, "name": "Other"}
    one.post("guests", told | {"at": milliseconds(timezone.now())})

    assert DoorNote.objects.get().text == "Told at the door: Other"


def test_a_sorting_made_from_the_name_follows_its_spelling(one: Telephone, guest: Participation) -> None:
    person = guest.person
    assert person is not None
    told = {"uid": str(uuid4()), "kind": "spelling", "party": guest.code, "at": milliseconds(timezone.now())}

    Person.objects.filter(pk=person.pk).update(sort_name="Sample, Ana")
    one.post("guests", told | {"name": "Anna Sampel"})
    person.refresh_from_db()
    assert person.sort_name == "Sampel, Anna"

    Person.objects.filter(pk=person.pk).update(sort_name="Written by hand")
    one.post("guests", told | {"uid": str(uuid4()), "name": "Ana Sampel"})
    person.refresh_from_db()
    assert person.sort_name == "Written by hand"


def test_a_form_opened_before_the_pairing_takes_no_token_away(event: Event) -> None:
    made = devices.make_device(
        Device(door=built.door(event), name="Old", expires_at=timezone.now() + timedelta(days=1)),
        by=Actor(event.organiser_id),
        now=timezone.now(),
    )
    opened_before = Device.objects.get(pk=made.pk)
    devices.pair(pairing_key_of(made), device_at=timezone.now(), now=timezone.now())

    opened_before.name = "New"
    devices.change_device(opened_before, by=Actor(event.organiser_id))

    made.refresh_from_db()
    assert made.name == "New"
    assert made.token_digest
    assert made.paired_at
    assert made.pairing_digest is None


def test_times_are_kept_as_telephones_are_told_them(one: Telephone, guest: Participation) -> None:
    one.tell(scan(guest.code, ago=-60) | {"at": milliseconds(timezone.now() + timedelta(minutes=1))})

    assert Scan.objects.get().at.microsecond % 1000 == 0


def test_the_list_says_when_a_device_was_seen_by_the_clock_of_the_place(
    signed_in: Client, event: Event
) -> None:
    event.time_zone = "Europe/Bucharest"
    event.save(update_fields=["time_zone"])
    built.device(built.door(event), seen_at=datetime(2026, 1, 15, 16, 5, tzinfo=UTC))

    page = signed_in.get(reverse("door:doors", args=[event.organiser.ref, event.code])).content.decode()

    assert "18:05" in page
    assert "16:05" not in page
