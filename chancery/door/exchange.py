"""What a device is answered: what became of its scans, what others did, what nobody is sure of."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from chancery.base.models import AuditLine
from chancery.door import access
from chancery.door.actions import devices
from chancery.door.actions.scans import Taken, take_scans
from chancery.door.models import Device, Presence, Scan
from chancery.door.queries.scanned import device_of, presences_in_doubt, values_of, with_codes
from chancery.door.told import Exchange, milliseconds
from chancery.events.models import Event
from chancery.rules.door.scans import Doubt
from chancery.rules.door.standing import standing_of

MOST_NEWS = 500

STILL_COMING = timedelta(seconds=10)
"""So long a transaction may take: until then a scan of a lower number can come after a higher one."""

# The rows of the office from which a telephone's list of guests is made.
KINDS_SHOWN = (
    "directory.body",
    "directory.office",
    "directory.person",
    "directory.personname",
    "directory.tenure",
    "door.arrivalplan",
    "door.door",
    "door.doornote",
    "door.preparedanswer",
    "door.presence",
    "events.event",
    "events.guestcategory",
    "events.participation",
    "guests.companion",
    "guests.invitation",
    "guests.reply",
    "precedence.move",
    "precedence.ordering",
    "seating.placement",
    "seating.plan",
)


def revision_of(event: Event) -> int:
    """Return a number that is another one whenever the guests, as telephones show them, may be others."""
    lines = AuditLine.objects.filter(organiser_id=event.organiser_id, kind__in=KINDS_SHOWN)
    return lines.order_by("-id").values_list("pk", flat=True).first() or 0


@transaction.atomic
def exchange(device: Device, told: Exchange, *, now: datetime) -> dict[str, Any]:
    """
    Take what a device tells, and answer with what it does not know.

    A device past its time learns nothing of the other doors any more; what was done on it is taken.
    """
    event, seen = device.door.event, told.cursor
    taken = take_scans(device, told.scans, now)
    _note_contact(device, told, now)
    answer: dict[str, Any] = {"taken": [taken_as(each) for each in taken], "now": milliseconds(now)}
    if not access.may_read(device, now):
        return answer | {"news": [], "doubts": [], "cursor": seen, "revision": 0}
    news = _news(device, seen)
    return answer | {
        "news": [scan_as(row) for row in news],
        "doubts": doubts_of(event),
        "cursor": _cursor(news, seen, now),
        "revision": revision_of(event),
    }


def _note_contact(device: Device, told: Exchange, now: datetime) -> None:
    """Keep when a device was last heard, and what waits on it beyond what it just handed in."""
    device.seen_at = device.synced_at = now
    device.waiting = max(told.waiting - len(told.scans), 0)
    device.skew_ms = devices.skew_of(told.device_at, now)
    device.save(update_fields=["seen_at", "synced_at", "waiting", "skew_ms"])


def _news(device: Device, cursor: int) -> Sequence[Scan]:
    rows = Scan.objects.filter(event=device.door.event, pk__gt=cursor)
    return list(with_codes(rows)[:MOST_NEWS])


def _cursor(news: Sequence[Scan], seen: int, now: datetime) -> int:
    """The last scan before which none can come any more; what came since is told again until then."""
    settled = seen
    for row in news:
        if now - row.received_at < STILL_COMING and len(news) < MOST_NEWS:
            break
        settled = row.pk
    return settled


def taken_as(taken: Taken) -> dict[str, Any]:
    """What became of a scan, as a device is told."""
    row, presence = taken.scan, taken.presence
    return {
        "uid": str(row.uid),
        "verdict": "doubt" if taken.is_in_doubt else "counted",
        "came": presence.came if presence else 0,
        "inside": presence.inside if presence else 0,
        "expected": presence.expected if presence else 0,
        "first_at": milliseconds(presence.first_at) if presence else None,
        "door": presence.door.code if presence and presence.door else "",
        "device": row.device.code if row.device else "",
        "at": milliseconds(row.at),
    }


def scan_as(row: Scan) -> dict[str, Any]:
    """A scan as a device is told."""
    return {
        "uid": str(row.uid),
        "kind": row.kind,
        "how": row.how,
        "party": row.participation.code if row.participation else "",
        "people": row.people,
        "at": milliseconds(row.at),
        "door": row.door.code if row.door else "",
        "device": device_of(row),
        "undoes": str(row.undoes) if row.undoes else "",
        "words": row.words,
    }


def doubts_of(event: Event) -> list[dict[str, Any]]:
    """Every doubt that nobody has settled yet, by the two scans it is about."""
    return [
        {"party": doubt.party, "first": doubt.first.id, "later": doubt.later.id}
        for _presence, doubt in open_doubts(event)
    ]


def open_doubts(event: Event) -> list[tuple[Presence, Doubt]]:
    """The doubts of an event with the presence of each party, in the order of arrival."""
    rows = list(presences_in_doubt(event))
    scans = values_of(event, [row.participation_id for row in rows]) if rows else {}
    return [
        (row, doubt)
        for row in rows
        for doubt in standing_of(scans.get(row.participation_id, ()), expected=row.expected).doubts
    ]
