"""What an office writes about personal data: requests, answers, and the word before an erasure."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from chancery.base.widgets import DayInput
from chancery.custody.models import SubjectRequest

WORD = pgettext_lazy("written by hand before an erasure, in capitals", "ERASE")


class RequestForm(forms.Form):
    """A request of a person about their own data."""

    kind = forms.ChoiceField(label=_("Asks for"), choices=SubjectRequest.Kind)
    received_on = forms.DateField(
        label=_("Received on"), widget=DayInput(), help_text=_("The answer is due one month later.")
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.fields["received_on"].initial = today

    def clean_received_on(self) -> date:
        """Return the day. Errors: ValidationError for one that is still to come."""
        day: date = self.cleaned_data["received_on"]
        if day > self.today:
            raise forms.ValidationError(_("This day is still to come; write the day on which it came."))
        return day


class AnswerForm(forms.Form):
    """How a request was answered."""

    answer = forms.CharField(label=_("What was answered, or why it was refused"), max_length=500)
    is_refused = forms.BooleanField(label=_("Refused"), required=False)


class ErasureForm(forms.Form):
    """The word that has to be written by hand before somebody is erased."""

    word = forms.CharField(label=_("Write this word by hand"), max_length=40)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["word"].help_text = str(WORD)
        self.fields["word"].widget.attrs |= {"autocomplete": "off", "autocapitalize": "characters"}

    def clean_word(self) -> str:
        """Return the word. Errors: ValidationError for any other."""
        word: str = self.cleaned_data["word"].strip()
        if word != str(WORD):
            raise forms.ValidationError(
                _("Write %(word)s in capitals, so that nobody is erased by mistake."), params={"word": WORD}
            )
        return word
