"""Scans as values of the rules, and how many people of each party are awaited."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from django.db.models import QuerySet

from chancery.door.models import Presence, Scan
from chancery.events.models import Event, Participation
from chancery.guests.models import Standing
from chancery.guests.queries.parties import ALONE, parties_of
from chancery.rules.door import scans as rules

Capacity = Participation.Capacity
# Who is not there in person.
ABSENT = frozenset({Capacity.AUTHOR, Capacity.HONOURED, Capacity.REPRESENTED, Capacity.MENTIONED})
_AS_ANSWERED = frozenset({Standing.ACCEPTED, Standing.REPRESENTED, Standing.WALK_IN})


def awaited_by_party(event: Event) -> dict[int, int]:
    """How many people may come in for each participation, one at least; who only is mentioned is left out."""
    parties = parties_of(event, "en")
    there = Participation.objects.filter(event=event).exclude(capacity__in=ABSENT).order_by("pk")
    found = {}
    for key in there.values_list("pk", flat=True):
        party = parties.get(key, ALONE)
        people = party.coming if party.standing in _AS_ANSWERED else party.size
        found[key] = min(max(people, 1), 255)
    return found


def values_of(event: Event, parties: Collection[int]) -> dict[int, list[rules.Scan]]:
    """Return the scans of some parties as values of the rules, by the key of the participation."""
    found: defaultdict[int, list[rules.Scan]] = defaultdict(list)
    for row in with_codes(Scan.objects.filter(event=event, participation__in=parties)):
        found[row.participation_id or 0].append(value_of(row))
    return found


def with_codes(rows: QuerySet[Scan]) -> QuerySet[Scan]:
    """Scans in their order of coming in, with what names them to a device."""
    return rows.select_related("participation", "door", "device").order_by("id")


def value_of(row: Scan) -> rules.Scan:
    """Return a scan as the rules take it."""
    return rules.Scan(
        id=str(row.uid),
        kind=rules.ScanKind(row.kind),
        party=row.participation.code if row.participation else "",
        people=row.people,
        at=row.at,
        door=row.door.code if row.door else "",
        device=device_of(row),
        undoes=str(row.undoes) if row.undoes else "",
    )


def device_of(row: Scan) -> str:
    """The code of the device that made a scan; each account of the office counts as a device of its own."""
    return row.device.code if row.device else f"account-{row.by_id or 0}"


def presences_in_doubt(event: Event) -> QuerySet[Presence]:
    """The presences about which two doors do not agree, in the order of arrival."""
    found = Presence.objects.filter(event=event, in_doubt=True)
    return found.select_related("participation__person", "participation__body").order_by("first_at", "pk")


def in_order(scans: Iterable[Scan]) -> Sequence[Scan]:
    """Scans by true time."""
    return sorted(scans, key=lambda scan: (scan.at, str(scan.uid)))
