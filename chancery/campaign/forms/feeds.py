"""What a user writes about a calendar for others, checked."""

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from chancery.base import cldr
from chancery.base import forms as house
from chancery.base.widgets import RadioCards
from chancery.campaign.models import CalendarFeed


class FeedForm(house.RowForm):
    """For whom a calendar is, what it shows, and in which language."""

    language = forms.ChoiceField(label=_("Language"))

    class Meta:
        model = CalendarFeed
        fields = ["name", "shows", "language", "of_all_posts"]
        widgets = {"shows": RadioCards}
        help_texts = {
            "name": _("Only the office reads it: who gets this address, so that it can be revoked alone."),
        }

    def __init__(self, *args: Any, has_posts: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        reader = get_language() or "en"
        language = self.fields["language"]
        assert isinstance(language, forms.ChoiceField)
        languages = self.instance.organiser.languages or ["en"]
        language.choices = [(code, cldr.language_in_words(code, reader)) for code in languages]
        if not has_posts:
            del self.fields["of_all_posts"]
