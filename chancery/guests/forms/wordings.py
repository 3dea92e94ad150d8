"""What a user writes as an own wording, checked before it is kept."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from chancery.base import cldr
from chancery.base import forms as house
from chancery.base.languages import direction
from chancery.base.widgets import LANGUAGE_CODE, WORDING_CHECKS
from chancery.guests.models import Form, Kind, Template
from chancery.guests.wordings.checking import WITH_SUBJECT, Remark, remarks_on

SUBJECT, BODY = "subject-", "body-"


@dataclass(frozen=True, slots=True)
class TextInLanguage:
    """The fields for one language of a wording; there is no subject where the form has none."""

    language: str
    direction: str
    subject: forms.BoundField | None
    body: forms.BoundField


class WordingForm(house.RowForm):
    """The name of a wording, and its subject and text in each language."""

    another = forms.ChoiceField(label=_("Another language"), required=False)

    class Meta:
        model = Template
        fields = ["name"]
        help_texts = {"name": _("As it is chosen for a wave.")}

    def __init__(self, *args: Any, office_languages: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        wording: Template = self.instance
        self.office_languages = tuple(office_languages)
        self.languages = list(dict.fromkeys([*office_languages, *wording.bodies, *self._sent_languages()]))
        self.remarks: list[Remark] = []
        for language in self.languages:
            self._add_fields(wording, language)
        another = self.fields["another"]
        assert isinstance(another, forms.ChoiceField)
        rest = [pair for pair in cldr.language_choices() if pair[0] not in self.languages]
        another.choices = [("", _("choose one")), *rest]

    def _sent_languages(self) -> list[str]:
        """The languages that the page had, and the one that was asked for."""
        sent = [key.removeprefix(BODY) for key in self.data if key.startswith(BODY)]
        return [code for code in [*sent, self.data.get("another", "")] if LANGUAGE_CODE.fullmatch(code)]

    def _add_fields(self, wording: Template, language: str) -> None:
        named = {"language": cldr.language_in_words(language, get_language() or "en")}
        attributes = {"lang": language, "dir": direction(language)}
        if self.form in WITH_SUBJECT:
            self.fields[SUBJECT + language] = forms.CharField(
                label=_("Subject in %(language)s") % named,
                required=False,
                max_length=300,
                initial=wording.subjects.get(language, ""),
                widget=forms.TextInput(attributes),
            )
        self.fields[BODY + language] = forms.CharField(
            label=_("Text in %(language)s") % named,
            required=False,
            strip=True,
            validators=WORDING_CHECKS,
            initial=wording.bodies.get(language, ""),
            widget=forms.Textarea(
                {**attributes, "rows": 14, "spellcheck": "true", "data-ch-insert-here": True}
            ),
        )

    @property
    def form(self) -> Form:
        return Form(self.instance.form)

    def texts(self) -> Iterator[TextInLanguage]:
        """The fields of each language, those of the office first."""
        for language in self.languages:
            subject = self[SUBJECT + language] if SUBJECT + language in self.fields else None
            yield TextInLanguage(language, direction(language), subject, self[BODY + language])

    def clean_name(self) -> str:
        """Return the name. Errors: ValidationError where another wording of the office has it."""
        name: str = self.cleaned_data["name"]
        others = Template.objects.filter(organiser=self.instance.organiser, name=name)
        if others.exclude(pk=self.instance.pk).exists():
            raise forms.ValidationError(_("Two wordings have the same name; give each its own."))
        return name

    def clean(self) -> dict[str, Any]:
        """Gather the texts; each fault stands at its field, and warnings are kept in `remarks`."""
        cleaned = super().clean() or {}
        wording: Template = self.instance
        subjects, bodies = (self._gathered(cleaned, beginning) for beginning in (SUBJECT, BODY))
        found = remarks_on(self.form, Kind(wording.kind), subjects, bodies, self.office_languages)
        for remark in found:
            if remark.is_error:
                field = (SUBJECT if remark.is_about_subject else BODY) + remark.language
                self.add_error(field if field in self.fields else None, remark.sentence)
        if not bodies:
            self.add_error(None, _("There is no text in any language; write one, or delete the wording."))
        self.remarks = [remark for remark in found if not remark.is_error]
        wording.subjects, wording.bodies = subjects, bodies
        return cleaned

    def _gathered(self, cleaned: dict[str, Any], beginning: str) -> dict[str, str]:
        texts = ((language, cleaned.get(beginning + language, "")) for language in self.languages)
        return {language: text.replace("\r\n", "\n") for language, text in texts if text}
