"""Guests who are awaited, as the tests of arrivals need them."""

from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

from chancery.accounts.models import Organiser
from chancery.door.models import ArrivalPlan, Door, Presence, Scan, Slot
from chancery.events.models import Event, Participation
from tests import make
from tests.door import built
from tests.seating.paged import coming

ZONE = ZoneInfo("Europe/Bucharest")
DAY = date(2027, 2, 25)
BEGINS = datetime(2027, 2, 25, 19, 0, tzinfo=ZONE)


def evening(office: Organiser, **fields: Any) -> Event:
    """An event on 25 February 2027 at 19:00 in Bucharest."""
    values: dict[str, Any] = {"held_on": DAY, "starts_at": time(19), "time_zone": "Europe/Bucharest"}
    return make.event(office, **values | fields)


def ambassador(of: Event, printed: str, since: str, **fields: Any) -> Participation:
    """An ambassador who comes; the earlier the credentials, the higher the place."""
    who = coming(of, printed, **fields)
    assert who.person is not None
    body = make.body(of.organiser, f"Embassy of {printed.split()[-1]}", state="FR")
    make.tenure(who.person, make.post(body), steps={"credentials": since})
    return who


def came(who: Participation, *, at: datetime = BEGINS, door: Door | None = None, people: int = 1) -> Presence:
    """The presence of a guest who came in, with the scan it rests on."""
    Scan.objects.create(
        uid=uuid4(),
        event=who.event,
        participation=who,
        door=door,
        kind="admit",
        people=people,
        at=at,
        device_at=at,
    )
    values = {
        "came": people,
        "inside": people,
        "first_at": at,
        "last_at": at,
        "door": door,
        "event": who.event,
    }
    return Presence.objects.update_or_create(participation=who, defaults=values)[0]


def slot(of: Event, begins: time, ends: time, **fields: Any) -> Slot:
    """A slot of an event."""
    return Slot.objects.create(event=of, starts_at=begins, ends_at=ends, **fields)


def plan(who: Participation, **fields: Any) -> ArrivalPlan:
    """How a guest is awaited."""
    return ArrivalPlan.objects.create(participation=who, **fields)


def before(minutes: int) -> datetime:
    """So many minutes before the event begins."""
    return BEGINS - timedelta(minutes=minutes)


def a_slot(office: Organiser) -> str:
    """The code of a slot of the event of an office."""
    return slot(make.event_of(office), time(18, 30), time(18, 40)).code


__all__ = [
    "BEGINS",
    "DAY",
    "a_slot",
    "ambassador",
    "before",
    "built",
    "came",
    "coming",
    "evening",
    "plan",
    "slot",
]
