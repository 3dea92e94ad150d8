"""
What a guest gets in writing: the office's own wording or the one that ships, filled from the record.

A `Writer` loads an event once, by a fixed number of queries, and then writes any number of messages without
asking the database again. Names, forms of address and offices are those of the moment of sending.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, cast

from django.utils.translation import gettext as _

from chancery.base import cldr
from chancery.base.colour import accent_for
from chancery.base.languages import wording
from chancery.base.mail_page import mail_page
from chancery.events.models import Event
from chancery.events.wording import WordingMissing
from chancery.guests import papers, wordings
from chancery.guests.documents import printed
from chancery.guests.documents.addressed import Addressing
from chancery.guests.documents.facts import FIELDS, EventFacts
from chancery.guests.documents.parties import PartyFacts
from chancery.guests.models import Form, Invitation, Kind, Template
from chancery.guests.wordings import Wording, filling, source

LONGEST_LINE = 300


class CannotWrite(Exception):
    """A message cannot be written; `str()` is one sentence: what is missing and what to do."""


@dataclass(frozen=True, slots=True)
class Written:
    """
    One message to one party, as it goes out.

    `recipient` is the guest in one line; `html` is empty but for e-mails; `printed` are the values of the
    paper of a card, letter or note, empty for what is not printed.
    """

    form: Form
    language: str
    recipient: str
    subject: str
    text: str
    html: str = ""
    printed: Mapping[str, Any] = field(default_factory=dict)


class Writer:
    """
    Writes the messages of one kind for an event.

    `templates` are the office's own wordings, at most one a form; for the other forms those that ship are
    used. `language` is that of the paper for guests of whom none is known.
    """

    def __init__(
        self,
        event: Event,
        *,
        kind: Kind | str,
        templates: Iterable[Template] = (),
        own_text: Mapping[str, str] | None = None,
        reply_by: date | None = None,
        now: datetime,
        language: str,
    ) -> None:
        self.event, self.kind, self.language = event, Kind(kind), language
        self.facts = EventFacts.of(event, kind=self.kind, own_text=own_text or {}, reply_by=reply_by, now=now)
        self.addressing = Addressing(event, day=self.facts.today, fallback=language)
        self._templates = {Form(template.form): template for template in templates}
        self._of_event: dict[str, dict[str, str]] = {}
        self._mails: dict[str, Sequence[filling.Part]] = {}
        self._accent = accent_for(event.organiser.accent)
        self._writers: Mapping[Form, Callable[[Filled], Written]] = {
            Form.EMAIL: self._as_email,
            Form.CARD: self._as_card,
            Form.LETTER: self._as_letter,
            Form.NOTE: self._as_note,
            Form.CALL: self._as_call,
        }

    def language_of(self, invitation: Invitation) -> str:
        """The language in which a party is written to: its own, else the guest's, else that of the paper."""
        guest = self.addressing.guest(invitation.guest_id)
        return invitation.language or self.addressing.language_of(guest.person)

    def write(
        self, invitation: Invitation, form: Form | str, language: str, *, link: str = "", number: str = ""
    ) -> Written:
        """
        Write the message to one party.

        `link` is the address at which it replies, `number` that of a note verbale.
        Errors: CannotWrite with a sentence.
        """
        form = Form(form)
        if invitation.guest_id not in self.addressing.guests:
            raise CannotWrite(_("This guest came onto the list after the messages were begun; write again."))
        chosen = self._wording(form, language)
        # On paper the address of the reply is printed as a code, and nothing that is kept holds it.
        shown = link if form == Form.EMAIL else ""
        party = PartyFacts(self.facts, self.addressing, invitation, language, link=shown, number=number)
        values = _Values(party, self._event_value)
        try:
            return self._writers[form](self._filled(chosen, party, values.__getitem__))
        except WordingMissing as missing:
            raise CannotWrite(str(missing)) from missing

    def _wording(self, form: Form, language: str) -> Wording:
        own = self._templates.get(form)
        if own is None:
            return self._shipped(form, language)
        body = wording(own.bodies, language)
        if not body.is_asked_for or not body.text:
            raise CannotWrite(
                _("The wording “%(name)s” is not written in %(language)s; write it or take another one.")
                % {"name": own.name, "language": _language_name(language)}
            )
        subject = wording(own.subjects, language)
        return Wording(subject.text if subject.is_asked_for else "", body.text)

    def _shipped(self, form: Form, language: str) -> Wording:
        for code in (language, language.split("-")[0]):
            if found := wordings.shipped(code).get((self.kind, form)):
                return found
        raise CannotWrite(
            _("No wording for %(form)s · %(kind)s is written in %(language)s; make your own.")
            % {"form": form.label, "kind": self.kind.label, "language": _language_name(language)}
        )

    def _event_value(self, name: str, language: str) -> str:
        """The value of a field of the event, worked out once a language."""
        known = self._of_event.setdefault(language, {})
        if name not in known:
            known[name] = filling.tidy(self.facts.value(name, language), language)
        return known[name]

    def _filled(self, chosen: Wording, party: PartyFacts, values: filling.Values) -> "Filled":
        subject = shortened(filling.line_as_text(source.line_of(chosen.subject), values))
        return Filled(source.blocks_of(chosen.body), subject, party, values)

    def _mail(self, text: "Filled") -> Sequence[filling.Part]:
        """The blocks of an e-mail, those that speak of the event alone written once a language."""
        language = text.party.language
        if language not in self._mails:
            self._mails[language] = filling.shared(
                text.blocks, FIELDS, lambda name: self._event_value(name, language)
            )
        return self._mails[language]

    def _as_email(self, text: "Filled") -> Written:
        parts = self._mail(text)
        return text.written(
            Form.EMAIL,
            text=filling.as_text(parts, text.values),
            html=mail_page(
                filling.as_html(parts, text.values),
                language=text.party.language,
                title=text.subject,
                before=_before(text.values),
                house=text.values("sender"),
                accent=self._accent.by_day,
                accent_night=self._accent.by_night,
            ),
        )

    def _as_card(self, text: "Filled") -> Written:
        return text.on_paper(Form.CARD, printed.card_of(text.blocks, text.party, text.values))

    def _as_letter(self, text: "Filled") -> Written:
        page = printed.letter_of(text.blocks, text.party, text.values, subject=text.subject)
        return text.on_paper(Form.LETTER, page)

    def _as_note(self, text: "Filled") -> Written:
        return text.on_paper(Form.NOTE, printed.note_of(text.blocks, text.party, text.values))

    def _as_call(self, text: "Filled") -> Written:
        return text.written(Form.CALL, text=filling.as_text(text.blocks, text.values))


class _Values(dict[str, str]):
    """The values of one message by the name of the field, each worked out once, when it is asked for."""

    def __init__(self, party: PartyFacts, of_event: Callable[[str, str], str]) -> None:
        super().__init__()
        self.party, self.of_event = party, of_event

    def __missing__(self, name: str) -> str:
        is_of_event = name in FIELDS
        value = self.of_event(name, self.party.language) if is_of_event else self.party.value(name)
        self[name] = value
        return value


@dataclass(frozen=True, slots=True)
class Filled:
    """A wording with the values of one party."""

    blocks: Sequence[source.Block]
    subject: str
    party: PartyFacts
    values: filling.Values

    def written(
        self, form: Form, *, text: str, html: str = "", page: Mapping[str, Any] | None = None
    ) -> Written:
        """The message as it goes out; a note goes to the body and not to the guest."""
        recipient = self.party.receiver if form == Form.NOTE else self.party.recipient
        return Written(form, self.party.language, shortened(recipient), self.subject, text, html, page or {})

    def on_paper(self, form: Form, page: papers.InvitationCard | papers.LetterPage) -> Written:
        """A message that is printed, with its text for the record."""
        return self.written(form, text=filling.as_text(self.blocks, self.values), page=cast(Any, page))


def _before(values: filling.Values) -> str:
    """What a mail program shows beside the subject: when and where."""
    return " · ".join(part for part in (values("when"), values("place")) if part)


def _language_name(language: str) -> str:
    return cldr.language_in_words(language, "en")


def shortened(line: str) -> str:
    """A line as the record can keep it; one that is too long ends with an ellipsis."""
    return line if len(line) <= LONGEST_LINE else f"{line[: LONGEST_LINE - 1].rstrip()}…"
