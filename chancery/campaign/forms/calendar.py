"""Which part of the calendar a reader asks for by its address, checked."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from chancery.accounts.models import Organiser
from chancery.base.languages import wording
from chancery.base.widgets import DayInput
from chancery.rules.anniversaries import ROUND_STEPS

YEAR, LIST, ROUND = "year", "list", "round"
VIEWS = (YEAR, LIST, ROUND)
FIRST_YEAR, LAST_YEAR = 1900, 2200
MOST_YEARS = 30
ROUND_YEARS = 15
"""So far ahead round numbers are looked for."""
AGENDA = timedelta(days=365)
"""The list begins as a year from today."""


class CalendarForm(forms.Form):
    """
    The address of a calendar page; an empty one asks for this year.

    `posts` are the posts of a ministry, from which one can be chosen. What cannot be read is told, and
    the usual stands instead.
    """

    year = forms.IntegerField(label=_("Year"), min_value=FIRST_YEAR, max_value=LAST_YEAR, required=False)
    begins = forms.DateField(label=_("From"), widget=DayInput, required=False)
    ends = forms.DateField(label=_("To"), widget=DayInput, required=False)
    round = forms.TypedChoiceField(label=_("Round numbers"), coerce=int, empty_value=None, required=False)
    post = forms.ChoiceField(label=_("Post"), required=False)

    def __init__(self, *args: Any, today: date, posts: list[Organiser], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.posts = {post.ref: post for post in posts}
        language = get_language() or "en"
        asked = str(self.data.get("view", ""))
        self.view = asked if asked in VIEWS else YEAR
        self._choices("round", [("", gettext("10, 20, 25 and so on")), *_steps()])
        named = sorted((wording(post.names, language).text, post.ref) for post in posts)
        self._choices("post", [("", gettext("all posts")), *((ref, name) for name, ref in named)])
        self.fields["year"].widget.attrs["placeholder"] = today.year
        for name in self._unused():
            del self.fields[name]

    def _choices(self, name: str, choices: list[tuple[Any, str]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices

    def _unused(self) -> list[str]:
        """The fields of other views; a choice of posts only where there are any."""
        unused = {YEAR: ["begins", "ends"], LIST: ["year"], ROUND: ["year", "begins", "ends"]}[self.view]
        return [*unused, *([] if self.posts else ["post"])]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        begins, ends = cleaned.get("begins"), cleaned.get("ends")
        if begins and ends and ends < begins:
            self.add_error("ends", _("The last day is before the first; correct one of them."))
        elif begins and ends and ends.year - begins.year > MOST_YEARS:
            self.add_error(
                "ends", _("A list holds %(years)s years at most; choose fewer.") % {"years": MOST_YEARS}
            )
        elif begins and not FIRST_YEAR <= begins.year <= LAST_YEAR:
            self.add_error("begins", _("Choose a year from 1900 to 2200."))
        return cleaned

    @property
    def chosen_year(self) -> int:
        return self._told("year") or self.today.year

    @property
    def step(self) -> int | None:
        """By which step numbers are round; None for the house's own."""
        step: int | None = self._told("round")
        return step

    @property
    def chosen_post(self) -> Organiser | None:
        return self.posts.get(self._told("post") or "")

    def span(self) -> tuple[date, date]:
        """The first and last day that are asked for."""
        if self.view == YEAR:
            return date(self.chosen_year, 1, 1), date(self.chosen_year, 12, 31)
        if self.view == ROUND:
            return self.today, self.today.replace(year=self.today.year + ROUND_YEARS, day=1)
        first = self._told("begins") or self.today
        last = self._told("ends")
        return first, last if last and last >= first else first + AGENDA

    def _told(self, name: str) -> Any:
        self.is_valid()
        return self.cleaned_data.get(name) if name not in self.errors else None


def _steps() -> list[tuple[int, str]]:
    return [(step, gettext("every %(step)sth") % {"step": step}) for step in ROUND_STEPS]
