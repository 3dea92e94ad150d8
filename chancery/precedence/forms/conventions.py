"""The conventions of a profile as a form, and the whole profile as text."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from chancery.precedence import conventions, loader
from chancery.precedence.forms.versions import ReasonForm
from chancery.rules import precedence as rules


class TextForm(ReasonForm):
    """A whole profile as text."""

    field_order = ("seen", "text", "reason")
    text = forms.CharField(
        label=_("Profile"),
        strip=False,
        widget=forms.Textarea(attrs={"rows": 30, "spellcheck": "false", "dir": "ltr", "class": "code"}),
    )

    def __init__(self, *args: Any, key: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.key = key

    def clean_text(self) -> str:
        """Read the profile. Errors: ValidationError with row and field in one sentence."""
        text: str = self.cleaned_data["text"].replace("\r\n", "\n")
        try:
            profile = loader.parse_profile(text, self.key)
        except loader.UnreadableProfile as error:
            raise forms.ValidationError(str(error)) from None
        if profile.key != self.key:
            raise forms.ValidationError(
                _("The key in the text is “%(written)s”; it must stay “%(key)s”."),
                params={"written": profile.key, "key": self.key},
            )
        return text


class ConventionsForm(ReasonForm):
    """The conventions of a profile, each a choice."""

    def __init__(self, *args: Any, settings: rules.Settings, **kwargs: Any) -> None:
        kwargs["initial"] = dict(conventions.answers_of(settings))
        super().__init__(*args, **kwargs)
        self.settings = settings
        for question in conventions.QUESTIONS:
            choices = [(str(value), words) for value, words in question.answers.items()]
            self.fields[question.name] = forms.ChoiceField(
                label=str(question.words), choices=choices, help_text=question.rule
            )
        deputies = [(str(value), words) for value, words in conventions.DEPUTIES.items()]
        self.fields["deputies"] = forms.ChoiceField(
            label=str(conventions.DEPUTIES_QUESTION), choices=deputies, help_text="R27-R30"
        )
        self.order_fields(
            ["seen", *(question.name for question in conventions.QUESTIONS), "deputies", "reason"]
        )

    def wanted(self) -> rules.Settings:
        """Return the settings that were chosen."""
        return conventions.with_answers(self.settings, self.cleaned_data)
