"""Events with something of all that is counted, made as an office does: each change with its line."""

from datetime import date
from decimal import Decimal
from itertools import count
from typing import Any

from django.db import transaction

from chancery.accounts.models import Organiser
from chancery.base import audit
from chancery.directory.models import Person
from chancery.events.models import Event, EventCampaign, GuestCategory, Participation, Source
from chancery.guests.models import Invitation
from chancery.occasions.models import Campaign
from chancery.precedence.models import Ordering
from chancery.record.models import Cost, Coverage, Document
from tests import make

_numbers = count(1)


def held(office: Organiser, title: str = "Evening", **fields: Any) -> Event:
    """An event that was held at the end of February 2025."""
    known = {"status": "held", "held_on": date(2025, 2, 25)} | fields
    ordering = Ordering.objects.create(organiser=office, profile=office.profile, host_state="RO")
    return told(Event(organiser=office, titles={"en": title}, ordering=ordering, **known))


def told[Row: Any](row: Row) -> Row:
    """Make a row as an action does, with its line."""
    with transaction.atomic():
        return audit.create(row, by=_by(row), code="tests.made")


def changed(row: Any, **values: Any) -> audit.Changes:
    """Change a row as an action does, with its line."""
    for name, value in values.items():
        setattr(row, name, value)
    with transaction.atomic():
        return audit.update(row, by=_by(row), code="tests.changed")


def gone(row: Any) -> bool:
    """Delete a row as an action does, with its line."""
    with transaction.atomic():
        audit.delete(row, by=_by(row), code="tests.deleted")
    return True


def _by(row: Any) -> audit.Actor:
    """The office of a row, which it names itself or by what it hangs on."""
    for name in ("organiser", "event", "guest", "source", "person", "body"):
        if owner := getattr(row, name, None):
            return audit.Actor(owner.pk) if name == "organiser" else _by(owner)
    raise AssertionError(row)


def ambassador(office: Organiser, state: str, name: str = "") -> Person:
    """Somebody who is the ambassador of a state since 2020."""
    who = make.person(office, name or f"Ana Sample {next(_numbers)}")
    embassy = make.body(office, f"Embassy of {state}", state=state, kind="mission")
    make.tenure(who, make.post(embassy), steps={"credentials": "2020-05-01"}, begins="2020-05-01")
    return who


def guest(event: Event, who: Person, *, standing: str = "accepted", **fields: Any) -> Participation:
    """Somebody on the list with an invitation that stands so."""
    made = told(Participation(event=event, person=who, **{"planned": "invited"} | fields))
    told(Invitation(guest=made, standing=standing))
    return made


def category(event: Event, name: str = "Diplomatic corps") -> GuestCategory:
    """A category of an event, the same name each time."""
    return told(GuestCategory(event=event, names={"en": name}))


def serves(event: Event, campaign: Campaign, relation: str = "served") -> EventCampaign:
    """What an event does for a campaign."""
    return told(EventCampaign(event=event, campaign=campaign, relation=relation))


def report(event: Event, language: str = "ro") -> Coverage:
    """A report of the press."""
    return told(Coverage(source=told(Source(event=event, title="An evening", language=language))))


def cost(event: Event, paid: str = "90.50", currency: str = "RON") -> Cost:
    """A line of the budget that was paid."""
    return told(Cost(event=event, words="Hall", paid=Decimal(paid), currency=currency))


def leaflet(event: Event, language: str = "ro") -> Document:
    """Something printed that was handed out."""
    return told(Document(event=event, kind="book", relation="distributed", language=language))


def changed_organiser(office: Organiser, **values: Any) -> None:
    """Change an office itself, with its line."""
    for name, value in values.items():
        setattr(office, name, value)
    with transaction.atomic():
        audit.update(office, by=audit.Actor(office.pk), code="tests.changed")
