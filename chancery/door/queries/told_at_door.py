"""Everybody who may come to an event as a steward needs to know them, read by a fixed number of queries."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from django.db.models import Q, QuerySet

from chancery.base.languages import wording
from chancery.directory.models import PersonName
from chancery.directory.queries import addressing
from chancery.directory.queries.addressees import Addressees
from chancery.door.models import ArrivalPlan, Door, DoorNote, Presence
from chancery.door.queries.awaited import Arrivals
from chancery.door.queries.scanned import ABSENT
from chancery.events import queries as events
from chancery.events.models import Event, Participation
from chancery.events.ordering import Entry, EventOrder, order_of
from chancery.events.participants import Participant
from chancery.guests.models import Invitation, Standing
from chancery.guests.queries.parties import ALONE, Party, parties_of, reply_of
from chancery.rules.address import Purpose, form_of_address
from chancery.rules.address.values import PrintedName
from chancery.rules.names.folding import fold
from chancery.seating.queries.telling import Telling, chosen_plans


@dataclass(frozen=True, slots=True)
class AtDoor:
    """
    A guest as a telephone shows one; what is not known or not needed is empty.

    `code` is that of the invitation, empty for who needs none; `party` that of the participation. `rank` is
    the place in the order. `notes` are for one door. `most_people` is for how many a pass can have been made.
    """

    code: str
    party: str
    expected: int
    reply: str
    name: str
    spoken: str
    rank: int | None
    seat: str
    organisation: str
    office: str
    category: str
    notes: Sequence[Mapping[str, str]]
    names: Sequence[str]
    representative: str
    escort: str
    latin: str
    band: str
    most_people: int


# What a steward is told of a reply, by where the invitation stands (R83).
_TOLD: Mapping[str, str] = {
    Standing.ACCEPTED: "accepted",
    Standing.REPRESENTED: "accepted",
    Standing.WALK_IN: "accepted",
    Standing.REGRETTED: "declined",
    Standing.WITHDRAWN: "withdrawn",
    Standing.SILENT: "no-answer",
    Standing.UNDECIDED: "no-answer",
    Standing.NOT_INVITED: "no-answer",
}


def reader_of(event: Event) -> str:
    """The language in which stewards of an event read: the first of the office."""
    languages = event.organiser.languages
    return str(languages[0]) if languages else "en"


type Present = tuple[Participant, Entry | None]


def guests_at_door(event: Event, door: Door, *, language: str) -> list[AtDoor]:
    """Return everybody who may come in, as one door is told, in the order of rank; `language` is active."""
    known = _Known(event, order_of(event), parties_of(event, language), language)
    people = Addressees(Q(pk__in=_people(event)), language)
    return _Told(known, door, people).all(everybody_there(known.order))


def guests_found(query: str, arrivals: Arrivals, door: Door, *, language: str, most: int) -> list[AtDoor]:
    """
    Return those whose name, office, body, seat or companion has every word of a query, as one door is told.

    Shape: the highest first, at most `most`, and nobody by a query without a word; `language` is active. What
    one says and what is noted is read for these alone.
    """
    words = fold(query).split()
    known = _Known(arrivals.event, arrivals.order, arrivals.invited, language)
    hits = list(islice(known.having(words), most)) if words else []
    if not hits:
        return []
    people = Addressees(Q(pk__in={who.person for who, _entry in hits if who.person}), language)
    return _Told(known, door, people, of=hits).all(hits)


def everybody_there(order: EventOrder) -> list[Present]:
    """Who holds a place, in the order, then everybody else who is there in person."""
    placed = [(entry.who, entry) for entry in order.entries]
    seen = {who.key for who, _entry in placed}
    others = [(who, None) for who in order.participants if who.key not in seen]
    return [(who, entry) for who, entry in [*placed, *others] if who.capacity not in ABSENT]


@dataclass
class _Known:
    """What an event tells of everybody at once, and by which a guest is found."""

    event: Event
    order: EventOrder
    parties: Mapping[int, Party]
    language: str

    @cached_property
    def seats(self) -> Telling:
        """Where everybody sits."""
        return Telling(self.event, list(chosen_plans(self.event)), self.language)

    def seat(self, who: Participant) -> str:
        """Where a party sits; empty where no plan stands or it has no seat."""
        return " · ".join(self.seats.lines_of(who.key))

    def office(self, who: Participant, entry: Entry | None) -> str:
        """The office of a guest."""
        return self._words(entry.title if entry else who.printed)

    def organisation(self, who: Participant, entry: Entry | None) -> str:
        """The body of a guest."""
        return self._words(entry.body if entry else who.post.body if who.post else who.body)

    def _words(self, texts: Mapping[str, str]) -> str:
        return wording(texts, self.language).text if texts else ""

    def having(self, words: Sequence[str]) -> Iterator[Present]:
        """Everybody in whose texts each of the folded words stands, the highest first."""
        latin = self._latin_names()
        for who, entry in everybody_there(self.order):
            party = self.parties.get(who.key, ALONE)
            texts = [who.name, latin.get(who.person or 0, ""), self.organisation(who, entry)]
            found = fold(" ".join([*texts, self.office(who, entry), *party.companions]))
            missing = [word for word in words if word not in found]
            if not missing or (self.seats.plans and _has_all(missing, self.seat(who))):
                yield who, entry

    def _latin_names(self) -> dict[int, str]:
        """The Latin names of those who are shown in other letters, by the key of the person."""
        others = {who.person for who in self.order.participants if who.person and not _is_latin(who.name)}
        rows = PersonName.objects.filter(person__in=others).order_by("-position", "-pk")
        return {
            key: printed for key, printed in rows.values_list("person_id", "printed") if _is_latin(printed)
        }


def _has_all(words: Sequence[str], text: str) -> bool:
    found = fold(text)
    return all(word in found for word in words)


class _Told:
    """What one door is told of guests: all of them, or `of` alone."""

    def __init__(
        self, known: _Known, door: Door, people: Addressees, *, of: Sequence[Present] | None = None
    ) -> None:
        event, guests = known.event, None if of is None else [who.key for who, _entry in of]
        self.known, self.event, self.language, self.people = known, event, known.language, people
        self.invitations = _invitations(event, guests)
        self.expected = _expected(event)
        self.notes = _notes(event, door)
        self.escorts = _escorts(event)
        self.categories = {row.pk: self._words(row.names) for row in events.categories_of(event)}
        self.setting = addressing.setting_of(event.organiser, self.language)
        everybody = known.order.participants
        self.stand_ins = {who.represents: who.name for who in everybody if who.represents}

    def all(self, guests: Sequence[Present]) -> list[AtDoor]:
        """Tell of some guests, in the given order."""
        return [self.at_door(who, entry) for who, entry in guests]

    def _words(self, texts: Mapping[str, str]) -> str:
        return wording(texts, self.language).text

    def at_door(self, who: Participant, entry: Entry | None) -> AtDoor:
        party = self.known.parties.get(who.key, ALONE)
        return AtDoor(
            code=self.invitations.get(who.key, ""),
            party=who.code,
            expected=self.expected.get(who.key, 1),
            reply=_reply(who, party),
            name=who.name,
            spoken=self._spoken(who),
            rank=entry.place if entry else None,
            seat=self.known.seat(who),
            organisation=self.known.organisation(who, entry),
            office=self.known.office(who, entry),
            category=self.categories.get(who.category or 0, ""),
            notes=self.notes.get(who.key, ()),
            names=party.companions,
            representative=self.stand_ins.get(who.key, "") if party.standing == Standing.REPRESENTED else "",
            escort=self.escorts.get(who.key, ""),
            latin=_latin(who.name, self.people.names.get(who.person or 0, ())),
            band=entry.rank if entry else "",
            most_people=max(party.size, party.coming, 1),
        )

    def _spoken(self, who: Participant) -> str:
        """What one says to a guest; empty for an office or a body without a person."""
        if who.person is None or who.person not in self.people:
            return ""
        office = who.post.key if who.post else None
        addressee = self.people.addressee(who.person, office=office, day=self.event.held_on)
        return " ".join(form_of_address(addressee, Purpose.SPOKEN, self.setting).lines)


def _invitations(event: Event, guests: Sequence[int] | None) -> dict[int, str]:
    """The codes of invitations by guest: of all, or of some."""
    rows = Invitation.objects.filter(guest__event=event).order_by("pk")
    narrowed = rows if guests is None else rows.filter(guest__in=guests)
    return dict(narrowed.values_list("guest_id", "code"))


def _reply(who: Participant, party: Party) -> str:
    """Who gives the event or takes part in it needs no invitation; a guest who waits is of the reserve."""
    reply = reply_of(who.planned, party.standing)
    if who.capacity not in Participation.OF_GUESTS and not reply:
        return "accepted"
    if party.is_held and reply not in (Standing.ACCEPTED, Standing.WALK_IN):
        return "reserve"
    return _TOLD[reply]


def _people(event: Event) -> QuerySet[Participation, int | None]:
    there = Participation.objects.filter(event=event, person__isnull=False)
    return there.order_by().values_list("person_id", flat=True)


def _expected(event: Event) -> dict[int, int]:
    rows = Presence.objects.filter(event=event).order_by("pk")
    return dict(rows.values_list("participation_id", "expected"))


def _notes(event: Event, door: Door) -> dict[int, list[dict[str, str]]]:
    """The notes for one door and those for all, by guest."""
    rows = DoorNote.objects.filter(Q(door=None) | Q(door=door), participation__event=event).order_by("pk")
    found: defaultdict[int, list[dict[str, str]]] = defaultdict(list)
    for guest, kind, text in rows.values_list("participation_id", "kind", "text"):
        found[guest].append({"kind": kind, "text": text})
    return found


def _escorts(event: Event) -> dict[int, str]:
    rows = ArrivalPlan.objects.filter(participation__event=event).exclude(escort="").order_by("pk")
    return dict(rows.values_list("participation_id", "escort"))


def _latin(shown: str, names: Iterable[PrintedName]) -> str:
    """The first name in Latin letters of somebody who is shown in others; empty where none is known."""
    if _is_latin(shown):
        return ""
    return next((name.printed for name in names if _is_latin(name.printed)), "")


def _is_latin(text: str) -> bool:
    if text.isascii():
        return True
    return all("LATIN" in unicodedata.name(letter, "") for letter in text if letter.isalpha())
