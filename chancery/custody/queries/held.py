"""What an office holds on one person, and whether it may be erased now."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.apps import apps
from django.db.models import Model, Q, QuerySet
from django.utils.translation import gettext as _

from chancery.accounts.models import Organiser
from chancery.base.kinds import KNOWN_TO_FEW
from chancery.base.models import OutboxMessage
from chancery.custody.holdings import HOLDINGS, Holding
from chancery.directory.models import ContactPoint, MergeRecord, Person, Tenure
from chancery.events.models import Event, Participation
from chancery.privacy.models import Hold


@dataclass(frozen=True, slots=True)
class Held:
    """One kind of rows about a person: how many there are and what would become of them."""

    holding: Holding
    count: int


# How rows found by an address belong to an office: another one wrote to it for reasons of its own.
_OFFICE = {
    "record.mediaaddress": "media_list__organiser_id",
    "record.releaseposting": "release__edition__communique__event__organiser_id",
    "guests.incomingmessage": "organiser_id",
    "base.outboxmessage": "organiser_id",
}


class Subject:
    """A person whose data are kept: with merged entries, and the addresses that are theirs alone."""

    def __init__(self, person: Person) -> None:
        self.person = person
        merges = MergeRecord.objects.filter(kept=person).order_by("pk")
        merged = [gone.get("id") for gone in merges.values_list("gone", flat=True)]
        self.gone = [key for key in merged if isinstance(key, int)]
        self.addresses = _own_addresses(person)
        self.offices = _family(person.organiser)

    def rows(self, holding: Holding) -> QuerySet[Model]:
        """The rows of one kind about the person; what is found by an address only within the office."""
        model: type[Model] = apps.get_model(holding.kind)
        asked = holding.of([self.person.pk])
        if holding.address and self.addresses:
            by_address = Holding(holding.kind, (), holding.fate, address=holding.address)
            asked |= by_address.of((), self.addresses) & self._in_office(holding.kind)
        # A row that several paths lead to is one row.
        keys = model._default_manager.filter(asked).values("pk")
        return model._default_manager.filter(pk__in=keys).order_by("pk")

    def _in_office(self, kind: str) -> Q:
        return Q(**{_OFFICE[kind]: self.person.organiser_id})

    def held(self) -> list[Held]:
        """What is held, kind by kind, without what there is none of and what few may know of."""
        told = [each for each in HOLDINGS if each.kind not in KNOWN_TO_FEW]
        counted = [Held(each, self.rows(each).count()) for each in told]
        return [each for each in counted if each.count]


def _family(office: Organiser) -> list[int]:
    """The offices that may use a person of this one: its ministry and the posts beside and below it."""
    above = office.parent_id or office.pk
    found = Organiser.objects.filter(Q(pk__in=[office.pk, above]) | Q(parent__in=[office.pk, above]))
    return list(found.order_by("pk").values_list("pk", flat=True))


def _own_addresses(person: Person) -> list[str]:
    """The e-mail addresses that nobody else of the directory has: a mission's address is not a person's."""
    mails = ContactPoint.objects.filter(kind=ContactPoint.Kind.EMAIL)
    mine = mails.filter(person=person, via=None).order_by("pk").values_list("value", flat=True)
    return [
        address
        for address in dict.fromkeys(mine)
        if not mails.filter(value__iexact=address).exclude(person=person).exists()
    ]


def events_of(person: Person) -> QuerySet[Event]:
    """The events in which the person takes part, or somebody's party includes them."""
    took_part = Q(participations__person=person)
    came_along = Q(participations__invitation__companions__person=person)
    keys = Event.objects.filter(took_part | came_along).values("pk")
    return Event.objects.filter(pk__in=keys).order_by("pk")


def refusals(subject: Subject, today: date) -> list[str]:
    """Why the person cannot be erased now, in whole sentences; empty where nothing stands against it."""
    return [
        *_to_come(subject.person, today),
        *_held_back(subject.person),
        *_in_office(subject.person, today),
        *_on_the_way(subject),
    ]


def _to_come(person: Person, today: date) -> Iterator[str]:
    awaited = events_of(person).exclude(status=Event.Status.CANCELLED)
    for event in awaited:
        last = event.held_until_on or event.held_on
        if last is None or last >= today:
            yield _("“%(event)s” is still to come and needs the person; take them off it first.") % {
                "event": event
            }


def _held_back(person: Person) -> Iterator[str]:
    for hold in Hold.objects.filter(event__in=events_of(person), ended_at=None).order_by("pk"):
        yield _("“%(event)s” is held back (%(reason)s); nothing of it is deleted until the hold ends.") % {
            "event": hold.event,
            "reason": hold.reason,
        }


def _in_office(person: Person, today: date) -> Iterator[str]:
    for tenure in Tenure.objects.filter(person=person).select_related("office__body").order_by("pk"):
        if tenure.ends is None:
            yield _("The person holds the office “%(office)s”; write until when, or hand it over first.") % {
                "office": tenure.office
            }


def _on_the_way(subject: Subject) -> Iterator[str]:
    going = (OutboxMessage.State.WAITING, OutboxMessage.State.SENDING, OutboxMessage.State.UNCERTAIN)
    of_guest = Q(dispatch__invitation__guest__person=subject.person)
    if OutboxMessage.objects.filter(of_guest, state__in=going).exists():
        yield _("A message to the person is still on its way; wait until it is sent, or stop it.")


def participations(person: Person) -> QuerySet[Participation]:
    """Where the person takes part, with event, office and body."""
    found = Participation.objects.filter(person=person).select_related("event", "office", "body", "category")
    return found.order_by("event__held_on", "pk")
