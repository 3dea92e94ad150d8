"""One item of the running order: what it is, how long it lasts, when it begins, and what became of it."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from chancery.base import forms as house
from chancery.base import places
from chancery.base.cldr import language_in_words
from chancery.base.widgets import ClockInput, MomentInput
from chancery.events.access import EventOffice
from chancery.events.models import Part, Place
from chancery.programme import queries
from chancery.programme.forms.fields import LengthField, TimeField, WrittenTime, time_words
from chancery.programme.models import Happened, Item
from chancery.rules import timing


def language_choices() -> list[tuple[str, str]]:
    """The languages to choose from, by their names in the reader's language; none first."""
    return [("", ""), *places.languages(get_language() or "en")]


class ItemForm(house.GroupedRowForm):
    """One item. Its fields stand in groups, in the order in which an officer thinks of them."""

    duration_seconds = LengthField(
        label=_("Length"), help_text=_("For example 15 min, or 90 s for a silence.")
    )
    shortest_seconds = LengthField(
        label=_("At least"), help_text=_("With bounds it stretches and shrinks between fixed times.")
    )
    longest_seconds = LengthField(label=_("At most"))
    transition_seconds = LengthField(
        label=_("Needed before it"), help_text=_("For moving chairs, or walking to the next place.")
    )
    time = TimeField(
        label=_("Fixed time"),
        help_text=_("Only for what must begin on the minute; T-15 is a quarter of an hour before the start."),
    )
    languages = forms.MultipleChoiceField(
        label=_("Languages"), required=False, widget=forms.CheckboxSelectMultiple
    )

    class Meta:
        model = Item
        fields = [
            "kind",
            "titles",
            "details",
            "honours",
            "languages",
            "duration_seconds",
            "shortest_seconds",
            "longest_seconds",
            "transition_seconds",
            "anchor_day",
            "ends_at",
            "latest_arrival",
            "printed_time",
            "parent",
            "parallel",
            "track",
            "part",
            "place",
            "responsible",
            "is_public",
            "status",
            "status_reason",
            "cut_order",
        ]
        widgets = {"ends_at": ClockInput, "latest_arrival": ClockInput}
        help_texts = {
            "anchor_day": _("0 is the first day; left open, the day that brings the time nearest is taken."),
            "printed_time": _("As it is printed where it is not a clock time: at dawn, about noon."),
            "parallel": _("Items with the same word here run side by side."),
            "track": _("Side by side, items with the same track follow each other."),
            "cut_order": _("1 is shortened first when time runs out; anthem and silence never are."),
        }

    GROUPS: ClassVar = (
        (_("What it is"), ("kind", "titles", "details", "honours", "languages"), True),
        (_("How long"), ("duration_seconds", "shortest_seconds", "longest_seconds"), True),
        (
            _("When"),
            ("time", "anchor_day", "ends_at", "latest_arrival", "transition_seconds", "printed_time"),
            False,
        ),
        (_("Within and beside other items"), ("parent", "parallel", "track", "part"), False),
        (
            _("Where, by whom, and how firmly"),
            ("place", "responsible", "is_public", "status", "status_reason", "cut_order"),
            False,
        ),
    )

    def __init__(self, *args: Any, office: EventOffice, **kwargs: Any) -> None:
        super().__init__(*args, languages=office.organiser.languages, **kwargs)
        self.event = office.event
        self.others = [item for item in queries.items_alone(office.event) if item.pk != self.instance.pk]
        self.fields["languages"].choices = self._languages(office)  # type: ignore[attr-defined]  # a choice
        self.initial["time"] = time_words(queries.anchor_of(self.instance))
        self.initial["transition_seconds"] = self.instance.transition_seconds or None
        _choose_from(self, "place", Place.objects.filter(organiser=office.organiser).order_by("ref"))
        _choose_from(self, "part", Part.objects.filter(event=office.event).order_by("position", "id"))
        others = Item.objects.filter(event=office.event).exclude(pk=self.instance.pk)
        _choose_from(self, "parent", others.order_by("position", "id"))

    def _languages(self, office: EventOffice) -> list[tuple[str, str]]:
        """The languages of the event and of the office, and those of the item already."""
        known = [*office.event.languages, *office.organiser.languages, *self.instance.languages]
        reader = get_language() or "en"
        return [(code, language_in_words(code, reader)) for code in dict.fromkeys(known)]

    def clean_transition_seconds(self) -> int:
        """Nothing written is no time needed."""
        return self.cleaned_data["transition_seconds"] or 0

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if "time" in cleaned and "time" in self.changed_data:
            take_time(self.instance, cleaned)
        self._check_lengths(cleaned)
        self._check_parent(cleaned)
        if cleaned.get("status") == Item.Status.FIXED and cleaned.get("status_reason"):
            self.add_error("status_reason", _("A fixed item needs no reason; change its status, too."))
        return cleaned

    def _check_lengths(self, cleaned: dict[str, Any]) -> None:
        length, least, most = (cleaned.get(f"{name}_seconds") for name in ("duration", "shortest", "longest"))
        if length is None and (least is not None or most is not None):
            self.add_error("duration_seconds", _("Give the usual length as well."))
        if length is not None and least is not None and least > length:
            self.add_error("shortest_seconds", _("This is longer than the usual length."))
        if length is not None and most is not None and most < length:
            self.add_error("longest_seconds", _("This is shorter than the usual length."))

    def _check_parent(self, cleaned: dict[str, Any]) -> None:
        """Refuse what would nest the item in itself, in the words of the rules."""
        parent = cleaned.get("parent")
        if parent is None or self.instance.pk is None:
            return
        tried = [timing.Item(self.instance.ref, title=str(self.instance), parent=parent.ref)]
        tried += [
            timing.Item(other.ref, title=str(other), parent=queries.parent_ref(other))
            for other in self.others
        ]
        try:
            timing.ordered(tried)
        except timing.ProgrammeNotReadable as trouble:
            self.add_error("parent", gettext(trouble.template) % trouble.values)


def take_time(item: Item, cleaned: dict[str, Any]) -> None:
    """
    Put a fixed time that was written into an item, and into `cleaned` its end or length where that was told.

    A time told from the start is printed as it was written.
    """
    time: WrittenTime | None = cleaned["time"]
    begin, end = (time.begin, time.end) if time else (None, None)
    item.anchor_at = begin.at if isinstance(begin, timing.ClockAnchor) else None
    item.anchor_offset_seconds = begin.seconds if isinstance(begin, timing.StartAnchor) else None
    if isinstance(end, timing.ClockAnchor):
        cleaned["ends_at"] = end.at
    if isinstance(begin, timing.StartAnchor) and isinstance(end, timing.StartAnchor):
        cleaned["duration_seconds"] = cleaned.get("duration_seconds") or max(end.seconds - begin.seconds, 0)
    if time and time.is_from_start:
        cleaned["printed_time"] = cleaned.get("printed_time") or time.text[:40]


class QuickItemForm(forms.Form):
    """One line: what, which kind, how long, and perhaps when."""

    title = forms.CharField(max_length=300)
    kind = forms.ChoiceField(label=_("Kind"), choices=Item.Kind, initial=Item.Kind.SPEECH)
    length = LengthField(label=_("Length"))
    time = TimeField(label=_("Fixed time"))

    def __init__(self, *args: Any, office: EventOffice, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.event = office.event
        languages = office.event.languages or office.organiser.languages or [get_language() or "en"]
        self.language: str = languages[0]
        self.fields["title"].label = gettext("Title (%(language)s)") % {
            "language": language_in_words(self.language, get_language() or "en")
        }

    def item(self) -> Item:
        """Return the item as it was written, unsaved."""
        written = self.cleaned_data
        item = Item(event=self.event, kind=written["kind"], titles={self.language: written["title"]})
        columns = {"time": written["time"], "duration_seconds": written["length"]}
        take_time(item, columns)
        item.duration_seconds, item.ends_at = columns["duration_seconds"], columns.get("ends_at")
        item.printed_time = columns.get("printed_time", "")
        return item


class ActualForm(house.RowForm):
    """What happened of an item, beside its plan."""

    class Meta:
        model = Item
        fields = ["happened", "started_at", "ended_at", "outcome"]
        widgets = {"started_at": MomentInput, "ended_at": MomentInput}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        begun, ended = cleaned.get("started_at"), cleaned.get("ended_at")
        if begun and ended and ended < begun:
            self.add_error("ended_at", _("The item ended before it began; correct one of the times."))
        if (begun or ended) and cleaned.get("happened") == Happened.NO:
            self.add_error("happened", _("What did not take place has no times; correct one of the two."))
        return cleaned


def _choose_from(form: forms.BaseForm, name: str, rows: Any) -> None:
    field = form.fields[name]
    assert isinstance(field, forms.ModelChoiceField)
    field.queryset = rows
