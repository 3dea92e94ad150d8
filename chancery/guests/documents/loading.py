"""The guests as papers print them: in order of precedence, each with the office that counts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext, ngettext, override

from chancery.base import cldr
from chancery.base.languages import wording
from chancery.events import ordering
from chancery.events import queries as events
from chancery.events.models import Event, GuestCategory
from chancery.events.participants import Participant
from chancery.guests import rows
from chancery.guests.queries import parties
from chancery.guests.queries.parties import Listed


@dataclass(frozen=True, slots=True)
class PrintedGuest:
    """
    A guest as a paper in one language takes it.

    `place` is empty for somebody the order does not hold; `office` is the title that counts, or the capacity
    as printed; empty for an office that stands for itself. `state` is in words.
    """

    listed: Listed
    place: str
    office: str
    state: str

    @property
    def who(self) -> Participant:
        return self.listed.who

    @property
    def lines(self) -> list[str]:
        """What stands under the name."""
        return [self.office] if self.office else []


@dataclass(frozen=True, slots=True)
class PrintedList:
    """The whole list in order of precedence, with the categories of the event and the names of all."""

    guests: Sequence[PrintedGuest]
    categories: Sequence[GuestCategory]
    names: dict[int, str]

    @property
    def people(self) -> int:
        """How many come, companions included."""
        return sum(guest.listed.party.size for guest in self.guests)


def printed_list(event: Event, language: str) -> PrintedList:
    """Load the list for papers in `language`, by a fixed number of queries."""
    with override(language):
        order = ordering.order_of(event)
    listed = rows.ranked(order, parties.listed_among(event, order.participants, language))
    return PrintedList(
        guests=[_printed(each, order.of(each.who.ref), language) for each in listed],
        categories=list(events.categories_of(event)),
        names={who.key: who.name for who in order.participants},
    )


def _printed(listed: Listed, entry: ordering.Entry | None, language: str) -> PrintedGuest:
    who = listed.who
    stands_for_itself = who.person is None and not who.printed
    title = entry.title if entry else who.printed
    return PrintedGuest(
        listed=listed,
        place=str(entry.place or "") if entry else "",
        office="" if stands_for_itself else wording(title, language).text,
        state=_state(entry.state if entry else who.state, language),
    )


def _state(code: str, language: str) -> str:
    return cldr.state_in_words(code, language) if code else ""


def count_words(parties: int, people: int) -> str:
    """24 invitations, 31 people."""
    invited = ngettext("%(count)s invitation", "%(count)s invitations", parties) % {"count": parties}
    persons = ngettext("%(count)s person", "%(count)s people", people) % {"count": people}
    return f"{invited} · {persons}"


def notes_on(guest: PrintedGuest, names: dict[int, str]) -> Iterable[str]:
    """Whom a guest represents, and that the row is a sample."""
    if guest.who.represents and guest.who.represents in names:
        yield gettext("represents %(name)s") % {"name": names[guest.who.represents]}
    if guest.who.is_sample:
        yield gettext("sample")
