"""For whom a version of the list is frozen, and with which fields."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from chancery.base.widgets import DayInput
from chancery.guests.queries.freezing import LABELS, Field, Whom

USUAL = (Field.GIVEN, Field.FAMILY, Field.OFFICE, Field.NATIONALITY, Field.WITH)
WHOM = (
    (Whom.COMING, _("who comes")),
    (Whom.POSSIBLE, _("who comes or has not refused yet")),
    (Whom.ALL, _("everybody on the list")),
)


class FreezeForm(forms.Form):
    """What the recipient asked for, and no other field; `delete_on` is proposed."""

    recipient = forms.CharField(
        label=_("For whom"), max_length=200, help_text=_("For example: the security service, the hotel.")
    )
    purpose = forms.CharField(label=_("What for"), max_length=200, required=False)
    whom = forms.ChoiceField(label=_("Which guests"), choices=WHOM, initial=Whom.COMING)
    fields_asked = forms.MultipleChoiceField(
        label=_("Only the fields they asked for"),
        choices=[(field, LABELS[field]) for field in Field],
        widget=forms.CheckboxSelectMultiple,
        initial=[field.value for field in USUAL],
        error_messages={"required": _("No field is chosen; choose what the recipient asked for.")},
    )
    delete_on = forms.DateField(
        label=_("To be deleted on"),
        widget=DayInput(),
        help_text=_("What the version holds is deleted by itself on this day."),
    )

    def __init__(self, *args: Any, delete_on: date, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.fields["delete_on"].initial = delete_on

    def clean_delete_on(self) -> date:
        """Return the day. Errors: ValidationError for one that is past."""
        day: date = self.cleaned_data["delete_on"]
        if day < self.today:
            raise forms.ValidationError(_("The day of deletion is past; choose a later one."))
        return day

    def asked(self) -> dict[str, Any]:
        """Return what the action takes, after `is_valid()`; names first, in the order of the fields."""
        found = dict(self.cleaned_data)
        return {"fields": found.pop("fields_asked"), **found}
