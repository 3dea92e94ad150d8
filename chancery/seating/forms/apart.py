"""Who is kept apart, as a user with the grant writes it, checked."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from chancery.accounts.access import Office
from chancery.base import forms as house
from chancery.base.inputs import StateField
from chancery.base.widgets import DayInput
from chancery.directory.forms.choosing import RowChoice
from chancery.directory.models import Body, Person
from chancery.seating.models import Apart

PAIRS = (("person", "other_person"), ("body", "other_body"), ("state", "other_state"))


class ApartForm(house.RowForm):
    """Two people, two bodies or two states; how far, from when to when, and why."""

    why = forms.CharField(
        label=_("Reason"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Kept sealed; only who has the grant can open it."),
    )

    class Meta:
        model = Apart
        fields = ("state", "other_state", "distance", "is_hard", "begins", "ends")
        widgets = {"begins": DayInput, "ends": DayInput}
        help_texts = {
            "begins": _("Empty: it holds already."),
            "ends": _("Empty: it holds until it is taken away."),
            "is_hard": _("Otherwise it counts as a heavy wish that may be given up."),
        }

    def __init__(self, *args: Any, office: Office, why: str = "", **kwargs: Any) -> None:
        super().__init__(*args, initial={"why": why}, **kwargs)
        pair: Apart = self.instance
        for name, label, model in (
            ("person", _("Person"), Person),
            ("other_person", _("Other person"), Person),
            ("body", _("Or: body"), Body),
            ("other_body", _("Other body"), Body),
        ):
            self.fields[name] = RowChoice(
                model, office=office, chosen=getattr(pair, name), label=label, required=False
            )
        self.fields["state"] = StateField(label=_("Or: state"), required=False)
        self.fields["other_state"] = StateField(label=_("Other state"), required=False)
        self.order_fields(
            [*(name for pair in PAIRS for name in pair), "distance", "is_hard", "begins", "ends"]
        )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        named = [pair for pair in PAIRS if any(cleaned.get(name) for name in pair)]
        if not named or len(named) > 1:
            raise forms.ValidationError(
                _("Name two people, or two bodies, or two states; only one of these.")
            )
        one, other = named[0]
        if not (cleaned.get(one) and cleaned.get(other)):
            missing = other if cleaned.get(one) else one
            self.add_error(missing, _("Name both: two people, two bodies or two states."))
        elif cleaned[one] == cleaned[other]:
            self.add_error(other, _("Both are the same; choose another one."))
        for name in (*PAIRS[0], *PAIRS[1]):
            setattr(self.instance, name, cleaned.get(name))
        self.instance.reason = cleaned.get("why", "")
        return cleaned
