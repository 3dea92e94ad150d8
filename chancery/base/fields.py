"""Fields of the house: wording in several languages, dates as far as they are known, secrets."""

import json
from functools import lru_cache
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from chancery.base import secret_box, widgets
from chancery.rules.dates import PartialDate, UnreadableDate


class LanguagesField(models.JSONField):
    """
    One wording in several languages: `{"en": "Embassy of Azerbaijan", "ro": "Ambasada Azerbaidjanului"}`.

    A language without a wording is absent, never an empty string; see `base.languages.wording`.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("default", dict)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)

    def formfield(self, **kwargs: Any) -> Any:
        """Return a field with an input for each language; `RowForm` gives it the languages of the office."""
        given = {
            "label": capfirst(self.verbose_name),
            "help_text": self.help_text,
            "required": not self.blank,
        }
        return widgets.WordingField(languages=(), **{**given, **_without_choices(kwargs)})

    def validate(self, value: Any, model_instance: models.Model | None) -> None:
        super().validate(value, model_instance)
        if not isinstance(value, dict) or not all(isinstance(text, str) and text for text in value.values()):
            raise ValidationError(_("Write each language with its wording, and leave out the missing ones."))


# A list of guests reads thousands of dates, most of them the same ones again.
_parsed = lru_cache(maxsize=20_000)(PartialDate.parse)


class PartialDateField(models.CharField):  # type: ignore[type-arg]  # holds a PartialDate in Python
    """A `PartialDate`, kept as its ISO text: `1992`, `1992-02`, `1992-02-26`, `1992-02-26T19:00`."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["max_length"] = 16
        kwargs.setdefault("null", True)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)

    def formfield(self, **kwargs: Any) -> Any:
        """Return a field with year, month, day and time, each only as far as it is known."""
        given = {
            "label": capfirst(self.verbose_name),
            "help_text": self.help_text,
            "required": not self.blank,
        }
        return widgets.PartialDateField(**{**given, **_without_choices(kwargs)})

    def from_db_value(self, value: str | None, *_: Any) -> PartialDate | None:
        return _parsed(value) if value else None

    def to_python(self, value: Any) -> PartialDate | None:
        if value is None or value == "" or isinstance(value, PartialDate):
            return value or None
        try:
            return PartialDate.parse(str(value))
        except UnreadableDate:
            raise ValidationError(
                _("“%(text)s” is not a date; write 1992, 1992-02, 1992-02-26 or 1992-02-26T19:00."),
                params={"text": value},
            ) from None

    def run_validators(self, value: Any) -> None:
        super().run_validators(str(value) if value else None)

    def get_prep_value(self, value: Any) -> str | None:
        known = self.to_python(value)
        return str(known) if known else None

    def value_to_string(self, obj: models.Model) -> str:
        return str(self.value_from_object(obj) or "")


class SecretField(models.BinaryField):  # type: ignore[type-arg]  # holds str in Python
    """
    Text that is never stored plain: diet, access needs, security identity.

    Reading the attribute gives the encrypted bytes; `secret_box.open_text` needs a grant and leaves a line.
    """

    def get_prep_value(self, value: Any) -> Any:
        if isinstance(value, str):
            return secret_box.seal_text(value) if value else b""
        return super().get_prep_value(value)


def _without_choices(kwargs: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in kwargs.items() if key not in {"choices_form_class", "form_class"}}


def as_plain(value: Any) -> Any:
    """Return a field's value as JSON can hold it, for audit lines and archives."""
    if isinstance(value, PartialDate):
        return str(value)
    if isinstance(value, models.Model):
        return value.pk
    if isinstance(value, (bytes, memoryview)):
        return "…"
    if value is None or isinstance(value, (str, int, float, bool)):
        return value
    return json.loads(json.dumps(value, default=str))
