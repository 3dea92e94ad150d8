"""Which two of a plan are compared."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from chancery.directory.queries.sorting import in_order
from chancery.rules.seating.plan import Sitter


class PairForm(forms.Form):
    """Two of those who are seated by a plan, by their names."""

    first = forms.ChoiceField(label=_("First"))
    second = forms.ChoiceField(label=_("Second"))

    def __init__(self, *args: Any, sitters: Sequence[Sitter], language: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        by_name = in_order(list(sitters), lambda sitter: sitter.name, language)
        choices = [(sitter.id, sitter.name) for sitter in by_name]
        for name, sitter in zip(("first", "second"), sitters, strict=False):
            label = self.fields[name].label
            self.fields[name] = forms.ChoiceField(label=label, choices=choices, initial=sitter.id)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("first") and cleaned.get("first") == cleaned.get("second"):
            self.add_error("second", _("Choose somebody else: nobody is compared with themselves."))
        return cleaned
