"""What the value of a column may be, said in the words of somebody who writes a folder by hand."""

import re
from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal
from functools import partial
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone

from chancery.base.fields import LanguagesField, PartialDateField

LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
STATE = re.compile(r"[A-Z]{2}")
CURRENCY = re.compile(r"[A-Z]{3}")

type Column = models.Field[Any, Any]
type Fits = Callable[[Any], bool]

# The lists of tables that a column holds as it is, each table with these texts.
_ROWS_OF_TEXTS = {"facts": ("key", "digest"), "blocks": ("part", "text")}

_TEXT = "write a text between quotation marks"
_LANGUAGE = "write the code of a language, as en or pt-BR"
_STATE = "write the two capital letters of a state, as RO"
_CURRENCY = "write the three capital letters of a currency, as EUR"


class DoesNotFit(ValueError):
    """A value that a column cannot hold; the message says what to write instead, without a full stop."""


def clean(column: Column, value: Any) -> Any:
    """
    Return the Python value of a column that names no other row.

    Errors: DoesNotFit with what to write instead.
    """
    fits, hint = _expected(column)
    if not fits(value) or _holds_no_text(value):
        raise DoesNotFit(f"{shown(value)} does not fit; {hint}")
    try:
        cleaned = column.to_python(value)
    except (ValidationError, ValueError, OverflowError):
        raise DoesNotFit(f"{shown(value)} does not fit; {hint}") from None
    _check_choice(column, cleaned)
    _check_code(column, cleaned)
    _check_moment(cleaned, hint)
    if isinstance(column, models.JSONField):
        cleaned = _as_json(cleaned)
    try:
        column.run_validators(cleaned)
    except ValidationError as error:
        raise DoesNotFit(" ".join(error.messages).rstrip(".")) from None
    return cleaned


def shown(value: Any) -> str:
    """Return a value as it stands in a sentence, shortened."""
    text = str(value)
    return f"“{text[:40]}…”" if len(text) > 40 else f"“{text}”"


def is_needed(column: Column) -> bool:
    """Whether a row cannot do without the column; the moment of loading is no moment of the record."""
    return not (column.null or column.blank or column.has_default()) or column.default is timezone.now


def _expected(column: Column) -> tuple[Fits, str]:
    """Whether a plain value is of the right kind for a column, and how such a value is written."""
    match column:
        case LanguagesField():
            return _is_wording, 'write a text by language, as { en = "Remarks" }'
        case models.JSONField() if column.name == "options":
            return _is_options, 'write answers as [ { ref = "fish", texts = { en = "Fish" } } ]'
        case models.JSONField() if column.name in _ROWS_OF_TEXTS:
            keys = _ROWS_OF_TEXTS[column.name]
            return partial(_is_rows_of_texts, keys=keys), f"write rows with the texts {' and '.join(keys)}"
        case models.JSONField() if column.default is list:
            return _is_texts, 'write a list of texts, as ["en", "ro"]'
        case models.JSONField():
            return lambda value: isinstance(value, dict), 'write a table, as { kind = "fixed" }'
        case PartialDateField():
            return _is_date, "write a date as far as it is known, as 1992 or 1992-02-26"
        case models.BooleanField():
            return lambda value: isinstance(value, bool), "write true or false"
        case models.IntegerField():
            return _is_number, "write a whole number"
        case models.DecimalField():
            return _is_amount, "write an amount as 1250 or 1250.50"
        case models.FloatField():
            return _is_amount, "write a number as 12 or 12.5"
        case models.DateTimeField():
            return lambda value: isinstance(value, datetime | str), "write a moment as 2025-02-25T17:04:00Z"
        case models.DateField():
            return _is_day, "write a day as 2025-02-25"
        case models.TimeField():
            return lambda value: isinstance(value, time | str), "write a clock time as 17:00:00"
        case _:
            return lambda value: isinstance(value, str), _TEXT


def _is_wording(value: Any) -> bool:
    return isinstance(value, dict) and all(
        LANGUAGE.fullmatch(language) and isinstance(text, str) and text for language, text in value.items()
    )


def _is_texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(text, str) for text in value)


def _is_rows_of_texts(value: Any, keys: tuple[str, ...]) -> bool:
    return isinstance(value, list) and all(
        isinstance(row, dict) and set(row) == set(keys) and _is_texts(list(row.values())) for row in value
    )


def _is_options(value: Any) -> bool:
    return isinstance(value, list) and all(
        isinstance(option, dict)
        and set(option) == {"ref", "texts"}
        and isinstance(option["ref"], str)
        and option["ref"]
        and _is_wording(option["texts"])
        for option in value
    )


def _as_json(value: Any) -> Any:
    """A value as a column of JSON holds it: measures of a drawing are read as amounts."""
    if isinstance(value, dict):
        return {key: _as_json(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_as_json(one) for one in value]
    return float(value) if isinstance(value, Decimal) else value


def _is_number(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_amount(value: Any) -> bool:
    return _is_number(value) or (isinstance(value, Decimal) and value.is_finite())


def _is_date(value: Any) -> bool:
    return _is_number(value) or isinstance(value, date | str)


def _is_day(value: Any) -> bool:
    return isinstance(value, date | str) and not isinstance(value, datetime)


def _holds_no_text(value: Any) -> bool:
    """Whether a sign is in it that no database keeps."""
    if isinstance(value, dict):
        return any(map(_holds_no_text, value.values()))
    if isinstance(value, list):
        return any(map(_holds_no_text, value))
    return isinstance(value, str) and "\x00" in value


def _check_choice(column: Column, value: Any) -> None:
    known = [str(key) for key, _label in column.flatchoices] if column.choices else []
    if known and value not in known and not (value is None and column.null):
        written = ", ".join(key for key in known if key)
        raise DoesNotFit(f"{shown(value)} does not fit; write one of {written}")


def _check_code(column: Column, value: Any) -> None:
    """Languages and states go by their codes, whatever the column is that holds them."""
    codes = value if isinstance(value, list) else [value]
    pattern, hint = {
        "language": (LANGUAGE, _LANGUAGE),
        "languages": (LANGUAGE, _LANGUAGE),
        "state": (STATE, _STATE),
        "host_state": (STATE, _STATE),
        "nationality": (STATE, _STATE),
        "currency": (CURRENCY, _CURRENCY),
    }.get(column.name, (None, ""))
    if pattern is None or not value or column.choices:
        return
    for code in codes:
        if not pattern.fullmatch(code):
            raise DoesNotFit(f"{shown(code)} does not fit; {hint}")


def _check_moment(value: Any, hint: str) -> None:
    if isinstance(value, datetime) and value.tzinfo is None:
        raise DoesNotFit(f"{shown(value)} does not say in which zone it is meant; {hint}")
