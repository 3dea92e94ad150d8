"""Recognitions as rows of a spreadsheet: its columns, which an import knows again in any language."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import cache

from django.conf import settings
from django.utils.translation import get_language, gettext, gettext_lazy, override

from chancery.base import cldr
from chancery.base.languages import wording
from chancery.base.sheets import Cell, Column
from chancery.occasions import recognition_words as words
from chancery.occasions.models import Recognition, RecognitionStep
from chancery.occasions.recognition_rows import Listed, state_of

DAY_NOT_KNOWN = "?"
"""Stands in the column of a step for one that was taken on a day nobody knows."""


class Field(StrEnum):
    """What a column holds."""

    BODY = "body"
    LEVEL = "level"
    STATE = "state"
    REGION = "region"
    KIND = "kind"
    NUMBER = "number"
    TITLE = "title"
    WORD = "word"
    WORD_LANGUAGE = "word_language"
    PROPOSED = "proposed"
    SUBMITTED = "submitted"
    ADOPTED = "adopted"
    REJECTED = "rejected"
    REPEALED = "repealed"
    FOR = "votes_for"
    AGAINST = "votes_against"
    ABSTAINING = "votes_abstaining"
    ABSENT = "votes_absent"
    ADDRESS = "address"
    SOURCE = "source"
    NOTE = "note"


LABELS = {
    Field.BODY: gettext_lazy("Body"),
    Field.LEVEL: gettext_lazy("Level"),
    Field.STATE: gettext_lazy("State"),
    Field.REGION: gettext_lazy("Region or city"),
    Field.KIND: gettext_lazy("Kind of text"),
    Field.NUMBER: gettext_lazy("Number"),
    Field.TITLE: gettext_lazy("Title"),
    Field.WORD: gettext_lazy("The word it uses"),
    Field.WORD_LANGUAGE: gettext_lazy("Language of that word"),
    Field.PROPOSED: gettext_lazy("Proposed on"),
    Field.SUBMITTED: gettext_lazy("Submitted on"),
    Field.ADOPTED: gettext_lazy("Adopted on"),
    Field.REJECTED: gettext_lazy("Rejected on"),
    Field.REPEALED: gettext_lazy("Repealed on"),
    Field.FOR: gettext_lazy("Votes for"),
    Field.AGAINST: gettext_lazy("Votes against"),
    Field.ABSTAINING: gettext_lazy("Abstentions"),
    Field.ABSENT: gettext_lazy("Absent"),
    Field.ADDRESS: gettext_lazy("Address of the text"),
    Field.SOURCE: gettext_lazy("According to"),
    Field.NOTE: gettext_lazy("Note"),
}
STEPS = {Field(status.value): status for status in RecognitionStep.Status}
VOTES = (Field.FOR, Field.AGAINST, Field.ABSTAINING, Field.ABSENT)
WIDE = frozenset({Field.BODY, Field.TITLE, Field.ADDRESS, Field.SOURCE, Field.NOTE})


def columns() -> list[Column]:
    """The columns of the table, headed in the reader's language."""
    return [
        Column(str(label), 34 if field in WIDE else 16, wraps=field in WIDE)
        for field, label in LABELS.items()
    ]


@cache
def fields_by_heading() -> Mapping[str, Field]:
    """The field that a heading names, in any language of the house; headings without regard to capitals."""
    found: dict[str, Field] = {}
    for language, _name in settings.LANGUAGES:
        with override(language):
            found |= {str(label).casefold(): field for field, label in LABELS.items()}
    return found | {field.value: field for field in Field}


def cells_of(each: Listed) -> list[Cell]:
    """One text as cells in the order of `columns`; steps that were taken back are left out."""
    row, language = each.recognition, get_language() or "en"
    state = state_of(row)
    told: dict[Field, Cell] = {
        Field.BODY: words.body_name(row),
        Field.LEVEL: str(row.get_level_display()),
        Field.STATE: cldr.state_in_words(state, language) if state else "",
        Field.REGION: row.region,
        Field.KIND: str(row.get_kind_display()),
        Field.NUMBER: row.number,
        Field.TITLE: wording(row.titles, language).text,
        Field.WORD: row.word,
        Field.WORD_LANGUAGE: cldr.language_in_words(row.word_language, language) if row.word else "",
        **{field: getattr(row, field.value) for field in VOTES},
        Field.ADDRESS: row.address,
        Field.SOURCE: row.source,
        Field.NOTE: row.note,
    }
    return [_step(row, field) if field in STEPS else told[field] for field in LABELS]


def _step(row: Recognition, field: Field) -> str:
    """The day of the step of a status, the last one where there are several; a sign where none is known."""
    own = [step for step in row.steps.all() if step.status == STEPS[field] and step.taken_back_at is None]
    return str(own[-1].on or DAY_NOT_KNOWN) if own else ""


def sample_row(language: str) -> Sequence[Cell]:
    """A line that shows how the table is filled in, invented throughout."""
    with override(language):
        told: dict[Field, Cell] = {
            Field.BODY: gettext("Sample Senate"),
            Field.LEVEL: str(Recognition.Level.CHAMBER.label),
            Field.KIND: str(Recognition.Kind.RESOLUTION.label),
            Field.NUMBER: "12/2020",
            Field.PROPOSED: DAY_NOT_KNOWN,
            Field.ADOPTED: "2020-02-26",
            Field.SOURCE: gettext("Official gazette (sample)"),
        }
    return [told.get(field, "") for field in LABELS]
