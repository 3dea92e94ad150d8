"""What an event says of itself in an invitation: each field worked out when a wording asks for it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q
from django.utils.translation import gettext_noop

from chancery.base import cldr
from chancery.directory.models import Person
from chancery.directory.queries import addressing
from chancery.directory.queries.people import name_in
from chancery.directory.queries.tenures import current
from chancery.events import queries as events
from chancery.events import wording as words
from chancery.events.models import Event, EventOccasion, Involvement, Place, Station
from chancery.events.wording import required
from chancery.guests.documents.addressed import people_with_forms
from chancery.guests.models import Kind, Terms
from chancery.guests.queries.answering import terms_of
from chancery.guests.queries.deeds import Deeds, deeds_of
from chancery.rules import invitations as rules
from chancery.rules.address import Purpose, ReplyMark, form_of_address

_MARKS = {
    Terms.ReplyMark.RSVP: ReplyMark.REPLY,
    Terms.ReplyMark.REGRETS: ReplyMark.REGRETS_ONLY,
    Terms.ReplyMark.REMIND: ReplyMark.TO_REMIND,
}
_NO_HOST = gettext_noop(
    "The host is not named in %(language)s; write the host line in the terms of the event, or the name of "
    "the host in the directory."
)
_NO_HOUSE = gettext_noop("The office is not named in %(language)s; add its name in the settings.")
_NO_PLACE = gettext_noop("The place is not named in %(language)s; add its name or leave this language out.")
_NO_OCCASION = gettext_noop("The occasion is not named in %(language)s; add its name.")
_NO_TERM = {
    "dress": gettext_noop("The dress is not written in %(language)s; add it in the terms of the event."),
    "reply_contact": gettext_noop(
        "The contact for replies is not written in %(language)s; add it in the terms of the event."
    ),
    "admission": gettext_noop(
        "The admission mark is not written in %(language)s; add it in the terms of the event."
    ),
    "enclosures": gettext_noop(
        "The enclosures are not written in %(language)s; add them in the terms of the event."
    ),
}
_NO_OWN_TEXT = gettext_noop("The own text is not written in %(language)s; add it or leave it out of all.")


@dataclass(frozen=True)
class EventFacts:
    """The rows of an event that an invitation speaks of, read by a fixed number of queries."""

    event: Event
    kind: Kind
    terms: Terms
    occasion: EventOccasion | None
    stations: Sequence[Station]
    hosts: Sequence[Involvement]
    people: Mapping[int, Person]
    own_text: Mapping[str, str]
    reply_by: date | None
    now: datetime
    deeds: Deeds

    @classmethod
    def of(
        cls, event: Event, *, kind: Kind, own_text: Mapping[str, str], reply_by: date | None, now: datetime
    ) -> "EventFacts":
        """Read them; an event without terms is invited to on those that go without saying."""
        terms = terms_of(event)
        hosts = _hosts(event)
        return cls(
            event=event,
            kind=kind,
            terms=terms,
            occasion=events.main_occasion(event),
            stations=list(events.stations_of(event).select_related("place__part_of")),
            hosts=hosts,
            people=people_with_forms(Q(pk__in=[host.person_id for host in hosts if host.person_id])),
            own_text=own_text,
            reply_by=reply_by or terms.reply_by,
            now=now,
            deeds=deeds_of(event) if kind == Kind.THANKS else {},
        )

    @property
    def today(self) -> date:
        """The day of sending, where the office is."""
        return self.now.astimezone(self.event.organiser.zone).date()

    @property
    def mark(self) -> ReplyMark | None:
        """The one reply mark of a card of this kind (R81); None where it bears none."""
        if self.kind == Kind.TO_REMIND:
            return ReplyMark.TO_REMIND
        return _MARKS[Terms.ReplyMark(self.terms.reply_mark)] if rules.bears_mark(self.kind) else None

    def value(self, name: str, language: str) -> str:
        """The value of a field of the event. Errors: WordingMissing, KeyError for a field of the guest."""
        return FIELDS[name](self, language)


def _hosts(event: Event) -> list[Involvement]:
    """Who is named as host of the whole event, else who organises it."""
    involved = [each for each in events.involvements_of(event) if each.part_id is None]
    roles = (Involvement.Role.HOST, Involvement.Role.ORGANISER)
    found = ([each for each in involved if each.role == role] for role in roles)
    return next((each for each in found if each), [])


def _host(facts: EventFacts, language: str) -> str:
    if facts.terms.host_line:
        return required(facts.terms.host_line, language, _NO_HOST)
    lines = [_host_lines(facts, host, language) for host in facts.hosts]
    if not lines:
        name = required(facts.event.organiser.names, language, _NO_HOUSE)
        lines = [[rules.capitalised(rules.body_in_sentence(name, language), language)]]
    if len(lines) == 1:
        return "\n".join(lines[0])
    first, *others = (", ".join(each) for each in lines)
    named = [first, *(rules.within_sentence(each, language) for each in others)]
    return rules.companions_in_words(named, 0, language)


def _host_lines(facts: EventFacts, host: Involvement, language: str) -> Sequence[str]:
    if host.body:
        name = required(host.body.names, language, _NO_HOST)
        return [rules.capitalised(rules.body_in_sentence(name, language), language)]
    person = facts.people[host.person_id or 0]
    addressee = addressing.addressee_of(
        person,
        names=sorted(person.names.all(), key=lambda name: name.position),
        tenure=next(iter(current(person.tenures.all(), facts.today)), None),
        languages=[language],
        own_forms=list(person.address_forms.all()),
    )
    setting = addressing.setting_of(facts.event.organiser, language)
    return form_of_address(addressee, Purpose.HOST_LINE, setting).lines or [name_in(person, language)]


def _host_within(facts: EventFacts, language: str) -> str:
    return rules.within_sentence(_host(facts, language), language)


def _request(voice: rules.Voice) -> Callable[[EventFacts, str], str]:
    def write(facts: EventFacts, language: str) -> str:
        setting = addressing.setting_of(facts.event.organiser, language)
        line = rules.request_line(
            language,
            strength=rules.Strength(facts.terms.strength),
            voice=voice,
            is_plural=len([each for each in facts.hosts if each.role == Involvement.Role.HOST]) > 1,
            practice=setting.practice,
        )
        return line.on_one_line()

    return write


def _event(facts: EventFacts, language: str) -> str:
    return required(facts.event.titles, language, words.NO_TITLE)


def _ordinal(facts: EventFacts, language: str) -> str:
    return words.ordinal_line(facts.occasion, language) if facts.occasion else ""


def _occasion(facts: EventFacts, language: str) -> str:
    if facts.occasion is None:
        return ""
    name = required(facts.occasion.occasion.names, language, _NO_OCCASION)
    return " · ".join(part for part in (_ordinal(facts, language), name) if part)


def _day(facts: EventFacts, language: str) -> str:
    first, last = facts.event.held_on, facts.event.held_until_on
    days = [cldr.weekday_in_words(day, language) for day in (first, last) if day]
    return " – ".join(days) if first else ""


def _time(facts: EventFacts, language: str) -> str:
    return f"{facts.event.starts_at:%H:%M}" if facts.event.starts_at else ""


def _when(facts: EventFacts, language: str) -> str:
    return words.day_and_time(facts.event, language)


def _day_in_words(facts: EventFacts, language: str) -> str:
    day = facts.event.held_on
    return rules.day_in_words(day, language).on_one_line() if day else ""


def _time_in_words(facts: EventFacts, language: str) -> str:
    clock = facts.event.starts_at
    return rules.time_in_words(clock, language).on_one_line() if clock else ""


def _places(facts: EventFacts) -> list[Place]:
    return [station.place for station in facts.stations if station.role != Station.Role.REMOTE]


def _place(facts: EventFacts, language: str) -> str:
    return " · ".join(_place_name(place, language) for place in _places(facts))


def _place_name(place: Place, language: str) -> str:
    names = [required(each.names, language, _NO_PLACE) for each in (place, place.part_of) if each]
    return ", ".join(dict.fromkeys(names))


def _address(facts: EventFacts, language: str) -> str:
    place = next(iter(_places(facts)), None)
    if place is None:
        return ""
    written = next((each for each in (place, place.part_of) if each and each.address.strip()), place)
    street = ", ".join(line.strip() for line in written.address.splitlines() if line.strip())
    said = f"{street} {_place_name(place, language)}"
    has_city = not written.city or written.city in said
    return street if has_city else ", ".join(part for part in (street, written.city) if part)


def _term(name: str) -> Callable[[EventFacts, str], str]:
    def write(facts: EventFacts, language: str) -> str:
        texts: Mapping[str, str] = getattr(facts.terms, name)
        return required(texts, language, _NO_TERM[name]) if texts else ""

    return write


def _reply_by(facts: EventFacts, language: str) -> str:
    return cldr.day_in_words(facts.reply_by, language) if facts.reply_by else ""


def _reply(facts: EventFacts, language: str) -> str:
    if facts.mark is None:
        return ""
    contact = _term("reply_contact")(facts, language).splitlines()
    lines = rules.reply_lines(facts.mark, language, by=_reply_by(facts, language), contact=contact).lines
    return "\n".join(lines)


def _reply_request(facts: EventFacts, language: str) -> str:
    if facts.mark is None:
        return ""
    return rules.reply_request(facts.mark, language, by=_reply_by(facts, language)).on_one_line()


def _own_text(facts: EventFacts, language: str) -> str:
    return required(facts.own_text, language, _NO_OWN_TEXT) if facts.own_text else ""


def _sender(facts: EventFacts, language: str) -> str:
    return required(facts.event.organiser.names, language, _NO_HOUSE)


FIELDS: Mapping[str, Callable[[EventFacts, str], str]] = {
    "host": _host,
    "host_within": _host_within,
    "request": _request(rules.Voice.CARD),
    "invites": _request(rules.Voice.LETTER),
    "event": _event,
    "occasion": _occasion,
    "ordinal": _ordinal,
    "day": _day,
    "time": _time,
    "when": _when,
    "day_in_words": _day_in_words,
    "time_in_words": _time_in_words,
    "place": _place,
    "address": _address,
    "dress": _term("dress"),
    "reply": _reply,
    "reply_request": _reply_request,
    "reply_by": _reply_by,
    "reply_contact": _term("reply_contact"),
    "own_text": _own_text,
    "sender": _sender,
    "admission": _term("admission"),
    "enclosures": _term("enclosures"),
}
