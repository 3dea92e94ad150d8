"""What a user writes about a loan and the condition of a work, checked."""

import re
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from chancery.accounts.models import Organiser
from chancery.base import forms as house
from chancery.base.media.fields import MediaField
from chancery.base.models import StoredFile
from chancery.base.widgets import DayInput
from chancery.exhibition.models import ConditionReport, Loan

CURRENCY = re.compile(r"[A-Z]{3}")


class LoanForm(house.RowForm):
    """A work lent for a time."""

    class Meta:
        model = Loan
        fields = [
            "work",
            "exhibition",
            "state",
            "begins",
            "ends",
            "value",
            "currency",
            "insurer",
            "policy",
            "conditions",
        ]
        widgets = {"begins": DayInput, "ends": DayInput, "currency": forms.TextInput({"data-short": True})}
        help_texts = {"currency": _("Three letters, such as EUR.")}

    def __init__(self, *args: Any, organiser: Organiser, **kwargs: Any) -> None:
        super().__init__(*args, languages=organiser.languages, **kwargs)
        for name in ("work", "exhibition"):
            field = self.fields[name]
            assert isinstance(field, forms.ModelChoiceField)
            assert field.queryset is not None
            field.queryset = field.queryset.filter(organiser=organiser).order_by("ref")

    def clean_currency(self) -> str:
        currency = str(self.cleaned_data["currency"]).strip().upper()
        if currency and not CURRENCY.fullmatch(currency):
            raise forms.ValidationError(_("Write the currency with three letters, such as EUR."))
        return currency

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        begins, ends = cleaned.get("begins"), cleaned.get("ends")
        if begins and ends and ends < begins:
            self.add_error("ends", _("The loan ends before it begins; correct one of the days."))
        if cleaned.get("value") is not None and not cleaned.get("currency") and "currency" not in self.errors:
            self.add_error("currency", _("Write the currency of the insured value."))
        return cleaned


class ConditionForm(house.RowForm):
    """In what condition a lent work was seen."""

    upload = MediaField(kind=StoredFile.Kind.PICTURE, required=False, label=_("Picture"))

    class Meta:
        model = ConditionReport
        fields = ["moment", "seen_on", "seen_by", "text", "is_damaged"]
        widgets = {"seen_on": DayInput}
        labels = {"seen_by": _("Seen by")}
