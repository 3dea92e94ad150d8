"""What the scans add up to for each party, kept beside them so that boards and doors need not count."""

from collections.abc import Collection, Iterable, Mapping

from django.db import transaction
from django.db.models import Sum

from chancery.door.models import Presence, Scan
from chancery.door.queries.scanned import awaited_by_party, values_of
from chancery.events.models import Event
from chancery.rules.door.scans import Standing
from chancery.rules.door.standing import standing_of


@transaction.atomic
def prepare(event: Event) -> None:
    """
    Have a presence for everybody who may come to an event, with how many a pass lets in by now.

    It is called when a device is made and whenever one asks for the guests, so that guests who were added
    since can come in. What was already counted stays; where another number is expected, it is counted again.
    """
    expected = awaited_by_party(event)
    for key, people in settled_people(event).items():
        if key in expected:
            expected[key] += people
    there = {row.participation_id: row for row in Presence.objects.filter(event=event).order_by("pk")}
    missing = [
        Presence(participation_id=key, event=event, expected=people)
        for key, people in expected.items()
        if key not in there
    ]
    Presence.objects.bulk_create(missing, ignore_conflicts=True)
    changed = [key for key, people in expected.items() if key in there and there[key].expected != people]
    count_again(event, changed, expected=expected)


def settled_people(event: Event, parties: Collection[int] | None = None) -> dict[int, int]:
    """How many people beyond their pass the office has confirmed: scans in doubt that were right."""
    taken_back = Scan.objects.filter(event=event, kind=Scan.Kind.UNDO).values("undoes")
    rows = Scan.objects.filter(event=event, settled_at__isnull=False, kind=Scan.Kind.ADMIT)
    if parties is not None:
        rows = rows.filter(participation__in=parties)
    kept = rows.exclude(uid__in=taken_back).order_by().values_list("participation_id")
    found = kept.annotate(beyond=Sum("people")).values_list("participation_id", "beyond")
    return {key: beyond for key, beyond in found if key is not None}


@transaction.atomic
def count_again(
    event: Event, parties: Collection[int], *, expected: Mapping[int, int] | None = None
) -> dict[int, Standing]:
    """
    Count the scans of some parties, given by the keys of their participations, and keep the result.

    The presences are locked first, in one order, so that of two devices one waits for the other and counts
    the scans of both. Returns where each party stands.
    """
    if not parties:
        return {}
    rows = list(
        Presence.objects.select_for_update(of=("self",))
        .filter(event=event, participation__in=parties)
        .select_related("participation")
        .order_by("pk")
    )
    scans = values_of(event, parties)
    doors = _doors_of_first(event, parties)
    standings = {}
    for row in rows:
        if expected is not None:
            row.expected = expected[row.participation_id]
        found = standing_of(scans.get(row.participation_id, ()), expected=row.expected)
        standings[row.participation_id] = found
        _keep(row, found)
        row.door_id = doors.get(row.participation_id, {}).get(found.first_at) if found.first_at else None
    columns = ["expected", "came", "inside", "first_at", "last_at", "door", "in_doubt"]
    Presence.objects.bulk_update(rows, columns, batch_size=200)
    return standings


def _keep(row: Presence, found: Standing) -> None:
    row.came, row.inside = found.came, found.inside
    row.first_at, row.last_at = found.first_at, found.last_at
    row.in_doubt = bool(found.doubts)


def _doors_of_first(event: Event, parties: Iterable[int]) -> dict[int, dict[object, int | None]]:
    """By which door each admission was, by party and moment; of two at one moment the first id."""
    rows = Scan.objects.filter(event=event, participation__in=parties, kind=Scan.Kind.ADMIT)
    found: dict[int, dict[object, int | None]] = {}
    for party, at, door in rows.order_by("uid").values_list("participation_id", "at", "door_id"):
        if party is not None:
            found.setdefault(party, {}).setdefault(at, door)
    return found
