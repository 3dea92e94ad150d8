"""The guest list as its page shows it: each guest in words, in the columns and the order the reader chose."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from chancery.base.frame import Shape, Tone
from chancery.base.languages import listed, wording
from chancery.base.reasons import in_words
from chancery.base.rows import Cell, Figure, Group, Mark, Person, Row, Tags, Text
from chancery.directory.queries.sorting import in_order
from chancery.events.access import EventOffice
from chancery.events.addresses import address_of_each
from chancery.events.models import GuestCategory, Participation
from chancery.events.order_rows import (
    NO_PLACE,
    people_of,
    place_in_words,
    spouse_in_words,
    telling_reason,
)
from chancery.events.ordering import Entry, EventOrder
from chancery.guests.models import Inviter, Standing
from chancery.guests.queries.parties import Listed, nested

type Word = str | Promise

MARKS: dict[str, tuple[Shape, Tone]] = {
    Standing.ACCEPTED: (Shape.YES, Tone.GOOD),
    Standing.REGRETTED: (Shape.NO, Tone.WRONG),
    Standing.REPRESENTED: (Shape.DIAMOND, Tone.GOOD),
    Standing.UNDECIDED: (Shape.HALF, Tone.CAREFUL),
    Standing.WITHDRAWN: (Shape.CROSS, Tone.WRONG),
    Standing.WALK_IN: (Shape.STAR, Tone.PLAIN),
    Standing.SILENT: (Shape.OPEN, Tone.PLAIN),
    Standing.NOT_INVITED: (Shape.UNSET, Tone.PLAIN),
}
NO_MARK = MARKS[Standing.NOT_INVITED]

# The columns beside the name, in their order, and those shown to a reader who has not chosen.
COLUMNS: dict[str, Word] = {
    "category": gettext_lazy("Category"),
    "capacity": gettext_lazy("Capacity"),
    "reply": gettext_lazy("Reply"),
    "inviter": gettext_lazy("Inviter"),
    "tags": gettext_lazy("Tags"),
    "people": gettext_lazy("People"),
}
USUAL = ("category", "reply", "inviter", "tags", "people")
SORTED_BY = ("name", "category", "capacity", "reply", "inviter", "people")
# What is told by sub-titles while the list is sorted by it.
GROUPED_BY = frozenset({"category", "capacity", "reply", "inviter"})


@dataclass(frozen=True, slots=True)
class Words:
    """What the keys of a list stand for, in the reader's language and in their order."""

    language: str
    categories: Mapping[int, str]
    inviters: Mapping[int, str]
    names: Mapping[int, str]
    people: Mapping[int, str]
    capacities: Mapping[str, str]
    replies: Mapping[str, str]

    @classmethod
    def of(
        cls,
        language: str,
        categories: Sequence[GuestCategory],
        inviters: Iterable[Inviter],
        order: EventOrder,
    ) -> "Words":
        """Gather them for one page."""
        return cls(
            language=language,
            categories={each.pk: wording(each.names, language).text for each, _depth in nested(categories)},
            inviters={each.pk: each.name for each in inviters},
            names={who.key: who.name for who in order.participants},
            people=people_of(order),
            capacities={value: str(word) for value, word in Participation.Capacity.choices},
            replies={value: str(word) for value, word in Standing.choices},
        )


def ranked(order: EventOrder, guests: Iterable[Listed]) -> list[Listed]:
    """Return guests in the event's order of precedence, those it does not hold last."""
    places = {entry.ref: number for number, entry in enumerate(order.entries)}
    return sorted(guests, key=lambda guest: places.get(guest.who.ref, len(places)))


def sorted_by(guests: Sequence[Listed], column: str, words: Words, *, is_falling: bool) -> list[Listed]:
    """
    Sort guests by a column; those who are equal keep the order they come in.

    Ties: equal ones keep their order also where the sort is falling, so that precedence rules inside a group.
    """
    if column == "name":
        found = in_order(list(guests), lambda guest: guest.who.sort_name, words.language)
        return found[::-1] if is_falling else found
    return sorted(guests, key=_key(column, words), reverse=is_falling)


def _key(column: str, words: Words) -> Callable[[Listed], int]:
    if column == "people":
        return lambda guest: guest.party.size
    places = {value: place for place, value in enumerate(_told(column, words))}
    value_of = _VALUES[column]
    return lambda guest: places.get(value_of(guest), len(places))


def _told(column: str, words: Words) -> Mapping[Any, str]:
    """What the values of a column are called, in their order."""
    told: dict[str, Mapping[Any, str]] = {
        "category": words.categories,
        "capacity": words.capacities,
        "reply": words.replies,
        "inviter": words.inviters,
    }
    return told[column]


_VALUES: dict[str, Callable[[Listed], object]] = {
    "category": lambda guest: guest.who.category,
    "capacity": lambda guest: guest.who.capacity,
    "reply": lambda guest: guest.reply,
    "inviter": lambda guest: guest.party.inviter,
}


class Writer:
    """Writes the rows of one page; addresses and words are looked up once and not for each row."""

    def __init__(
        self, office: EventOffice, order: EventOrder, words: Words, columns: Sequence[str], *, page: str
    ) -> None:
        """`page` is the route that the names lead to; empty where they lead nowhere."""
        self.order, self.words = order, words
        self.cells = {column: _cells_of(column, words) for column in columns}
        self.url_of = address_of_each(office, page) if page else None
        self.why_of = address_of_each(office, "events:why")

    def rows(self, guests: Sequence[Listed], grouped_by: str = "") -> list[Row | Group]:
        """Return the rows, under sub-titles where the list is sorted by a column that makes groups."""
        if grouped_by not in GROUPED_BY:
            return [self._row(guest) for guest in guests]
        if grouped_by in self.cells:
            # The sub-title says it for all rows below.
            self.cells[grouped_by] = lambda guest: Text("")
        return list(self._grouped(guests, grouped_by))

    def _grouped(self, guests: Sequence[Listed], column: str) -> Iterator[Row | Group]:
        told = _told(column, self.words)
        for value, members in groupby(guests, key=_VALUES[column]):
            rows = [self._row(guest) for guest in members]
            yield Group(f"{told.get(value) or _('Not given')} · {len(rows)}")
            yield from rows

    def _row(self, guest: Listed) -> Row:
        who, entry = guest.who, self.order.of(guest.who.ref)
        cells: list[Cell] = [self._person(guest, entry)]
        cells += [cell_of(guest) for cell_of in self.cells.values()]
        return Row(
            key=who.code,
            name=who.name,
            cells=cells,
            place=place_in_words(entry) if entry else NO_PLACE,
            why_url=self.why_of(who.code),
        )

    def _person(self, guest: Listed, entry: Entry | None) -> Person:
        who = guest.who
        title = entry.title if entry else who.printed or (who.post.titles if who.post else {})
        return Person(
            name=who.name,
            url=self.url_of(who.code) if self.url_of else "",
            office=wording(title, self.words.language).text,
            state=entry.state.lower() if entry else "",
            note=" · ".join(_notes(guest, entry, self.words)),
        )


def _notes(guest: Listed, entry: Entry | None, words: Words) -> Iterator[str]:
    who, party = guest.who, guest.party
    if entry is None:
        yield _("placed in another capacity")
    elif entry.place is None:
        yield in_words(telling_reason(entry))
    if who.capacity != Participation.Capacity.GUEST:
        yield words.capacities[who.capacity]
    if who.is_sample:
        yield _("sample")
    if party.came_back:
        yield _("the last message came back")
    if party.is_late:
        yield _("answered late")
    if spouse := spouse_in_words(who, words.people):
        yield spouse
    if who.represents and who.represents in words.names:
        yield _("represents %(name)s") % {"name": words.names[who.represents]}
    if party.companions:
        yield _("with %(names)s") % {"names": listed(party.companions)}
    if party.unnamed:
        count = party.unnamed
        yield ngettext("and %(count)s companion", "and %(count)s companions", count) % {"count": count}


def _cells_of(column: str, words: Words) -> Callable[[Listed], Cell]:
    """Return what writes a column; cells that say the same are made once for the page."""
    if column == "tags":
        return lambda guest: Tags(guest.party.tags)
    if column == "people":
        return lambda guest: Figure(str(guest.party.size))
    made: dict[object, Cell] = {
        value: _cell(column, value, word) for value, word in _told(column, words).items()
    }
    empty, value_of = Text(""), _VALUES[column]
    return lambda guest: made.get(value_of(guest), empty)


def _cell(column: str, value: object, word: str) -> Cell:
    if column != "reply":
        return Text(word)
    shape, tone = MARKS[str(value)]
    return Mark(shape, word, tone)
