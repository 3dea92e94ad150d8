"""Inputs of the house: wording in several languages, dates as far as they are known, large answers, files."""

import re
from collections.abc import Mapping, Sequence
from datetime import time
from typing import Any

from babel.dates import get_month_names
from django import forms
from django.core.validators import MaxLengthValidator, ProhibitNullCharactersValidator
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from chancery.base import cldr
from chancery.base.languages import direction
from chancery.rules.dates import PartialDate


class RadioCards(forms.RadioSelect):
    """Few large answers."""

    def __init__(self, attrs: dict[str, Any] | None = None, choices: Any = ()) -> None:
        super().__init__({"class": "cards", **(attrs or {})}, choices)


class FileDrop(forms.ClearableFileInput):
    """A file to choose or to drop."""

    template_name = "base/widgets/file_drop.html"


class DayInput(forms.DateInput):
    """A day, chosen from a calendar."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class ClockInput(forms.TimeInput):
    """A clock time as 19:00 in every language; the browser's own input would follow the device instead."""

    def __init__(self) -> None:
        super().__init__({"inputmode": "numeric", "placeholder": "19:00", "data-short": True, "dir": "ltr"})

    def format_value(self, value: Any) -> str | None:
        """Show seconds only where there are any."""
        if isinstance(value, time):
            return value.strftime("%H:%M:%S" if value.second else "%H:%M")
        return None if value is None else str(value)


class MomentInput(forms.DateTimeInput):
    """A day with a clock time, in the zone in force."""

    input_type = "datetime-local"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%dT%H:%M")


class WordingInput(forms.Widget):
    """One wording in several languages, a line each; missing ones are shown as missing."""

    template_name = "base/widgets/wording.html"
    use_fieldset = True

    def __init__(self, languages: Sequence[str] = (), *, is_long: bool = False) -> None:
        super().__init__()
        self.languages, self.is_long = tuple(languages), is_long

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        texts = value if isinstance(value, Mapping) else {}
        written_elsewhere = [language for language in texts if language not in self.languages]
        context["lines"] = [
            {
                "language": language,
                "name": f"{name}-{language}",
                "id": f"{context['widget']['attrs'].get('id', f'id_{name}')}-{language}",
                "text": texts.get(language, ""),
                "direction": direction(language),
            }
            for language in [*self.languages, *written_elsewhere]
        ]
        context["is_long"] = self.is_long
        return context

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> dict[str, str]:
        """Return the languages that have a wording; any language that was sent, so that none is lost."""
        sent = {key.removeprefix(f"{name}-"): data[key] for key in data if key.startswith(f"{name}-")}
        return {language: text.strip() for language, text in sent.items() if text.strip()}

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        return not any(key.startswith(f"{name}-") for key in data)

    def id_for_label(self, id_: str) -> str:
        return ""


class PartialDateInput(forms.Widget):
    """
    Year, month, day and time, each only as far as it is known.

    The value is ISO text as `PartialDate.parse` reads it; parts that leave a gap (a day without its month)
    come out as text that it refuses, so that nothing is filled in by a default.
    """

    template_name = "base/widgets/partial_date.html"
    use_fieldset = True
    parts = ("year", "month", "day", "time")

    def __init__(self, *, has_time: bool = False) -> None:
        super().__init__()
        self.has_time = has_time

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        known = parts_of(str(value) if isinstance(value, PartialDate) else value or "")
        months = get_month_names("wide", context="stand-alone", locale=cldr.locale_of(get_language() or "en"))
        context["known"], context["has_time"] = known, self.has_time or bool(known["time"])
        context["months"] = [(f"{number:02}", months[number]) for number in range(1, 13)]
        return context

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> str:
        """Join the parts to ISO text; empty where nothing is known."""
        year, month, day, time = (str(data.get(f"{name}-{part}", "")).strip() for part in self.parts)
        if not (year or month or day or time):
            return ""
        written = [
            year,
            month or ("?" if day or time else ""),
            (day.zfill(2) if day else "?" if time else ""),
        ]
        text = "-".join(part for part in written if part) if year else f"?-{month}-{day}"
        return f"{text}T{time}" if time else text

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        return all(f"{name}-{part}" not in data for part in self.parts)

    def id_for_label(self, id_: str) -> str:
        return ""


def parts_of(text: str) -> dict[str, str]:
    """Split ISO text, also such that was refused, into the parts of its inputs, so that the input stays."""
    date, _separator, time = text.partition("T")
    found = [*date.split("-"), "", "", ""][:3]
    return dict(
        zip(PartialDateInput.parts, ("" if part == "?" else part for part in [*found, time]), strict=True)
    )


LANGUAGE_CODE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
LONGEST_WORDING = 5_000
WORDING_CHECKS = (ProhibitNullCharactersValidator(), MaxLengthValidator(LONGEST_WORDING))


class WordingField(forms.Field):
    """A wording in the languages of an office; at least one is needed where the field is required."""

    widget = WordingInput
    default_error_messages = {
        "required": _("Write it in at least one language."),
        "language": _("“%(code)s” is not the code of a language; write one such as en or pt-BR."),
    }

    def __init__(self, *, languages: Sequence[str], is_long: bool = False, **kwargs: Any) -> None:
        kwargs.setdefault("widget", WordingInput(languages, is_long=is_long))
        super().__init__(**kwargs)

    def has_changed(self, initial: Any, data: Any) -> bool:
        """No wording is no change, so that the empty row of a formset stays empty."""
        return (initial or {}) != (data or {})

    def validate(self, value: Any) -> None:
        """Refuse what no database keeps, what no page can show, and languages that are none."""
        super().validate(value)
        for language, text in (value or {}).items():
            if not LANGUAGE_CODE.fullmatch(language):
                words = self.error_messages["language"]
                raise forms.ValidationError(words, code="language", params={"code": language[:20]})
            for check in WORDING_CHECKS:
                check(text)


class PartialDateField(forms.Field):
    """A date as far as it is known; cleans to a `PartialDate` or None."""

    default_error_messages = {
        "invalid": _("This date has a gap or does not exist; give the year, then the month, then the day.")
    }

    def __init__(self, *, has_time: bool = False, **kwargs: Any) -> None:
        kwargs.setdefault("widget", PartialDateInput(has_time=has_time))
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> PartialDate | None:
        """Read the joined text."""
        if value in self.empty_values or isinstance(value, PartialDate):
            return value or None
        try:
            return PartialDate.parse(str(value))
        except ValueError:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid") from None
