"""The days on which an occasion is kept as its pages list them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from chancery.base import cldr
from chancery.base.frame import ReasonLine
from chancery.base.reasons import in_words, reason_line
from chancery.occasions import days
from chancery.occasions.days import KeptDay
from chancery.occasions.models import Occasion
from chancery.occasions.rule_words import rule_lines
from chancery.occasions.wording import number_words
from chancery.rules.reasons import Reason


@dataclass(frozen=True, slots=True)
class DayRow:
    """One day kept, in words; `moved` and `evening` are empty where they do not apply."""

    day: str
    ordinal: str
    is_round: bool
    moved: str
    evening: str
    reasons: Sequence[ReasonLine]


@dataclass(frozen=True, slots=True)
class DaysAhead:
    """
    The next days of an occasion, and how they are found.

    `open` says why there are none, or what the office has to decide first.
    """

    rule: Sequence[str]
    rows: Sequence[DayRow]
    open: Sequence[str]


def days_ahead(occasion: Occasion, today: date) -> DaysAhead:
    """Return the next ten days of an occasion with their numbers, in the reader's language."""
    rule = days.rule_of(occasion)
    if rule is None:
        return DaysAhead((), (), _trouble(occasion))
    rows = [row_of(occasion, day) for day in days.days_ahead(occasion, today)]
    undecided = [in_words(reason) for reason in _open(occasion, today)]
    return DaysAhead(rule_lines(rule), rows, list(dict.fromkeys(undecided)))


def next_day(occasion: Occasion, today: date) -> DayRow | None:
    """The next day an occasion is kept on; None where no rule finds one."""
    return next((row_of(occasion, day) for day in days.days_ahead(occasion, today, count=1)), None)


def _trouble(occasion: Occasion) -> list[str]:
    trouble = days.trouble_with(occasion)
    if trouble is None:
        return []
    return [_("The rule of this occasion cannot be read; write it anew.")]


def _open(occasion: Occasion, today: date) -> list[Reason]:
    years = range(today.year, today.year + 4)
    return [reason for year in years for reason in days.open_reasons(occasion, year) if reason.is_open]


def row_of(occasion: Occasion, day: KeptDay) -> DayRow:
    """Put one day into the reader's words."""
    language = get_language() or "en"
    kept = day.kept
    return DayRow(
        day=cldr.weekday_in_words(kept.day, language),
        ordinal=number_words(occasion, day.number, language),
        is_round=day.is_round,
        moved=cldr.day_in_words(kept.nominal, language) if day.is_moved else "",
        evening=cldr.day_in_words(kept.begins_on, language) if kept.begins_on else "",
        reasons=[reason_line(reason) for reason in day.reasons],
    )
