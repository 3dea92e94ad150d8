"""Letting guests in from a browser by somebody with an account, where no paired telephone stands."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from chancery.accounts.models import User
from chancery.base import audit
from chancery.base.audit import Actor
from chancery.door.actions import presences, scans
from chancery.door.models import Door, Presence, Scan
from chancery.door.told import to_the_millisecond
from chancery.events.models import Participation


@transaction.atomic
def note(
    guest: Participation,
    kind: Scan.Kind,
    *,
    uid: UUID,
    people: int,
    door: Door | None,
    who: User,
    by: Actor,
    now: datetime,
    undoes: UUID | None = None,
) -> Presence:
    """
    Note that a party came in, went out, or that this is taken back; return what its scans add up to.

    Shape: `uid` is made by the page, so that a form sent twice is noted once. An account counts as a device:
    what it lets in beyond the party by itself alone was warned of, so that it counts and is no doubt.
    """
    event = guest.event
    if not Presence.objects.filter(participation=guest).exists():
        presences.prepare(event)
        Presence.objects.get_or_create(participation=guest, event=event)
    held = Presence.objects.select_for_update().get(participation=guest)
    row, is_new = Scan.objects.get_or_create(
        uid=uid,
        defaults={
            "event": event,
            "participation": guest,
            "door": door,
            "kind": kind,
            "how": Scan.How.SEARCH,
            "people": people,
            "at": to_the_millisecond(now),
            "device_at": now,
            "received_at": now,
            "came_before": held.came,
            "undoes": undoes,
            "by": who,
        },
    )
    if is_new:
        audit.write([scans.line_of(row, by)])
        presences.count_again(event, [guest.pk])
    presence = Presence.objects.select_related("participation", "door").get(participation=guest)
    if is_new:
        scans.tell(event, presence, now)
    return presence


def last_of(guest: Participation, who: User) -> Scan | None:
    """The last thing that somebody noted of a guest and that nobody took back; None where there is none."""
    rows = Scan.objects.filter(participation=guest, by=who).exclude(kind=Scan.Kind.UNDO)
    taken_back = Scan.objects.filter(participation=guest, kind=Scan.Kind.UNDO).values("undoes")
    return rows.exclude(uid__in=taken_back).order_by("-pk").first()
