"""How each party is reached: channel, address and language, and the sentence why where it cannot be."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, prefetch_related_objects
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from chancery.base.languages import any_text, wording
from chancery.directory.models import Body, ContactPoint, Person, Relation, Tenure
from chancery.directory.queries.tenures import current
from chancery.events.models import Event
from chancery.guests.models import Invitation
from chancery.guests.models.vocabulary import Channel, Form

CONTACTS_OF: Mapping[Channel, tuple[str, ...]] = {
    Channel.EMAIL: (ContactPoint.Kind.EMAIL,),
    Channel.POST: (ContactPoint.Kind.POST,),
    Channel.HAND: (ContactPoint.Kind.POST,),
    Channel.TELEPHONE: (ContactPoint.Kind.MOBILE, ContactPoint.Kind.PHONE),
}
FORM_OF: Mapping[Channel, Form] = {
    Channel.EMAIL: Form.EMAIL,
    Channel.POST: Form.CARD,
    Channel.HAND: Form.CARD,
    Channel.NOTE: Form.NOTE,
    Channel.TELEPHONE: Form.CALL,
}
_SENTENCES: Mapping[Channel, str] = {
    Channel.EMAIL: gettext_noop("No e-mail address is known; write one or choose another channel."),
    Channel.POST: gettext_noop("No postal address is known; write one or choose another channel."),
    Channel.HAND: gettext_noop("No address is known to bring it to; write one or choose another channel."),
    Channel.NOTE: gettext_noop("No body is known to address a note to; choose another channel."),
    Channel.TELEPHONE: gettext_noop("No telephone number is known; write one or choose another channel."),
}
# Bodies that are written to by note verbale (R85).
BY_NOTE = frozenset({Body.Kind.MISSION, Body.Kind.CONSULATE, Body.Kind.INTERNATIONAL})


@dataclass(frozen=True, slots=True)
class Reach:
    """
    How a party is reached.

    `through` names who answers at `address` where it is not the guest's own: an assistant, or the body.
    `why_not` is the sentence why nothing can be sent; then `address` is empty.
    """

    invitation: Invitation
    channel: Channel
    form: Form
    address: str
    language: str
    why_not: str = ""
    through: str = ""


@dataclass(frozen=True, slots=True)
class Contact:
    """An address or number, and who answers there if not the guest."""

    value: str
    through: str = ""


@dataclass(frozen=True, slots=True)
class _Known:
    """What the directory knows of one guest; `contacts` are by kind, the nearest first."""

    contacts: Mapping[str, Contact]
    body: Body | None
    has_died: bool

    def contact(self, channel: Channel) -> Contact | None:
        """The first contact that `channel` can use; a note and a messenger find the body itself."""
        for kind in CONTACTS_OF.get(channel, ()):
            if kind in self.contacts:
                return self.contacts[kind]
        if channel in (Channel.NOTE, Channel.HAND) and self.body is not None:
            return self.contacts.get(ContactPoint.Kind.POST) or Contact(
                _seat(self.body), any_text(self.body.names)
            )
        return None


def reach_of(event: Event, invitations: Sequence[Invitation], *, today: date | None = None) -> list[Reach]:
    """
    Say how each party is reached, in the given order, by a fixed number of queries.

    Shape: the channel of the invitation itself; else e-mail where an address is known (the guest's own, then
    that of an assistant, then that of the body); else a note verbale for missions; else post; else telephone.
    `today` says which offices are held; without it the day at the office counts.
    """
    today = today or timezone.now().astimezone(event.organiser.zone).date()
    prefetch_related_objects(
        list(invitations), "guest__person__names", "guest__body", "guest__office__body", "guest__event"
    )
    bodies = _bodies(invitations, today)
    contacts = _contacts(invitations, [body for body in bodies.values() if body])
    usual = usual_languages(event)
    return [
        _reach(invitation, _known(invitation, bodies[invitation.pk], contacts), usual)
        for invitation in invitations
    ]


def _reach(invitation: Invitation, known: _Known, usual: Sequence[str]) -> Reach:
    channel = Channel(invitation.channel) if invitation.channel else _usual_channel(known)
    contact = known.contact(channel)
    why_not = _why_not(invitation, channel, contact, known)
    return Reach(
        invitation=invitation,
        channel=channel,
        form=FORM_OF[channel],
        address="" if why_not or contact is None else contact.value,
        language=_language(invitation, usual),
        why_not=why_not,
        through="" if why_not or contact is None else contact.through,
    )


def _usual_channel(known: _Known) -> Channel:
    if known.contact(Channel.EMAIL):
        return Channel.EMAIL
    if known.body is not None and known.body.kind in BY_NOTE:
        return Channel.NOTE
    if known.contact(Channel.POST):
        return Channel.POST
    return Channel.TELEPHONE


def _why_not(invitation: Invitation, channel: Channel, contact: Contact | None, known: _Known) -> str:
    if known.has_died:
        return _("This guest has died; take the guest off the list.")
    if contact is not None:
        return ""
    if not invitation.channel:
        return _("Neither an e-mail address nor a postal address nor a number is known; write one.")
    return _(_SENTENCES[channel])


def language_of(invitation: Invitation) -> str:
    """The language in which a party is written to."""
    return _language(invitation, usual_languages(invitation.guest.event))


def _language(invitation: Invitation, usual: Sequence[str]) -> str:
    """The language of the invitation itself; else the first of the guest's that is usual at the event."""
    if invitation.language:
        return invitation.language
    person = invitation.guest.person
    spoken = person.languages if person else []
    return next((language for language in spoken if language in usual), usual[0])


def usual_languages(event: Event) -> list[str]:
    """The languages of the event, then those of the office; never empty."""
    return list(dict.fromkeys([*event.languages, *event.organiser.languages])) or ["en"]


def languages_written(event: Event) -> list[str]:
    """Every language in which a guest of the event may be written to: the usual ones, then those chosen."""
    parties = Invitation.objects.filter(guest__event=event).exclude(language="")
    chosen = parties.order_by("language").values_list("language", flat=True).distinct()
    return list(dict.fromkeys([*usual_languages(event), *chosen]))


def _bodies(invitations: Sequence[Invitation], today: date) -> dict[int, Body | None]:
    """
    The body each guest is reached at, by the key of the invitation.

    It is the one that takes part itself, else that of the office that counts for the event, else that of the
    first office held today.
    """
    people = {one.guest.person_id for one in invitations if one.guest.office_id is None} - {None}
    held = Tenure.objects.filter(person__in=people).select_related("office__body").order_by("position", "id")
    offices: dict[int, Body] = {}
    for tenure in current(held, today):
        offices.setdefault(tenure.person_id, tenure.office.body)
    return {invitation.pk: _body(invitation, offices) for invitation in invitations}


def _body(invitation: Invitation, offices: Mapping[int, Body]) -> Body | None:
    guest = invitation.guest
    if guest.office is not None:
        return guest.office.body
    return guest.body or (offices.get(guest.person_id) if guest.person_id else None)


@dataclass(frozen=True, slots=True)
class _Contacts:
    """The contacts of people and bodies by kind, and the assistants of people, by key."""

    of_people: Mapping[int, Sequence[ContactPoint]]
    of_bodies: Mapping[int, Sequence[ContactPoint]]
    assistants: Mapping[int, Sequence[Person]]


def _contacts(invitations: Sequence[Invitation], bodies: Sequence[Body]) -> _Contacts:
    people = {one.guest.person_id for one in invitations} - {None}
    assistants: defaultdict[int, list[Person]] = defaultdict(list)
    links = Relation.objects.filter(kind=Relation.Kind.ASSISTANT, other__in=people)
    for link in links.select_related("person").prefetch_related("person__names").order_by("id"):
        assistants[link.other_id].append(link.person)
    everybody = people | {one.pk for each in assistants.values() for one in each}
    found = ContactPoint.objects.filter(Q(person__in=everybody) | Q(body__in={body.pk for body in bodies}))
    of_people: defaultdict[int, list[ContactPoint]] = defaultdict(list)
    of_bodies: defaultdict[int, list[ContactPoint]] = defaultdict(list)
    loaded = found.select_related("via").prefetch_related("via__names").order_by("position", "id")
    for point in loaded:
        if point.person_id is not None:
            of_people[point.person_id].append(point)
        elif point.body_id is not None:
            of_bodies[point.body_id].append(point)
    return _Contacts(of_people, of_bodies, assistants)


def _known(invitation: Invitation, body: Body | None, contacts: _Contacts) -> _Known:
    nearest: dict[str, Contact] = {}
    for kind, contact in _nearest(invitation, body, contacts):
        nearest.setdefault(kind, contact)
    person = invitation.guest.person
    return _Known(nearest, body, has_died=person is not None and person.died is not None)


def _nearest(invitation: Invitation, body: Body | None, contacts: _Contacts) -> Iterator[tuple[str, Contact]]:
    """What is known of a guest: the own contacts, then those of the assistants, then those of the body."""
    key = invitation.guest.person_id
    if key is not None:
        for point in contacts.of_people.get(key, ()):
            yield point.kind, Contact(_clean(point), point.via.main_name if point.via else "")
        for assistant in contacts.assistants.get(key, ()):
            for point in contacts.of_people.get(assistant.pk, ()):
                yield point.kind, Contact(_clean(point), assistant.main_name)
    if body is not None:
        for point in contacts.of_bodies.get(body.pk, ()):
            yield point.kind, Contact(_clean(point), any_text(body.names))


def _clean(point: ContactPoint) -> str:
    return point.value.strip()


def _seat(body: Body) -> str:
    """Where a body is found as far as it is known: its name and its town."""
    name = wording(body.names, "en").text
    return f"{name}, {body.seat}" if body.seat else name
