"""What a profile is about: for which acts it holds, what it was read in, what it says with every order."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from django import forms
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from chancery.precedence.conventions import STATUSES
from chancery.precedence.forms.rows import WrittenFormSet
from chancery.precedence.forms.versions import ReasonForm
from chancery.rules import precedence as rules
from chancery.rules.precedence.profile import Note, Source
from chancery.rules.states import recognise_state


class AboutForm(ReasonForm):
    """Name, scope and standing of a profile."""

    field_order = ("seen", "name", "version", "valid_from", "status", "state", "places", "scope", "reason")
    name = forms.CharField(label=_("Name"), max_length=120)
    version = forms.CharField(
        label=_("Version of the table"),
        max_length=40,
        help_text=_("As its source calls it, such as the year of the decree."),
    )
    valid_from = forms.CharField(
        label=_("In force from"),
        max_length=10,
        required=False,
        help_text=_("A year, a month or a day: 2024, 2024-03, 2024-03-01."),
    )
    status = forms.ChoiceField(label=_("How certain"), choices=STATUSES)
    state = forms.CharField(
        label=_("State whose table it is"),
        max_length=80,
        required=False,
        help_text=_("Name or code; empty for a table of no state."),
    )
    places = forms.CharField(
        label=_("Towns and regions"),
        max_length=400,
        required=False,
        help_text=_("Parted by semicolons; empty for the whole state."),
    )
    scope = forms.CharField(
        label=_("For which acts, and how much of the table is here"),
        max_length=1_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def clean_valid_from(self) -> str:
        """Errors: ValidationError for what is no date."""
        text: str = self.cleaned_data["valid_from"].strip()
        if text and not _DATE.fullmatch(text):
            raise forms.ValidationError(_("Write a year, a month or a day, like 2024, 2024-03, 2024-03-01."))
        return text

    def clean_state(self) -> str:
        """Read a state. Errors: ValidationError for a name that is none."""
        text: str = self.cleaned_data["state"].strip()
        code = recognise_state(text) if text else ""
        if code is None:
            raise forms.ValidationError(_("“%(text)s” is not known as a state."), params={"text": text})
        return code

    def clean_places(self) -> tuple[str, ...]:
        """Part the places."""
        parts = (part.strip() for part in self.cleaned_data["places"].split(";"))
        return tuple(part for part in parts if part)


_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")


class SourceForm(forms.Form):
    """Something a profile was read in; `key` stays, because rows and conventions name it."""

    key = forms.CharField(widget=forms.HiddenInput, required=False)
    title = forms.CharField(label=_("Title"), max_length=300)
    address = forms.URLField(label=_("Address"), max_length=600, required=False, assume_scheme="https")


class NoteForm(forms.Form):
    """Something said with every order by the profile."""

    number = forms.IntegerField(widget=forms.HiddenInput, required=False)
    text = forms.CharField(label=_("Sentence"), max_length=600)
    is_open = forms.BooleanField(label=_("An open question"), required=False)


SourceFormSet: type[WrittenFormSet] = forms.formset_factory(  # type: ignore[assignment]  # it subclasses the given formset
    SourceForm, formset=WrittenFormSet, extra=2, can_delete=True
)
NoteFormSet: type[WrittenFormSet] = forms.formset_factory(  # type: ignore[assignment]  # it subclasses the given formset
    NoteForm, formset=WrittenFormSet, extra=1, can_delete=True
)


def about_values(profile: rules.Profile, language: str) -> dict[str, Any]:
    """Return what a profile is about as the page shows it."""
    return {
        "name": profile.words(language),
        "version": profile.version,
        "valid_from": profile.valid_from,
        "status": profile.status,
        "state": profile.scope.state,
        "places": "; ".join(profile.scope.places),
        "scope": profile.scope.text.get(language) or profile.scope.text.get("en", ""),
    }


def source_values(profile: rules.Profile) -> list[dict[str, str]]:
    """Return the sources of a profile."""
    return [
        {"key": key, "title": source.title, "address": source.address}
        for key, source in profile.sources.items()
    ]


def note_values(profile: rules.Profile, language: str) -> list[dict[str, Any]]:
    """Return the notes of a profile."""
    return [
        {"number": number, "text": note.text.get(language) or note.text["en"], "is_open": note.is_open}
        for number, note in enumerate(profile.notes)
    ]


def with_about(
    profile: rules.Profile,
    about: dict[str, Any],
    sources: Sequence[dict[str, Any]],
    notes: Sequence[dict[str, Any]],
    language: str,
) -> rules.Profile:
    """Return `profile` with what was written; texts in other languages stay unless their text was changed."""
    scope = replace(
        profile.scope,
        state=about["state"],
        places=about["places"],
        text=_changed(profile.scope.text, about["scope"], language),
    )
    return replace(
        profile,
        names=_changed(profile.names, about["name"], language),
        version=about["version"],
        valid_from=about["valid_from"],
        status=rules.Status(about["status"]),
        scope=scope,
        sources=_sources(sources),
        notes=tuple(_note(note, profile.notes, language) for note in notes),
    )


def _changed(texts: rules.profile.Texts, text: str, language: str) -> dict[str, str]:
    """A text in its languages; a new wording stands alone, because nobody has translated it yet."""
    if text == (texts.get(language) or texts.get("en", "")):
        return dict(texts)
    return {"en": text, language: text} if text else {}


def _sources(written: Sequence[dict[str, Any]]) -> dict[str, Source]:
    found: dict[str, Source] = {}
    for source in written:
        key = source["key"] or _new_key(source["title"], found, written)
        found[key] = Source(source["title"], source["address"])
    return found


def _new_key(title: str, found: dict[str, Source], written: Sequence[dict[str, Any]]) -> str:
    taken = {*found, *(source["key"] for source in written)}
    key = slugify(title)[:40].strip("-") or "source"
    numbered = (f"{key}-{number}" for number in range(2, len(taken) + 3))
    return key if key not in taken else next(other for other in numbered if other not in taken)


def _note(written: dict[str, Any], stored: Sequence[Note], language: str) -> Note:
    number = written["number"]
    is_stored = number is not None and 0 <= number < len(stored)
    note = stored[number] if is_stored else Note(text={"en": ""})
    return replace(note, text=_changed(note.text, written["text"], language), is_open=written["is_open"])
