"""Taking the scans of devices: each once, whenever and in whatever order they come."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from chancery.base import audit
from chancery.base.audit import Actor
from chancery.base.models import AuditLine
from chancery.base.push import publish
from chancery.door.actions import presences
from chancery.door.models import Device, Presence, Scan
from chancery.door.told import NotAsTold, ToldScan, milliseconds, to_the_millisecond
from chancery.events.models import Event, Participation
from chancery.rules.door.scans import Standing

TAKEN = "door.scan.taken"


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a scan: the stored row, and where its party stands now, None for no party."""

    scan: Scan
    presence: Presence | None
    is_in_doubt: bool


@transaction.atomic
def take_scans(device: Device, scans: Sequence[ToldScan], now: datetime) -> list[Taken]:
    """
    Store what was done on a device and count its parties anew.

    Shape: one answer a scan, in the order given, also for those that were stored before: a scan counts once
    by its uid. A party that is not on the list of this event is stored without one, with its code in words;
    the office looks at it if it was let in.
    A time that has not come yet is taken as now. Errors: NotAsTold for the uid of a scan at another event.
    """
    event = device.door.event
    found = _parties(event, {scan.party for scan in scans})
    presences_of = _presences(event, found.values())
    known = _stored(scan.uid for scan in scans)
    if any(row.event_id != event.pk for row in known.values()):
        raise NotAsTold("a uid of another event")
    new = [_row(device, scan, found, presences_of, now) for scan in _once(scans) if scan.uid not in known]
    Scan.objects.bulk_create(new, ignore_conflicts=True)
    # Where another process stored one of them meanwhile, only its row has a key.
    known |= _stored(row.uid for row in new)
    mine = [known[row.uid] for row in new if known[row.uid].received_at == now]
    audit.write(line_of(row, Actor(event.organiser_id)) for row in mine)
    return _counted(event, [known[scan.uid] for scan in scans], now)


def _once(scans: Sequence[ToldScan]) -> Iterable[ToldScan]:
    return {scan.uid: scan for scan in scans}.values()


def _parties(event: Event, codes: set[str]) -> dict[str, int]:
    rows = Participation.objects.filter(event=event, code__in=codes - {""}).order_by("pk")
    return dict(rows.values_list("code", "pk"))


def _stored(uids: Iterable[UUID]) -> dict[UUID, Scan]:
    rows = Scan.objects.filter(uid__in=list(uids)).select_related("participation", "door", "device")
    return {row.uid: row for row in rows.order_by("pk")}


def _presences(event: Event, keys: Iterable[int]) -> dict[int, Presence]:
    """The presences of some parties; who came to the list after the doors were prepared gets one."""
    wanted = sorted(set(keys))
    rows = Presence.objects.filter(participation__in=wanted).order_by("pk")
    found = {row.participation_id: row for row in rows}
    if len(found) < len(wanted):
        presences.prepare(event)
        found = {row.participation_id: row for row in rows.all()}
    if len(found) < len(wanted):
        # Somebody who is only mentioned, and stands at the door all the same.
        missing = [Presence(participation_id=key, event=event) for key in wanted if key not in found]
        Presence.objects.bulk_create(missing, ignore_conflicts=True)
        found = {row.participation_id: row for row in rows.all()}
    return found


def _row(
    device: Device,
    scan: ToldScan,
    found: Mapping[str, int],
    presences_of: Mapping[int, Presence],
    now: datetime,
) -> Scan:
    party = found.get(scan.party)
    return Scan(
        uid=scan.uid,
        event=device.door.event,
        participation_id=party,
        door=device.door,
        device=device,
        kind=scan.kind,
        how=scan.how,
        people=scan.people,
        at=min(scan.at, to_the_millisecond(now)),
        device_at=scan.device_at,
        received_at=now,
        was_offline=scan.was_offline,
        undoes=scan.undoes,
        came_before=presences_of[party].came if party else 0,
        words=scan.words or ("" if party else scan.party),
        against=Scan.Against.UNLISTED if scan.kind == Scan.Kind.ADMIT and party is None else "",
    )


def line_of(row: Scan, by: Actor) -> AuditLine:
    """The line of the history that tells of a scan: what, when, how many, and on which device."""
    told = {"kind": row.kind, "people": row.people, "at": row.at.isoformat(), "device_id": row.device_id}
    changes = {name: [None, value] for name, value in told.items()}
    return audit.line(row, by=by, code=TAKEN, changes=changes)


def _counted(event: Event, rows: Sequence[Scan], now: datetime) -> list[Taken]:
    keys = {row.participation_id for row in rows if row.participation_id}
    standings = presences.count_again(event, keys)
    counted = {row.participation_id: row for row in _presence_rows(keys)}
    for row in counted.values():
        tell(event, row, now)
    doubtful = _in_doubt(standings)
    return [Taken(row, counted.get(row.participation_id or 0), str(row.uid) in doubtful) for row in rows]


def _presence_rows(keys: Iterable[int]) -> Iterable[Presence]:
    rows = Presence.objects.filter(participation__in=list(keys))
    return rows.select_related("participation", "door").order_by("pk")


def _in_doubt(standings: Mapping[int, Standing]) -> set[str]:
    return {doubt.later.id for standing in standings.values() for doubt in standing.doubts}


def tell(event: Event, presence: Presence, now: datetime) -> None:
    """Tell boards and doors where a party stands."""
    publish(
        f"door:{event.pk}",
        {
            "party": presence.participation.code,
            "came": presence.came,
            "inside": presence.inside,
            "expected": presence.expected,
            "first_at": milliseconds(presence.first_at),
            "door": presence.door.code if presence.door else "",
            "in_doubt": presence.in_doubt,
            "at": milliseconds(now),
        },
    )
