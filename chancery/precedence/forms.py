"""What an office writes into a protocol profile, checked."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from chancery.precedence import conventions, loader
from chancery.rules import precedence as rules

WIDEST = 400


class ReasonForm(forms.Form):
    """Why a profile is changed; it stands beside the version."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=300,
        help_text=_("For example: confirmed by the protocol of the ministry."),
    )


class RowForm(forms.Form):
    """One rank of a table."""

    rank = forms.CharField(label=_("Rank"), max_length=12)
    name = forms.CharField(label=_("Office, in English"), max_length=WIDEST)
    local = forms.CharField(
        label=_("Office, in the language of the state"), max_length=WIDEST, required=False
    )
    classes = forms.CharField(label=_("Classes of office"), max_length=WIDEST, required=False)
    status = forms.ChoiceField(label=_("How certain"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["status"] = forms.ChoiceField(label=_("How certain"), choices=STATUSES)


STATUSES = [
    (rules.Status.VERIFIED, _("read in the source")),
    (rules.Status.SECONDARY, _("secondary source")),
    (rules.Status.PRACTICE, _("practice")),
    (rules.Status.WEAK, _("weak")),
    (rules.Status.UNVERIFIED, _("not verified")),
]

RowFormSet = forms.formset_factory(RowForm, extra=3, can_delete=True, can_order=False)


def row_values(profile: rules.Profile, language: str) -> list[dict[str, str]]:
    """Return the rows of a profile as the table of its page shows them."""
    return [
        {
            "rank": row.rank,
            "name": row.name["en"],
            "local": row.name.get(language, ""),
            "classes": ", ".join(row.classes),
            "status": row.status,
        }
        for row in profile.rows
    ]


def with_rows(profile: rules.Profile, written: Sequence[dict[str, Any]], language: str) -> rules.Profile:
    """
    Return `profile` with the rows that were written, in their order.

    A row whose rank and English name stayed keeps everything that the page does not show.
    """
    stored = {(row.rank, row.name["en"]): row for row in profile.rows}
    return replace(profile, rows=tuple(_row(each, stored, language) for each in written))


def _row(written: dict[str, Any], stored: dict[tuple[str, str], rules.Row], language: str) -> rules.Row:
    row = stored.get((written["rank"], written["name"])) or rules.Row(rank="", name={})
    names = {**row.name, "en": written["name"]}
    if written["local"] and language != "en":
        names[language] = written["local"]
    classes = tuple(word.strip() for word in written["classes"].split(",") if word.strip())
    titles = row.titles or (() if classes else tuple(dict.fromkeys(names.values())))
    status = rules.Status(written["status"])
    return replace(row, rank=written["rank"], name=names, classes=classes, titles=titles, status=status)


class TextForm(ReasonForm):
    """A whole profile as text."""

    field_order = ("text", "reason")
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
        kwargs["initial"] = conventions.answers_of(settings)
        super().__init__(*args, **kwargs)
        self.settings = settings
        for question in conventions.QUESTIONS:
            choices = [(str(value), words) for value, words in question.answers.items()]
            self.fields[question.name] = forms.ChoiceField(
                label=str(question.words), choices=choices, help_text=question.rule
            )
        deputies = [(str(value), words) for value, words in conventions.DEPUTIES.items()]
        self.fields["deputies"] = forms.ChoiceField(
            label=_("Those who stand in for others"), choices=deputies, help_text="R27-R30"
        )
        self.order_fields([*(question.name for question in conventions.QUESTIONS), "deputies", "reason"])

    def wanted(self) -> rules.Settings:
        """Return the settings that were chosen."""
        return conventions.with_answers(self.settings, self.cleaned_data)
