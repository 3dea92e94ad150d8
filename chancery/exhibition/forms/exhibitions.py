"""What a user writes about an exhibition, its stays and its rooms, checked."""

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from chancery.accounts.models import Organiser
from chancery.base import forms as house
from chancery.base import places
from chancery.exhibition.forms.titled import TitledForm
from chancery.exhibition.models import Exhibition, Room, Stay


class ExhibitionForm(TitledForm):
    """A set of works shown together."""

    languages = forms.MultipleChoiceField(
        label=_("Languages of labels and of the public page"),
        required=False,
        choices=lambda: places.languages(get_language() or "en"),
        widget=forms.CheckboxSelectMultiple({"class": "choices-wide"}),
        help_text=_("Each work then needs its caption and the description of its picture in each of them."),
    )

    class Meta:
        model = Exhibition
        fields = ["titles", "about", "makers", "credits", "languages"]

    def clean_languages(self) -> list[str]:
        """The chosen languages, those of the office first and in its order; the first is that of the page."""
        chosen = set(self.cleaned_data["languages"])
        order = [*self.organiser.languages, *(code for code, _name in places.languages("en"))]
        return [code for code in dict.fromkeys(order) if code in chosen]


class InExhibitionForm(house.RowForm):
    """A row that hangs on an exhibition."""

    def __init__(self, *args: Any, organiser: Organiser, **kwargs: Any) -> None:
        super().__init__(*args, languages=organiser.languages, **kwargs)
        for field in self.fields.values():
            if isinstance(field, forms.ModelChoiceField) and field.queryset is not None:
                field.queryset = field.queryset.filter(organiser=organiser).order_by("ref")


class StayForm(InExhibitionForm):
    """The exhibition at one place."""

    class Meta:
        model = Stay
        fields = ["place", "event", "opens", "closes", "hours", "opened_by"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        opens, closes = cleaned.get("opens"), cleaned.get("closes")
        if opens and closes and closes.is_before(opens):
            self.add_error("closes", _("The exhibition closes before it opens; correct one of the dates."))
        return cleaned


class RoomForm(InExhibitionForm):
    """A room, wall or section."""

    class Meta:
        model = Room
        fields = ["names", "about"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if self.has_changed() and not cleaned.get("names"):
            self.add_error("names", _("Write the name of the room or section."))
        return cleaned


def stays_formset(sent: Any, exhibition: Exhibition) -> house.RowsFormSet:
    """The stays of an exhibition, in the order the office gives them."""
    made = house.rows_of(Exhibition, Stay, StayForm, can_order=True)
    return made(
        sent, instance=exhibition, queryset=_in_order(Stay), prefix="stay", form_kwargs=_of(exhibition)
    )


def rooms_formset(sent: Any, exhibition: Exhibition) -> house.RowsFormSet:
    """The rooms of an exhibition, in the order of the visit."""
    made = house.rows_of(Exhibition, Room, RoomForm, can_order=True)
    return made(
        sent, instance=exhibition, queryset=_in_order(Room), prefix="room", form_kwargs=_of(exhibition)
    )


def _in_order(model: type[Stay | Room]) -> Any:
    return model._default_manager.order_by("position", "pk")


def _of(exhibition: Exhibition) -> dict[str, Any]:
    return {"organiser": exhibition.organiser}
