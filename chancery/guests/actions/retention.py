"""What is deleted by itself: needs some days after an event, versions on their day (R120, R123)."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.db.models import Q

from chancery.base.audit import Actor
from chancery.events.models import Event
from chancery.guests.actions import needs, versions
from chancery.guests.models import ListVersion


@dataclass(frozen=True, slots=True)
class Wiped:
    """How many replies lost their needs, and how many versions what they held."""

    replies: int
    versions: int


def wipe_what_is_due(now: datetime, *, needs_days: int) -> Wiped:
    """
    Delete diet and access needs `needs_days` after the last day of an event, and versions on their day.

    Each event and each version is wiped in a transaction of its own, with its line; done again it finds
    nothing left.
    """
    return Wiped(_wipe_needs(now, needs_days), _wipe_versions(now))


def _wipe_needs(now: datetime, days: int) -> int:
    is_sealed = Q(participations__invitation__replies__consented_at__isnull=False)
    told = Event.objects.filter(is_sealed).distinct().order_by("pk")
    due = [event for event in told if _is_over_since(event, timedelta(days=days), now)]
    return sum(needs.wipe(event, by=Actor(event.organiser_id)) for event in due)


def _is_over_since(event: Event, time: timedelta, now: datetime) -> bool:
    last = event.held_until_on or event.held_on
    return last is not None and last + time <= now.astimezone(ZoneInfo(event.time_zone)).date()


def _wipe_versions(now: datetime) -> int:
    held = ListVersion.objects.filter(deleted_at=None).select_related("event").order_by("pk")
    due = [each for each in held if each.delete_on <= now.astimezone(ZoneInfo(each.event.time_zone)).date()]
    for version in due:
        versions.wipe(version, by=Actor(version.event.organiser_id), now=now)
    return len(due)
