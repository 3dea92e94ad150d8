"""Subtitles as they are brought: a file or pasted text, read and checked."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from chancery.base.languages import direction
from chancery.base.widgets import FileDrop
from chancery.exhibition.forms.titled import language_choices
from chancery.exhibition.models import Film, Subtitles
from chancery.exhibition.subtitle_words import Told, told
from chancery.rules import subtitles
from chancery.rules.subtitles import FAULTS, REFUSED, Finding

LARGEST = 5_000_000


class SubtitlesForm(forms.Form):
    """
    One language. `told` says what was found wrong; `written` is the text as it is to be kept.

    What was brought in a file stands in the text field when the page comes back, so that it can be mended.
    """

    language = forms.ChoiceField(label=_("Language"), choices=language_choices)
    file = forms.FileField(
        label=_("File in SRT or WebVTT"),
        required=False,
        widget=FileDrop({"accept": ".srt,.vtt,text/vtt"}),
        max_length=200,
    )
    text = forms.CharField(
        label=_("or the text itself"),
        required=False,
        strip=False,
        widget=forms.Textarea({"rows": 14, "spellcheck": "false", "dir": "auto", "class": "subtitles-text"}),
    )
    is_kept = forms.BooleanField(label=_("Keep them with these faults; I have watched it"), required=False)

    def __init__(self, *args: Any, film: Film, instance: Subtitles, **kwargs: Any) -> None:
        kwargs["initial"] = {"language": instance.language, "text": instance.text}
        super().__init__(*args, **kwargs)
        self.film, self.instance = film, instance
        self.told, self.written = Told(), ""
        # The tick is offered only once there is a fault to keep.
        if self.data.get("is_kept") != "on":
            self.fields["is_kept"].widget = forms.HiddenInput()

    def clean_language(self) -> str:
        """Refuse a second set in one language."""
        language: str = self.cleaned_data["language"]
        others = Subtitles.objects.filter(film=self.film, language=language).exclude(pk=self.instance.pk)
        if others.exists():
            raise forms.ValidationError(
                _("The film has subtitles in this language already; open those and change them.")
            )
        return language

    def clean_file(self) -> Any:
        """Refuse what is too large to be subtitles."""
        file = self.cleaned_data.get("file")
        if isinstance(file, UploadedFile) and (file.size or 0) > LARGEST:
            raise forms.ValidationError(
                _("The file has more than 5 MB and cannot be subtitles; choose another.")
            )
        return file

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if self.has_error("file"):
            return cleaned
        raw = self._brought(cleaned)
        if not raw:
            self.add_error("file", _("Choose a file, or paste the text."))
            return cleaned
        reading = subtitles.read(raw)
        findings = [
            *reading.findings,
            *subtitles.checked(reading.cues, film_seconds=self.film.duration_seconds),
        ]
        self.told = told(findings)
        self._judge(findings, is_kept=cleaned.get("is_kept", False))
        is_rtl = direction(cleaned.get("language", "")) == "rtl"
        self.written = subtitles.as_webvtt(subtitles.in_order(reading.cues), is_right_to_left=is_rtl)
        return cleaned

    def _brought(self, cleaned: dict[str, Any]) -> bytes:
        """The bytes of the file, else of the text; the file's words are put into the text field."""
        file = cleaned.get("file")
        if not file:
            text: str = cleaned.get("text", "")
            return text.encode() if text.strip() else b""
        raw: bytes = file.read()
        try:
            self._show(subtitles.decoded(raw))
        except subtitles.NotText:
            self._show("")
        return raw

    def _show(self, text: str) -> None:
        assert isinstance(self.data, QueryDict)
        self.data = self.data.copy()
        self.data[self.add_prefix("text")] = text

    def _judge(self, findings: Sequence[Finding], *, is_kept: bool) -> None:
        troubles = {finding.trouble for finding in findings}
        if troubles & REFUSED:
            self.add_error(
                "text", _("The subtitles cannot be read to their end; what is wrong stands above.")
            )
        elif troubles & FAULTS:
            self.fields["is_kept"].widget = forms.CheckboxInput()
            if not is_kept:
                self.add_error("is_kept", _("Mend the faults above, or say that they shall stay."))
