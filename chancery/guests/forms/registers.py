"""What a user enters into the registers and on the telephone, checked."""

from typing import Any

from django import forms
from django.core.validators import validate_email
from django.utils.translation import gettext_lazy as _

from chancery.accounts.models import Membership
from chancery.base import forms as house
from chancery.base.widgets import DayInput
from chancery.guests.actions.replies import Answer
from chancery.guests.models import Channel, Dispatch, NoteVerbale, Standing


class NoteForm(house.RowForm):
    """A line of the register of notes verbales: a note outside events, or a correction."""

    class Meta:
        model = NoteVerbale
        fields = ["dated_on", "addressed_to", "subject"]
        widgets = {"dated_on": DayInput}


class ResendForm(forms.Form):
    """To which address one message goes once more."""

    address = forms.CharField(
        label=_("Address or number"), max_length=1000, widget=forms.Textarea({"rows": 2})
    )

    def __init__(self, *args: Any, dispatch: Dispatch, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.dispatch = dispatch
        self.fields["address"].initial = dispatch.address

    def clean_address(self) -> str:
        """Return the address. Errors: ValidationError where an e-mail cannot go there."""
        address = str(self.cleaned_data["address"]).strip()
        if self.dispatch.channel == Channel.EMAIL:
            validate_email(address)
        return address


class CallersChoice(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]  # not generic at run time
    """Members by the name of the colleague."""

    def label_from_instance(self, obj: Any) -> str:
        return str(obj.user)


class CallersForm(forms.Form):
    """Who makes the calls of the round."""

    callers = CallersChoice(
        label=_("Callers"),
        queryset=Membership.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple({"class": "choices-wide"}),
        help_text=_("The calls are shared out in turn; with nobody ticked they are everybody’s."),
    )

    def __init__(self, *args: Any, members: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["callers"]
        assert isinstance(field, forms.ModelMultipleChoiceField)
        field.queryset = members


SAID = {
    "accepted": Standing.ACCEPTED,
    "regretted": Standing.REGRETTED,
    "undecided": Standing.UNDECIDED,
    "represented": Standing.REPRESENTED,
}


class CallForm(forms.Form):
    """What was answered on the telephone, and by whom."""

    spoken_with = forms.CharField(label=_("Spoken with, if not the guest"), max_length=200, required=False)
    representative_name = forms.CharField(label=_("Representative"), max_length=200, required=False)
    representative_office = forms.CharField(label=_("Office"), max_length=200, required=False)
    remark = forms.CharField(label=_("Remark"), max_length=300, required=False)

    def answer(self, said: str) -> Answer | None:
        """What the pressed button says; None where the guest was told and will reply."""
        if said not in SAID:
            return None
        is_represented = said == "represented"
        written = self.cleaned_data
        return Answer(
            standing=SAID[said],
            representative_name=written["representative_name"] if is_represented else "",
            representative_office=written["representative_office"] if is_represented else "",
            message=written["remark"],
        )
