"""Before a communiqué leaves: languages, lists, what stands against it, and the messages as they would go."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.http import QueryDict
from django.utils.functional import cached_property
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from chancery.base.cldr import language_in_words
from chancery.base.languages import listed
from chancery.events.models import Event
from chancery.record.actions.releasing import Ready
from chancery.record.documents.communique import CommuniqueText, as_text, text_of_release
from chancery.record.documents.releases import Leaving, digest_of, mail_of, subject_of, written
from chancery.record.forms.communique import ReleaseForm
from chancery.record.models import MediaList, Release
from chancery.record.queries.media import Distribution, Recipient, distribution_of
from chancery.record.queries.releases import latest_of, told_of
from chancery.record.readiness import Note, Readiness

SHORTENED = 90


@dataclass(frozen=True, slots=True)
class Stop:
    """What keeps one language in the house."""

    language: str
    words: str


@dataclass(frozen=True, slots=True)
class Preview:
    """What one language looks like as a message: its subject and its text."""

    language: str
    direction: str
    subject: str
    text: str
    count: int


@dataclass(frozen=True)
class Departure:
    """
    A release as it would leave now; `last` is the newest release of each language, withdrawn or not.

    `chosen` are the languages that are to leave, in the order of the drafts.
    """

    event: Event
    known: Mapping[str, Readiness]
    last: Mapping[str, Release]
    lists: Sequence[MediaList]
    form: ReleaseForm
    now: datetime

    @cached_property
    def chosen(self) -> list[str]:
        return self._values("languages")

    @cached_property
    def chosen_lists(self) -> list[MediaList]:
        codes = self._values("lists")
        return [one for one in self.lists if one.code in codes]

    @cached_property
    def corrected(self) -> list[Release]:
        """The releases that would be corrected."""
        return [one for code, one in self.form.corrected.items() if code in self.chosen]

    @cached_property
    def distribution(self) -> Distribution:
        instead = self._values("instead")
        return distribution_of(
            self.chosen_lists,
            self.chosen,
            instead=instead[0] if instead else "",
            told_before=told_of(self.corrected),
        )

    @cached_property
    def ready(self) -> list[Ready]:
        return written(self._leaving(), self.distribution, self.event.organiser, now=self.now)

    @cached_property
    def digest(self) -> str:
        return digest_of(self.ready)

    @property
    def stops(self) -> list[Stop]:
        """Why the chosen languages cannot leave yet."""
        return [Stop(code, words) for code in self.chosen for words in self.known[code].stops]

    @property
    def asked(self) -> list[str]:
        """The keys of what has to be let through for the chosen languages."""
        return [key for code in self.chosen for key in asks_of(self.known[code])]

    @property
    def asking(self) -> list[object]:
        """The fields of what has to be let through."""
        return [self.form[f"accept-{key}"] for key in self.asked]

    @property
    def correcting(self) -> list[object]:
        """The fields that ask what was corrected."""
        return [self.form[f"correction-{code}"] for code in self.chosen if code in self.form.corrected]

    @property
    def accepted(self) -> str:
        """What was let through, for the history."""
        return listed([str(self.form.asks[key]) for key in self.asked])

    @property
    def embargo_until(self) -> datetime | None:
        """The moment before which the press is asked to publish nothing."""
        return next((one.edition.communique.embargo_until for one in self.known.values()), None)

    @property
    def unreached(self) -> Sequence[Recipient]:
        return self.distribution.unreached

    @property
    def doubles_in_words(self) -> str:
        """How many addresses stand on several lists; empty where none does."""
        if not (count := self.distribution.doubles):
            return ""
        return ngettext(
            "%(count)s address stands on several lists and gets one message.",
            "%(count)s addresses stand on several lists and get one message each.",
            count,
        ) % {"count": count}

    @property
    def previews(self) -> list[Preview]:
        """The message of each language, at most three."""
        return [self._preview(one) for one in self.ready[:3]]

    def is_complete(self) -> bool:
        """Whether the release can leave as it was asked for; what is missing stands at the fields."""
        if not self.form.is_valid() or self.stops:
            return False
        self.form.check_asks(self.asked)
        self.form.check_corrections(self.chosen)
        return not self.form.errors

    def _preview(self, ready: Ready) -> Preview:
        release = ready.release
        text = text_of_release(release, self.event.organiser)
        return Preview(
            language=text.language,
            direction=text.direction,
            subject=subject_of(text, release),
            text=self._message(ready, text),
            count=len(ready.postings),
        )

    def _message(self, ready: Ready, text: CommuniqueText) -> str:
        if not ready.postings:
            return as_text(text)
        return mail_of(ready.release, text, "", self.event.organiser).text

    def _leaving(self) -> list[Leaving]:
        return [
            Leaving(
                readiness=self.known[code],
                corrects=self.form.corrected.get(code),
                last_number=self.last[code].number if code in self.last else 0,
                correction=self._correction(code),
            )
            for code in self.chosen
        ]

    def _correction(self, code: str) -> str:
        is_checked = self.form.is_bound and hasattr(self.form, "cleaned_data")
        return self.form.correction(code) if is_checked else ""

    def _values(self, name: str) -> list[str]:
        """What was chosen in a field; what is proposed before anybody chose."""
        if not self.form.is_bound:
            found = self.form.initial.get(name, [])
            return list(found) if isinstance(found, list) else [found] if found else []
        offered = {str(value) for value, _label in self.form.fields[name].choices}  # type: ignore[attr-defined]  # of choices
        data = self.form.data
        sent = data.getlist(name) if isinstance(data, QueryDict) else list(data.get(name, []))
        return [value for value in sent if value and value in offered]


def departure_of(
    event: Event,
    known: Mapping[str, Readiness],
    lists: Sequence[MediaList],
    *,
    asked: QueryDict,
    now: datetime,
) -> Departure:
    """
    Return a release as it is asked for by `asked`, or as it is proposed where nothing is.

    Proposed are the languages against which nothing stands, to all lists.
    """
    last = {code: found for code, one in known.items() if (found := latest_of(one.edition)) is not None}
    corrected = {code: one for code, one in last.items() if one.withdrawn_at is None}
    asks = {key: words for one in known.values() for key, words in asks_of(one).items()}
    is_asked = "do" in asked
    form = ReleaseForm(
        asked if is_asked else None,
        languages=list(known),
        lists=lists,
        corrected=corrected,
        asks=asks,
        initial={
            "languages": [code for code, one in known.items() if not one.stops],
            "lists": [one.code for one in lists],
        },
    )
    return Departure(event, known, last, lists, form, now)


def asks_of(readiness: Readiness) -> dict[str, str]:
    """What somebody has to let through in a language: a key, and the words that say it."""
    language = readiness.edition.language
    return {f"{language}-{note.flag}-{note.sentence}": _ask(note, readiness) for note in readiness.asks}


def _ask(note: Note, readiness: Readiness) -> str:
    text = readiness.draft.sentences[note.sentence].text
    return _("%(language)s: “%(sentence)s” %(note)s") % {
        "language": language_in_words(readiness.edition.language, get_language() or "en"),
        "sentence": text if len(text) <= SHORTENED else f"{text[:SHORTENED].rstrip()}…",
        "note": note.words,
    }
