"""What the doors counted, as a proposal for the record: it is no presence until somebody confirms it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from chancery.base import cldr
from chancery.door import models as door
from chancery.events.models import Event, Participation
from chancery.rules.presence import is_countable

Actual, Planned = Participation.Actual, Participation.Planned


@dataclass(frozen=True, slots=True)
class Came:
    """
    A party of which somebody came in: how many of how many, when first and by which door.

    `at` is in the time of the place, `door` empty where the office let them in. What is in doubt is proposed
    to nobody.
    """

    people: int
    expected: int
    at: datetime | None
    door: str
    is_in_doubt: bool

    @property
    def in_words(self) -> str:
        """When, where and how many, for the reader."""
        told = {
            "time": cldr.clock(self.at) if self.at else "",
            "door": self.door,
            "came": self.people,
            "expected": self.expected,
        }
        if self.door:
            return _("came at %(time)s by %(door)s (%(came)s of %(expected)s)") % told
        return _("came at %(time)s (%(came)s of %(expected)s)") % told


def counted_at(event: Event) -> dict[int, Came]:
    """Who came in by the doors of an event, by the key of the participation."""
    rows = door.Presence.objects.filter(event=event, came__gt=0).select_related("door").order_by("pk")
    zone = ZoneInfo(event.time_zone)
    return {
        row.participation_id: Came(
            people=row.came,
            expected=row.expected,
            at=row.first_at.astimezone(zone) if row.first_at else None,
            door=row.door.name if row.door else "",
            is_in_doubt=row.in_doubt,
        )
        for row in rows
    }


def proposed_by_doors(event: Event, counted: Mapping[int, Came]) -> dict[int, str]:
    """
    What the doors let propose for everybody of whom nothing is known, by the key of the participation.

    Who came in attended, and whoever they stand for was represented. A pass whose owner is represented by
    the reply was shown by the representative. Two doors that do not agree propose nothing.
    """
    came = {key for key, each in counted.items() if not each.is_in_doubt}
    rows = Participation.objects.filter(event=event).order_by("pk")
    everybody = list(rows.values_list("pk", "capacity", "planned", "actual", "represents"))
    lent = {
        key for key, _capacity, planned, *_rest in everybody if key in came and planned == Planned.REPRESENTED
    }
    there = came - lent | {key for key, *_rest, stands_for in everybody if stands_for in lent}
    stood_for = lent | {stands_for for key, *_rest, stands_for in everybody if key in there} - there
    found: dict[int, str] = {}
    for key, capacity, _planned, actual, _stands_for in everybody:
        if actual:
            continue
        if key in there and is_countable(capacity):
            found[key] = Actual.ATTENDED
        elif key in stood_for:
            found[key] = Actual.REPRESENTED
    return found
