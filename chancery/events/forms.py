"""What a user writes about an event, checked."""

from datetime import date
from typing import Any
from zoneinfo import available_timezones

from django import forms
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from chancery.accounts.models import Organiser
from chancery.base import forms as house
from chancery.base.cldr import language_choices
from chancery.base.widgets import WordingField
from chancery.directory.models import Body, Person
from chancery.events.models import (
    Arrangement,
    Event,
    EventCampaign,
    EventMember,
    EventOccasion,
    GlossaryTerm,
    GuestCategory,
    Involvement,
    Part,
    Place,
    Station,
    Task,
)
from chancery.occasions.models import Campaign, Occasion


class DayInput(forms.DateInput):
    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class ClockInput(forms.TimeInput):
    input_type = "time"

    def __init__(self) -> None:
        super().__init__(format="%H:%M")


class EventForm(house.RowForm):
    """The event itself: what it is called, what it is, when it is planned."""

    languages = forms.MultipleChoiceField(
        label=_("Languages"), required=False, widget=forms.CheckboxSelectMultiple, choices=language_choices
    )

    class Meta:
        model = Event
        fields = [
            "titles",
            "kind",
            "status",
            "openness",
            "held_on",
            "held_until_on",
            "starts_at",
            "ends_at",
            "time_zone",
            "happened_on",
            "languages",
            "themes",
        ]
        widgets = {
            "held_on": DayInput,
            "held_until_on": DayInput,
            "starts_at": ClockInput,
            "ends_at": ClockInput,
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["titles"].required = True
        self.fields["time_zone"] = forms.ChoiceField(
            label=_("Time zone"), choices=[(zone, zone) for zone in sorted(available_timezones())]
        )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        first, last = cleaned.get("held_on"), cleaned.get("held_until_on")
        if first and last and last < first:
            self.add_error("held_until_on", _("The last day is before the first; correct one of them."))
        if last and not first:
            self.add_error("held_on", _("There is a last day but no first one; give the first."))
        return cleaned


class CopyForm(forms.Form):
    """Next year's event like this one."""

    held_on = forms.DateField(label=_("Day"), widget=DayInput, required=False)

    def __init__(self, *args: Any, event: Event, languages: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.event = event
        self.fields["titles"] = WordingField(languages=languages, label=_("Titles"), initial=event.titles)

    def ref(self, taken: set[str]) -> str:
        """Return a short name for the copy that is not among `taken`."""
        day: date | None = self.cleaned_data["held_on"]
        stem = self.event.ref.rstrip("0123456789-") or slugify(
            next(iter(self.cleaned_data["titles"].values()))
        )
        wanted = f"{stem}-{day.year}" if day else f"{stem}-copy"
        number = 2
        ref = wanted
        while ref in taken:
            ref, number = f"{wanted}-{number}", number + 1
        return ref


class OwnRowForm(house.RowForm):
    """A form whose choices come from one organiser, and the part and place from one event."""

    def __init__(self, *args: Any, organiser: Organiser, event: Event | None = None, **kwargs: Any) -> None:
        super().__init__(*args, languages=organiser.languages, **kwargs)
        owned = {Body, Person, Place, Occasion, Campaign}
        for field in self.fields.values():
            if not isinstance(field, forms.ModelChoiceField) or field.queryset is None:
                continue
            if field.queryset.model in owned:
                field.queryset = field.queryset.filter(organiser=organiser).order_by("ref")
            elif event is not None:
                field.queryset = field.queryset.filter(event=event)


class PlaceForm(OwnRowForm):
    class Meta:
        model = Place
        fields = ["names", "address", "city", "state", "part_of", "premises_of"]
        widgets = {"address": forms.Textarea(attrs={"rows": 3})}


class StationForm(OwnRowForm):
    class Meta:
        model = Station
        fields = ["place", "role", "part"]


class InvolvementForm(OwnRowForm):
    class Meta:
        model = Involvement
        fields = ["role", "body", "person", "part"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if bool(cleaned.get("body")) == bool(cleaned.get("person")):
            raise forms.ValidationError(_("Choose either a body or a person."))
        return cleaned


class PartForm(OwnRowForm):
    class Meta:
        model = Part
        fields = ["names", "kind", "held_on"]
        widgets = {"held_on": DayInput}


class OccasionLinkForm(OwnRowForm):
    class Meta:
        model = EventOccasion
        fields = ["occasion", "role", "anniversary_on"]
        widgets = {"anniversary_on": DayInput}


class CampaignLinkForm(OwnRowForm):
    class Meta:
        model = EventCampaign
        fields = ["campaign", "relation"]


class ArrangementForm(OwnRowForm):
    class Meta:
        model = Arrangement
        fields = ["kind", "texts"]


class TaskForm(OwnRowForm):
    class Meta:
        model = Task
        fields = ["title", "days_before", "owner"]

    def __init__(self, *args: Any, organiser: Organiser, **kwargs: Any) -> None:
        super().__init__(*args, organiser=organiser, **kwargs)
        owner = self.fields["owner"]
        assert isinstance(owner, forms.ModelChoiceField)
        owner.queryset = organiser.memberships.select_related("user").order_by("user__name", "id")


class GlossaryForm(OwnRowForm):
    class Meta:
        model = GlossaryTerm
        fields = ["meaning", "texts"]


class CategoryForm(OwnRowForm):
    class Meta:
        model = GuestCategory
        fields = ["names", "within"]


class EventMemberForm(OwnRowForm):
    class Meta:
        model = EventMember
        fields = ["membership", "role"]

    def __init__(self, *args: Any, organiser: Organiser, **kwargs: Any) -> None:
        super().__init__(*args, organiser=organiser, **kwargs)
        members = self.fields["membership"]
        assert isinstance(members, forms.ModelChoiceField)
        members.queryset = organiser.memberships.select_related("user").order_by("user__name", "id")
