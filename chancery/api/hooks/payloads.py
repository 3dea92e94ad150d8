"""
What a delivery says of a change: its code, when, by whom in kind, the event and the object by their codes.

Nothing of what changed and no name leaves the house: whoever may know more asks for the object.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from hashlib import sha256
from typing import Any

from django.apps import apps
from django.db.models import ForeignKey, Model

from chancery.accounts.models import Organiser
from chancery.base.audit import ERASED
from chancery.base.models import AuditLine
from chancery.campaign.queries.touched import steps
from chancery.events.models import Event


@dataclass(frozen=True, slots=True)
class Told:
    """
    A change as it is told: `event` and `object_code` are empty where there is none.

    `is_gone` says that the object is there no more, whatever the change was.
    """

    line: AuditLine
    event: str
    object_code: str
    is_gone: bool


def told_of(lines: Iterable[AuditLine]) -> list[Told]:
    """Find the codes of objects and events of lines, by one query for each kind of row that is named."""
    found = list(lines)
    wanted: defaultdict[str, set[int]] = defaultdict(set)
    for line in found:
        wanted[line.kind].add(line.object_id)
    codes = {kind: _codes_of(kind, keys) for kind, keys in wanted.items()}
    gone = _events_of_gone(line for line in found if line.object_id not in codes[line.kind])
    return [_told(line, codes[line.kind], gone) for line in found]


def _told(line: AuditLine, codes: Mapping[int, tuple[str, str]], gone: Mapping[int, str]) -> Told:
    if line.object_id in codes:
        own, event = codes[line.object_id]
        return Told(line, event, own, is_gone=False)
    # Of a row that is gone its last line keeps the code, unless that was erased.
    sides = [side for side in line.changes.get("code", ()) if isinstance(side, str) and side != ERASED]
    own = sides[0] if sides else ""
    event = own if line.kind == Event._meta.label_lower else gone.get(line.pk, "")
    return Told(line, event, own, is_gone=True)


def _codes_of(kind: str, keys: Iterable[int]) -> dict[int, tuple[str, str]]:
    """By the key of a row: its own code and that of its event, empty where it has none."""
    try:
        model = apps.get_model(kind)
    except LookupError:
        return {}
    # What a line of the history calls its code is what was done.
    columns = {field.attname for field in model._meta.concrete_fields} if model is not AuditLine else set()
    path = path_to_event(kind)
    names = [*(["code"] if "code" in columns else []), *([path] if path else [])]
    rows = model._default_manager.filter(pk__in=list(keys)).order_by("pk").values("pk", *names)
    return {row["pk"]: (row.get("code") or "", row[path] or "" if path else "") for row in rows}


def _events_of_gone(lines: Iterable[AuditLine]) -> dict[int, str]:
    """The codes of the events of rows that are gone, by the line: it says on what the row hung."""
    parents: defaultdict[type[Model], dict[int, int]] = defaultdict(dict)
    for line in lines:
        step = _step_of(line.kind)
        keys = [key for key in line.changes.get(step.attname, ()) if isinstance(key, int)] if step else []
        if step and keys:
            parents[step.remote_field.model][line.pk] = keys[0]
    events: dict[int, str] = {}
    for model, by_line in parents.items():
        codes = _codes_of(model._meta.label_lower, by_line.values())
        events |= {line: codes[key][1] for line, key in by_line.items() if key in codes}
    return events


def _step_of(kind: str) -> "ForeignKey[Any, Any] | None":
    try:
        return steps().get(apps.get_model(kind))
    except LookupError:
        return None


@cache
def path_to_event(kind: str) -> str:
    """How the code of its event is reached from a row: `wave__event__code`; empty where it has none."""
    names: list[str] = []
    model: type[Model] = apps.get_model(kind)
    while model is not Event:
        step = steps().get(model)
        if step is None:
            return ""
        names.append(step.name)
        model = step.remote_field.model
    return "__".join([*names, "code"])


def message_id_of(office: Organiser, line: int) -> str:
    """The id of a change for whoever is told of it: the same for ever, and it counts nothing."""
    return f"msg_{sha256(f'{office.pk} {line}'.encode()).hexdigest()[:32]}"


def body_of(office: Organiser, told: Told) -> str:
    """The text that is sent for a change."""
    line = told.line
    return written(
        office,
        line.code,
        line.at,
        {
            "object": {"kind": line.kind, "code": told.object_code or None},
            "event": told.event or None,
            "actor": "system" if line.by_id is None else "user",
        },
    )


def written(office: Organiser, code: str, at: datetime, about: Mapping[str, object]) -> str:
    """A body: what happened, when, at which office, and what it is about."""
    told = {"type": code, "timestamp": at.isoformat(), "data": {"office": office.ref, **about}}
    return json.dumps(told, separators=(",", ":"))
