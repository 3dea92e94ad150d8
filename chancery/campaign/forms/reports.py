"""What a user asks of a yearly report, checked."""

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from chancery.base import forms as house
from chancery.base.cldr import language_in_words
from chancery.campaign.documents.report import REPORTED_IN
from chancery.campaign.models import YearReport

FIRST_YEAR = 1900


class ReportForm(house.RowForm):
    """The year and the language; with the costs only for those who keep them."""

    class Meta:
        model = YearReport
        fields = ["year", "language", "has_costs", "correction"]

    language = forms.ChoiceField(label=_("Language"))

    def __init__(self, *args: Any, this_year: int, may_tell_costs: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        year = self.fields["year"] = forms.IntegerField(
            label=_("Year"), min_value=FIRST_YEAR, max_value=this_year, initial=this_year
        )
        year.widget.attrs["data-short"] = True
        reader = get_language() or "en"
        self.fields["language"].choices = [  # type: ignore[attr-defined]  # a field with choices
            (code, language_in_words(code, reader)) for code in REPORTED_IN
        ]
        self.fields["correction"].help_text = _(
            "Only where this version corrects one that was released; it is printed on the cover."
        )
        if may_tell_costs:
            self.fields["has_costs"].help_text = _("Whoever reads the report reads them too.")
        else:
            del self.fields["has_costs"]


class WithdrawForm(forms.Form):
    """Why a report is withdrawn; anybody who comes to its address reads it."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=300,
        help_text=_("Its public address will say that it was withdrawn, when and why."),
        error_messages={"required": _("Write why it is withdrawn.")},
    )
