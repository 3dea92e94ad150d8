"""Rows of the door for its tests: doors, devices, scans."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from chancery.accounts.models import Organiser
from chancery.door.models import Device, Door
from chancery.events.models import Event
from tests import make


def door(of: Event, name: str = "Main entrance", **fields: Any) -> Door:
    """A door of an event."""
    return Door.objects.create(event=of, name=name, **fields)


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
