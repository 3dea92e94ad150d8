"""What a user writes about items of the running order, checked."""

import re
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from chancery.accounts.models import Organiser
from chancery.base import forms as house
from chancery.base.cldr import language_choices
from chancery.events.models import Event, Part, Participation, Place
from chancery.programme.models import (
    Act,
    Award,
    Contribution,
    Cue,
    Item,
    Message,
    Performance,
    Showing,
)
from chancery.rules.timing import duration_words

_MINUTES = re.compile(r"(\d{1,4})(?:\s*(?:min|m|′|'))?")
_SECONDS = re.compile(r"(\d{1,5})\s*(?:s|sec|″|\")")
_BOTH = re.compile(r"(?:(\d{1,2}):)?(\d{1,3}):(\d{2})")
_WORDS = re.compile(r"(?:(\d{1,2})\s*h)?\s*(?:(\d{1,3})\s*min)?\s*(?:(\d{1,2})\s*s)?")


class LengthField(forms.Field):
    """A length of time as people write it (`15 min`, `90 s`, `1:30`, `1 h 20 min`); cleans to seconds."""

    widget = forms.TextInput

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("required", False)
        super().__init__(**kwargs)

    def prepare_value(self, value: Any) -> Any:
        """Show stored seconds as words; what was typed stays as it was."""
        return duration_words(value) if isinstance(value, int) else value

    def to_python(self, value: Any) -> int | None:
        """Read the text. Errors: ValidationError with an example."""
        text = str(value or "").strip().casefold()
        if not text:
            return None
        seconds = seconds_in(text)
        if seconds is None:
            raise forms.ValidationError(_("This is not a length of time; write 15 min, 90 s or 1 h 20 min."))
        return seconds


def seconds_in(text: str) -> int | None:
    """Return the seconds a length of time stands for, None where it is none. A bare number means minutes."""
    if found := _MINUTES.fullmatch(text):
        return int(found[1]) * 60
    if found := _SECONDS.fullmatch(text):
        return int(found[1])
    if found := _BOTH.fullmatch(text):
        return int(found[1] or 0) * 3600 + int(found[2]) * 60 + int(found[3])
    if (found := _WORDS.fullmatch(text)) and any(found.groups()):
        hours, minutes, seconds = (int(part or 0) for part in found.groups())
        return hours * 3600 + minutes * 60 + seconds
    return None


class ItemForm(house.RowForm):
    """One item: what it is, how long, and where it is fixed to the clock."""

    duration_seconds = LengthField(
        label=_("Length"), help_text=_("For example 15 min, or 90 s for a silence.")
    )
    shortest_seconds = LengthField(label=_("At least"))
    longest_seconds = LengthField(label=_("At most"))
    languages = forms.MultipleChoiceField(
        label=_("Languages"), required=False, widget=forms.SelectMultiple, choices=language_choices
    )

    class Meta:
        model = Item
        fields = [
            "kind",
            "titles",
            "details",
            "duration_seconds",
            "shortest_seconds",
            "longest_seconds",
            "anchor_at",
            "anchor_day",
            "printed_time",
            "parallel",
            "parent",
            "part",
            "place",
            "languages",
            "responsible",
            "status",
            "status_reason",
            "is_public",
            "cut_order",
        ]
        widgets = {"anchor_at": forms.TimeInput(format="%H:%M", attrs={"type": "time"})}
        help_texts = {
            "anchor_at": _("Only for what must begin on the minute; the items before it are counted back."),
            "parallel": _("Items with the same word here run side by side."),
            "cut_order": _("1 is shortened first when time runs out; anthem and silence never are."),
        }

    def __init__(self, *args: Any, organiser: Organiser, event: Event, **kwargs: Any) -> None:
        super().__init__(*args, languages=organiser.languages, **kwargs)
        _choose_from(self, "place", Place.objects.filter(organiser=organiser).order_by("ref"))
        _choose_from(self, "part", Part.objects.filter(event=event).order_by("position", "id"))
        others = Item.objects.filter(event=event).exclude(pk=self.instance.pk)
        _choose_from(self, "parent", others.order_by("position", "id"))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        length, least, most = (cleaned.get(f"{name}_seconds") for name in ("duration", "shortest", "longest"))
        if length is None and (least is not None or most is not None):
            self.add_error("duration_seconds", _("Give the usual length as well."))
        if length is not None and least is not None and least > length:
            self.add_error("shortest_seconds", _("This is longer than the usual length."))
        if length is not None and most is not None and most < length:
            self.add_error("longest_seconds", _("This is shorter than the usual length."))
        return cleaned


class ActualForm(house.RowForm):
    """What happened of an item."""

    class Meta:
        model = Item
        fields = ["happened", "started_at", "ended_at", "outcome"]
        widgets = {
            name: forms.DateTimeInput(format="%Y-%m-%dT%H:%M", attrs={"type": "datetime-local"})
            for name in ("started_at", "ended_at")
        }

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        begun, ended = cleaned.get("started_at"), cleaned.get("ended_at")
        if begun and ended and ended < begun:
            self.add_error("ended_at", _("The item ended before it began; correct one of the times."))
        return cleaned


class PartOfItemForm(house.RowForm):
    """A row of an item; people come from those who take part in the event."""

    def __init__(self, *args: Any, organiser: Organiser, event: Event, **kwargs: Any) -> None:
        super().__init__(*args, languages=organiser.languages, **kwargs)
        people = Participation.objects.filter(event=event).select_related("person", "office", "body")
        for field in self.fields.values():
            if isinstance(field, forms.ModelChoiceField) and field.queryset is not None:
                model = field.queryset.model
                field.queryset = (
                    people.order_by("id")
                    if model is Participation
                    else field.queryset.filter(organiser=organiser).order_by("ref")
                )


class ContributionForm(PartOfItemForm):
    class Meta:
        model = Contribution
        fields = ["participation", "form", "mode", "titles", "language", "is_confirmed"]


class MessageForm(PartOfItemForm):
    class Meta:
        model = Message
        fields = ["author", "form", "delivery", "reader", "language"]


class ActForm(PartOfItemForm):
    class Meta:
        model = Act
        fields = ["participation", "on_behalf_of", "details"]


class PerformanceForm(PartOfItemForm):
    class Meta:
        model = Performance
        fields = ["work", "authors", "performers"]


class ShowingForm(PartOfItemForm):
    class Meta:
        model = Showing
        fields = ["film", "exhibition"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if bool(cleaned.get("film")) == bool(cleaned.get("exhibition")):
            raise forms.ValidationError(_("Choose either a film or an exhibition."))
        return cleaned


class AwardForm(PartOfItemForm):
    class Meta:
        model = Award
        fields = ["names", "laureate", "is_posthumous", "receiver", "presenter"]


class CueForm(PartOfItemForm):
    class Meta:
        model = Cue
        fields = ["department", "kind", "text"]


def _choose_from(form: forms.BaseForm, name: str, rows: Any) -> None:
    field = form.fields[name]
    assert isinstance(field, forms.ModelChoiceField)
    field.queryset = rows


# What hangs on an item: its model, its form, its heading, and the kinds of items that have it.
type RowKind = tuple[str, type[Any], type[PartOfItemForm], Any]
ROWS: Sequence[RowKind] = (
    ("contribution", Contribution, ContributionForm, _("Who contributes")),
    ("message", Message, MessageForm, _("Messages")),
    ("act", Act, ActForm, _("Wreaths, candles and other acts, in their order")),
    ("performance", Performance, PerformanceForm, _("Works performed")),
    ("showing", Showing, ShowingForm, _("Films and exhibitions")),
    ("award", Award, AwardForm, _("Awards")),
    ("cue", Cue, CueForm, _("Cues")),
)
