"""A row that was taken over beside its source: what each says now, and what changed since it was taken."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Field, TextField
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from chancery.base import audit, cldr
from chancery.base.fields import LanguagesField
from chancery.base.history import columns_of, value_in_words
from chancery.base.languages import direction
from chancery.base.taken import TakenModel
from chancery.rules.word_differences import Words, word_differences


@dataclass(frozen=True, slots=True)
class Compared:
    """
    One wording: what the source says and what the office has, each as words against what was taken over.

    `language` is empty where the text is in none.
    """

    label: str
    language: str
    source: Sequence[Words]
    own: Sequence[Words]
    is_changed_there: bool
    is_changed_here: bool

    @property
    def direction(self) -> str:
        """`rtl` or `ltr`, as HTML's `dir` wants it; `auto` without a language."""
        return direction(self.language) if self.language else "auto"


def compared(row: TakenModel, reader: str, names: Mapping[str, str] | None = None) -> list[Compared]:
    """
    Return every wording of a row and of its source, in the order of the source; none without one.

    `names` are those of the rows inside by their ref.
    """
    if row.source is None:
        return []
    taken, there, here = row.taken, row.source.content(), row.content()
    return [
        _one(row, name, taken.get(name, ""), there.get(name, ""), here.get(name, ""), reader, names or {})
        for name in dict.fromkeys([*there, *here, *taken])
    ]


def _one(
    row: TakenModel, name: str, before: str, source: str, own: str, reader: str, names: Mapping[str, str]
) -> Compared:
    ref, _slash, column_and_language = name.rpartition("/")
    column, _at, language = column_and_language.partition("@")
    field = columns_of(row.inside if ref else audit.kind_of(row)).get(column)
    called = field.verbose_name if field else row.labels.get(column, column)
    label = _label(str(called), language, names.get(ref, ref), reader)
    then, there, here = (_in_words(field, text, reader) for text in (before, source, own))
    return side_by_side(label, then, there, here, language)


def side_by_side(label: str, before: str, source: str, own: str, language: str = "") -> Compared:
    """Compare one text of the source and of the office with what was taken over."""
    return Compared(
        label=label,
        language=language,
        source=word_differences(before, source),
        own=word_differences(before, own),
        is_changed_there=source != before,
        is_changed_here=own != before,
    )


def _in_words(field: Field[Any, Any] | None, text: str, reader: str) -> str:
    """Write a code or a day as the reader knows it; a wording is what it is."""
    if field is None or isinstance(field, LanguagesField | TextField):
        return text
    return value_in_words(field, text, language=reader)


def _label(called: str, language: str, inside: str, reader: str) -> str:
    """Say in the reader's words what a text is, and in which language it stands."""
    words = capfirst(called)
    if inside:
        words = _("%(name)s: %(text)s") % {"name": inside, "text": words}
    if not language:
        return words
    tongue = cldr.language_in_words(language, reader)
    return _("%(text)s (%(language)s)") % {"text": words, "language": tongue}
