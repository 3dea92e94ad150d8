"""How an open page of arrivals learns that it is out of date."""

from django.db.models import Max

from chancery.base.models import AuditLine
from chancery.door.models import Scan
from chancery.events.models import Event


def channel_of(event: int) -> str:
    """The channel on which everything about the doors of an event is told, by its key."""
    return f"door:{event}"


def mark_of(event: Event) -> str:
    """
    A mark that changes with every scan at the event and every change of its office.

    A page that shows the same mark is up to date; another one may be, for the change may concern other pages.
    """
    scan = Scan.objects.filter(event=event).aggregate(last=Max("pk"))["last"]
    line = AuditLine.objects.filter(organiser_id=event.organiser_id).aggregate(last=Max("pk"))["last"]
    return f"{scan or 0}.{line or 0}"
