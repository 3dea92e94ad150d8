"""The guests of an event as a telephone at one door takes them along: the least that lets them in."""

import base64
import hashlib
import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.utils.translation import override

from chancery.base import passes
from chancery.base.languages import wording
from chancery.door.exchange import revision_of
from chancery.door.models import Device, Door, PreparedAnswer
from chancery.door.queries.told_at_door import AtDoor, guests_at_door, reader_of
from chancery.door.told import milliseconds
from chancery.events import queries as events
from chancery.events.models import Event

SEALED_FIELDS = (
    "party", "expected", "reply", "name", "spoken", "rank", "seat", "organisation", "office", "category",
    "notes", "names", "representative", "escort", "latin", "band",
)  # fmt: skip
"""A sealed row is a list in this order without the empty ones at its end; the code is that of its pass."""

ID_BYTES, KEY_BYTES, IV_BYTES = 16, 32, 12


def snapshot_of(device: Device, *, now: datetime) -> dict[str, Any]:
    """
    Return what a device takes along; `etag_of` says whether it is another than before.

    Where names may not be looked up, `guests` is empty and `sealed` holds each guest in boxes that the text
    of the own pass alone opens.
    """
    event, language = device.door.event, reader_of(device.door.event)
    revision = revision_of(event)
    with override(language):
        guests = guests_at_door(event, device.door, language=language)
        found = _around(device.door, language) | {"revision": revision}
    if device.searches:
        found["guests"] = [row_of(guest) for guest in guests]
    else:
        found |= {"guests": [], "sealed": dict(_sealed(event, guests)), "fields": SEALED_FIELDS}
    return found | {"made_at": milliseconds(now), "now": milliseconds(now)}


def etag_of(device: Device, found: Mapping[str, Any]) -> str:
    """Return what stays the same as long as what a device shows does; sealing anew makes no other one."""
    told = {
        name: value for name, value in found.items() if name not in ("made_at", "now", "sealed", "revision")
    }
    return hashlib.sha256(json.dumps([device.code, found["revision"], told]).encode()).hexdigest()[:32]


def _around(door: Door, language: str) -> dict[str, Any]:
    event = door.event
    doors = Door.objects.filter(event=event).order_by("position", "id")
    categories = events.categories_of(event)
    return {
        "event": event_as(event),
        "doors": [door_as(each) for each in doors],
        "categories": [wording(category.names, language).text for category in categories],
        "answers": [
            answer_as(row) for row in PreparedAnswer.objects.filter(event=event).order_by("position", "id")
        ],
        "keys": dict(passes.public_keys()),
    }


def event_as(event: Event) -> dict[str, Any]:
    """What a telephone shows of the event."""
    day = event.held_on.isoformat() if event.held_on else ""
    return {"code": event.code, "titles": event.titles, "day": day, "zone": event.time_zone}


def door_as(door: Door) -> dict[str, str]:
    """What a telephone shows of a door."""
    return {
        "code": door.code,
        "name": door.name,
        "instructions": door.instructions,
        "walk_ins": door.walk_ins,
    }


def answer_as(row: PreparedAnswer) -> dict[str, str]:
    """What a steward does and says for a band of rank (R126)."""
    return {"band": row.band, "outcome": row.outcome, "where": row.where, "words": row.words}


def row_of(guest: AtDoor) -> dict[str, Any]:
    """A guest as a row: what is empty is left out."""
    told = {name: getattr(guest, name) for name in ("code", *SEALED_FIELDS)}
    return {name: value for name, value in told.items() if value not in ("", None, (), [])}


def _sealed(event: Event, guests: Sequence[AtDoor]) -> Iterator[tuple[str, str]]:
    for guest in guests:
        content = json.dumps(_listed(guest), ensure_ascii=False, separators=(",", ":")).encode()
        for people in range(1, guest.most_people + 1) if guest.code else ():
            yield seal(passes.sign_pass(code=guest.code, people=people), event.code, content)


def _listed(guest: AtDoor) -> list[Any]:
    row = [getattr(guest, name) for name in SEALED_FIELDS]
    while row and row[-1] in ("", None, (), []):
        row.pop()
    return row


def seal(
    text: str, event: str, content: bytes, random: Callable[[int], bytes] = os.urandom
) -> tuple[str, str]:
    """
    Seal `content` so that the text of a pass alone finds and opens it; return its name and the box.

    Shape: both in base64url without padding. HKDF over the text, with the code of the event as salt, gives
    16 bytes of name and 32 bytes of key; the box is 12 bytes of IV and what AES-GCM makes of the content.
    """
    hkdf = HKDF(hashes.SHA256(), ID_BYTES + KEY_BYTES, event.encode(), b"chancery-door")
    secret = hkdf.derive(text.encode())
    iv = random(IV_BYTES)
    box = iv + AESGCM(secret[ID_BYTES:]).encrypt(iv, content, None)
    return _in_letters(secret[:ID_BYTES]), _in_letters(box)


def _in_letters(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()
