"""What a user writes about a communiqué, checked."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from chancery.base import forms as house
from chancery.base.cldr import language_in_words
from chancery.base.widgets import ClockInput, DayInput, WordingField
from chancery.events.access import EventOffice
from chancery.record.models import Communique, MediaList, Release

LONGEST_SENTENCE = 2_000


class SentenceForm(forms.Form):
    """One sentence as it is to stand in the text."""

    text = forms.CharField(
        label=_("Wording"), max_length=LONGEST_SENTENCE, widget=forms.Textarea({"rows": 4, "dir": "auto"})
    )
    opens_paragraph = forms.BooleanField(label=_("Begins a paragraph"), required=False)

    def __init__(self, *args: Any, language: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].widget.attrs["lang"] = language

    def clean_text(self) -> str:
        """A sentence is one line: a paragraph is made by the tick below it."""
        return " ".join(str(self.cleaned_data["text"]).split())


class CommuniqueForm(house.RowForm):
    """Contact, boilerplate and embargo of a communiqué."""

    embargo_on = forms.DateField(
        label=_("Not to be published before"),
        required=False,
        widget=DayInput,
        help_text=_("A request to the press; nobody can be held to it (R101). Empty: for immediate release."),
    )
    embargo_at = forms.TimeField(label=_("Time of day"), required=False, widget=ClockInput)

    class Meta:
        model = Communique
        fields = ["contact", "boilerplate"]
        help_texts = {
            "contact": _("Who answers the press, with telephone and e-mail, a line each."),
            "boilerplate": _("One paragraph on the organiser, the same under every communiqué."),
        }

    def __init__(self, *args: Any, office: EventOffice, languages: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, languages=languages, **kwargs)
        self.zone: ZoneInfo = office.organiser.zone
        for name in ("contact", "boilerplate"):
            field = self.fields[name]
            assert isinstance(field, WordingField)
            field.widget.is_long, field.required = True, False
        if self.instance.embargo_until:
            local = self.instance.embargo_until.astimezone(self.zone)
            self.initial.update(embargo_on=local.date(), embargo_at=local.time())

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        day, at = cleaned.get("embargo_on"), cleaned.get("embargo_at")
        if (day is None) != (at is None) and not self.errors:
            missing = "embargo_at" if at is None else "embargo_on"
            self.add_error(missing, _("An embargo needs both a day and a time; write the other one too."))
        elif not self.errors:
            self.instance.embargo_until = datetime.combine(day, at, self.zone) if day and at else None
        return cleaned


class ReleaseForm(forms.Form):
    """
    What is to leave: languages, media lists, and what somebody lets through.

    `corrected` are the releases that stand in a language: releasing it again corrects them.
    """

    languages = forms.MultipleChoiceField(
        label=_("Languages"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one language.")},
    )
    lists = forms.MultipleChoiceField(
        label=_("Media lists"), required=False, widget=forms.CheckboxSelectMultiple
    )
    instead = forms.ChoiceField(
        label=_("Whoever reads none of these languages"),
        required=False,
        help_text=_("An address without a language gets the first of them."),
    )

    def __init__(
        self,
        *args: Any,
        languages: Sequence[str],
        lists: Sequence[MediaList],
        corrected: Mapping[str, Release],
        asks: Mapping[str, str],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        reader = get_language() or "en"
        named = [(language, language_in_words(language, reader)) for language in languages]
        self.corrected, self.asks = corrected, asks
        self._choices("languages", named)
        self._choices("lists", [(one.code, str(one)) for one in lists])
        self._choices("instead", [("", _("gets nothing")), *named])
        for language, name in named:
            if language in corrected:
                self.fields[f"correction-{language}"] = forms.CharField(
                    label=_("What was corrected, in %(language)s") % {"language": name},
                    max_length=300,
                    required=False,
                    help_text=_("Stands above the new version, and on the page of the old one."),
                )
        for key, words in asks.items():
            self.fields[f"accept-{key}"] = forms.BooleanField(label=words, required=False)

    def _choices(self, name: str, choices: list[tuple[str, Any]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices

    def correction(self, language: str) -> str:
        """What was corrected in a language, as it was written."""
        return str(self.cleaned_data.get(f"correction-{language}", "")).strip()

    def check_asks(self, keys: Sequence[str]) -> None:
        """Refuse what nobody ticked, of what the chosen languages ask."""
        for key in keys:
            if not self.cleaned_data.get(f"accept-{key}"):
                self.add_error(f"accept-{key}", _("Tick this once you have looked at it, or take it out."))

    def check_corrections(self, languages: Sequence[str]) -> None:
        """Refuse a correction that does not say what it corrects."""
        for language in languages:
            if language in self.corrected and not self.correction(language):
                self.add_error(
                    f"correction-{language}",
                    _("This language was released before; say what the new version corrects."),
                )


class WithdrawForm(forms.Form):
    """Why a release is withdrawn."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=300,
        widget=forms.Textarea({"rows": 2, "dir": "auto"}),
        help_text=_("Stands on the public page in the language of the text."),
    )
    tells = forms.BooleanField(label=_("Tell those who got it"), required=False, initial=True)
