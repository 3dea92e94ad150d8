"""Which device may speak for which door: by the token it was given when it was paired."""

import hashlib
from datetime import datetime, timedelta

from chancery.base.seals import sealed
from chancery.door.models import Device

SCHEME = "Device "
"""How the header `Authorization` of a device begins."""

TIME_TO_HAND_IN = timedelta(days=7)
"""So long after its end a device may still hand in what was done on it, and learns nothing any more."""


def digest_of(secret: str) -> str:
    """Return what is kept of a pairing key or a token: from it nobody gets the secret back."""
    return hashlib.sha256(secret.encode()).hexdigest()


def pairing_key_of(device: Device) -> str:
    """Return the key that pairs a device: made anew from what is kept, another one for each ten minutes."""
    return sealed(f"pairing {device.pairing_ends_at.timestamp()}", device.code)


def token_in(header: str) -> str:
    """Return the token in a header `Authorization`; empty for any other header."""
    return header[len(SCHEME) :].strip() if header.startswith(SCHEME) else ""


def device_by(token: str) -> Device | None:
    """Return the device with this token, also one that was revoked or is past its time."""
    if not token:
        return None
    found = Device.objects.filter(token_digest=digest_of(token))
    return found.select_related("door__event__organiser", "door__event__ordering").first()


def may_read(device: Device | None, now: datetime) -> bool:
    """Whether a device may know the guests."""
    return device is not None and device.revoked_at is None and now < device.expires_at


def may_hand_in(device: Device | None, now: datetime) -> bool:
    """Whether what was done on a device is taken: until some days after its time, so that nothing is lost."""
    return device is not None and device.revoked_at is None and now < device.expires_at + TIME_TO_HAND_IN
