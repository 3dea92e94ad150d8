"""Rows of the door for its tests: doors, devices, scans."""

from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from django.utils import timezone

from chancery.accounts.models import Organiser
from chancery.door.models import BadgePrinting, Device, Door, DoorNote, Scan
from chancery.events.models import Event
from tests import make


def door(of: Event, name: str = "Main entrance", **fields: Any) -> Door:
    """A door of an event."""
    return Door.objects.create(event=of, name=name, **fields)


def tomorrow() -> datetime:
    """When telephones made today are of no use any more."""
    return timezone.now() + timedelta(days=1)


def device(at: Door, name: str = "Telephone 1", **fields: Any) -> Device:
    """A device that may be paired for ten minutes and used for a day."""
    now = timezone.now()
    values = {"pairing_ends_at": now + timedelta(minutes=10), "expires_at": now + timedelta(days=1)} | fields
    return Device.objects.create(door=at, name=name, **values)


def a_door(office: Organiser) -> str:
    """The code of a door of the event of an office."""
    return door(make.event_of(office)).code


def a_device(office: Organiser) -> str:
    """The code of a device at a door of the event of an office."""
    return device(door(make.event_of(office))).code


def let_in(of: Event, **fields: Any) -> Scan:
    """Somebody new at an event whom the office has let in."""
    now = timezone.now()
    guest = make.participation(of, make.person(of.organiser))
    values = {"kind": "admit", "how": "office", "at": now, "device_at": now} | fields
    return Scan.objects.create(uid=uuid4(), event=of, participation=guest, **values)


def a_scan(office: Organiser) -> str:
    """The uid of a scan at the event of an office."""
    return str(let_in(make.event_of(office)).uid)


def a_guest_let_in(office: Organiser) -> str:
    """The code of somebody who was let in at the event of an office."""
    participation = let_in(make.event_of(office)).participation
    assert participation is not None
    return participation.code


def its_scan(office: Organiser) -> str:
    """The uid of the scan by which that guest was let in."""
    return str(Scan.objects.filter(event=make.event_of(office)).latest("pk").uid)


def a_note(office: Organiser) -> str:
    """The code of a note about a guest of the event of an office."""
    guest = make.participation(make.event_of(office), make.person(office))
    return DoorNote.objects.create(participation=guest, text="By the side entrance.").code


def a_printing(office: Organiser) -> str:
    """The number of a printing of badges of the event of an office."""
    printing = BadgePrinting.objects.create(
        event=make.event_of(office), number=1, printed_at=timezone.now(), cards={}
    )
    return str(printing.number)
