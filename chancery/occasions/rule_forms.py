"""How the day of an occasion is found in a year, as a user writes it: a small form for each kind of rule."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from chancery.base.widgets import RadioCards
from chancery.occasions import rule_words
from chancery.rules.anniversaries import HijriTable, Rule, UnreadableRule, plain_rule, read_rule
from chancery.rules.anniversaries.calendars import ADAR, ADAR_II, HEBREW_MONTHS, HIJRI_MONTHS
from chancery.rules.anniversaries.plain import WEEKDAYS

_ANNOUNCED = re.compile(r"\s*(\d{1,4})\s*[=:]\s*(\d{4}-\d{2}-\d{2})\s*")

NO_RULE = "none"
KINDS = (
    (NO_RULE, _("No rule: the day is told for each event")),
    ("fixed", _("The same day every year")),
    ("nth-weekday", _("A weekday of a month")),
    ("easter", _("Counted from Easter")),
    ("hebrew", _("A day of the Hebrew calendar")),
    ("hijri", _("A day of the Hijri calendar")),
)


def _months() -> list[tuple[int, str]]:
    return list(enumerate(rule_words.month_names(), start=1))


def _named(months: Sequence[str]) -> list[tuple[int, str]]:
    return [(number, gettext(name)) for number, name in enumerate(months, start=1)]


def _weekdays() -> list[tuple[str, str]]:
    return list(zip(WEEKDAYS, rule_words.weekday_names(), strict=True))


def _missing(*, is_open: bool) -> list[tuple[str, Any]]:
    choices = [(choice.value, words) for choice, words in rule_words.MISSING.items()]
    return [("", _("not decided")), *choices] if is_open else choices


class KindForm(forms.Form):
    """The fields of one kind of rule, named as `read_rule` wants them."""

    numbers: ClassVar[frozenset[str]] = frozenset({"month", "day", "nth", "plus_days", "adar_of_leap_years"})

    def plain(self) -> dict[str, Any]:
        """Return what was written; an empty field is left out."""
        written = {name: value for name, value in self.cleaned_data.items() if value not in (None, "", {})}
        return {name: int(value) if name in self.numbers else value for name, value in written.items()}


class FixedForm(KindForm):
    month = forms.TypedChoiceField(label=_("Month"), choices=_months, coerce=int)
    day = forms.IntegerField(label=_("Day"), min_value=1, max_value=31)
    missing = forms.ChoiceField(
        label=_("In years without 29 February"),
        choices=lambda: _missing(is_open=True),
        required=False,
        help_text=_("Asked only for that day; every year counts for the number all the same."),
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        is_leap_day = (cleaned.get("month"), cleaned.get("day")) == (2, 29)
        if is_leap_day and not cleaned.get("missing"):
            self.add_error("missing", _("Decide what is kept in years without 29 February."))
        if not is_leap_day:
            cleaned["missing"] = ""
        return cleaned


class WeekdayForm(KindForm):
    nth = forms.TypedChoiceField(label=_("Which one"), choices=list(rule_words.PLACES.items()), coerce=int)
    weekday = forms.ChoiceField(label=_("Weekday"), choices=_weekdays)
    month = forms.TypedChoiceField(label=_("Month"), choices=_months, coerce=int)
    plus_days = forms.IntegerField(
        label=_("And so many days"),
        required=False,
        min_value=-60,
        max_value=60,
        help_text=_("1 is the day after it, -1 the day before."),
    )


class EasterForm(KindForm):
    plus_days = forms.IntegerField(
        label=_("Days after Easter Sunday"),
        required=False,
        min_value=-70,
        max_value=120,
        help_text=_("-2 is Good Friday, 39 Ascension Day, 49 Pentecost."),
    )
    tradition = forms.ChoiceField(label=_("Reckoning"), choices=list(rule_words.TRADITIONS.items()))


class HebrewForm(KindForm):
    day = forms.IntegerField(label=_("Day"), min_value=1, max_value=30)
    month = forms.TypedChoiceField(label=_("Month"), choices=lambda: _named(HEBREW_MONTHS), coerce=int)
    missing = forms.ChoiceField(
        label=_("In years without the day"), choices=lambda: _missing(is_open=False), initial="day-after"
    )
    adar_of_leap_years = forms.TypedChoiceField(
        label=_("A day of Adar in years that have two"),
        choices=[(ADAR_II, _("in the second Adar")), (ADAR, _("in the first Adar"))],
        coerce=int,
    )


class HijriForm(KindForm):
    day = forms.IntegerField(label=_("Day"), min_value=1, max_value=30)
    month = forms.TypedChoiceField(label=_("Month"), choices=lambda: _named(HIJRI_MONTHS), coerce=int)
    table = forms.ChoiceField(
        label=_("By which table"),
        choices=lambda: [(table.value, gettext(table.words.template)) for table in HijriTable],
        help_text=_("Stored with the rule, because tables differ by a day."),
    )
    missing = forms.ChoiceField(
        label=_("In years without the day"), choices=lambda: _missing(is_open=False), initial="day-before"
    )
    announced = forms.CharField(
        label=_("Days that were announced"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "dir": "ltr"}),
        help_text=_("A line each, as 1446 = 2024-07-17: the Hijri year and its day."),
    )

    def clean_announced(self) -> dict[str, str]:
        """Read the announced days, one a line."""
        found = {}
        for line in filter(str.strip, self.cleaned_data["announced"].splitlines()):
            written = _ANNOUNCED.fullmatch(line)
            if written is None:
                raise forms.ValidationError(
                    _("“%(line)s” is not a year and a day; write it as 1446 = 2024-07-17."),
                    params={"line": line[:40]},
                )
            found[written[1]] = written[2]
        return found


FORMS: Mapping[str, type[KindForm]] = {
    "fixed": FixedForm,
    "nth-weekday": WeekdayForm,
    "easter": EasterForm,
    "hebrew": HebrewForm,
    "hijri": HijriForm,
}


class MovesForm(forms.Form):
    """By how many days the day is moved when it falls on a weekday."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for key, name in _weekdays():
            self.fields[key] = forms.TypedChoiceField(label=name, choices=_shifts, coerce=int, required=False)

    def moves(self) -> dict[str, int]:
        """Return the weekdays on which the day is not kept, with the days it is moved by."""
        return {key: days for key, days in self.cleaned_data.items() if days}


def _shifts() -> list[tuple[int, str]]:
    return [(0, gettext("kept")), *((days, _shift_words(days)) for days in range(-6, 7) if days)]


def _shift_words(days: int) -> str:
    later = ngettext("%(days)s day later", "%(days)s days later", abs(days))
    earlier = ngettext("%(days)s day earlier", "%(days)s days earlier", abs(days))
    return (later if days > 0 else earlier) % {"days": abs(days)}


class RuleForm:
    """
    The whole rule: its kind, the fields of that kind, and its moves.

    All kinds stand on the page, so that it works without scripts; only the chosen one is read. `without`
    words the choice of no rule.
    """

    def __init__(self, sent: Any, *, stored: Mapping[str, Any], without: Promise | str = KINDS[0][1]) -> None:
        kind = stored.get("kind", NO_RULE)
        chosen = sent.get("kind") if sent else None
        self.kind = _KindChoice(sent, initial={"kind": kind}, without=without)
        self.forms = {
            name: form(
                sent if name == chosen else None,
                prefix=name,
                initial=_initial(stored) if name == kind else None,
            )
            for name, form in FORMS.items()
        }
        self.moves = MovesForm(sent, prefix="moves", initial=stored.get("moves", {}))
        self.rule: Rule | None = None

    @property
    def groups(self) -> list[tuple[str, Any, KindForm]]:
        """The forms of the kinds with their keys and headings."""
        names = dict(KINDS)
        return [(key, names[key], form) for key, form in self.forms.items()]

    def is_valid(self) -> bool:
        """Check what was written; afterwards `rule` holds it, None where no rule was chosen."""
        if not (self.kind.is_valid() and self.moves.is_valid()):
            return False
        chosen = self.forms.get(self.kind.cleaned_data["kind"])
        if chosen is None:
            return True
        return chosen.is_valid() and self._is_readable(chosen)

    def _is_readable(self, chosen: KindForm) -> bool:
        plain = {"kind": self.kind.cleaned_data["kind"], **chosen.plain()}
        try:
            self.rule = read_rule(plain | {"moves": self.moves.moves()})
        except UnreadableRule as trouble:
            field = trouble.field if trouble.field in chosen.fields else None
            chosen.add_error(field, gettext(trouble.template) % trouble.values)
            return False
        return True

    def stored(self) -> dict[str, Any]:
        """Return the rule as its row keeps it; empty where there is none."""
        return plain_rule(self.rule) if self.rule is not None else {}


class _KindChoice(forms.Form):
    kind = forms.ChoiceField(label=_("Kind of rule"), widget=RadioCards)

    def __init__(self, *args: Any, without: Promise | str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kind = self.fields["kind"]
        assert isinstance(kind, forms.ChoiceField)
        kind.choices = [(NO_RULE, without), *KINDS[1:]]


def _initial(stored: Mapping[str, Any]) -> dict[str, Any]:
    announced = stored.get("announced", {})
    lines = "\n".join(f"{year} = {day}" for year, day in announced.items())
    return {**stored, "announced": lines}
