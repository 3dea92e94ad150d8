"""What a user writes where a total is stated."""

from django import forms
from django.utils.translation import gettext_lazy as _


class StateForm(forms.Form):
    """Where the total is said."""

    said_in = forms.CharField(
        label=_("Stated in"),
        max_length=300,
        required=False,
        help_text=_("A speech, a letter, a report; it may stay empty."),
    )
