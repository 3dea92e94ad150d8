"""What a user writes about a calendar for others, checked."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from chancery.base import cldr
from chancery.base import forms as house
from chancery.base.widgets import RadioCards
from chancery.campaign.models import CalendarFeed
from chancery.campaign.queries.feeds import tabled_events


class FeedForm(house.RowForm):
    """For whom a calendar is, what it shows, and in which language."""

    language = forms.ChoiceField(label=_("Language"))

    class Meta:
        model = CalendarFeed
        fields = ["name", "shows", "event", "language", "of_all_posts"]
        widgets = {"shows": RadioCards}
        help_texts = {
            "name": _("Only the office reads it: who gets this address, so that it can be revoked alone."),
            "event": _("For a table of guests or answers; its address ends 30 days after the event."),
        }

    def __init__(self, *args: Any, has_posts: bool, tells_guests: bool, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if tells_guests:
            self._choose_events(today)
        else:
            del self.fields["event"]
            shows = self.fields["shows"]
            assert isinstance(shows, forms.ChoiceField)
            of_event = CalendarFeed.OF_EVENT
            shows.choices = [each for each in CalendarFeed.Shows.choices if each[0] not in of_event]
        reader = get_language() or "en"
        language = self.fields["language"]
        assert isinstance(language, forms.ChoiceField)
        languages = self.instance.organiser.languages or ["en"]
        language.choices = [(code, cldr.language_in_words(code, reader)) for code in languages]
        if not has_posts:
            del self.fields["of_all_posts"]

    def _choose_events(self, today: date) -> None:
        choice = self.fields["event"]
        assert isinstance(choice, forms.ModelChoiceField)
        choice.queryset = tabled_events(self.instance.organiser, today)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        is_of_event = cleaned.get("shows") in CalendarFeed.OF_EVENT
        if is_of_event and "event" not in self.errors and not cleaned.get("event"):
            self.add_error("event", _("Choose the event whose guests or answers are told."))
        # What was chosen before the kind was changed is left behind.
        meant = {"of_all_posts": False} if is_of_event else {"event": None}
        return cleaned | {name: value for name, value in meant.items() if name in self.fields}
