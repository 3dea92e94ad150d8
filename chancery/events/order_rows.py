"""The order of an event as its list and its why drawer show it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chancery.base.frame import ChangeLine, Shape, Tone, Why
from chancery.base.languages import wording
from chancery.base.parts import Column
from chancery.base.reasons import in_words, reason_line
from chancery.base.rows import Cell, Mark, Person, Row, Text
from chancery.events.access import EventOffice
from chancery.events.addresses import address_of_each
from chancery.events.models import Participation
from chancery.events.ordering import Entry, EventOrder
from chancery.events.participants import Participant
from chancery.rules import precedence as rules
from chancery.rules.precedence.moves import ABSENT_GUEST
from chancery.rules.reasons import Reason

NO_PLACE = "–"


def columns(*, may_edit: bool) -> list[Column]:
    """Return the columns of the list, the place aside."""
    names = [_("Name and office"), _("Rank"), _("Reason"), *([_("By hand")] if may_edit else [])]
    return [Column(name) for name in names]


def rows_of(
    office: EventOffice, order: EventOrder, entries: Iterable[Entry], language: str, *, may_edit: bool
) -> Iterator[Row]:
    """Yield the given places of the order, highest first, each with the reason that tells most."""
    why_of = address_of_each(office, "events:why")
    move_of = address_of_each(office, "events:move")
    capacities = {value: str(word) for value, word in Participation.Capacity.choices}
    people, move = people_of(order), _("Move")
    for entry in entries:
        who = entry.who
        cells: list[Cell] = [_person(entry, language, capacities, people), Text(entry.rank), _reason(entry)]
        if may_edit:
            cells.append(Text(move, move_of(who.code), about=who.name))
        yield Row(who.code, who.name, cells, place=place_in_words(entry), why_url=why_of(who.code))


def place_in_words(entry: Entry) -> str:
    """The number of a place, or a dash for somebody who holds none."""
    return str(entry.place) if entry.place else NO_PLACE


def people_of(order: EventOrder) -> dict[int, str]:
    """The names of the people of an event, by the key of the person."""
    return {who.person: who.name for who in order.participants if who.person}


def spouse_in_words(who: Participant, people: Mapping[int, str]) -> str:
    """Whose spouse somebody is who holds no office; empty for others, and where the spouse takes no part."""
    if who.partner is None or who.held or who.post or who.partner.person not in people:
        return ""
    return _("spouse of %(name)s") % {"name": people[who.partner.person]}


def _person(entry: Entry, language: str, capacities: Mapping[str, str], people: Mapping[int, str]) -> Person:
    who = entry.who
    notes = [capacities[who.capacity]] if who.capacity != Participation.Capacity.GUEST else []
    if spouse := spouse_in_words(who, people):
        notes.append(spouse)
    if entry.is_tied:
        notes.append(_("shares the place"))
    if who.is_sample:
        notes.append(_("sample"))
    return Person(
        who.name,
        office=wording(entry.title, language).text,
        state=entry.state.lower(),
        note=" · ".join(notes),
    )


def _reason(entry: Entry) -> Cell:
    telling = telling_reason(entry)
    if telling.is_open:
        return Mark(Shape.CAREFUL, in_words(telling), Tone.CAREFUL)
    return Text(in_words(telling))


def telling_reason(entry: Entry) -> Reason:
    """The first reason that leaves something open, else the last, which decided."""
    return next((reason for reason in entry.reasons if reason.is_open), entry.reasons[-1])


def notes_of(order: EventOrder) -> list[Reason]:
    """What concerns the list as a whole; moves that cannot be carried out are told beside the moves."""
    return [note for note in order.notes if note.template != ABSENT_GUEST]


def why_of(order: EventOrder, who: Participation, changes: Iterable[ChangeLine] = ()) -> Why:
    """Return what the why drawer says of somebody's place, with who changed it by hand."""
    entry = order.of(who.ref)
    if entry is None:
        return Why(subject=who.name_printed, claim=_claim_elsewhere(order, who), changes=list(changes))
    return Why(
        subject=entry.who.name,
        claim=_claim(entry),
        reasons=[reason_line(reason) for reason in entry.reasons],
        changes=list(changes),
    )


def _claim(entry: Entry) -> str:
    if entry.place is None:
        return _("holds no place")
    if entry.is_tied:
        return _("place %(place)s, shared") % {"place": entry.place}
    return _("place %(place)s") % {"place": entry.place}


def _claim_elsewhere(order: EventOrder, who: Participation) -> str:
    """Say where somebody stands who is placed in another capacity; each person is placed once."""
    elsewhere = (entry for entry in order.entries if who.person_id and entry.who.person == who.person_id)
    entry = next(elsewhere, None)
    if entry is None:
        return _("holds no place in this order: nobody is placed in this capacity")
    capacity = str(Participation.Capacity(entry.who.capacity).label)
    return _("is placed once, in another capacity: %(capacity)s") % {"capacity": capacity}


@dataclass(frozen=True, slots=True)
class Standing:
    """How well a profile is founded; `warning` is empty for one that was read in its source."""

    status: str
    warning: str


WARNINGS = {
    rules.Status.SECONDARY: gettext_lazy("from a secondary source; check before calling it official"),
    rules.Status.PRACTICE: gettext_lazy("by practice, without a published table"),
    rules.Status.WEAK: gettext_lazy("from a weak source; confirm with the host ministry"),
    rules.Status.UNVERIFIED: gettext_lazy("not verified; confirm with the host ministry"),
}


def standing_of(profile: rules.Profile) -> Standing:
    """Say how well a profile is founded."""
    return Standing(profile.status, str(WARNINGS.get(profile.status, "")))
