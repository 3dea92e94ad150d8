"""Repeated rows of a form that belong to no model."""

from typing import Any

from django import forms

from chancery.base.forms import ROWS_CUT_OFF


class WrittenFormSet(forms.BaseFormSet):  # type: ignore[type-arg]  # each factory names its form
    """Rows of which `kept` are those that were written and not taken away, as plain values."""

    default_error_messages = {**forms.BaseFormSet.default_error_messages, **ROWS_CUT_OFF}

    @property
    def kept(self) -> list[dict[str, Any]]:
        """The values row by row, as the rows stand on the page."""
        gone = self.deleted_forms
        return [form.cleaned_data for form in self.forms if form.cleaned_data and form not in gone]
