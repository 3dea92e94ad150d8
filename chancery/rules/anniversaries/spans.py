"""The keepings of a long span, their numbers told quickly, and which of them are round (R111-R116)."""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from chancery.rules.dates import PartialDate, Precision

from .calendars import hebrew_day, hijri_day
from .keeping import FIRST_YEAR, LAST_YEAR, keepings
from .kept import Kept, keep
from .ordinals import is_round
from .rules import FixedDay, HebrewDay, HijriDay, Rule

ROUND_STEPS = (5, 10, 25, 50, 100)
"""By which steps an office may look for round numbers; without one the numbers of the house count."""

IN_EVERY_MONTH = 28
"""The last day that every month of every year has."""


def keepings_between(rule: Rule, first: date, last: date) -> tuple[Kept, ...]:
    """
    Find the keepings whose day kept lies from `first` to `last`, both included.

    Shape: in order of the day kept; empty where `last` is before `first`. A day that was moved over New Year
    is found in the year into which it was moved. Why a day is kept is told by `keepings`: the days of a whole
    ministry over decades are found without their reasons.
    Source: R113-R116 in docs/rules/anniversaries.md.
    """
    found = [kept for kept in _around(rule, first.year, last.year) if first <= kept.day <= last]
    return tuple(sorted(found, key=lambda kept: kept.day))


def _around(rule: Rule, first: int, last: int) -> Iterator[Kept]:
    years = range(max(first - 1, FIRST_YEAR), min(last + 1, LAST_YEAR) + 1)
    if isinstance(rule, FixedDay) and rule.day <= IN_EVERY_MONTH:
        for year in years:
            yield keep(date(year, rule.month, rule.day), rule.moves, ())
    else:
        for year in years:
            yield from _of_year(rule, year)


@lru_cache(maxsize=32_768)
def _of_year(rule: Rule, year: int) -> tuple[Kept, ...]:
    """A rule has the same days every time; many offices of a ministry keep the same ones."""
    return keepings(rule, year).kept


def year_counted_from(event: PartialDate, rule: Rule) -> int | None:
    """
    Return the year from which the keepings of a rule are counted, in the calendar of the rule.

    A keeping in the year `kept.year` then has the number `kept.year` minus it, the same as `ordinal_of` tells
    with its reasons; below 0 it has none.
    Shape: None where the number cannot be told: by a lunar rule and for an event of which the day is not
    known or lies beyond the table (R116).
    Source: R111, R112, R116 in docs/rules/anniversaries.md.
    """
    if not isinstance(rule, HebrewDay | HijriDay):
        return event.earliest.year
    if event.precision in (Precision.YEAR, Precision.MONTH):
        return None
    day = event.earliest.date()
    if isinstance(rule, HebrewDay):
        return hebrew_day(day).year
    found = hijri_day(day, rule.table)
    return None if found is None else found.year


def number_of(kept: Kept, counted_from: int | None, *, counts_first: bool = False) -> int | None:
    """
    Count a keeping from the year that `year_counted_from` told.

    Shape: None where nothing is counted or the keeping lies before the event. Where the first keeping is
    number 1 (`counts_first`), the number is one more than the years since then (R111).
    """
    if counted_from is None or kept.year < counted_from:
        return None
    return kept.year - counted_from + counts_first


def is_round_by(number: int | None, step: int | None) -> bool:
    """
    Whether a number is round: a multiple of `step`, or without one as `is_round` has it.

    Shape: False for no number and for the year of the event itself.
    """
    if not number or number < 0:
        return False
    return is_round(number) if step is None else number % step == 0
