"""Places in a recording as people write them."""

import re
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

MARK = re.compile(r"(?:(\d{1,2}):(?=\d\d:))?(?:(\d{1,3}):(?=[0-5]\d$))?(\d{1,6})")
HOUR, MINUTE = 3600, 60


class TimeMarkField(forms.Field):
    """A place in a recording as `12:05` or `1:02:03`; cleans to seconds, or None."""

    default_error_messages = {
        "invalid": _("“%(text)s” is no place in a recording; write minutes and seconds, as 12:05."),
    }

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("required", False)
        shown = {"placeholder": "12:05", "data-short": True, "dir": "ltr"}
        kwargs.setdefault("widget", forms.TextInput(shown))
        super().__init__(**kwargs)

    def prepare_value(self, value: Any) -> Any:
        """Show stored seconds as a clock does; what was typed stays as it was."""
        return mark_words(value) if isinstance(value, int) else value

    def to_python(self, value: Any) -> int | None:
        """Read the text; a bare number means seconds. Errors: ValidationError with an example."""
        text = str(value or "").strip()
        if not text:
            return None
        found = MARK.fullmatch(text)
        if found is None:
            raise forms.ValidationError(
                self.error_messages["invalid"], code="invalid", params={"text": text[:20]}
            )
        hours, minutes, seconds = (int(part or 0) for part in found.groups())
        return hours * HOUR + minutes * MINUTE + seconds

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Compare as written."""
        return str(self.prepare_value(initial) or "") != str(data or "").strip()


def mark_words(seconds: int) -> str:
    """Write a place in a recording so that `TimeMarkField` reads it again."""
    minutes, rest = divmod(seconds, MINUTE)
    hours, minutes = divmod(minutes, MINUTE)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
