"""What a user writes about series and their editions, checked."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from chancery.accounts.access import Office
from chancery.base import forms as house
from chancery.occasions.models import Series, SeriesEdition
from chancery.occasions.queries.campaigns import campaigns_of


class SeriesForm(house.RowForm):
    """Events that return under one name."""

    class Meta:
        model = Series
        fields = ["names", "kind", "campaign", "about", "began_on", "ended_on"]
        help_texts = {"campaign": _("Whoever sees the campaign sees the series and can hold an event in it.")}

    def __init__(self, *args: Any, office: Office, **kwargs: Any) -> None:
        super().__init__(*args, languages=office.organiser.languages, **kwargs)
        self.fields["names"].required = True
        campaign = self.fields["campaign"]
        assert isinstance(campaign, forms.ModelChoiceField)
        campaign.queryset = campaigns_of(office.organiser)
        campaign.empty_label = str(_("no campaign"))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        _check_order(self, "began_on", "ended_on")
        return cleaned


class EditionForm(house.RowForm):
    """One keeping of a series."""

    class Meta:
        model = SeriesEdition
        fields = ["number", "titles", "begins_on", "ends_on", "note"]
        widgets = {"note": forms.Textarea(attrs={"rows": 2})}
        help_texts = {"number": _("As far as it is known.")}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        _check_order(self, "begins_on", "ends_on")
        told = ("number", "titles", "begins_on")
        if not self.errors and not any(cleaned.get(name) for name in told):
            self.add_error("number", _("Give the number, the title or the day it begins."))
        return cleaned

    def validate_constraints(self) -> None:
        """Leave the numbers to the action, which compares all rows together."""


def _check_order(form: house.RowForm, first: str, last: str) -> None:
    begins, ends = form.cleaned_data.get(first), form.cleaned_data.get(last)
    if begins and ends and ends.is_before(begins):
        form.add_error(last, _("It ends before it begins; correct one of the dates."))
