"""What a user writes of the course of an event: what became of each item, and items that came on the day."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from chancery.base import forms as house
from chancery.base import sent_json
from chancery.base.languages import wording
from chancery.events.access import EventOffice
from chancery.events.models import Event
from chancery.programme.models import Happened, Item
from chancery.record.queries import course as queries
from chancery.rules.course import moment_of, written_moment

NOW = "now"
FIELDS = ("happened", "started_at", "ended_at", "outcome")
TIMES = ("started_at", "ended_at")


@dataclass(frozen=True, slots=True)
class Place:
    """Where the clock times of an item belong: the zone, its day, and the moment they are nearest to."""

    zone: ZoneInfo
    day: date | None
    near: datetime | None

    def moment(self, text: str) -> datetime:
        """Read a time as it was typed. Errors: ValidationError with an example."""
        written = written_moment(text)
        if written is None:
            raise forms.ValidationError(
                _("“%(text)s” is not a time; write 19:04, or 2025-02-26 00:10 with its day."),
                params={"text": text[:40]},
            )
        on, clock = written
        day = on or self.day
        if day is None:
            raise forms.ValidationError(
                _("The day of the event is not known; write the day before the time.")
            )
        return moment_of(clock, day, self.zone, None if on else self.near)

    def words(self, moment: datetime | None) -> str:
        """Write a moment so that it is read as the same one again: the day only where it is needed."""
        if moment is None:
            return ""
        local = moment.astimezone(self.zone)
        clock = f"{local:%H:%M:%S}" if local.second else f"{local:%H:%M}"
        if self.day is not None and moment_of(local.time(), self.day, self.zone, self.near) == moment:
            return clock
        return f"{local:%Y-%m-%d} {clock}"


def places_of(event: Event, items: Sequence[Item]) -> dict[int, Place]:
    """The place of each of `items`, which are all of the event, by their keys."""
    plan = queries.plan_of(event, items)
    zone = ZoneInfo(event.time_zone)
    places = {}
    for item in items:
        near = queries.moment_near(event, item, plan.get(item.ref))
        day = (item.part.held_on if item.part else None) or event.held_on
        places[item.pk] = Place(zone, near.astimezone(zone).date() if near else day, near)
    return places


class MomentField(forms.CharField):
    """A time as people say it of an item: 19:04, with the day where it is another one, or “now”."""

    def __init__(self, **kwargs: Any) -> None:
        short = {"inputmode": "numeric", "placeholder": "19:04", "data-short": True, "dir": "ltr"}
        kwargs.setdefault("widget", forms.TextInput({**short, "autocomplete": "off"}))
        super().__init__(required=False, max_length=40, **kwargs)


class OutcomeForm(house.RowForm):
    """What became of one item, beside its plan."""

    started_at = MomentField(label=_("Begun"))
    ended_at = MomentField(label=_("Ended"))

    class Meta:
        model = Item
        fields = ["happened", "outcome"]
        labels = {"happened": _("In fact")}
        help_texts = {"outcome": _("In a few words: moved up, shortened, another speaker.")}

    def __init__(self, *args: Any, place: Place, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.place = place
        self.initial = {**self.initial, **written_of(self.instance, place)}
        self.order_fields(FIELDS)

    def clean_started_at(self) -> datetime | None:
        return self._moment("started_at")

    def clean_ended_at(self) -> datetime | None:
        return self._moment("ended_at")

    def _moment(self, name: str) -> datetime | None:
        text: str = self.cleaned_data[name].strip()
        if text == self.initial[name]:
            stored: datetime | None = getattr(self.instance, name)
            return stored
        if text.casefold() in {NOW, gettext("now").casefold()}:
            return timezone.now().replace(microsecond=0)
        return self.place.moment(text) if text else None

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        begun, ended = cleaned.get("started_at"), cleaned.get("ended_at")
        if begun and ended and ended < begun:
            self.add_error("ended_at", _("The item ended before it began; correct one of the times."))
        if (begun or ended) and cleaned.get("happened") == Happened.NO:
            self.add_error("happened", _("What did not take place has no times; correct one of the two."))
        if not self.errors:
            self.instance.started_at, self.instance.ended_at = begun, ended
        return cleaned


def written_of(item: Item, place: Place) -> dict[str, str]:
    """What stands in the fields of an item on its page."""
    times = {name: place.words(getattr(item, name)) for name in TIMES}
    return {"happened": item.happened, "outcome": item.outcome, **times}


def shown(written: Mapping[str, str]) -> str:
    """What a page shows of an item as one text, so that only what is changed there is saved."""
    return json.dumps([written[name] for name in FIELDS])


class CourseSheet:
    """
    The fields of all items on one page, as they were sent.

    Only what differs from what the page had shown is taken over, so that two who write at once lose nothing.
    `forms` holds a form for each item of which something was changed, by code; `is_valid` checks them.
    """

    def __init__(self, sent: Mapping[str, str], items: Sequence[Item], places: Mapping[int, Place]) -> None:
        found = ((item.code, _form(sent, item, places[item.pk])) for item in items)
        self.forms: dict[str, OutcomeForm] = {code: form for code, form in found if form is not None}

    def is_valid(self) -> bool:
        """Whether everything that was changed can be saved."""
        # Every form is asked, so that everything that is wrong is told at once.
        return not [form for form in self.forms.values() if not form.is_valid()]

    @property
    def items(self) -> list[Item]:
        """The items that were changed, with what was written in them, unsaved."""
        return [form.instance for form in self.forms.values()]


def _form(sent: Mapping[str, str], item: Item, place: Place) -> OutcomeForm | None:
    before = dict(zip(FIELDS, _before(sent, item), strict=True))
    written = {name: sent.get(f"{item.code}-{name}", before[name]).strip() for name in FIELDS}
    if sent.get("now", "").startswith(f"{item.code}-"):
        written[sent["now"].removeprefix(f"{item.code}-")] = NOW
    changed = {name: text for name, text in written.items() if name in before and text != before[name]}
    if not changed:
        return None
    return OutcomeForm(written_of(item, place) | changed, instance=item, place=place)


def _before(sent: Mapping[str, str], item: Item) -> Iterator[str]:
    """What the page had shown of an item; nothing where it was not on it."""
    try:
        texts = sent_json.read_json(sent.get(f"{item.code}-shown", "").encode(errors="replace"))
    except sent_json.NotReadable:
        texts = None
    if not isinstance(texts, list) or len(texts) != len(FIELDS):
        texts = [""] * len(FIELDS)
    return (str(text).strip() for text in texts)


class CameForm(forms.Form):
    """An item that came on the day, in one line: what, which kind, and after which other item."""

    title = forms.CharField(max_length=300)
    kind = forms.ChoiceField(label=_("Kind"), choices=Item.Kind, initial=Item.Kind.SPEECH)
    after = forms.ChoiceField(label=_("After"), required=False)

    def __init__(self, *args: Any, office: EventOffice, items: Sequence[Item], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.event = office.event
        language = get_language() or "en"
        self.language: str = next(iter(office.event.languages or office.organiser.languages), language)
        self.by_code = {item.code: item for item in items}
        named = [
            (code, wording(item.titles, language).text or str(item)) for code, item in self.by_code.items()
        ]
        after = self.fields["after"]
        assert isinstance(after, forms.ChoiceField)
        after.choices = [("", _("at the beginning")), *named]
        after.initial = next(reversed(self.by_code), "")
        self.fields["title"].label = _("Title")

    def item(self) -> Item:
        """Return the item as it was written, unsaved; it was not planned, and it took place."""
        written = self.cleaned_data
        return Item(
            event=self.event,
            kind=written["kind"],
            titles={self.language: written["title"]},
            is_planned=False,
            happened=Happened.YES,
        )

    @property
    def item_before(self) -> Item | None:
        """The item behind which it stands; None for the beginning."""
        return self.by_code.get(self.cleaned_data["after"])
