"""Who wears a badge at an event, and what stands on it: read for all of them by a fixed number of queries."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.utils.text import capfirst
from django.utils.translation import override

from chancery.base.languages import wording
from chancery.directory.models import Person
from chancery.door.queries.awaited import NOBODY, came_to, will_come
from chancery.door.queries.seats import seats_of_parties
from chancery.door.queries.told_at_door import everybody_there
from chancery.events import queries as events
from chancery.events.models import Event, Participation
from chancery.events.ordering import Entry, order_of
from chancery.events.participants import Participant
from chancery.guests.documents.addressed import Addressing
from chancery.guests.models import Invitation, Standing
from chancery.guests.queries.parties import ALONE, Party, parties_of, reply_of
from chancery.rules.names.letters import script_of
from chancery.seating.colouring import tints_of

STAY_AWAY = frozenset({Standing.REGRETTED, Standing.WITHDRAWN, Standing.REPRESENTED})


@dataclass(frozen=True, slots=True)
class Bearer:
    """
    Somebody with a badge, in the language of the badges; what is not known is empty.

    `id` is that of a sitter: the code of the participation and the number in the party, 0 for the guest.
    `own_name` is the name in the own script, where that is another one, with its language. `category` is the
    key, `category_name` the word or what somebody is there as, `tint` as on the seat plan. `stand_in` is the
    code of whoever comes instead (R83). `is_due` says that a badge is to lie ready: they come, or have come.
    """

    id: str
    who: Participant
    member: int
    name: str
    own_name: str
    own_language: str
    office: str
    organisation: str
    category: int | None
    category_name: str
    tint: int
    seat: str
    reply: Standing
    invitation: Invitation | None
    companions: tuple[str, ...]
    stand_in: str
    is_due: bool

    @property
    def stays_away(self) -> bool:
        """Whether they have said that they do not come, or somebody comes instead."""
        return self.reply in STAY_AWAY and not self.is_due


def bearers_at(event: Event, language: str) -> list[Bearer]:
    """
    Return everybody who may stand at the door with a name, in the order of rank.

    Shape: companions with a name follow their guest; those without one have no badge.
    """
    with override(language):
        known = _Known(event, language)
        return [each for who, entry in everybody_there(known.order) for each in known.party_of(who, entry)]


class _Known:
    """What is known of the people of an event, read for all of them at once in the active language."""

    def __init__(self, event: Event, language: str) -> None:
        self.event, self.language = event, language
        self.order = order_of(event)
        self.parties, self.came = parties_of(event, language), came_to(event)
        self.invitations = Invitation.objects.filter(guest__event=event).in_bulk(field_name="guest_id")
        self.seats = seats_of_parties(event)
        categories = list(events.categories_of(event))
        self.tints = tints_of(categories)
        self.categories = {row.pk: wording(row.names, language).text for row in categories}
        self.addressing = Addressing(event, day=None, fallback=language, with_all=True)
        self.companions = _companions(self.addressing)
        self.stand_ins = {who.represents: who.code for who in self.order.participants if who.represents}

    def party_of(self, who: Participant, entry: Entry | None) -> Iterator[Bearer]:
        """The guest, then the companions whose names are known."""
        party = self.parties.get(who.key, ALONE)
        for member, name in enumerate((who.name, *party.companions)):
            yield self._bearer(who, entry, party, member, name)

    def _bearer(self, who: Participant, entry: Entry | None, party: Party, member: int, name: str) -> Bearer:
        reply = Standing(reply_of(who.planned, party.standing))
        own, language = _in_own_script(self._person(who, member, name), name)
        office, organisation = ("", "") if member else self._office(who, entry)
        return Bearer(
            id=f"{who.code}.{member}",
            who=who,
            member=member,
            name=name,
            own_name=own,
            own_language=language,
            office=office,
            organisation=organisation,
            category=who.category,
            category_name=self.categories.get(who.category or 0) or _part_of(who),
            tint=self.tints.get(who.category or 0, 0),
            seat=self.seats.get((who.key, member), ""),
            reply=reply,
            invitation=self.invitations.get(who.key),
            companions=tuple(party.companions),
            stand_in=self.stand_ins.get(who.key, "") if reply is Standing.REPRESENTED else "",
            is_due=will_come(who, party) or bool(self.came.get(who.key, NOBODY).came),
        )

    def _person(self, who: Participant, member: int, name: str) -> Person | None:
        if member:
            return self.companions.get((who.key, name))
        return self.addressing.people.get(who.person) if who.person else None

    def _office(self, who: Participant, entry: Entry | None) -> tuple[str, str]:
        """Office and organisation; an office or a body that stands for itself says so by its name."""
        if who.person is None and not who.printed:
            return "", ""
        body = entry.body if entry else who.post.body if who.post else who.body
        title = entry.title if entry else who.printed
        return wording(title, self.language).text, wording(body, self.language).text


def _part_of(who: Participant) -> str:
    """What somebody is there as who stands in no category: speaker, interpreter; nothing for a guest."""
    is_guest = who.capacity in Participation.OF_GUESTS
    return "" if is_guest else capfirst(str(Participation.Capacity(who.capacity).label))


def _in_own_script(person: Person | None, shown: str) -> tuple[str, str]:
    """The first name of somebody in another script than it is shown in, with its language."""
    names = sorted(person.names.all(), key=lambda name: name.position) if person else []
    for name in names:
        if script_of(name.printed) is not script_of(shown):
            return name.printed, name.language or next(iter(person.languages if person else ()), "")
    return "", ""


def _companions(addressing: Addressing) -> Mapping[tuple[int, str], Person]:
    """The companions who are in the directory, by their guest and any of their names."""
    return {
        (guest, name.printed): addressing.people[each.person_id]
        for guest, party in addressing.companions.items()
        for each in party
        if each.person_id in addressing.people
        for name in addressing.people[each.person_id].names.all()
    }
