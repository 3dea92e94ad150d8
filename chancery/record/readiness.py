"""What stands against releasing an edition, in words: what stops it, and what somebody has to let through."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from chancery.record.models import Edition, Sentence, Statement
from chancery.record.queries.drafts import Draft
from chancery.rules.communique import Part
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


def readiness_of(draft: Draft, approvals: Mapping[str, str]) -> Readiness:
    """Look at every sentence of a draft; `approvals` are those of `approvals_of` its event."""
    notes = [note for line in draft.lines if line.text for note in _notes(line, draft, approvals)]
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


def _notes(line: Merged, draft: Draft, approvals: Mapping[str, str]) -> Iterator[Note]:
    code = line.stored.key if line.stored is not None else ""
    if line.standing is Standing.CHANGED:
        yield Note(Flag.CHANGED, code, _("The facts behind these words have changed; look at them."))
    elif line.standing is Standing.GONE:
        yield Note(Flag.GONE, code, _("The record no longer says this; keep it or take it out."))
    elif line.standing is Standing.OWN:
        yield Note(Flag.OWN, code, _("The editor's own: no fact of the record stands behind it."))
    elif line.standing in (Standing.NEW, Standing.FOLLOWS) and draft.is_behind_at(line):
        yield Note(Flag.BEHIND, code, _("The record says otherwise by now; draft the text anew."))
    yield from _notes_on_words(line, code, draft, approvals)


def _notes_on_words(line: Merged, code: str, draft: Draft, approvals: Mapping[str, str]) -> Iterator[Note]:
    for flag in dict.fromkeys(approvals[key] for key in _keys(line) if key in approvals):
        yield Note(Flag(flag), code, _approval_in_words(Flag(flag)))


def _keys(line: Merged) -> Sequence[str]:
    if line.composed is not None:
        return line.composed.rests_on
    return list(line.stored.facts) if line.stored is not None else ()


def _disputed_in_words(terms: Sequence[str]) -> str:
    said = ", ".join(f"“{term}”" for term in terms)
    return _(
        "%(terms)s: a disputed word that stands neither in the glossary nor in a quotation; change it, or "
        "enter it in the glossary of the office."
    ) % {"terms": said}


def _approval_in_words(flag: Flag) -> str:
    if flag is Flag.REFUSED:
        return _("The speaker has refused this wording; take it out or change the statement.")
    return _("The speaker has not approved this wording.")


def read_sentences(draft: Draft) -> list[Sentence]:
    """The sentences of an edition that are read, in their order as they are kept."""
    return [sentence for sentence in draft.sentences.values() if sentence.text]
