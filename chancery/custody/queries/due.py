"""What is to be deleted when: every kind of every event, with its day and what holds it back."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.db.models import Count, Model, QuerySet

from chancery.accounts.models import Organiser
from chancery.custody.keeping import KINDS, Kind
from chancery.events.models import Event
from chancery.guests.models import ListVersion
from chancery.privacy import queries as privacy
from chancery.privacy.models import Hold, KeepingRule


@dataclass(frozen=True, slots=True)
class Settled:
    """A kind as an office keeps it: for how many days, why, and whether it is in force."""

    kind: Kind
    rule: KeepingRule | None

    @property
    def days(self) -> int | None:
        """The days in force, or those proposed."""
        if self.rule is None:
            return self.kind.proposed_days
        return min(self.rule.days, self.kind.most_days)

    @property
    def is_in_force(self) -> bool:
        return self.days is not None and (self.kind.by_itself or self.rule is not None)


@dataclass(frozen=True, slots=True)
class Due:
    """What one kind still holds of one event, the day on which it goes, and the hold that keeps it."""

    settled: Settled
    event: Event
    count: int
    day: date | None
    hold: Hold | None

    def is_over(self, now: datetime) -> bool:
        """Whether it is to be deleted by now: by the clock of the event."""
        if self.day is None or self.hold is not None or not self.settled.is_in_force:
            return False
        return self.day <= now.astimezone(ZoneInfo(self.event.time_zone)).date()


def settled_kinds(organiser: Organiser) -> list[Settled]:
    """Every kind as the office keeps it."""
    rules = privacy.rules_of(organiser)
    return [Settled(kind, rules.get(kind.key)) for kind in KINDS]


def still_held(organiser: Organiser) -> list[Due]:
    """What each event still holds of each kind; what goes first stands first, what has no day last."""
    holds = privacy.held_events(organiser)
    counted = [(settled, _counts(settled.kind, organiser)) for settled in settled_kinds(organiser)]
    keys = {key for _settled, counts in counted for key in counts}
    events = Event.objects.filter(organiser=organiser).in_bulk(sorted(keys))
    found = [
        Due(settled, events[key], count, _day(settled, events[key]), holds.get(key))
        for settled, counts in counted
        for key, count in sorted(counts.items())
    ]
    return sorted(
        found, key=lambda due: (due.day is None, due.day or date.max, due.event.pk, due.settled.kind.key)
    )


def _counts(kind: Kind, organiser: Organiser) -> dict[int, int]:
    counts: dict[int, int] = {}
    for part in kind.parts:
        rows = (
            part.rows(organiser).order_by().values_list(part.event).annotate(count=Count("pk", distinct=True))
        )
        for event, count in rows:
            counts[event] = counts.get(event, 0) + count
    return counts


def _day(settled: Settled, event: Event) -> date | None:
    last = privacy.last_day(event)
    return last + timedelta(days=settled.days) if last and settled.days is not None else None


def rows_shown(kind: Kind, event: Event) -> Iterator[Model]:
    """The rows of a kind of one event, as the office names them."""
    for part in kind.parts:
        yield from part.rows_of(event)


def versions_held(organiser: Organiser) -> QuerySet[ListVersion]:
    """List versions that still hold rows, each going on a day of its own."""
    held = ListVersion.objects.filter(event__organiser=organiser, deleted_at=None)
    return held.select_related("event").order_by("delete_on", "pk")
