"""What a user says of a room: its names, the furniture it begins with, a plan of another program."""

from codecs import BOM_UTF8
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from chancery.accounts.access import Office
from chancery.base import forms as house
from chancery.base import sent_json
from chancery.base.reasons import in_words
from chancery.base.widgets import FileDrop, RadioCards
from chancery.events import queries as events
from chancery.rules.seating import pretix, ready
from chancery.rules.seating.layout import LARGEST, SMALLEST, LayoutRefused
from chancery.rules.seating.ready import Asked, Ready
from chancery.seating.models import Room

LARGEST_FILE = 10_000_000
READY_WORDS = {
    Ready.EMPTY: _("empty room"),
    Ready.CENTRE_AISLE: _("hall with a centre aisle"),
    Ready.TWO_AISLES: _("hall with two aisles"),
    Ready.BANQUET: _("banquet at round tables"),
    Ready.CONFERENCE: _("conference at a U"),
    Ready.STATE_TABLE: _("one long table of state"),
    Ready.BOARD: _("head table before round tables"),
    Ready.STANDING: _("standing reception"),
}


class RoomForm(house.RowForm):
    """The names, the place and the note of a room."""

    class Meta:
        model = Room
        fields = ("names", "place", "note")
        widgets = {"note": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args: Any, office: Office, **kwargs: Any) -> None:
        super().__init__(*args, languages=office.organiser.languages, **kwargs)
        self.fields["names"].required = True
        place = self.fields["place"]
        assert isinstance(place, forms.ModelChoiceField)
        place.queryset = events.places_of(office.organiser)
        place.empty_label = str(_("no place"))


class NewRoomForm(RoomForm):
    """A new room with the furniture it begins with; `layout` is its drawing once the form is valid."""

    furniture = forms.ChoiceField(
        label=_("Furniture to begin with"), choices=list(READY_WORDS.items()), widget=RadioCards
    )
    guests = forms.IntegerField(
        label=_("Places for"),
        min_value=1,
        max_value=ready.MOST_GUESTS,
        required=False,
        help_text=_("How many shall have a place; an empty room needs none."),
    )
    each = forms.IntegerField(
        label=_("Seats of a row or table"),
        min_value=2,
        max_value=60,
        required=False,
        help_text=_("Empty for what is usual."),
    )
    width = forms.IntegerField(
        label=_("Width of the room (cm)"),
        min_value=SMALLEST,
        max_value=LARGEST,
        required=False,
        help_text=_("Across the drawing; empty for a room that the furniture fits."),
    )
    depth = forms.IntegerField(
        label=_("Depth of the room (cm)"),
        min_value=SMALLEST,
        max_value=LARGEST,
        required=False,
        help_text=_("Down the drawing, from the stage to the back."),
    )
    layout: dict[str, Any]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        kind = cleaned.get("furniture")
        if not kind or self.errors:
            return cleaned
        if kind != Ready.EMPTY and not cleaned.get("guests"):
            self.add_error("guests", _("Say how many shall have a place."))
            return cleaned
        numbers = {name: cleaned.get(name) or 0 for name in ("guests", "each", "width", "depth")}
        try:
            self.layout = ready.ready_layout(Ready(kind), Asked(**numbers))
        except LayoutRefused as refused:
            self.add_error(None, in_words(refused.reason))
        return cleaned


class SizeForm(forms.Form):
    """The sides of a room."""

    width = forms.IntegerField(label=_("Width of the room (cm)"), min_value=SMALLEST, max_value=LARGEST)
    depth = forms.IntegerField(label=_("Depth of the room (cm)"), min_value=SMALLEST, max_value=LARGEST)


class PretixForm(forms.Form):
    """A seat plan of pretix; `imported` is what was read once the form is valid."""

    upload = forms.FileField(
        label=_("Seat plan"),
        widget=FileDrop({"accept": ".json,application/json"}),
        help_text=_("The JSON file that pretix and its plan editor save."),
    )
    imported: pretix.Imported

    def clean_upload(self) -> Any:
        upload = self.cleaned_data["upload"]
        if upload.size > LARGEST_FILE:
            raise forms.ValidationError(_("The file is larger than 10 MB; a seat plan is not."))
        try:
            plan = sent_json.read_json(upload.read().removeprefix(BOM_UTF8))
        except sent_json.NotReadable:
            raise forms.ValidationError(
                _("The file is no JSON; save the seat plan again and choose that file.")
            ) from None
        try:
            self.imported = pretix.read_plan(plan)
        except LayoutRefused as refused:
            raise forms.ValidationError(in_words(refused.reason)) from None
        return upload
