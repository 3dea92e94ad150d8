"""Making, pairing and revoking the devices at the doors."""

import secrets
from datetime import datetime, timedelta

from django.db import transaction

from chancery.base import audit
from chancery.base.audit import Actor
from chancery.base.push import publish
from chancery.door.access import digest_of, pairing_key_of
from chancery.door.actions import presences
from chancery.door.models import Device

DEVICES = "devices"
"""The channel on which a device is named that is another by now: whoever remembers it forgets it."""

PAIRING = timedelta(minutes=10)


class PairingRefused(Exception):
    """The key is not, or no longer, one that pairs a device."""


@transaction.atomic
def make_device(device: Device, *, by: Actor, now: datetime) -> Device:
    """Make a device at a door, to be paired within ten minutes; the first one prepares who may come."""
    device.made_at, device.made_by = now, by.user
    _open_pairing(device, now)
    presences.prepare(device.door.event)
    return audit.create(device, by=by, code="door.device.made")


def _open_pairing(device: Device, now: datetime) -> None:
    device.pairing_ends_at = now + PAIRING
    device.pairing_digest = digest_of(pairing_key_of(device))


def _held(device: Device) -> Device:
    """The row as it stands now, locked: it may have been paired or revoked since it was read."""
    return Device.objects.select_for_update().get(pk=device.pk)


@transaction.atomic
def pair_again(device: Device, *, by: Actor, now: datetime) -> Device:
    """
    Let a device be paired anew for ten minutes, also on another telephone.

    The telephone that was paired before is known no more, and forgets the guests when it next asks.
    """
    held = _held(device)
    _open_pairing(held, now)
    held.token_digest, held.paired_at, held.revoked_at, held.wiped_at = None, None, None, None
    audit.update(held, by=by, code="door.device.opened")
    publish(DEVICES, {"device": held.code})
    return held


@transaction.atomic
def pair(key: str, *, device_at: datetime, now: datetime) -> tuple[Device, str]:
    """
    Pair the telephone that shows `key`, and return its device with the token it is known by from now on.

    Errors: PairingRefused for a key that is unknown, used or more than ten minutes old.
    """
    found = Device.objects.select_for_update(of=("self",)).filter(pairing_digest=digest_of(key))
    device = found.select_related("door__event__organiser").first()
    if device is None or device.revoked_at or not now < min(device.pairing_ends_at, device.expires_at):
        raise PairingRefused
    token = secrets.token_urlsafe(32)
    device.pairing_digest, device.token_digest, device.paired_at = None, digest_of(token), now
    device.seen_at, device.skew_ms = now, skew_of(device_at, now)
    audit.update(device, by=Actor(device.door.event.organiser_id), code="door.device.paired")
    return device, token


def skew_of(device_at: datetime, now: datetime) -> int:
    """How far a clock is ahead, in milliseconds; what the column can hold."""
    return min(max(round((device_at - now) / timedelta(milliseconds=1)), -(2**31)), 2**31 - 1)


@transaction.atomic
def change_device(device: Device, *, by: Actor) -> Device:
    """Save the name of a device, whether names can be looked up on it, and until when it is good; no more."""
    held = _held(device)
    held.name, held.searches, held.expires_at = device.name, device.searches, device.expires_at
    audit.update(held, by=by, code="door.device.changed")
    publish(DEVICES, {"device": held.code})
    return held


@transaction.atomic
def revoke(device: Device, *, by: Actor, now: datetime) -> Device:
    """Revoke a device: it learns so when it next asks, and forgets the guests."""
    held = _held(device)
    held.revoked_at, held.pairing_digest = now, None
    audit.update(held, by=by, code="door.device.revoked")
    publish(DEVICES, {"device": held.code})
    return held


@transaction.atomic
def note_wiped(device: Device, *, waiting: int, now: datetime) -> Device:
    """Note that a telephone has forgotten the guests; `waiting` scans were lost with it."""
    held = _held(device)
    held.wiped_at, held.seen_at, held.waiting = now, now, waiting
    audit.update(held, by=Actor(device.door.event.organiser_id), code="door.device.wiped")
    return held
