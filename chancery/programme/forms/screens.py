"""A screen: what it shows, where it stands, in which languages."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from chancery.base import forms as house
from chancery.base.cldr import language_in_words
from chancery.base.inputs import Suggesting
from chancery.events.access import EventOffice
from chancery.programme import queries
from chancery.programme.models import Screen

USUAL_DEPARTMENTS = (
    pgettext_lazy("department of the hall", "Sound"),
    pgettext_lazy("department of the hall", "Light"),
    pgettext_lazy("department of the hall", "Stage"),
    pgettext_lazy("department of the hall", "Interpreters"),
    pgettext_lazy("department of the hall", "Photographers"),
)
"""Departments that most halls have, offered beside those that have cues already."""


def departments_to_offer(known: Sequence[str]) -> list[tuple[str, str]]:
    """The departments to choose from: those that have cues, then the usual ones."""
    return [(name, "") for name in dict.fromkeys([*known, *map(str, USUAL_DEPARTMENTS)])]


class ScreenForm(house.RowForm):
    """One screen of an event."""

    languages = forms.MultipleChoiceField(
        label=_("Languages"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Left open, the main language of the event."),
    )

    class Meta:
        model = Screen
        fields = ["kind", "name", "languages", "department", "words", "arrow"]
        help_texts = {
            "name": _("For example: beside the lectern, or at the gate."),
            "department": _("Only for cues of a department, written as in the cues."),
            "words": _("Only for the sign at the entrance, for example: Please have your card ready."),
            "arrow": _("Only for the sign at the entrance; it points as the screen hangs."),
        }

    def __init__(self, *args: Any, office: EventOffice, **kwargs: Any) -> None:
        event = office.event
        spoken = list(dict.fromkeys([*event.languages, *office.organiser.languages, *event.titles]))
        super().__init__(*args, languages=spoken, **kwargs)
        reader = get_language() or "en"
        languages = self.fields["languages"]
        assert isinstance(languages, forms.MultipleChoiceField)
        languages.choices = [(code, language_in_words(code, reader)) for code in spoken]
        known = departments_to_offer(queries.departments(event))
        self.fields["department"].widget = Suggesting(lambda _language: known)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("kind") == Screen.Kind.DEPARTMENT and not cleaned.get("department"):
            self.add_error("department", _("Say whose cues the screen shows."))
        return cleaned
