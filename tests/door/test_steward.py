"""Letting guests in from a browser: found by any spelling, let in once, taken back."""

from datetime import date
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from chancery.base.models import AuditLine
from chancery.door.models import Door, DoorNote, Presence, Scan
from chancery.events.models import Event, Participation
from tests import make
from tests.conftest import People
from tests.door import built
from tests.door.awaiting import ambassador, evening
from tests.record.built import page, said


@pytest.fixture
def event(people: People) -> Event:
    return evening(people.office, held_on=date(2027, 2, 25))


@pytest.fixture
def door(event: Event) -> Door:
    return built.door(event)


@pytest.fixture
def ana(event: Event) -> Participation:
    return ambassador(event, "Ana Țoiu", "2020-01-01")


def url(event: Event, **asked: str) -> str:
    place = reverse("door:steward", kwargs={"ref": event.organiser.ref, "code": event.code})
    return place + "?" + "&".join(f"{name}={value}" for name, value in asked.items())


def press(client: Client, who: Participation, door: Door, deed: str = "admit", **sent: str) -> list[str]:
    """Press a button of the page, and return what is said then."""
    route = {"ref": who.event.organiser.ref, "code": who.event.code, "guest": who.code}
    told = {"uid": str(uuid4()), "people": "1", "door": door.code, "deed": deed} | sent
    return said(client.post(reverse("door:scan-by-account", kwargs=route), told, follow=True))


def test_a_guest_is_found_by_another_spelling_with_what_one_says(
    signed_in: Client, event: Event, door: Door, ana: Participation
) -> None:
    shown = page(signed_in, url(event, q="toiu"))

    assert "Ana Țoiu" in shown
    assert "is-green" in shown
    assert "Nobody on the list is called so" in page(signed_in, url(event, q="nobody"))


def test_a_guest_is_let_in_and_counted_by_the_scans(
    signed_in: Client, event: Event, door: Door, ana: Participation
) -> None:
    assert press(signed_in, ana, door) == ["Ana Țoiu: 1 of 1 are inside."]

    scan, presence = Scan.objects.get(), Presence.objects.get(participation=ana)
    assert (scan.how, scan.door, scan.device, scan.by) == ("search", door, None, signed_in_user(signed_in))
    assert (presence.came, presence.inside, presence.door) == (1, 1, door)
    assert AuditLine.objects.filter(code="door.scan.taken").count() == 1
    assert "is in already" in page(signed_in, url(event, q="Toiu"))


def signed_in_user(client: Client) -> object:
    return client.get("/").wsgi_request.user


def test_a_form_that_is_sent_twice_counts_once(
    signed_in: Client, event: Event, door: Door, ana: Participation
) -> None:
    uid = str(uuid4())

    press(signed_in, ana, door, uid=uid)
    press(signed_in, ana, door, uid=uid)

    assert Scan.objects.count() == 1
    assert Presence.objects.get(participation=ana).came == 1


def test_the_last_entry_is_taken_back_and_nothing_more(
    signed_in: Client, event: Event, door: Door, ana: Participation
) -> None:
    press(signed_in, ana, door)

    assert press(signed_in, ana, door, "undo") == ["Ana Țoiu: 0 of 1 are inside."]
    assert press(signed_in, ana, door, "undo") == ["There is nothing of yours to take back for Ana Țoiu."]
    assert Scan.objects.count() == 2


def test_who_went_out_is_not_inside(signed_in: Client, event: Event, door: Door, ana: Participation) -> None:
    press(signed_in, ana, door)

    assert press(signed_in, ana, door, "leave") == ["Ana Țoiu: 0 of 1 are inside."]
    assert Presence.objects.get(participation=ana).came == 1


@pytest.mark.parametrize("count", ["0", "", "many", "501"])
def test_a_number_that_cannot_be_is_refused(
    signed_in: Client, event: Event, door: Door, ana: Participation, count: str
) -> None:
    assert press(signed_in, ana, door, people=count) == [
        "Nothing was noted; say how many people, from 1 to 500."
    ]
    assert not Scan.objects.exists()


def test_notes_and_replies_are_told_before_anybody_is_let_in(
    signed_in: Client, event: Event, door: Door, ana: Participation
) -> None:
    DoorNote.objects.create(participation=ana, kind="escort", text="by the blue stairs")
    make.participation(event, make.person(event.organiser, "Radu Refused"), planned="declined")

    assert "by the blue stairs" in page(signed_in, url(event, q="toiu"))
    assert "has declined" in page(signed_in, url(event, q="refused"))
