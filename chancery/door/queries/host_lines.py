"""What a host should know of guests before greeting them: how to address them, when they last met (R86)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from chancery.base.languages import wording
from chancery.directory.models import Person, Tenure
from chancery.directory.queries import addressing
from chancery.directory.queries.tenures import current
from chancery.door.queries.awaited import Arrivals, Awaited
from chancery.events.models import Event, Participation
from chancery.guests.documents.addressed import people_with_forms
from chancery.guests.models import Invitation
from chancery.rules.address import LANGUAGES, Purpose, form_of_address


@dataclass(frozen=True, slots=True)
class Met:
    """When a guest was last at an event of the office; `with_host` where a host of today was there too."""

    on: date
    event: str
    with_host: bool


@dataclass(frozen=True, slots=True)
class Told:
    """
    One guest as a host is told.

    `address` is what one says, in `address_language`; empty for an office or a body without a person. `met`
    is None where no earlier event is known; `message` is what the guest wrote with the reply.
    """

    each: Awaited
    address: str
    address_language: str
    met: Met | None
    message: str


def told_of(arrivals: Arrivals, parties: Sequence[Awaited], *, language: str) -> list[Told]:
    """Read what a host should know of some parties, in the given order, by a fixed number of queries."""
    event = arrivals.event
    hosts = hosts_of(arrivals)
    people = people_with_forms(Q(pk__in=[*_keys(parties), *hosts]))
    spoken = _language_of_hosts([people[key] for key in hosts if key in people], language)
    met, messages = last_met(event, set(_keys(parties)), hosts, language=language), _messages(event, parties)
    fixed = _offices(event, parties)
    return [
        Told(
            each,
            _address(event, people.get(each.who.person or 0), fixed.get(each.who.key), spoken),
            spoken,
            met.get(each.who.person or 0),
            messages.get(each.who.key, ""),
        )
        for each in parties
    ]


def _keys(parties: Sequence[Awaited]) -> list[int]:
    return [each.who.person for each in parties if each.who.person]


def hosts_of(arrivals: Arrivals) -> list[int]:
    """The keys of the people who host the event or preside at it, in the order of rank."""
    receiving = (Participation.Capacity.HOST, Participation.Capacity.PRESIDING)
    found = [who.person for who in arrivals.order.participants if who.capacity in receiving and who.person]
    return list(dict.fromkeys(found))


def _language_of_hosts(hosts: Sequence[Person], reader: str) -> str:
    """The first language of the first host in which forms of address are known, else that of the reader."""
    known = [language for host in hosts[:1] for language in host.languages if language in LANGUAGES]
    return known[0] if known else reader


def _address(event: Event, person: Person | None, office: int | None, language: str) -> str:
    if person is None:
        return ""
    addressee = addressing.addressee_of(
        person,
        names=sorted(person.names.all(), key=lambda name: name.position),
        tenure=_tenure(person, office, event.held_on),
        languages=[language],
        own_forms=list(person.address_forms.all()),
    )
    setting = addressing.setting_of(event.organiser, language)
    return " ".join(form_of_address(addressee, Purpose.SPOKEN, setting).lines)


def _tenure(person: Person, office: int | None, day: date | None) -> Tenure | None:
    """The office that the plan fixes, else the first one held on the day."""
    tenures = [each for each in person.tenures.all() if office in (None, each.office_id)]
    return next(iter(current(tenures, day) if day else tenures), None)


def _offices(event: Event, parties: Sequence[Awaited]) -> Mapping[int, int | None]:
    rows = Participation.objects.filter(event=event, pk__in=[each.who.key for each in parties])
    return dict(rows.values_list("pk", "office_id"))


def _messages(event: Event, parties: Sequence[Awaited]) -> Mapping[int, str]:
    keys = [each.who.key for each in parties]
    rows = Invitation.objects.filter(guest__event=event, guest__in=keys, reply__isnull=False)
    return {guest: message for guest, message in rows.values_list("guest_id", "reply__message") if message}


_CAME = Q(actual=Participation.Actual.ATTENDED) | Q(presence__came__gt=0)


def last_met(event: Event, people: set[int], hosts: Sequence[int], *, language: str) -> dict[int, Met]:
    """
    Find the last event before this one to which each person came, by the key of the person.

    Shape: an event at which one of `hosts` was too goes before a later one without any; nobody without an
    event, and nothing where the day of this one is not known.
    """
    if event.held_on is None:
        return {}
    before = Q(event__organiser=event.organiser_id, event__held_on__lt=event.held_on)
    shared = set(
        Participation.objects.filter(before & _CAME, person__in=hosts).values_list("event_id", flat=True)
    )
    rows = Participation.objects.filter(before & _CAME, person__in=people)
    rows = rows.exclude(capacity=Participation.Capacity.MENTIONED).order_by("-event__held_on", "-pk")
    found: dict[int, Met] = {}
    columns = ("person_id", "event_id", "event__held_on", "event__titles")
    for person, key, on, titles in rows.values_list(*columns):
        if person is None or on is None:
            continue
        met = Met(on, wording(titles, language).text, key in shared)
        if person not in found or (met.with_host and not found[person].with_host):
            found[person] = met
    return found
