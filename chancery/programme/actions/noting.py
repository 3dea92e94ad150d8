"""The real times of items, as the steps of the caller make them; the plan stays as it was."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.dateparse import parse_datetime

from chancery.base import audit
from chancery.base.audit import Actor
from chancery.base.fields import as_plain
from chancery.programme.live import Live
from chancery.programme.models import Happened, Item, Step
from chancery.rules.timing import Called, changed_items

NOTED = ("started_at", "ended_at", "happened")

type Before = dict[str, dict[str, Any]]


def note_times(live: Live, after: Called, *, by: Actor) -> Before:
    """
    Write the times and outcomes of the items that a step touched; nothing in a rehearsal.

    Returns what stood there before by code, so that the step can be taken back.
    """
    if live.is_rehearsal:
        return {}
    first = _as_before(live, after)
    rows = [row for ref in _touched(live, after) if (row := live.item(ref))]
    before = {row.code: {name: as_plain(getattr(row, name)) for name in NOTED} for row in rows}
    for row in rows:
        _note(row, live, after, first.get(row.code, {}))
    audit.update_all(rows, by=by, code="programme.item.happened")
    return before


def _touched(live: Live, after: Called) -> list[str]:
    """The items whose real times change, and what they are a part of."""
    touched: dict[str, None] = {}
    for leaf in changed_items(live.called, after):
        touched |= dict.fromkeys(live.course.line_of(leaf))
    return list(touched)


def _as_before(live: Live, after: Called) -> Before:
    """What stood at the items before the step that is taken back now; empty for any other step."""
    kept = {press.uid for press in after.taken}
    undone = [press.uid for press in live.called.taken if press.uid not in kept]
    steps = Step.objects.filter(uid__in=undone)
    return {code: told for step in steps for code, told in step.before.items()}


def _note(row: Item, live: Live, after: Called, first: Mapping[str, Any]) -> None:
    """Give an item its times; what the steps say nothing of is as it was before them."""
    leaves = live.course.leaves_of(row.ref) or (row.ref,)
    begun = [after.begun[leaf] for leaf in leaves if leaf in after.begun]
    if begun:
        row.started_at = min(begun)
        row.ended_at = _end_of(row, leaves, after)
        row.happened = row.happened if row.happened == Happened.CHANGED else Happened.YES
    else:
        row.started_at, row.ended_at = _time(first, "started_at"), _time(first, "ended_at")
        is_out = all(not after.is_open(leaf) for leaf in leaves)
        row.happened = Happened.NO if is_out else first.get("happened", Happened.UNKNOWN)


def _end_of(row: Item, leaves: tuple[str, ...], after: Called) -> datetime | None:
    """The end of the last of what an item is; a film that was over before keeps the end it had."""
    if any(leaf in after.running for leaf in leaves):
        return None
    end = max(after.ended[leaf] for leaf in leaves if leaf in after.ended)
    is_over = row.kind == Item.Kind.FILM and row.ended_at is not None and row.started_at is not None
    if is_over and row.started_at <= row.ended_at <= end:  # type: ignore[operator]  # both are known here
        return row.ended_at
    return end


def _time(told: Mapping[str, Any], name: str) -> datetime | None:
    return parse_datetime(told[name]) if told.get(name) else None
