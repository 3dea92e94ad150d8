"""Lengths and clock times as people write them."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from chancery.programme.plain.errors import NotUnderstood
from chancery.programme.plain.written import seconds_of_minutes, span_of
from chancery.rules.timing import Anchor, ClockAnchor, StartAnchor, clock_words, duration_words


@dataclass(frozen=True, slots=True)
class WrittenTime:
    """A fixed time: where it begins, where it ends if that was told, and the text it was written as."""

    begin: Anchor
    end: Anchor | None
    text: str

    @property
    def is_from_start(self) -> bool:
        """Whether it is told from the start of the whole."""
        return isinstance(self.begin, StartAnchor)


class _LeftToRight(forms.TextInput):
    """Numbers with their unit read from the left in every language."""

    def __init__(self) -> None:
        super().__init__({"dir": "ltr"})


class LengthField(forms.Field):
    """A length of time as people write it (`15 min`, `90 s`, `1 h 20 min`, `1:30`); cleans to seconds."""

    widget = _LeftToRight
    default_error_messages = {
        "invalid": _("“%(text)s” is not a length of time; write 15 min, 90 s or 1 h 20 min."),
    }

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("required", False)
        super().__init__(**kwargs)

    def prepare_value(self, value: Any) -> Any:
        """Show stored seconds as words; what was typed stays as it was."""
        return duration_words(value) if isinstance(value, int) else value

    def to_python(self, value: Any) -> int | None:
        """Read the text; a bare number means minutes. Errors: ValidationError with an example."""
        text = str(value or "").strip()
        if not text:
            return None
        try:
            return seconds_of_minutes(text)
        except NotUnderstood:
            raise forms.ValidationError(
                self.error_messages["invalid"], code="invalid", params={"text": text[:40]}
            ) from None


class TimeField(forms.Field):
    """
    A time that is fixed: `18:30`, `18:30-19:00`, or told from the start of the whole (`T-15 to T-10`).

    Cleans to a `WrittenTime`, or None.
    """

    widget = _LeftToRight
    default_error_messages = {
        "invalid": _("“%(text)s” is not a clock time; write 18:30, 18:30-19:00 or T-15."),
        "dated": _("Write the clock time alone; the day of the item stands beside it."),
    }

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("required", False)
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> WrittenTime | None:
        """Read the text. Errors: ValidationError with an example."""
        text = str(value or "").strip()
        if not text:
            return None
        try:
            begin, end = span_of(text)
        except NotUnderstood:
            raise forms.ValidationError(
                self.error_messages["invalid"], code="invalid", params={"text": text[:40]}
            ) from None
        if not (_is_plain(begin) and (end is None or (_is_plain(end) and type(end) is type(begin)))):
            raise forms.ValidationError(self.error_messages["dated"], code="dated")
        return WrittenTime(begin, end, text)

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Compare as written, so that a time kept more exactly than it is shown stays."""
        return str(initial or "").strip() != str(data or "").strip()


def time_words(anchor: Anchor | None) -> str:
    """Write a fixed time so that `TimeField` reads it again."""
    if isinstance(anchor, ClockAnchor):
        return clock_words(anchor.at)
    if isinstance(anchor, StartAnchor):
        sign = "-" if anchor.seconds < 0 else "+"
        hours, minutes = divmod(abs(anchor.seconds) // 60, 60)
        distance = f"{hours}:{minutes:02}" if hours else str(minutes)
        return f"T{sign}{distance}" if anchor.seconds else "T0"
    return ""


def _is_plain(anchor: Anchor) -> bool:
    return isinstance(anchor, StartAnchor) or (isinstance(anchor, ClockAnchor) and anchor.on is None)
