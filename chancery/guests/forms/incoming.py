"""What somebody read in a message, as a reply."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from chancery.base.languages import wording
from chancery.base.widgets import RadioCards
from chancery.events import wording as words
from chancery.guests.actions.replies import ANSWERS, Answer
from chancery.guests.models import Invitation, Standing


class ReadReplyForm(forms.Form):
    """Which guest answers what; `candidates` are the invitations to choose from, the likeliest first."""

    invitation = forms.ChoiceField(label=_("Guest"), widget=forms.RadioSelect)
    standing = forms.ChoiceField(
        label=_("Answer"),
        choices=[(each.value, each.label) for each in ANSWERS],
        widget=RadioCards,
    )
    representative_name = forms.CharField(
        label=_("Name of the representative"), max_length=200, required=False, empty_value=""
    )
    companions = forms.IntegerField(
        label=pgettext_lazy("how many come beside the guest", "Come along"),
        min_value=0,
        max_value=99,
        initial=0,
        required=False,
    )
    message = forms.CharField(
        label=_("Message to the host"), widget=forms.Textarea({"rows": 3}), max_length=4000, required=False
    )

    def __init__(self, *args: Any, candidates: Sequence[Invitation], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.candidates = {invitation.code: invitation for invitation in candidates}
        language = get_language() or "en"
        choice = self.fields["invitation"]
        assert isinstance(choice, forms.ChoiceField)
        choice.choices = [(code, _called(each, language)) for code, each in self.candidates.items()]
        if candidates:
            choice.initial = candidates[0].code

    @property
    def chosen(self) -> Invitation:
        """The guest's invitation; the form is valid."""
        return self.candidates[self.cleaned_data["invitation"]]

    @property
    def answer(self) -> Answer:
        """What the guest answers; the form is valid."""
        written = self.cleaned_data
        is_represented = written["standing"] == Standing.REPRESENTED
        return Answer(
            written["standing"],
            representative_name=written["representative_name"] if is_represented else "",
            unnamed_companions=written["companions"] or 0,
            message=written["message"],
        )


def _called(invitation: Invitation, language: str) -> str:
    """The guest with the event, for there may be several of both."""
    event = invitation.guest.event
    named = [words.name_of(invitation.guest, language), wording(event.titles, language).text]
    return " · ".join([*named, words.day_and_time(event, language)]).rstrip(" ·")
