"""Statements as the pages show them: how each reads, and its states as shape and word."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from chancery.base.cldr import language_in_words
from chancery.base.frame import Shape, Tone
from chancery.base.languages import Wording, listed, wording
from chancery.base.rows import Mark
from chancery.record.forms.fields import mark_words
from chancery.record.models import Statement
from chancery.record.queries.said import missing_languages, needs_approval
from chancery.rules.reported import read_after

Approval, Mode = Statement.Approval, Statement.Mode
SHAPE_OF_MODE = {Mode.VERBATIM: Shape.SQUARE, Mode.REPORTED: Shape.DIAMOND, Mode.SUMMARY: Shape.BAR}
OF_APPROVAL = {
    Approval.NOT_ASKED: (Shape.UNSET, Tone.CAREFUL),
    Approval.ASKED: (Shape.CLOCK, Tone.CAREFUL),
    Approval.GIVEN: (Shape.YES, Tone.GOOD),
    Approval.REFUSED: (Shape.NO, Tone.WRONG),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One statement; `reads` is how it will stand in the reader's language, `marks` its states."""

    statement: Statement
    reads: Wording
    marks: Sequence[Mark]
    beside: str
    about: str
    at: str


@dataclass(frozen=True, slots=True)
class Reading:
    """How a statement reads in one language."""

    language: str
    wording: Wording


def line_of(statement: Statement, *, reader: str, languages: Sequence[str]) -> Line:
    """Put one statement into the words of `reader`; `languages` are those of the event."""
    return Line(
        statement=statement,
        reads=reading_in(statement, reader),
        marks=[mark_of_mode(statement), *_marks(statement, reader, languages)],
        beside=listed(who.name_printed for who in statement.joint_speakers.all()),
        about=listed(who.name_printed for who in statement.about.all()),
        at=mark_words(statement.recording_second) if statement.recording_second is not None else "",
    )


def reading_in(statement: Statement, language: str) -> Wording:
    """Return how a statement reads: reported speech after the name of its speaker (R102)."""
    found = wording(statement.texts, language)
    if statement.mode != Mode.REPORTED or not found.text:
        return found
    words = read_after(statement.speaker.name_printed, found.text)
    return Wording(words, found.language, found.is_asked_for)


def readings_of(statement: Statement) -> list[Reading]:
    """Return how a statement reads in every language in which it is written."""
    return [Reading(language, reading_in(statement, language)) for language in statement.texts]


def mark_of_mode(statement: Statement) -> Mark:
    """The kind of wording as shape and word."""
    return Mark(SHAPE_OF_MODE[Mode(statement.mode)], str(statement.get_mode_display()))


def mark_of_approval(statement: Statement) -> Mark:
    """The approval of the wording as shape and word."""
    shape, tone = OF_APPROVAL[Approval(statement.approval)]
    words = {
        Approval.NOT_ASKED: _("approval not asked for"),
        Approval.ASKED: _("approval asked for"),
        Approval.GIVEN: _("wording approved"),
        Approval.REFUSED: _("wording refused"),
    }
    return Mark(shape, words[Approval(statement.approval)], tone)


def _marks(statement: Statement, reader: str, languages: Sequence[str]) -> list[Mark]:
    marks = []
    if statement.is_draft:
        marks.append(Mark(Shape.HALF, _("to be read over"), Tone.CAREFUL))
    if needs_approval(statement) or statement.approval == Approval.GIVEN:
        marks.append(mark_of_approval(statement))
    if missing := missing_languages(statement, languages):
        names = listed(language_in_words(language, reader) for language in missing)
        marks.append(Mark(Shape.OPEN, _("missing in: %(languages)s") % {"languages": names}, Tone.CAREFUL))
    return marks
