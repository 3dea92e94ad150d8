"""What a user writes about an exhibition, checked."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from chancery.events.models import Place
from chancery.exhibition.forms.titled import TitledForm
from chancery.exhibition.models import Exhibition


class ExhibitionForm(TitledForm):
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
