"""The guests of a wave as its page lists them: before it leaves, and with what became of each message."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from chancery.base import cldr
from chancery.base.frame import Shape, Tone
from chancery.base.languages import wording
from chancery.base.parts import Choice, Column
from chancery.base.rows import Cell, Mark, Person, Row, Text
from chancery.events.ordering import EventOrder
from chancery.guests.correspondence_words import mark_of_state
from chancery.guests.models import Channel, Invitation, Wave
from chancery.guests.queries.audience import audience_of, places_in
from chancery.guests.queries.dispatches import MessageLine
from chancery.guests.queries.reaching import Reach, reach_of


@dataclass(frozen=True, slots=True)
class Listing:
    """The rows of a page with their columns; `states` are the words by which they can be narrowed."""

    rows: Sequence[Row]
    columns: Sequence[Column]
    total: int
    states: Sequence[Choice] = ()


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes the rows of one page; names and offices come from the order of the event."""

    language: str
    order: EventOrder
    names: Mapping[int, str]
    guest_url: Callable[[str], str] | None
    dispatch_url: Callable[[str], str]

    @classmethod
    def of(
        cls,
        language: str,
        order: EventOrder,
        *,
        guest_url: Callable[[str], str] | None,
        dispatch_url: Callable[[str], str],
    ) -> "Writer":
        """Gather what the rows of one page need; without `guest_url` names lead nowhere."""
        names = {who.key: who.name for who in order.participants}
        return cls(language, order, names, guest_url, dispatch_url)

    def prepared(self, wave: Wave) -> Listing:
        """Everybody in a wave that has not left, with how they are reached, or why nothing goes to them."""
        audience = audience_of(wave, self.order)
        columns = [
            Column(_("Guest")),
            Column(_("By")),
            Column(_("To")),
            Column(_("Language")),
            Column(_("State")),
        ]
        rows = [self._reached(reach) for reach in reach_of(wave.event, audience.chosen)]
        rows += [self._left_out(each.invitation, each.why) for each in audience.left_out]
        return Listing(rows, columns, len(rows))

    def _reached(self, reach: Reach) -> Row:
        if reach.why_not:
            state: Cell = Mark(Shape.CAREFUL, reach.why_not, Tone.CAREFUL)
        else:
            state = Mark(Shape.OPEN, _("will be sent"))
        return self._row(
            reach.invitation,
            Text(str(reach.channel.label)),
            Text(address_in_words(reach)),
            Text(cldr.language_in_words(reach.language, self.language)),
            state,
        )

    def _left_out(self, invitation: Invitation, why: str) -> Row:
        return self._row(invitation, Text(""), Text(""), Text(""), Mark(Shape.UNSET, why))

    def messages(self, lines: Sequence[MessageLine], asked: str) -> Listing:
        """Messages in the order of their guests, narrowed to one state."""
        # Few states stand in many rows; each is put into words once.
        marks = {how: mark_of_state(*how) for how in {(line.state, line.mail) for line in lines}}
        marked = [(line, marks[line.state, line.mail]) for line in lines]
        shown = [(line, mark) for line, mark in marked if asked in ("", mark.word)]
        return Listing(
            rows=list(self._rows(shown)),
            columns=[Column(_("Guest")), Column(_("By")), Column(_("To")), Column(_("State"))],
            total=len(lines),
            states=_states((mark for _line, mark in marked), asked),
        )

    def _rows(self, marked: Sequence[tuple[MessageLine, Mark]]) -> Iterator[Row]:
        places = places_in(self.order)
        channels = {channel.value: str(channel.label) for channel in Channel}
        for line, mark in sorted(
            marked, key=lambda each: (places.get(each[0].guest_ref, len(places)), each[0].party, each[0].key)
        ):
            channel = Text(channels[line.channel], self.dispatch_url(line.code), self.names[line.guest])
            person = self._person(line.guest, line.guest_code, line.guest_ref)
            yield Row(line.code, person.name, [person, channel, Text(in_one_line(line.address)), mark])

    def _row(self, invitation: Invitation, *cells: Cell) -> Row:
        guest = invitation.guest
        person = self._person(guest.pk, guest.code, guest.ref)
        return Row(guest.code, person.name, [person, *cells])

    def _person(self, key: int, code: str, ref: str) -> Person:
        entry = self.order.of(ref)
        return Person(
            name=self.names[key],
            url=self.guest_url(code) if self.guest_url else "",
            office=wording(entry.title, self.language).text if entry else "",
            state=entry.state.lower() if entry else "",
        )


def in_one_line(address: str) -> str:
    """An address or number in one line, isolated so that it keeps its sense among another script."""
    return f"\u2068{address.replace('\n', ', ')}\u2069" if address else ""


def address_in_words(reach: Reach) -> str:
    """The address in one line, with who answers there where it is somebody else."""
    address = in_one_line(reach.address)
    if reach.through and reach.channel != Channel.NOTE:
        return _("%(address)s (through %(who)s)") % {"address": address, "who": reach.through}
    return address


def _states(marks: Iterable[Mark], asked: str) -> list[Choice]:
    """The states of the messages with how many are in each, the most frequent first."""
    counted = Counter(mark.word for mark in marks)
    return [
        Choice(word, _("%(state)s: %(count)s") % {"state": word, "count": count}, is_chosen=word == asked)
        for word, count in counted.most_common()
    ]
