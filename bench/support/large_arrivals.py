"""The doors of a large event half an hour before it begins: all accepted, a third is here."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

from chancery.base.audit import Actor
from chancery.door import slot_rows
from chancery.door.actions import presences, slots
from chancery.door.models import ArrivalPlan, Door, Presence, Scan
from chancery.door.queries.awaited import arrivals_at
from chancery.events.models import Event, Participation
from chancery.guests.models import Invitation, Standing
from chancery.programme.models import Item
from chancery.rules.door.slots import Pace

EVERY_HERE, EVERY_ON_THE_WAY, EVERY_AT_THE_DOOR = 3, 20, 100


def receive(event: Event, *, by: Actor, now: datetime) -> None:
    """Have an event begin in half an hour, with two doors, slots, greeters, scans and announcements."""
    begins = (now + timedelta(minutes=30)).astimezone(ZoneInfo(event.time_zone))
    Event.objects.filter(pk=event.pk).update(held_on=begins.date(), starts_at=begins.time(), ends_at=None)
    event.refresh_from_db()
    Item.objects.filter(event=event, position=1).update(anchor_at=begins.time())
    parties = Invitation.objects.filter(guest__event=event)
    parties.update(standing=Standing.ACCEPTED, coming=1)
    doors = [Door.objects.create(event=event, name=name) for name in ("Main entrance", "Garden door")]
    slots.take_proposal(
        event, slot_rows.proposal_for(arrivals_at(event, language="en", now=now), Pace()), by=by
    )
    guests = list(Participation.objects.filter(invitation__in=parties).order_by("pk"))
    _plan(guests, doors[0], now)
    presences.prepare(event)
    _come(event, guests[::EVERY_HERE], doors[0], now)


def _plan(guests: Sequence[Participation], door: Door, now: datetime) -> None:
    """Write by whom each guest is greeted and escorted, and who was announced."""
    plans = ArrivalPlan.objects.filter(participation__in=guests)
    plans.update(door=door, greeter_name="Sample Greeter", escort="Sample Usher")
    for every, announced in ((EVERY_ON_THE_WAY, "on-the-way"), (EVERY_AT_THE_DOOR, "at-the-door")):
        chosen = ArrivalPlan.objects.filter(participation__in=guests[1::every])
        chosen.update(announced=announced, announced_at=now, announced_door=door)


def _come(event: Event, guests: Sequence[Participation], door: Door, now: datetime) -> None:
    """Let some guests in, one scan each."""
    Scan.objects.bulk_create(
        Scan(uid=uuid4(), event=event, participation=guest, door=door, kind="admit", at=now, device_at=now)
        for guest in guests
    )
    rows = Presence.objects.filter(participation__in=guests)
    rows.update(came=1, inside=1, first_at=now, last_at=now, door=door)
