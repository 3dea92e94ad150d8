"""A row of every kind of object that is only read, by the name of its resource."""

from collections.abc import Callable, Mapping
from datetime import date, time
from typing import Any

from django.db.models import Model
from django.utils import timezone

from chancery.accounts.models import Organiser
from chancery.campaign.models import CampaignClaim, StatedTotal, YearReport
from chancery.directory.models import Group, Household
from chancery.door.models import Door, Slot
from chancery.events.models import Matter, Part, Source
from chancery.exhibition.models import Loan, Work
from chancery.guests.models import Inviter, NoteVerbale
from chancery.record.models import (
    Communique,
    Cost,
    Coverage,
    Edition,
    Handover,
    Photo,
    Release,
)
from chancery.seating.models import Plan, Room
from tests import make

type Make = Callable[[Organiser], Any]


def of_event(model: type[Model], **fields: Any) -> Make:
    """What makes a row of a model below the event of an office; callables are given the office."""

    def row(office: Organiser) -> Any:
        event = make.event_of(office)
        values = {name: value(office) if callable(value) else value for name, value in fields.items()}
        return model._default_manager.create(event=event, **values)

    return row


def of_office(model: type[Model], **fields: Any) -> Make:
    """What makes a row of a model of an office; callables are given the office."""

    def row(office: Organiser) -> Any:
        values = {name: value(office) if callable(value) else value for name, value in fields.items()}
        return model._default_manager.create(organiser=office, **values)

    return row


def guest_of(office: Organiser) -> Any:
    return make.participation(make.event_of(office), make.person(office))


def next_number(model: type[Model]) -> Make:
    return lambda _office: model._default_manager.count() + 1


def a_plan(office: Organiser) -> Plan:
    room = Room.objects.create(organiser=office, names={"en": "Hall"}, place=make.place(office))
    plan = Plan.objects.create(
        event=make.event_of(office), number=Plan.objects.count() + 1, room=room, room_revision=1
    )
    plan.placements.create(participation=guest_of(office), seat="A1")
    return plan


def a_matter(office: Organiser) -> Matter:
    event = make.event_of(office)
    matter = Matter.objects.create(event=event, kind="attendance")
    source = Source.objects.create(event=event, title="Report")
    matter.claims.create(value=120, claimant_name="Sample News", source=source)
    return matter


def a_photo(office: Organiser) -> Photo:
    event = make.event_of(office)
    photo = Photo.objects.create(event=event, file=make.sound(office), item=make.item(event))
    photo.people.create(participation=guest_of(office))
    return photo


def a_release(office: Organiser) -> Release:
    communique, _is_new = Communique.objects.get_or_create(event=make.event_of(office))
    edition, _is_new = Edition.objects.get_or_create(communique=communique, language="en")
    return Release.objects.create(
        edition=edition, number=edition.releases.count() + 1, headline="Held", released_at=timezone.now()
    )


def a_report(office: Organiser) -> Coverage:
    source = Source.objects.create(event=make.event_of(office), title="Sample News")
    return Coverage.objects.create(source=source)


def a_film(office: Organiser) -> Any:
    film = make.film(office)
    film.subtitles.create(language="ro")
    return film


def a_work(office: Organiser) -> Work:
    return Work.objects.create(organiser=office, titles={"en": "Street"}, lender_body=make.body(office))


def an_exhibition(office: Organiser) -> Any:
    made = make.exhibition(office)
    made.exhibits.create(work=a_work(office))
    return made


def a_household(office: Organiser) -> Household:
    made = Household.objects.create(organiser=office, name="Sample")
    made.places.create(person=make.person(office))
    return made


RECORDS: Mapping[str, Make] = {
    "parts": of_event(Part, names={"en": "Ceremony"}, kind="block"),
    "inviters": of_event(Inviter, name=lambda _office: f"Inviter {Inviter.objects.count()}"),
    "plans": a_plan,
    "doors": of_event(Door, name=lambda _office: f"Door {Door.objects.count()}"),
    "slots": of_event(Slot, name="Diplomats", starts_at=time(18), ends_at=time(18, 15)),
    "matters": a_matter,
    "documents": lambda office: make.document(make.event_of(office), issuer=make.body(office)),
    "handovers": of_event(Handover, things={"en": "Album"}, giver=guest_of, place=make.place),
    "photos": a_photo,
    "releases": a_release,
    "coverage": a_report,
    "costs": of_event(Cost, words="Flowers", planned="120.50", currency="EUR"),
    "series": lambda office: make.edition(office).series,
    "texts": lambda office: make.shared_text(make.campaign(office)),
    "avoided-days": make.avoided_day,
    "claims": of_office(CampaignClaim, campaign=make.campaign, about="signatures", value=100, claimant="A"),
    "stated-totals": of_office(
        StatedTotal,
        campaign=make.campaign,
        question={"status": "adopted"},
        day=date(2027, 1, 1),
        known_at=timezone.now(),
        value=3,
        at_most=3,
    ),
    "year-reports": of_office(YearReport, year=2026, language="en", version=next_number(YearReport)),
    "films": a_film,
    "works": a_work,
    "exhibitions": an_exhibition,
    "loans": of_office(Loan, work=a_work, value="900.00", currency="EUR"),
    "households": a_household,
    "groups": of_office(Group, names={"en": "Friends"}),
    "rooms": of_office(Room, names={"en": "Hall"}, place=make.place),
    "notes-verbales": of_office(
        NoteVerbale, year=2027, number=next_number(NoteVerbale), dated_on=date(2027, 1, 2)
    ),
}
