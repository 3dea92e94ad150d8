"""What a message says of one party: how it is addressed, who comes along, where it replies."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext_noop

from chancery.base.languages import wording
from chancery.directory.models import Body, Person
from chancery.directory.queries import addressing as rows
from chancery.directory.queries.people import name_in
from chancery.events.wording import required
from chancery.guests.documents.addressed import Addressing
from chancery.guests.documents.facts import EventFacts
from chancery.guests.models import Invitation
from chancery.guests.wordings import filling
from chancery.rules import invitations as rules
from chancery.rules.address import Purpose
from chancery.rules.address.notes import Phrase

_NO_NAME = gettext_noop("A guest who is a body is not named in %(language)s; add its name in the directory.")
_NO_THANKS = gettext_noop(
    "For what a guest is thanked cannot be put together in %(language)s; write it in an own wording."
)
_NO_RECEIVER = gettext_noop(
    "The body to which the note goes is not named in %(language)s; add its name in the directory."
)


@dataclass(frozen=True)
class PartyFacts:
    """One party as the writer sees it; values are worked out when a wording asks for them."""

    facts: EventFacts
    addressing: Addressing
    invitation: Invitation
    language: str
    link: str = ""
    number: str = ""

    @property
    def is_sample(self) -> bool:
        """Whether the guest was invented for trying things out."""
        return self.addressing.guests[self.key].is_sample

    def value(self, name: str) -> str:
        """The value of a field of the guest, fit to stand in the text; empty for one that is unknown."""
        if name == "reply_link":
            return self.link
        writer = FIELDS.get(name)
        return filling.tidy(writer(self), self.language) if writer else ""

    @property
    def recipient(self) -> str:
        """The guest in one line, as a sentence names him or her."""
        if self.addressing.guest(self.key).person is None:
            return ", ".join(self.card_lines)
        form = self.addressing.form_of_party(self.key, Purpose.FIRST_MENTION, self.language)
        return ", ".join(form.lines or self.card_lines)

    @cached_property
    def card_lines(self) -> Sequence[str]:
        """The guest as a card names whoever is invited."""
        return self._lines(Purpose.CARD)

    @cached_property
    def envelope_lines(self) -> Sequence[str]:
        """The guest as an envelope names whoever is written to."""
        return self._lines(Purpose.ENVELOPE)

    def _lines(self, purpose: Purpose) -> Sequence[str]:
        who = self.addressing.guest(self.key)
        if who.person is not None:
            lines = self.addressing.form_of_party(self.key, purpose, self.language).lines
            return lines or [name_in(who.person, self.language)]
        guest = self.addressing.guests[self.key]
        names = guest.office.titles if guest.office else guest.body.names if guest.body else {}
        return [required(names, self.language, _NO_NAME)]

    @property
    def key(self) -> int:
        return self.invitation.guest_id

    @property
    def body(self) -> Body | None:
        """The mission or body the guest comes from: that of the office that counts, else the body itself."""
        guest = self.addressing.guests[self.key]
        if guest.office:
            return guest.office.body
        tenure = self.addressing.tenure_that_counts(self.addressing.guest(self.key))
        return tenure.office.body if tenure else guest.body

    @property
    def person(self) -> Person | None:
        """The guest as a person of the directory."""
        return self.addressing.guest(self.key).person

    @property
    def name(self) -> str:
        """The name of the guest alone."""
        return self.addressing.name(self.addressing.guest(self.key), self.language)

    @property
    def receiver_lines(self) -> list[str]:
        """The body to which a note goes, and where it has its seat."""
        lines = [self.receiver, self.body.seat if self.body else ""]
        return [line for line in lines if line and (line == self.receiver or line not in self.receiver)]

    @cached_property
    def receiver(self) -> str:
        """The name of the body to which a note goes. Errors: WordingMissing."""
        return required(self.body.names if self.body else {}, self.language, _NO_RECEIVER)

    @cached_property
    def phrases(self) -> tuple[Phrase, Phrase]:
        """The opening and the closing of a note to the body of the guest (R85)."""
        return rules.note_phrases(
            self.language,
            sender=self.facts.value("sender", self.language),
            receiver=self.receiver,
            practice=rows.setting_of(self.facts.event.organiser, self.language).practice,
            closing=rules.Closing(self.facts.terms.note_closing),
        )


def _first_line(purpose: Purpose) -> Callable[[PartyFacts], str]:
    def write(party: PartyFacts) -> str:
        lines = party.addressing.form_of_party(party.key, purpose, party.language).lines
        return " ".join(lines)

    return write


def _guest_within(party: PartyFacts) -> str:
    """The guest within a sentence; an office whose holder is not known, and a body, with their article."""
    guest = party.addressing.guests[party.key]
    if guest.person_id:
        return party.recipient
    article = rules.office_in_sentence if guest.office else rules.body_in_sentence
    return article(party.recipient, party.language)


def _spoken(party: PartyFacts) -> str:
    return " · ".join(party.addressing.form_of_party(party.key, Purpose.SPOKEN, party.language).lines)


def _close(party: PartyFacts) -> str:
    line = _first_line(Purpose.CLOSING)(party)
    # English closes with words that the signature goes on from, the others with a sentence.
    return f"{line}," if line and not line.endswith((".", "،")) and party.language.startswith("en") else line


def _office(party: PartyFacts) -> str:
    guest = party.addressing.guests[party.key]
    tenure = party.addressing.tenure_that_counts(party.addressing.guest(party.key))
    titles = guest.capacity_printed or (tenure.office.titles if tenure else {})
    found = wording(titles, party.language)
    return found.text if found.is_asked_for else ""


def _body(party: PartyFacts) -> str:
    found = wording(party.body.names if party.body else {}, party.language)
    return found.text if found.is_asked_for else ""


def _companions(party: PartyFacts) -> str:
    """Who comes along beside the partner, who is addressed together with the guest."""
    partner = party.addressing.partner_of(party.key)
    with_partner = partner.person.pk if partner and partner.person else None
    names = [
        name_in(party.addressing.people[companion.person_id], party.language)
        if companion.person_id
        else companion.name
        for companion in party.addressing.companions.get(party.key, ())
        if with_partner is None or companion.person_id != with_partner
    ]
    return rules.companions_in_words(names, party.invitation.unnamed_companions, party.language)


def _thanks(party: PartyFacts) -> str:
    return _in_words(party, rules.deeds_in_letter)


def _thanks_in_note(party: PartyFacts) -> str:
    return _in_words(party, rules.deeds_in_note)


def _in_words(party: PartyFacts, write: Callable[[Collection[rules.Deed], str], str]) -> str:
    """The deeds of a guest; only a preview thanks for a presence still to come, a wave leaves it out."""
    text = write(party.facts.deeds.get(party.key) or {rules.Deed.CAME}, party.language)
    return required({party.language: text} if text else {}, party.language, _NO_THANKS)


FIELDS: Mapping[str, Callable[[PartyFacts], str]] = {
    "salutation": _first_line(Purpose.OPENING),
    "close": _close,
    "guest": lambda party: "\n".join(party.card_lines),
    "guest_within": _guest_within,
    "spoken": _spoken,
    "office": _office,
    "body": _body,
    "companions": _companions,
    "thanks": _thanks,
    "thanks_in_note": _thanks_in_note,
    "note_number": lambda party: party.number,
    "opening_formula": lambda party: party.phrases[0].before,
    "opening_end": lambda party: party.phrases[0].after,
    "closing_formula": lambda party: party.phrases[1].before,
}
