"""What a user writes about an event and the places of the office, checked."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from chancery.accounts.access import Office
from chancery.accounts.models import Organiser
from chancery.base import forms as house
from chancery.base import places
from chancery.base.inputs import StateField, TimeZoneField
from chancery.base.refs import free_ref
from chancery.base.widgets import ClockInput, DayInput, WordingField
from chancery.directory.choosing import RowField
from chancery.events import queries
from chancery.events.counting_on import counted_on
from chancery.events.models import Event, Place
from chancery.events.occasion_days import NextTime
from chancery.occasions.models import SeriesEdition
from chancery.occasions.queries.series import editions_seen_by
from chancery.occasions.wording import edition_words


class EditionField(forms.ModelChoiceField):  # type: ignore[type-arg]  # it names its rows where it is made
    """A choice among editions, each named with its series."""

    def label_from_instance(self, obj: SeriesEdition) -> str:
        return edition_words(obj, get_language() or "en")


class EventForm(house.RowForm):
    """The event itself: what it is called, what it is, when it is planned."""

    time_zone = TimeZoneField()
    languages = forms.MultipleChoiceField(
        label=_("Languages"),
        required=False,
        widget=forms.CheckboxSelectMultiple({"class": "choices-wide"}),
        choices=lambda: places.languages(get_language() or "en"),
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
            "themes",
            "edition",
            "part_of",
            "languages",
        ]
        widgets = {
            "held_on": DayInput,
            "held_until_on": DayInput,
            "starts_at": ClockInput,
            "ends_at": ClockInput,
        }
        help_texts = {
            "held_until_on": _("Only for an event of several days."),
            "happened_on": _("What is known of the day it took place; the plan beside it stays."),
        }

    def __init__(self, *args: Any, office: Office, **kwargs: Any) -> None:
        super().__init__(*args, languages=office.organiser.languages, **kwargs)
        self.fields["titles"].required = True
        others = queries.events_of(office.organiser).exclude(pk=self.instance.pk)
        part_of = self.fields["part_of"]
        assert isinstance(part_of, forms.ModelChoiceField)
        part_of.queryset = others.exclude(part_of__isnull=False).prefetch_related(None)
        self.fields["edition"] = EditionField(
            editions_seen_by(office.organiser),
            label=_("Edition of a series"),
            required=False,
            empty_label=_("of no series"),
        )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        first, last = cleaned.get("held_on"), cleaned.get("held_until_on")
        if first and last and last < first:
            self.add_error("held_until_on", _("The last day is before the first; correct one of them."))
        if last and not first:
            self.add_error("held_on", _("There is a last day but no first one; give the first."))
        if cleaned.get("part_of") and self.instance.pk and self.instance.satellites.exists():
            self.add_error("part_of", _("This event has parts of its own, so it cannot be part of another."))
        return cleaned


class CopyForm(forms.Form):
    """Next year's event like this one."""

    held_on = forms.DateField(
        label=_("Day"),
        widget=DayInput,
        required=False,
        help_text=_("Proposed as far from the next anniversary as this time."),
    )

    def __init__(self, *args: Any, event: Event, next_time: NextTime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.event = event
        self.fields["held_on"].initial = next_time.held_on
        before, now = event.held_on, next_time.held_on
        self.fields["titles"] = WordingField(
            languages=event.organiser.languages,
            label=_("Titles"),
            initial=counted_on(
                event.titles,
                number=next_time.number,
                year=(before.year, now.year) if before and now else None,
            ),
            help_text=_("The number and the year in them are counted on; check them."),
        )

    def ref(self) -> str:
        """Return a short name for the copy: that of the event with the year of the copy."""
        day: date | None = self.cleaned_data["held_on"]
        stem = self.event.ref.rstrip("0123456789-") or self.event.ref
        taken = queries.refs_taken(self.event.organiser)
        return free_ref(f"{stem} {day.year}" if day else f"{stem} copy", taken, fallback=stem)


class BeginForm(forms.Form):
    """An event of a post that begins from a pattern."""

    held_on = forms.DateField(label=_("Day"), widget=DayInput, required=False)

    def __init__(self, *args: Any, pattern: Event, organiser: Organiser, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.pattern, self.organiser = pattern, organiser
        self.fields["titles"] = WordingField(
            languages=organiser.languages, label=_("Titles"), initial=pattern.titles
        )

    def ref(self) -> str:
        """Return a short name from title and year that no event of the office has."""
        event = Event(organiser=self.organiser, **self.cleaned_data)
        return queries.free_ref_of_event(event)


class PlaceForm(house.RowForm):
    """Somewhere an event is held."""

    state = StateField(label=_("State"), required=False)

    class Meta:
        model = Place
        fields = ["names", "address", "city", "state", "part_of"]
        widgets = {"address": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args: Any, office: Office, **kwargs: Any) -> None:
        super().__init__(*args, languages=office.organiser.languages, **kwargs)
        self.fields["names"].required = True
        self.fields["premises_of"] = RowField(
            label=_("On the premises of"),
            office=office,
            kinds=("body",),
            chosen=self.instance.premises_of,
            required=False,
        )
        part_of = self.fields["part_of"]
        assert isinstance(part_of, forms.ModelChoiceField)
        part_of.queryset = queries.places_of(office.organiser).exclude(pk=self.instance.pk)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        self.instance.premises_of = cleaned.get("premises_of")
        within = cleaned.get("part_of")
        if self.instance.pk and within and queries.lies_within(within, self.instance):
            self.add_error("part_of", _("That place is itself a part of this one; choose another."))
        return cleaned
