"""Keepings of days of the Hebrew and Hijri calendars (R114, R116)."""

from collections.abc import Iterable
from datetime import date, timedelta

from chancery.rules.reasons import Reason, gettext_noop

from .calendars import (
    ADAR,
    Calendar,
    HijriTable,
    hebrew_date,
    hebrew_month_length,
    hebrew_words,
    hijri_date,
    hijri_month_length,
    hijri_words,
    is_hebrew_leap,
)
from .kept import Keepings, Kept, in_month, keep, reason
from .rules import HebrewDay, HijriDay

_LUNAR = gettext_noop("%(told)s is %(day)s.")
_BY_TABLE = gettext_noop("%(told)s is %(day)s by the table “%(table)s”.")
_ANNOUNCED = gettext_noop("%(told)s was announced as %(day)s.")
_NO_TABLE = gettext_noop(
    "The table “%(table)s” does not reach %(year)s; choose the civil table or enter the announced day."
)

LONGEST_MONTH = timedelta(days=30)


def hebrew_keepings(rule: HebrewDay, year: int) -> Keepings:
    """The keepings of a Hebrew day in a civil year: each Hebrew year that touches it is tried."""
    return _of_year([_hebrew(rule, hebrew_year) for hebrew_year in (year + 3760, year + 3761)], year)


def hijri_keepings(rule: HijriDay, year: int) -> Keepings:
    """The keepings of a Hijri day in a civil year: none, one or two."""
    about = (year - 622) * 33 // 32
    near = [each for each in range(about - 1, about + 4) if _may_lie_in(rule, each, year)]
    return _of_year([_hijri(rule, hijri_year) for hijri_year in near], year)


def _may_lie_in(rule: HijriDay, hijri_year: int, year: int) -> bool:
    """Whether a Hijri year can have its day in a civil year; most of those tried lie beside it."""
    if hijri_year in dict(rule.announced):
        return True
    first = hijri_date(hijri_year, rule.month, 1, rule.table)
    return first is None or year in (first.year, (first + LONGEST_MONTH).year)


def _of_year(found: Iterable[tuple[date, Kept | Reason]], year: int) -> Keepings:
    """What belongs to a civil year; a reason belongs to the year its day would lie in."""
    here = [one for day, one in found if day.year == year]
    kept = sorted((one for one in here if isinstance(one, Kept)), key=lambda one: one.nominal)
    return Keepings(tuple(kept), tuple(one for one in here if isinstance(one, Reason)))


def _hebrew(rule: HebrewDay, year: int) -> tuple[date, Kept | Reason]:
    month = _hebrew_month(rule, year)
    length = hebrew_month_length(year, month)
    told = hebrew_words(year, month, rule.day)
    found = in_month(rule.day, length, rule.missing, told, "R114")
    if isinstance(found, Reason):
        return hebrew_date(year, month, length), found
    nominal = hebrew_date(year, month, found.day) + timedelta(days=found.plus_days)
    words = (reason(_LUNAR, "R114", told=told, day=nominal.isoformat()), *found.reasons)
    return nominal, keep(nominal, rule.moves, words, (Calendar.HEBREW, year))


def _hebrew_month(rule: HebrewDay, year: int) -> int:
    if not is_hebrew_leap(year):
        return min(rule.month, ADAR)
    return rule.adar_of_leap_years if rule.month == ADAR else rule.month


def _hijri(rule: HijriDay, year: int) -> tuple[date, Kept | Reason]:
    told = hijri_words(year, rule.month, rule.day)
    announced = dict(rule.announced).get(year)
    if announced is not None:
        words = reason(_ANNOUNCED, "R116", told=told, day=announced.isoformat())
        return announced, keep(announced, rule.moves, (words,), (Calendar.HIJRI, year))
    first = hijri_date(year, rule.month, 1, rule.table)
    length = hijri_month_length(year, rule.month, rule.table)
    if first is None or length is None:
        return _beyond_the_table(rule, year)
    found = in_month(rule.day, length, rule.missing, told, "R116")
    if isinstance(found, Reason):
        return first + timedelta(days=length - 1), found
    nominal = first + timedelta(days=found.day - 1 + found.plus_days)
    by_table = reason(_BY_TABLE, "R116", told=told, day=nominal.isoformat(), table=rule.table.words)
    return nominal, keep(nominal, rule.moves, (by_table, *found.reasons), (Calendar.HIJRI, year))


def _beyond_the_table(rule: HijriDay, year: int) -> tuple[date, Reason]:
    """The civil table, which reaches everywhere, only tells to which civil year the gap belongs."""
    day = min(rule.day, 29)
    near = hijri_date(year, rule.month, day, HijriTable.CIVIL)
    words = reason(_NO_TABLE, "R116", is_open=True, table=rule.table.words, year=str(year))
    return near or date.max, words
