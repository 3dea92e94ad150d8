"""What stands against releasing an edition, in words: what stops it, and what somebody has to let through."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from chancery.base.languages import listed
from chancery.record.models import Edition, Statement
from chancery.record.queries.drafts import Draft
from chancery.rules.communique import EventFacts, Part
from chancery.rules.communique.terms import disputed_terms
from chancery.rules.drafting import Merged, Standing

OF_STATEMENT = "statement:"


class Flag(StrEnum):
    """What is said of one sentence."""

    BEHIND = "behind"
    CHANGED = "changed"
    GONE = "gone"
    DISPUTED = "disputed"
    REFUSED = "refused"
    UNAPPROVED = "unapproved"
    OWN = "own"


STOPPING = frozenset({Flag.BEHIND, Flag.CHANGED, Flag.GONE, Flag.DISPUTED, Flag.REFUSED})
"""Flags that keep a text in the house; the others are let through by a tick."""


@dataclass(frozen=True, slots=True)
class Note:
    """
    One flag of one sentence: `words` say what is wrong and what to do.

    `sentence` is its code, empty for one that is not in the draft yet; `terms` are disputed words in it.
    """

    flag: Flag
    sentence: str
    words: str
    terms: tuple[str, ...] = ()

    @property
    def stops(self) -> bool:
        return self.flag in STOPPING


@dataclass(frozen=True, slots=True)
class Readiness:
    """How far one edition is; `notes` in the order of its sentences."""

    draft: Draft
    notes: Sequence[Note]

    @property
    def edition(self) -> Edition:
        return self.draft.edition

    @property
    def stops(self) -> list[str]:
        """Sentences that say why this text cannot leave yet."""
        return list(self._stops())

    @property
    def asks(self) -> list[Note]:
        """What somebody has to let through, each by a tick."""
        return [note for note in self.notes if not note.stops]

    @property
    def to_look_at(self) -> int:
        """How many sentences somebody has to look at before the text can leave."""
        return len({note.sentence for note in self.notes if note.stops and note.flag is not Flag.BEHIND})

    @property
    def is_reviewed(self) -> bool:
        return self.edition.reviewed_revision == self.edition.revision

    def _stops(self) -> Iterator[str]:
        if not any(
            line.text and line.composed and line.composed.part == Part.HEADLINE for line in self._read()
        ):
            yield _("There is no headline; the record holds too little for one, or it was taken out.")
        if self.draft.is_behind:
            yield _("The record has changed since the text was drafted; draft it anew.")
        if count := self.to_look_at:
            yield ngettext(
                "%(count)s sentence has to be looked at.", "%(count)s sentences have to be looked at.", count
            ) % {"count": count}
        if not self.is_reviewed:
            yield _("Nobody has read this text over as it stands now.")

    def _read(self) -> list[Merged]:
        return [line for line in self.draft.lines if line.stored is not None]


@dataclass(frozen=True, slots=True)
class Yardstick:
    """
    What the words of an event are held against.

    `approvals` are those of `approvals_of` its statements, `glossary` the wordings that hold for the event.
    """

    approvals: Mapping[str, str]
    glossary: Sequence[Mapping[str, str]] = ()

    def own_words(self, facts: EventFacts, language: str) -> list[str]:
        """The organiser's words in a language: the glossary, and the names it gave (R104)."""
        named = [
            facts.titles,
            *(one.names for one in facts.occasions),
            *(one.names for one in facts.campaigns),
        ]
        return [texts[language] for texts in (*self.glossary, *named) if texts.get(language)]


def readiness_of(draft: Draft, yardstick: Yardstick) -> Readiness:
    """Look at every sentence of a draft."""
    own = yardstick.own_words(draft.recorded.facts, draft.edition.language)
    notes = [
        note
        for line in draft.lines
        if line.text
        for note in (
            *_notes(line, draft),
            *_notes_on_terms(line, draft, own),
            *_notes_on_approvals(line, yardstick.approvals),
        )
    ]
    return Readiness(draft, notes)


def approvals_of(statements: Sequence[Statement]) -> dict[str, str]:
    """Which wordings lack an approval they need, by the key of the statement: refused, or not given."""
    found = {}
    for statement in statements:
        approval = Statement.Approval(statement.approval)
        is_asked = statement.mode == Statement.Mode.VERBATIM or approval is Statement.Approval.ASKED
        if approval is Statement.Approval.REFUSED:
            found[f"{OF_STATEMENT}{statement.ref}"] = Flag.REFUSED.value
        elif is_asked and approval is not Statement.Approval.GIVEN:
            found[f"{OF_STATEMENT}{statement.ref}"] = Flag.UNAPPROVED.value
    return found


def _notes(line: Merged, draft: Draft) -> Iterator[Note]:
    if line.standing is Standing.CHANGED:
        yield Note(Flag.CHANGED, _code(line), _("The facts behind these words have changed; look at them."))
    elif line.standing is Standing.GONE:
        yield Note(Flag.GONE, _code(line), _("The record no longer says this; keep it or take it out."))
    elif line.standing is Standing.OWN:
        yield Note(Flag.OWN, _code(line), _("The editor’s own: no fact of the record stands behind it."))
    elif line.standing in (Standing.NEW, Standing.FOLLOWS) and draft.is_behind_at(line):
        yield Note(Flag.BEHIND, _code(line), _("The record says otherwise by now; draft the text anew."))


def _notes_on_terms(line: Merged, draft: Draft, own: Sequence[str]) -> Iterator[Note]:
    """A sentence may use the words of the statements it reports."""
    language, keys = draft.edition.language, set(_keys(line))
    reported = [one.texts for one in draft.recorded.facts.statements if one.key in keys]
    said = [texts[language] for texts in reported if texts.get(language)]
    terms = disputed_terms(line.text, language, own=own, said=said)
    if terms:
        yield Note(Flag.DISPUTED, _code(line), _disputed_in_words(terms), terms)


def _notes_on_approvals(line: Merged, approvals: Mapping[str, str]) -> Iterator[Note]:
    for flag in dict.fromkeys(approvals[key] for key in _keys(line) if key in approvals):
        yield Note(Flag(flag), _code(line), _approval_in_words(Flag(flag)))


def _code(line: Merged) -> str:
    return line.stored.key if line.stored is not None else ""


def _keys(line: Merged) -> Sequence[str]:
    if line.composed is not None:
        return line.composed.rests_on
    return list(line.stored.facts) if line.stored is not None else ()


def _disputed_in_words(terms: Sequence[str]) -> str:
    said = listed(f"“{term}”" for term in terms)
    return _(
        "%(terms)s: a disputed word that stands neither in the glossary nor in a quotation; change it, or "
        "enter it in the glossary of the office."
    ) % {"terms": said}


def _approval_in_words(flag: Flag) -> str:
    if flag is Flag.REFUSED:
        return _("The speaker has refused this wording; take it out or change the statement.")
    return _("The speaker has not approved this wording.")
