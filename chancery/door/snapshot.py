"""The guests of an event as a telephone at one door takes them along: the least that lets them in."""

import hashlib
import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import override

from chancery.base import passes
from chancery.base.languages import wording
from chancery.door import sealing
from chancery.door.exchange import revision_of
from chancery.door.models import Device, Door, PreparedAnswer
from chancery.door.queries.told_at_door import AtDoor, guests_at_door, reader_of
from chancery.door.told import milliseconds
from chancery.events import queries as events
from chancery.events.models import Event

OF_ONE_SENDING = frozenset({"made_at", "now", "sealed", "ways", "revision"})
"""What is another each time, or is told in its own way; the rest says whether a list is a new one."""


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
        found |= sealing.sealed_guests(event.code, guests)
    return found | {"made_at": milliseconds(now), "now": milliseconds(now)}


def etag_of(device: Device, found: Mapping[str, Any]) -> str:
    """Return what stays the same as long as what a device shows does; sealing anew makes no other one."""
    told = {name: value for name, value in found.items() if name not in OF_ONE_SENDING}
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
    told = {name: getattr(guest, name) for name in ("code", *sealing.FIELDS)}
    return {name: value for name, value in told.items() if value not in ("", None, (), [])}
