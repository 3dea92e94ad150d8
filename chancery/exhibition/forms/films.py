"""What a user writes about a film, checked."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from chancery.exhibition.forms.titled import TitledForm, language_choices
from chancery.exhibition.models import Film

FIRST_FILM = 1888


class FilmForm(TitledForm):
    """A film or video."""

    minutes = forms.DecimalField(
        label=_("Length in minutes"), required=False, min_value=0, max_value=1440, decimal_places=2
    )
    language = forms.ChoiceField(label=_("Language"), required=False, choices=language_choices)
    year = forms.IntegerField(label=_("Year"), required=False, min_value=FIRST_FILM, max_value=2200)

    class Meta:
        model = Film
        fields = ["titles", "about", "makers", "year", "language"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        seconds = self.instance.duration_seconds
        self.initial["minutes"] = None if seconds is None else round(seconds / 60, 2)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if "minutes" in cleaned and "minutes" in self.changed_data:
            minutes = cleaned["minutes"]
            self.instance.duration_seconds = None if minutes is None else round(minutes * 60)
        return cleaned
