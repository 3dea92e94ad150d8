"""The office's own wording for addressing somebody."""

from django import forms
from django.utils.translation import gettext_lazy as _


class OwnWordingForm(forms.Form):
    """Lines as they should stand; empty gives the word back to the rules."""

    text = forms.CharField(
        label=_("Own wording"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
        help_text=_("One line below the other. Left empty, the rules word it."),
    )
