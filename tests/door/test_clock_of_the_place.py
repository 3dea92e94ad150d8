"""Pages of the doors tell and read times by the clock of the place, wherever the office is."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from chancery.accounts.models import Organiser
from chancery.door.actions.scans import take_scans
from chancery.door.models import Device, Scan
from chancery.door.told import ToldScan
from chancery.events.models import Event, Participation
from tests import make
from tests.conftest import People
from tests.door import built

HALF_PAST_SIX_IN_TASHKENT = datetime(2026, 2, 26, 13, 30, 45, tzinfo=UTC)


@pytest.fixture
def event(people: People) -> Event:
    """An event five hours east of UTC, of an office that is at UTC."""
    Organiser.objects.update(time_zone="UTC")
    return make.event(people.office, time_zone="Asia/Tashkent")


@pytest.fixture
def doubted(event: Event) -> Participation:
    """A guest whom two doors let in at the same second."""
    guest = make.participation(event, make.person(event.organiser, "Ana Sample"), planned="accepted")
    for number, name in enumerate(("One", "Two")):
        at, device = HALF_PAST_SIX_IN_TASHKENT, built.device(built.door(event, name), name)
        uid = UUID(int=number)
        told = ToldScan(uid, Scan.Kind.ADMIT, Scan.How.PASS, guest.code, 1, at, at, None, "", True)
        take_scans(device, [told], timezone.now())
    return guest


def path(name: str, event: Event, **route: str) -> str:
    return reverse(f"door:{name}", kwargs={"ref": "mission", "code": event.code, **route})


def test_scans_are_told_by_the_clock_of_the_place(
    signed_in: Client, event: Event, doubted: Participation
) -> None:
    later = str(UUID(int=1))
    paths = [
        path("guest", event, guest=doubted.code),
        path("doubts", event),
        path("settle", event, scan=later),
    ]
    pages = {url: signed_in.get(url).content.decode() for url in paths}

    assert [url for url, page in pages.items() if "18:30:45" not in page] == []
    assert [url for url, page in pages.items() if "13:30" in page] == []


def test_until_when_a_telephone_is_good_is_told_and_written_by_it(signed_in: Client, event: Event) -> None:
    device = built.device(built.door(event), "Telephone 1", expires_at=datetime(2031, 2, 27, 5, tzinfo=UTC))
    Device.objects.update(paired_at=HALF_PAST_SIX_IN_TASHKENT, seen_at=HALF_PAST_SIX_IN_TASHKENT)

    shown = signed_in.get(path("device", event, device=device.code)).content.decode()
    listed = signed_in.get(path("doors", event)).content.decode()
    form = signed_in.get(path("change-device", event, device=device.code)).content.decode()
    fields = {"name": "Telephone 1", "searches": "on", "expires_at": "2031-02-27T11:00"}
    signed_in.post(path("change-device", event, device=device.code), fields)

    assert "18:30" in shown
    assert "18:30" in listed
    assert 'value="2031-02-27T10:00"' in form
    device.refresh_from_db()
    assert device.expires_at - datetime(2031, 2, 27, 5, tzinfo=UTC) == timedelta(hours=1)
