"""The notice about personal data, from the terms of the event and what the office says (R124, R125)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import blake2b

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from chancery.base import cldr
from chancery.base.languages import wording
from chancery.base.wallet.offers import google_offered
from chancery.events.models import Event
from chancery.guests.models import Terms
from chancery.privacy import queries as privacy
from chancery.privacy.models import OfficePrivacy
from chancery.privacy.register import REGISTER

# Raised when the sentences below say something else, so that a new version is kept.
EDITION = 2
Law = OfficePrivacy.Law


@dataclass(frozen=True, slots=True)
class Told:
    """One part of the notice about what is kept."""

    heading: str
    sentences: Sequence[str]


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything the notice of an event is written from."""

    event: Event
    terms: Terms
    settled: OfficePrivacy
    has_questions: bool
    needs_until: date | None
    identity_until: date | None
    letters_days: int | None
    is_google_offered: bool

    @property
    def digest(self) -> str:
        """What tells one version from the next."""
        settled, terms = self.settled, self.terms
        told = (
            *(EDITION, self.event.titles, self.event.organiser.names, settled.law, settled.contact),
            *(settled.officer, settled.authority, terms.asks_diet, terms.asks_access, self.has_questions),
            *(
                str(self.needs_until),
                terms.asks_identity,
                str(self.identity_until),
                self.letters_days,
                self.is_google_offered,
            ),
            # Only where it is asked, so that no other notice becomes a new version by it.
            *(["photographs"] if terms.asks_photos else []),
        )
        return blake2b(repr(told).encode(), digest_size=12).hexdigest()

    def asks(self, what: str) -> bool:
        """Whether the event asks for what a row of the register is about."""
        if what == "questions":
            return self.has_questions
        return not what or bool(getattr(self.terms, what))

    @property
    def asks_needs(self) -> bool:
        return self.terms.asks_diet or self.terms.asks_access


def facts_of(event: Event, terms: Terms) -> Facts:
    """Gather what the notice of an event is written from."""
    last = privacy.last_day(event)
    letters = privacy.rules_of(event.organiser).get("letters")
    return Facts(
        event=event,
        terms=terms,
        settled=privacy.settled_by(event.organiser),
        has_questions=event.questions.exists(),
        needs_until=last + timedelta(days=privacy.needs_days(event.organiser)) if last else None,
        identity_until=last + timedelta(days=privacy.identity_days(event.organiser)) if last else None,
        letters_days=letters.days if letters else None,
        is_google_offered=bool(google_offered()),
    )


def told(facts: Facts, language: str) -> list[Told]:
    """Say who keeps what of a guest, why, how long, who receives it, and what a guest may ask."""
    title = wording(facts.event.titles, language).text
    parts = [
        Told(_("Who"), _who(facts, language)),
        Told(
            _("Why"),
            [_("To invite to “%(event)s”, to receive the guests and to seat them.") % {"event": title}],
        ),
        Told(_("On what ground"), _ground(facts)),
        Told(_("What is kept"), _what(facts)),
        Told(_("How long"), _how_long(facts, language)),
        Told(_("Who receives it"), _receivers(facts)),
        Told(_("What you may ask"), _rights(facts)),
    ]
    return [part for part in parts if part.sentences]


def _who(facts: Facts, language: str) -> list[str]:
    office, settled = wording(facts.event.organiser.names, language).text, facts.settled
    sentences = [_("%(office)s keeps what is said here.") % {"office": office}]
    if settled.contact:
        sentences.append(_("Contact: %(contact)s") % {"contact": settled.contact})
    if settled.officer:
        sentences.append(_("Data protection officer: %(officer)s") % {"officer": settled.officer})
    return sentences


def _ground(facts: Facts) -> list[str]:
    match facts.settled.law:
        case Law.EU:
            sentences = [
                _("The office works under the General Data Protection Regulation of the European Union."),
                _("It invites and receives as a task of its mission (Article 6(1)(e))."),
            ]
            if facts.asks_needs:
                sentences.append(_("Diet and access needs: only your explicit consent (Article 9(2)(a))."))
        case Law.THIRD:
            sentences = [
                _(
                    "The office is a mission of its state and works under the law of that state; privileges "
                    "and immunities remain untouched. It keeps to what is said here of its own accord."
                )
            ]
            if facts.asks_needs:
                sentences.append(_("Diet and access needs are kept only with your consent."))
        case _other:
            sentences = (
                [_("Diet and access needs are kept only with your consent.")] if facts.asks_needs else []
            )
    return sentences


def _what(facts: Facts) -> list[str]:
    """The rows of the register that tell guests something, as far as the event asks for them."""
    told = [str(row.told) for row in REGISTER if row.told and facts.asks(row.asks)]
    return [*told, _("This page sets no cookie and does not note who looks at it.")]


def _how_long(facts: Facts, language: str) -> list[str]:
    sentences = [_("Who was invited and who came stays in the record of the event.")]
    if facts.needs_until and facts.asks_needs:
        day = cldr.day_in_words(facts.needs_until, language)
        sentences.append(_("Diet and access needs are deleted on %(day)s.") % {"day": day})
    if facts.identity_until and facts.terms.asks_identity:
        day = cldr.day_in_words(facts.identity_until, language)
        sentences.append(_("What security asks for is deleted on %(day)s.") % {"day": day})
    if facts.terms.asks_photos:
        sentences.append(_("What you say about photographs is kept as long as they are."))
    if facts.letters_days is not None:
        sentences.append(
            ngettext(
                "The words of messages are deleted %(count)d day after the event.",
                "The words of messages are deleted %(count)d days after the event.",
                facts.letters_days,
            )
            % {"count": facts.letters_days}
        )
    return sentences


def _receivers(facts: Facts) -> list[str]:
    sentences = [
        _("The people of the office who prepare the event, and those who receive the guests at the door.")
    ]
    if facts.terms.asks_diet:
        sentences.append(_("The kitchen gets diets as numbers, without names."))
    if facts.terms.asks_identity:
        sentences.append(_("Those who answer for security get what security asks for, and nobody else."))
    if facts.terms.asks_photos:
        sentences.append(
            _("The press and the public get chosen photographs; none on which you are named, if you say no.")
        )
    if facts.is_google_offered:
        sentences.append(
            _("Google, only if you add your entry pass to Google Wallet: your name, the event and the pass.")
        )
    return sentences


def _rights(facts: Facts) -> list[str]:
    sentences = [
        _("You may ask what is kept about you, have it put right or deleted, and object to its use."),
        _("A consent can be taken back at any time by a further answer on this page."),
    ]
    if facts.terms.asks_photos:
        sentences.append(
            _(
                "Whether you may be shown on photographs can be changed at any time on this page, also after "
                "the event; what the press has by then cannot be called back."
            )
        )
    if facts.settled.authority:
        sentences.append(_("You may complain to: %(authority)s") % {"authority": facts.settled.authority})
    return sentences
