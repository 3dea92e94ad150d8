"""Forms of slots: one slot, and how guests are received."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from chancery.base.forms import RowForm
from chancery.door.models import Slot
from chancery.rules.door.slots import Pace

_CLOCK = {"type": "time"}
USUAL = Pace()


class SlotForm(RowForm):
    """One slot."""

    class Meta:
        model = Slot
        fields = ("name", "starts_at", "ends_at")
        widgets = {
            "starts_at": forms.TimeInput(attrs=_CLOCK, format="%H:%M"),
            "ends_at": forms.TimeInput(attrs=_CLOCK, format="%H:%M"),
        }
        help_texts = {"name": _("Only where the time does not say it: heads of mission, families.")}


class PaceForm(forms.Form):
    """How guests are received: from it the slots are proposed."""

    minutes = forms.IntegerField(label=_("Minutes a slot"), min_value=5, max_value=60, initial=USUAL.minutes)
    people = forms.IntegerField(
        label=_("People a slot"),
        min_value=1,
        max_value=1000,
        initial=USUAL.people,
        help_text=_("As many as all doors together let in within it."),
    )
    settled = forms.IntegerField(
        label=_("Minutes before the beginning when all but the first in rank are in place"),
        min_value=5,
        max_value=60,
        initial=USUAL.settled,
        help_text=_("10 to 15 by custom."),
    )
    for_first = forms.IntegerField(
        label=_("Minutes for the first in rank"), min_value=1, max_value=30, initial=USUAL.for_first
    )

    @property
    def pace(self) -> Pace:
        """How guests are received, once the form is valid."""
        return Pace(**self.cleaned_data)

    @staticmethod
    def usual() -> Pace:
        """How guests are received unless somebody says otherwise."""
        return USUAL

    def clean(self) -> dict[str, Any]:
        """The slot of the first begins when all others are in place, not before."""
        cleaned = super().clean() or {}
        if cleaned.get("for_first", 0) > cleaned.get("settled", 60):
            self.add_error(
                "for_first", _("The first in rank arrives when all others are in place; give fewer minutes.")
            )
        return cleaned
