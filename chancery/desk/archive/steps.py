"""What stood at items before a step, which go by codes in an installation and by refs in a folder."""

from datetime import datetime
from typing import Any

from django.utils.dateparse import parse_datetime

from chancery.desk.archive.values import DoesNotFit
from chancery.events.models import Event
from chancery.programme.models import Happened, Item, Step

_TIMES = ("started_at", "ended_at")
_HINT = 'write what stood at items by ref, as { speech = { started_at = "2025-02-25T17:04:00Z" } }'


def by_ref(step: Step) -> dict[str, Any]:
    """What stood there by the refs of the items; an item that is gone since keeps its code."""
    refs = _items(step.run.event, "code", "ref") if step.before else {}
    told = {refs.get(code, code): _written(before) for code, before in step.before.items()}
    return dict(sorted(told.items()))


def by_code(told: dict[str, Any], event: Event) -> dict[str, Any]:
    """The same by the codes of this installation. Errors: DoesNotFit with what to write."""
    if not all(map(_is_before, told.values())):
        raise DoesNotFit(f"it does not fit; {_HINT}")
    codes = _items(event, "ref", "code") if told else {}
    return {codes.get(ref, ref): dict.fromkeys(_TIMES) | before for ref, before in told.items()}


def _items(event: Event, key: str, value: str) -> dict[str, str]:
    return dict(Item.objects.filter(event=event).values_list(key, value))


def _written(before: dict[str, Any]) -> dict[str, Any]:
    """TOML has no word for nothing; a time that was not known is left out."""
    return {name: value for name, value in before.items() if value is not None}


def _is_before(before: Any) -> bool:
    if not isinstance(before, dict) or set(before) - {*_TIMES, "happened"}:
        return False
    times = [before[name] for name in _TIMES if name in before]
    return all(map(_is_moment, times)) and before.get("happened", "") in Happened.values


def _is_moment(told: Any) -> bool:
    try:
        moment = parse_datetime(told) if isinstance(told, str) else None
    except ValueError:
        return False
    return isinstance(moment, datetime) and moment.tzinfo is not None
