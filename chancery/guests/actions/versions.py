"""Versions of the guest list for somebody outside: frozen, opened with a line, wiped on their day (R123)."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from chancery.base import audit, secret_box
from chancery.base.audit import Actor
from chancery.events.models import Event
from chancery.guests.models import GuestList, ListVersion
from chancery.guests.queries import freezing
from chancery.privacy import queries as privacy
from chancery.rules.list_versions import FrozenRow


class VersionRefused(Exception):
    """The version cannot be made or opened; the message is one sentence that says why."""


@dataclass(frozen=True, slots=True)
class Opened:
    """What a version holds: its rows, which guests it was made for, and the language of its words."""

    rows: Sequence[FrozenRow]
    whom: str
    language: str


@transaction.atomic
def freeze(
    event: Event,
    *,
    fields: Sequence[str],
    whom: str,
    recipient: str,
    purpose: str,
    delete_on: date,
    language: str,
    by: Actor,
    now: datetime,
) -> ListVersion:
    """
    Freeze the list as it stands, with the fields asked for and no other, under the next number.

    Errors: VersionRefused where no field is asked for, or the day of deletion is past.
    """
    if not fields:
        raise VersionRefused(_("No field is chosen; choose what the recipient asked for."))
    if delete_on < now.astimezone(ZoneInfo(event.time_zone)).date():
        raise VersionRefused(_("The day of deletion is past; choose a later one."))
    rows = freezing.only(freezing.rows_of(event, whom=whom, language=language), fields)
    version = ListVersion(
        event=event,
        number=_next_number(event),
        made_at=now,
        made_by=by.user,
        recipient=recipient,
        purpose=purpose,
        fields=list(fields),
        sealed_rows=_sealed(Opened(rows, whom, language)),
        count=len(rows),
        delete_on=delete_on,
    )
    version.save(force_insert=True)
    told = {"recipient": recipient, "people": len(rows), "asked": ", ".join(fields)}
    _note(version, "frozen", by=by, **told)
    return version


def _next_number(event: Event) -> int:
    """The next number; two who freeze at once wait for each other."""
    GuestList.objects.get_or_create(event=event)
    GuestList.objects.select_for_update().get(event=event)
    last = ListVersion.objects.filter(event=event).aggregate(last=Max("number"))["last"]
    return (last or 0) + 1


def _sealed(opened: Opened) -> bytes:
    rows = [[row.key, row.name, dict(row.values)] for row in opened.rows]
    kept = {"rows": rows, "whom": opened.whom, "language": opened.language}
    return secret_box.seal_text(json.dumps(kept, ensure_ascii=False))


def opened(version: ListVersion) -> Opened:
    """
    Return what a version holds; its rows are in the order of precedence of that moment.

    Errors: VersionRefused once it was wiped.
    """
    if version.sealed_rows is None:
        raise VersionRefused(_("This version was wiped on its day; only this line is left of it."))
    kept = json.loads(secret_box.open_text(version.sealed_rows))
    rows = [FrozenRow(key, name, values) for key, name, values in kept["rows"]]
    return Opened(rows, kept["whom"], kept["language"])


@transaction.atomic
def hand_out(version: ListVersion, *, kind: str, by: Actor) -> Opened:
    """Open a version in order to export it, which leaves a line. Errors: VersionRefused."""
    found = opened(version)
    _note(version, "exported", by=by, recipient=version.recipient, file=kind)
    return found


@transaction.atomic
def wipe(version: ListVersion, *, by: Actor, now: datetime) -> None:
    """Delete what a version holds, before its day or on it; number, recipient and day stay as a proof.

    Errors: VersionRefused while the event is held back.
    """
    if version.sealed_rows is None:
        return
    if privacy.is_held(version.event):
        raise VersionRefused(_("The event is held back; nothing of it is deleted until the hold ends."))
    version.sealed_rows, version.deleted_at = None, now
    version.save(update_fields=["sealed_rows", "deleted_at"])
    _note(version, "wiped", by=by, recipient=version.recipient)


def _note(version: ListVersion, verb: str, *, by: Actor, **told: object) -> None:
    changes = {name: ["", value] for name, value in told.items()} | {"version": ["", version.number]}
    audit.note(version, by=by, code=f"guests.version.{verb}", changes=changes)
