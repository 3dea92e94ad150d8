"""What a guest says about photographs beside or after an answer."""

from typing import Any

from django import forms

from chancery.guests import notice_words
from chancery.guests.models import PhotoAnswer
from chancery.guests.queries.reply_page import Asked


class PhotographsForm(forms.Form):
    """One of two wishes, and the notice that stood on the page."""

    wish = forms.ChoiceField(choices=PhotoAnswer.Wish)
    notice = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, asked: Asked, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["notice"].initial = notice_words.facts_of(asked.event, asked.terms).digest

    @property
    def has_read_the_notice(self) -> bool:
        """Whether the notice still says what the guest could read; a refusal asks for no reading."""
        wish, read = self.cleaned_data["wish"], self.cleaned_data["notice"]
        return wish == PhotoAnswer.Wish.REFUSED or not read or read == self.fields["notice"].initial
