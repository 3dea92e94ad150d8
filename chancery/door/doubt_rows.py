"""Doubts and the scans of a party in words, for the pages of the office."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from chancery.door.models import Presence, Scan
from chancery.door.queries.scanned import in_order, with_codes
from chancery.events.models import Event, Participation
from chancery.events.participants import participants_of
from chancery.rules.door.scans import Doubt


@dataclass(frozen=True, slots=True)
class ScanLine:
    """A scan as a person reads it; `clock_off` is by how many seconds the clock of its device was ahead."""

    scan: Scan
    what: str
    where: str
    at: datetime
    clock_off: int
    is_undone: bool


@dataclass(frozen=True, slots=True)
class DoubtLine:
    """A doubt: whom it is about, and its two scans of which the first by true time counts."""

    code: str
    name: str
    expected: int
    first: ScanLine
    later: ScanLine


@dataclass(frozen=True, slots=True)
class UninvitedLine:
    """Somebody not on the list: `name` and `code` as far as the list has them now, why the office looks."""

    uid: UUID
    name: str
    code: str
    why: str
    line: ScanLine


def doubts_of(event: Event, found: Sequence[tuple[Presence, Doubt]]) -> list[DoubtLine]:
    """Return doubts for a reader, by a fixed number of queries."""
    uids = {scan.id for _presence, doubt in found for scan in (doubt.first, doubt.later)}
    scans = {str(row.uid): row for row in _named(Scan.objects.filter(event=event, uid__in=uids))}
    names = names_at(event) if found else {}
    return [
        DoubtLine(
            code=presence.participation.code,
            name=names.get(presence.participation_id, ""),
            expected=presence.expected,
            first=_line(scans[doubt.first.id], set()),
            later=_line(scans[doubt.later.id], set()),
        )
        for presence, doubt in found
    ]


def uninvited_of(rows: QuerySet[Scan]) -> list[UninvitedLine]:
    """Return scans of who was not on the list, the latest first, by a fixed number of queries."""
    found = list(_of_people(_named(rows)).order_by("-at", "-pk"))
    return [
        UninvitedLine(
            uid=row.uid,
            name=row.participation.name_printed if row.participation else "",
            code=row.participation.code if row.participation else "",
            why=row.get_against_display(),
            line=_line(row, set()),
        )
        for row in found
    ]


def names_at(event: Event) -> dict[int, str]:
    """The names of everybody at an event for the reader, by the key of the participation."""
    return {who.key: who.name for who in participants_of(event, get_language() or "en")}


def scans_of(guest: Participation) -> list[ScanLine]:
    """What was done for a party, by true time, what was taken back included."""
    rows = list(_named(Scan.objects.filter(participation=guest)))
    undone = {row.undoes for row in rows if row.kind == Scan.Kind.UNDO}
    return [_line(row, {str(uid) for uid in undone}) for row in in_order(rows)]


def settled_at(event: Event) -> list[Scan]:
    """The scans about which a doubt was settled, the latest first."""
    rows = Scan.objects.filter(event=event).exclude(settled_words="")
    return list(_of_people(rows).order_by("-at", "-pk"))


def _of_people(rows: QuerySet[Scan]) -> QuerySet[Scan]:
    """Scans with what the names of their guests are written from."""
    guests = rows.select_related("participation__person", "participation__body", "participation__office")
    return guests.prefetch_related("participation__person__names")


def _named(rows: QuerySet[Scan]) -> QuerySet[Scan]:
    """Scans with their doors and devices, and with who made them by hand."""
    return with_codes(rows).select_related("participation", "door", "device", "by")


def _line(row: Scan, undone: set[str]) -> ScanLine:
    return ScanLine(
        scan=row,
        what=row.get_kind_display(),
        where=_where(row),
        at=row.at,
        clock_off=round((row.device_at - row.at).total_seconds()),
        is_undone=str(row.uid) in undone,
    )


def _where(row: Scan) -> str:
    """At which door and by which device, or by whom of the office."""
    if row.device is not None and row.door is not None:
        return _("%(door)s, %(device)s") % {"door": row.door, "device": row.device}
    return _("by hand, %(name)s") % {"name": row.by} if row.by else _("by the office")
