"""How far the histories of offices were read, and who adds up an office at the moment."""

from datetime import datetime, timedelta

from django.db.models import Max, Q
from django.utils import timezone

from chancery.accounts.models import Organiser
from chancery.base.models import AuditLine
from chancery.campaign.models import OfficeCounting

# A line may be seen before one with a lower number whose transaction began earlier and ends later.
SETTLED_AFTER = timedelta(minutes=10)


def mark_of(organiser: int, now: datetime) -> OfficeCounting:
    """
    Return how far the history of an office was read.

    The first time all offices of its ministry begin to be read: a line of one may touch events of another.
    """
    found = OfficeCounting.objects.filter(organiser=organiser).first()
    if found is not None:
        return found
    office = Organiser.objects.get(pk=organiser)
    ministry = office.parent_id or office.pk
    tree = Organiser.objects.filter(Q(pk=ministry) | Q(parent=ministry), counting=None).order_by("pk")
    for each in tree:
        known = {"audit_line": _last_line(each.pk), "settled_line": settled_line(each.pk, now)}
        OfficeCounting.objects.get_or_create(organiser=each, defaults=known)
    return OfficeCounting.objects.get(organiser=organiser)


def settled_line(organiser: int, now: datetime) -> int:
    """The last line of an office that no younger one can precede."""
    old = AuditLine.objects.filter(organiser_id=organiser, at__lt=now - SETTLED_AFTER)
    number = old.order_by("-pk").values_list("pk", flat=True).first()
    return number or 0


def _last_line(organiser: int) -> int:
    return AuditLine.objects.filter(organiser_id=organiser).aggregate(last=Max("pk"))["last"] or 0


def lock(organiser: int) -> OfficeCounting:
    """Let nobody else add up the years of an office until the transaction ends."""
    mark_of(organiser, timezone.now())
    return OfficeCounting.objects.select_for_update().get(organiser=organiser)
