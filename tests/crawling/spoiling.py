"""Rows whose every text is hostile, written past every form, as an older release might have left them."""

import zlib
from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db import DatabaseError, models, transaction

from chancery.base.fields import LanguagesField, PartialDateField
from tests.crawling.words import KEPT, SHORT

# Words of the program, not of people: keys, digests, what a parser of ours wrote.
NOT_WORDS = {
    "accent",
    "beginning",
    "claimed_by",
    "code",
    "delimiter",
    "digest",
    "domain",
    "encoding",
    "headings_digest",
    "key",
    "kind",
    "language",
    "location",
    "lot",
    "media_type",
    "neighbour",
    "office_class",
    # The addresses of a campaign's own pages, which lead there.
    "pages",
    "password",
    "profile",
    "ref",
    "scope",
    "signature",
    "sort_key",
    "subject",
    "template",
    "time_zone",
    "word_language",
}
NOT_SPOILED = {
    "accounts.KeptAnswer",
    "base.AuditSeal",
    "base.ErasedValues",
    "base.Job",
    "base.OutboxMessage",
    "directory.ImportedRow",
    "directory.SearchEntry",
    "directory.SearchWord",
    "exhibition.Subtitles",
    "precedence.Move",
    "precedence.Profile",
    "privacy.KeepingRule",
}
LEAST_LENGTH = 40


def spoil(*, turn: int) -> None:
    """Make every text of every row hostile; each turn gives each field another word."""
    for model in apps.get_models():
        if model.__module__.startswith("chancery.") and model._meta.label not in NOT_SPOILED:
            fields = list(_words_of(model))
            for row in model._base_manager.order_by("pk") if fields else ():
                _spoil_row(row, fields, turn)


def _words_of(model: type[models.Model]) -> Iterator[models.Field[Any, Any]]:
    """The fields of a model that people write freely."""
    for field in model._meta.concrete_fields:
        if field.unique or field.choices or field.name in NOT_WORDS or not isinstance(field, models.Field):
            continue
        if isinstance(field, LanguagesField | models.TextField) or _is_line(field):
            yield field


def _is_line(field: models.Field[Any, Any]) -> bool:
    is_special = isinstance(field, models.SlugField | models.URLField | models.EmailField | PartialDateField)
    return isinstance(field, models.CharField) and not is_special and (field.max_length or 0) >= LEAST_LENGTH


def _spoil_row(row: models.Model, fields: list[models.Field[Any, Any]], turn: int) -> None:
    values = {field.attname: _hostile(row, field, turn) for field in fields}
    for some in (values, *({name: value} for name, value in values.items())):
        try:
            with transaction.atomic():
                type(row)._base_manager.filter(pk=row.pk).update(**some)
        except (DatabaseError, ValueError):
            # A rule of the database refuses a word: then the others alone.
            continue
        if some is values:
            return


def _hostile(row: models.Model, field: models.Field[Any, Any], turn: int) -> Any:
    """A word for a field: another one in each row, field and turn; nothing where nothing stands."""
    now = getattr(row, field.attname)
    number = zlib.crc32(f"{row._meta.label} {field.name} {row.pk}".encode()) + turn
    word = KEPT[number % len(KEPT)]
    if isinstance(field, LanguagesField):
        if not isinstance(now, dict) or not all(isinstance(text, str) for text in now.values()):
            return now
        return dict.fromkeys(now or ("en", "ro"), f"{word} {row.pk}")
    if now is None:
        return None
    return f"{row.pk} {word}" if not field.max_length else _cut(f"{word} {row.pk}", field.max_length)


def _cut(word: str, length: int) -> str:
    return word if len(word) <= length else SHORT[:length]
