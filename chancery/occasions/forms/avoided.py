"""What a user writes about days to avoid, checked."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from chancery.base import forms as house
from chancery.base.inputs import StateField
from chancery.base.widgets import DayInput
from chancery.occasions.models import AvoidedDay
from chancery.occasions.rule_forms import RuleForm


class AvoidedDayForm(house.RowForm):
    """A day on which nothing festive is held: what it is, where, and according to whom."""

    state = StateField(label=_("State"))

    class Meta:
        model = AvoidedDay
        fields = ["names", "kind", "state", "source", "begins_on", "ends_on"]
        widgets = {"begins_on": DayInput, "ends_on": DayInput}
        help_texts = {
            "source": _("A decree, a note, a page: whoever plans reads it beside the day."),
            "begins_on": _("Only for a day that comes once; one that returns is found by its rule."),
            "ends_on": _("Only for several days."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["names"].required = True

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        begins, ends = cleaned.get("begins_on"), cleaned.get("ends_on")
        if ends and not begins:
            self.add_error("begins_on", _("There is a last day but no first one; give the first."))
        elif begins and ends and ends < begins:
            self.add_error("ends_on", _("The last day is before the first; correct one of them."))
        return cleaned

    def fits(self, rule: RuleForm) -> bool:
        """Check that the day comes by a rule or once, and take the rule over; both forms are valid."""
        begins = self.cleaned_data.get("begins_on")
        if rule.rule is None and begins is None:
            self.add_error("begins_on", _("Say on which day it falls, or choose a rule by which it returns."))
        elif rule.rule is not None and begins is not None:
            self.add_error(
                "begins_on", _("A day that returns by a rule has no first day; take the day or the rule out.")
            )
        self.instance.rule = rule.stored()
        return not self.errors
