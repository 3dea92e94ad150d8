"""What a user writes about films and exhibitions, checked."""

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from chancery.accounts.models import Organiser
from chancery.base import forms as house
from chancery.base import places
from chancery.events.models import Place
from chancery.exhibition.models import Exhibition, Film

FIRST_FILM = 1888


def language_choices() -> list[tuple[str, str]]:
    """The languages to choose from, by their names in the reader's language; none first."""
    return [("", ""), *places.languages(get_language() or "en")]


class WorkForm(house.RowForm):
    """What films and exhibitions have in common: a title, or at least what they are about."""

    def __init__(self, *args: Any, organiser: Organiser, **kwargs: Any) -> None:
        super().__init__(*args, languages=organiser.languages, **kwargs)
        self.organiser = organiser

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not cleaned.get("titles") and not cleaned.get("about"):
            self.add_error("titles", _("Write the title; where it is not known, say what it is about."))
        return cleaned


class FilmForm(WorkForm):
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


class ExhibitionForm(WorkForm):
    """A set of works shown together."""

    class Meta:
        model = Exhibition
        fields = ["titles", "about", "makers", "place", "opens", "closes"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        place = self.fields["place"]
        assert isinstance(place, forms.ModelChoiceField)
        place.queryset = Place.objects.filter(organiser=self.organiser).order_by("ref")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        opens, closes = cleaned.get("opens"), cleaned.get("closes")
        if opens and closes and closes.is_before(opens):
            self.add_error("closes", _("The exhibition closes before it opens; correct one of the dates."))
        return cleaned
