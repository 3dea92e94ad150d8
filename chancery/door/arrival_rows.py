"""The rows of the board: who is awaited, in the order of rank."""

from collections.abc import Iterator, Sequence
from datetime import time
from functools import cache

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from chancery.accounts.roles import Right
from chancery.base.languages import listed
from chancery.base.parts import Column
from chancery.base.rows import Cell, Group, Mark, Person, Row, Text
from chancery.door import arrival_words as words
from chancery.door.queries.awaited import Arrivals, Awaited, Manner
from chancery.events.access import EventOffice
from chancery.events.addresses import address_of_each
from chancery.events.order_rows import NO_PLACE, place_in_words


def columns() -> list[Column]:
    """The heads of the columns, the place aside."""
    return [
        Column(_("Guest")),
        Column(_("Seat")),
        Column(_("Awaited")),
        Column(_("Where")),
    ]


class Writer:
    """Writes the rows of one page; addresses are looked up once and not for each row."""

    def __init__(self, office: EventOffice, arrivals: Arrivals, language: str) -> None:
        self.arrivals, self.language = arrivals, language
        self.url_of = address_of_each(office, "door:arrival")
        self.why_of = address_of_each(office, "events:why") if office.may(Right.GUESTS_VIEW) else None
        self.names = arrivals.names
        # Many guests share a slot, a greeter and a state: the same words and cells are made once.
        self._text, self._mark = cache(Text), cache(Mark)
        self._awaited, self._company = cache(self._awaited_words), cache(self._company_words)

    def rows(self, parties: Sequence[Awaited]) -> list[Row | Group]:
        """The rows in the given order; who came without being expected stands under a sub-title."""
        expected = [each for each in parties if each.is_expected]
        others = [each for each in parties if not each.is_expected]
        rows: list[Row | Group] = [self._row(each) for each in expected]
        if others:
            rows += [Group(_("Not expected by their reply")), *map(self._row, others)]
        return rows

    def _row(self, each: Awaited) -> Row:
        code, entry = each.who.code, each.entry
        return Row(
            key=code,
            name=each.who.name,
            cells=self._cells(each),
            place=place_in_words(entry) if entry else NO_PLACE,
            why_url=self.why_of(code) if self.why_of and entry else "",
        )

    def _cells(self, each: Awaited) -> list[Cell]:
        entry = each.entry
        person = Person(
            name=each.who.name,
            url=self.url_of(each.who.code),
            office=words.office_words(each, self.language),
            state=entry.state.lower() if entry else "",
            note=" · ".join(self._notes(each)),
        )
        manner, mark = each.manner, words.where_mark(each, self.arrivals)
        awaited = self._awaited(manner.slot, manner.awaited_at, manner.door)
        return [person, self._text(each.seat), awaited, self._mark(mark.shape, mark.word, mark.tone)]

    def _awaited_words(self, slot: int | None, at: time | None, door: int | None) -> Text:
        return Text(words.awaited_words(Manner(slot=slot, awaited_at=at, door=door), self.arrivals))

    def _company_words(self, greeter: int | None, name: str, escort: str) -> str:
        manner = Manner(greeter=greeter, greeter_name=name, escort=escort)
        return words.company_words(manner, self.arrivals)

    def _notes(self, each: Awaited) -> Iterator[str]:
        who, party = each.who, each.party
        if represented := self.names.get(who.represents or 0):
            yield _("represents %(name)s") % {"name": represented}
        if party.companions:
            yield _("with %(names)s") % {"names": listed(party.companions)}
        if party.unnamed:
            count = party.unnamed
            yield ngettext("and %(count)s companion", "and %(count)s companions", count) % {"count": count}
        manner = each.manner
        if company := self._company(manner.greeter, manner.greeter_name, manner.escort):
            yield company
        if who.is_sample:
            yield _("sample")
