"""Delete what was kept long enough, event by event, each with its line and its certificate (R120, R123)."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from chancery.accounts.models import Organiser
from chancery.base import audit
from chancery.base.audit import Actor
from chancery.base.audit_seal import erasing
from chancery.base.codes import new_code
from chancery.base.kinds import kind_in_words
from chancery.custody.actions import certificates, removing
from chancery.custody.holdings import Becomes, Fate
from chancery.custody.keeping import Part
from chancery.custody.models import Certificate
from chancery.custody.queries import due
from chancery.custody.queries.due import Due
from chancery.events.models import Event
from chancery.guests.actions import versions
from chancery.guests.models import ListVersion
from chancery.privacy import queries as privacy

NAMELESS = "—"
# What goes without a rule of its own in the history leaves the line its own action always wrote.
CODES = {"needs": "guests.needs.wiped"}

type Line = dict[str, Any]


def sweep(now: datetime) -> list[Certificate]:
    """Delete what is due in every office; done again it finds nothing left."""
    return [made for office in Organiser.objects.order_by("pk") for made in sweep_office(office, now=now)]


def sweep_office(organiser: Organiser, *, now: datetime, by: Actor | None = None) -> list[Certificate]:
    """
    Delete what is due in one office, and return the certificates.

    Each event is a transaction of its own; one that is held back is left alone. The history comes last, some
    lines at a time.
    """
    by = by or Actor(organiser.pk)
    held = [each for each in due.still_held(organiser) if each.is_over(now)]
    versions_due = _versions_due(organiser, now)
    events = {each.event.pk: each.event for each in held} | {
        each.event.pk: each.event for each in versions_due
    }
    with override(next(iter(organiser.languages), "en")):
        of_events = [
            _sweep_event(
                event,
                [each for each in held if each.event.pk == event.pk],
                [each for each in versions_due if each.event_id == event.pk],
                by=by,
                now=now,
            )
            for event in sorted(events.values(), key=lambda event: event.pk)
        ]
        return [*of_events, *removing.remove_due(organiser, by=by, now=now)]


def _versions_due(organiser: Organiser, now: datetime) -> list[ListVersion]:
    held = privacy.held_events(organiser)
    return [
        version
        for version in due.versions_held(organiser)
        if version.event_id not in held
        and version.delete_on <= now.astimezone(ZoneInfo(version.event.time_zone)).date()
    ]


@transaction.atomic
def _sweep_event(
    event: Event, held: Sequence[Due], lists: Sequence[ListVersion], *, by: Actor, now: datetime
) -> Certificate:
    lines: list[Line] = []
    for each in held:
        lines += _delete_kind(each, by)
    for version in lists:
        versions.wipe(version, by=by, now=now)
    if lists:
        rule = _("On the day written when the version was frozen.")
        lines.append({"what": kind_in_words("guests.listversion"), "count": len(lists), "rule": rule})
    return certificates.issue(
        event.organiser, kind=Certificate.Kind.KEEPING, about=str(event), lines=lines, by=by, now=now
    )


def _delete_kind(each: Due, by: Actor) -> list[Line]:
    rule = ngettext(
        "%(kind)s: %(days)d day after the event.",
        "%(kind)s: %(days)d days after the event.",
        each.settled.days or 0,
    ) % {"kind": each.settled.kind.name, "days": each.settled.days or 0}
    lines, total = [], 0
    for part in each.settled.kind.parts:
        count = _delete_part(part, each.event, by)
        if count:
            total += 0 if part.table == "guests.consent" else count
            lines.append(
                {"what": kind_in_words(part.table), "count": count, "rule": rule, "fate": str(part.fate)}
            )
    key = each.settled.kind.key
    name = "replies" if key == "needs" else key
    audit.note(each.event, by=by, code=CODES.get(key, f"custody.{key}.deleted"), changes={name: [total, 0]})
    return lines


def _delete_part(part: Part, event: Event, by: Actor) -> int:
    rows = list(part.rows_of(event))
    columns = None if part.fate is Fate.DELETED else list(part.columns)
    keys = {part.table: [row.pk for row in rows]}
    erasing.erase_values(keys, organisers=[event.organiser_id], by=by, columns=columns)
    if part.fate is Fate.DELETED:
        for row in rows:
            row.delete()
        return len(rows)
    for row in rows:
        for column, value in part.columns.items():
            setattr(row, column, becomes(getattr(row, column), value))
    if rows:
        type(rows[0])._default_manager.bulk_update(rows, list(part.columns), batch_size=200)
    return len(rows)


def becomes(before: Any, value: Any) -> Any:
    """What a column of a row that is kept without its words holds from then on."""
    match value:
        case Becomes.NO_ADDRESS:
            return f"{new_code()}@erased.invalid"
        case Becomes.NAMELESS:
            return [NAMELESS] * len(before) if isinstance(before, list) else NAMELESS if before else ""
    return value
