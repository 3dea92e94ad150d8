"""A state of the run as plain values, in the shape that desks and screens are told."""

from typing import Any

from chancery.events.models import Event
from chancery.programme.models import Item

EIGHT = 1_740_592_800_000


def told_item(item: Item, **fields: Any) -> dict[str, Any]:
    """An item that is still to come and lasts five minutes."""
    return {
        "code": item.code,
        "kind": item.kind,
        "titles": item.titles,
        "progress": "to-come",
        "planned_start": EIGHT,
        "planned_end": EIGHT + 300_000,
        "start": EIGHT,
        "end": EIGHT + 300_000,
        "seconds": 300,
        "length": 300,
        "drift": 0,
        "is_anchor": False,
        "is_public": item.is_public,
        "cut_order": None,
        "speakers": [],
        "place": "",
        "languages": [],
        "silence_seconds": None,
        "film": None,
    } | fields


def told(event: Event, items: list[dict[str, Any]], **fields: Any) -> dict[str, Any]:
    """The state of a run, not begun unless `fields` say otherwise."""
    return {
        "revision": 1,
        "state": "ready",
        "is_rehearsal": False,
        "now": EIGHT,
        "shift": 0,
        "current": "",
        "running": [],
        "next": items[0]["code"] if items else "",
        "standing_by": "",
        "order": [item["code"] for item in items],
        "items": items,
        "cues": [],
        "held_at": None,
        "word": "",
        "caller": {"name": "Ana Sample"},
        "offers": [{"item": items[0]["code"]}] if items else [],
    } | fields
