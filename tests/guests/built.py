"""Guests as the tests of the list need them."""

from typing import Any

from django.urls import reverse

from chancery.directory.models import Person, PersonName
from chancery.events.models import Event, GuestCategory, Participation
from chancery.guests.models import Companion, Invitation, Inviter
from tests import make


def address(event: Event, page: str = "guests", **arguments: str) -> str:
    """The address of a page of the guest list."""
    return reverse(f"guests:{page}", kwargs={"ref": event.organiser.ref, "code": event.code, **arguments})


def category(event: Event, name: str, within: GuestCategory | None = None) -> GuestCategory:
    """A category of guests, its short name being the name in small letters."""
    return GuestCategory.objects.create(event=event, ref=name.lower(), names={"en": name}, within=within)


def inviter(event: Event, name: str = "Protocol", **fields: Any) -> Inviter:
    """Somebody who may put guests on the list."""
    return Inviter.objects.create(event=event, ref=name.lower(), name=name, **fields)


def guest(
    event: Event,
    printed: str = "Ana Sample",
    *,
    by: Inviter | None = None,
    unnamed: int = 0,
    tags: list[str] | None = None,
    companions: tuple[str, ...] = (),
    **fields: Any,
) -> Participation:
    """Somebody of the directory on the list, with a party."""
    person = fields.pop("person", None) or make.person(event.organiser, printed)
    listed = make.participation(event, person, ref=person.ref, **fields)
    party = Invitation.objects.create(guest=listed, inviter=by, unnamed_companions=unnamed, tags=tags or [])
    for position, name in enumerate(companions):
        Companion.objects.create(invitation=party, name=name, position=position)
    return listed


def many_guests(event: Event, number: int) -> None:
    """Guests without offices, made at once."""
    people = Person.objects.bulk_create(
        Person(organiser=event.organiser, sort_name=f"Guest {place:04}") for place in range(number)
    )
    PersonName.objects.bulk_create(PersonName(person=one, printed=one.sort_name) for one in people)
    rows = Participation.objects.bulk_create(Participation(event=event, person=one) for one in people)
    Invitation.objects.bulk_create(Invitation(guest=row) for row in rows)
