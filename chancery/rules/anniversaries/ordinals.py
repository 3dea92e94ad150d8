"""Which anniversary it is (R111, R112, R116), and which round ones lie ahead."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from chancery.rules.dates import PartialDate, Precision
from chancery.rules.reasons import Reason, gettext_noop

from .calendars import Calendar, HijriTable, hebrew_day, hijri_day
from .keeping import FIRST_YEAR, LAST_YEAR, keepings
from .kept import Kept, reason
from .rules import HijriDay, Rule

# A Hebrew leap year has 385 days at most.
_HALF_A_YEAR = timedelta(days=193)
_ROUND = frozenset({10, 20, 25, 30, 40, 50, 60, 70, 75, 80, 90, 100})

_COUNTED = gettext_noop(
    "%(year)s minus %(event)s is %(number)s; the year of the anniversary day counts, not the ceremony's."
)
_BY_YEAR = gettext_noop("Of the event only the year %(event)s is known, so the number is counted by years.")
_BY_MONTH = gettext_noop("Of the event only the month %(event)s is known, so the number is counted by years.")
_LUNAR = gettext_noop(
    "Counted in years of the calendar “%(calendar)s”: %(year)s minus %(event)s is %(number)s."
)
_FIRST_COUNTS = gettext_noop("The first time counts as the first, so this is number %(number)s.")
_DAY_NEEDED = gettext_noop(
    "The day of the event is not known, so years of the calendar “%(calendar)s” cannot be counted."
)
_NO_TABLE = gettext_noop(
    "The table “%(table)s” does not reach %(event)s; choose the civil table to count Hijri years."
)
_BEFORE = gettext_noop("The anniversary day lies before the event, so it has no number.")
_IMPRECISE = {Precision.YEAR: _BY_YEAR, Precision.MONTH: _BY_MONTH}


@dataclass(frozen=True, slots=True)
class Ordinal:
    """The number of an anniversary, 0 for the year of the event itself, None when it cannot be told."""

    number: int | None
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class RoundNumber:
    """A round anniversary that lies ahead."""

    number: int
    kept: Kept


def ordinal(
    event: PartialDate,
    anniversary_day: date,
    *,
    calendar: Calendar = Calendar.GREGORIAN,
    table: HijriTable = HijriTable.UMM_AL_QURA,
) -> Ordinal:
    """
    Count which anniversary of an event a day is.

    Three dates are apart: the event, its anniversary day, and the day of the ceremony. The number follows
    the anniversary day, also when the ceremony is held before or after New Year, and when the day kept was
    moved (hand in `Kept.nominal`). Every year counts, also for 29 February (R115).
    Shape: a number, or None with an open reason. An event known only by its year can be counted in civil
    years; for Hebrew and Hijri years its day is needed (R116).
    Source: R111, R112, R115, R116 in docs/rules/anniversaries.md.
    """
    if calendar is Calendar.GREGORIAN:
        return _by_civil_year(event, anniversary_day)
    year = _lunar_year(anniversary_day, calendar, table)
    if year is None:
        return _beyond(table, anniversary_day)
    return _by_lunar_year(event, year, calendar, table)


def ordinal_of(event: PartialDate, kept: Kept, rule: Rule) -> Ordinal:
    """
    Count a keeping in the calendar of its rule, by the rule's own table.

    Shape and errors: as `ordinal`. A lunar keeping knows its own year, also where it was announced on a day
    that the table puts into another one.
    """
    if kept.calendar is Calendar.GREGORIAN:
        return ordinal(event, kept.nominal)
    table = rule.table if isinstance(rule, HijriDay) else HijriTable.UMM_AL_QURA
    return _by_lunar_year(event, kept.year, kept.calendar, table)


def times_kept(first_kept: PartialDate, kept: Kept, rule: Rule) -> Ordinal:
    """
    Count how often a day has been kept, the first time being number 1.

    Shape and errors: as `ordinal_of`; a year in which it was not kept counts all the same.
    Source: R111 in docs/rules/anniversaries.md.
    """
    return counting_the_first(ordinal_of(first_kept, kept, rule))


def counting_the_first(years: Ordinal) -> Ordinal:
    """Turn completed years since the first keeping into its number: the first one is number 1."""
    if years.number is None:
        return years
    number = years.number + 1
    return Ordinal(number, (*years.reasons, reason(_FIRST_COUNTS, "R111", number=str(number))))


def anniversary_near(rule: Rule, ceremony_day: date) -> Kept | None:
    """
    Find the keeping that a ceremony serves: the nearest one (R112).

    Shape: None when the rule has no day within half a year of the ceremony, as in the years between two 29
    Februaries that alone are kept.
    Ties: of two equally near days the one to come, because ceremonies are held before rather than after.
    """
    years = range(max(ceremony_day.year - 1, FIRST_YEAR), min(ceremony_day.year + 1, LAST_YEAR) + 1)
    found = (kept for year in years for kept in keepings(rule, year).kept)
    near = [kept for kept in found if abs(kept.day - ceremony_day) <= _HALF_A_YEAR]
    return min(near, key=lambda kept: (abs(kept.day - ceremony_day), kept.day < ceremony_day), default=None)


def is_round(number: int) -> bool:
    """Whether a number is kept as a round one: tens to 100 with 25 and 75, then every 25."""
    return number in _ROUND or (number > 100 and number % 25 == 0)


def round_numbers_ahead(
    rule: Rule, event: PartialDate, after: date, *, years: int = 10
) -> tuple[RoundNumber, ...]:
    """
    Find the round anniversaries that lie ahead.

    Shape: in order of their days, from the day after `after`, within so many civil years.
    """
    return tuple(_round_numbers(rule, event, after, years))


def _round_numbers(rule: Rule, event: PartialDate, after: date, years: int) -> Iterator[RoundNumber]:
    for year in range(after.year, after.year + years + 1):
        for kept in keepings(rule, year).kept:
            number = ordinal_of(event, kept, rule).number
            if number is not None and is_round(number) and kept.day > after:
                yield RoundNumber(number, kept)


def _by_civil_year(event: PartialDate, anniversary_day: date) -> Ordinal:
    year, event_year = anniversary_day.year, event.earliest.year
    if year < event_year:
        return Ordinal(None, (reason(_BEFORE, "R111"),))
    number = year - event_year
    counted = reason(_COUNTED, "R111", year=str(year), event=str(event_year), number=str(number))
    if event.precision not in _IMPRECISE:
        return Ordinal(number, (counted,))
    return Ordinal(number, (counted, reason(_IMPRECISE[event.precision], "R111", event=str(event))))


def _by_lunar_year(event: PartialDate, year: int, calendar: Calendar, table: HijriTable) -> Ordinal:
    if event.precision in _IMPRECISE:
        return Ordinal(None, (reason(_DAY_NEEDED, "R116", is_open=True, calendar=calendar.words),))
    event_day = event.earliest.date()
    event_year = _lunar_year(event_day, calendar, table)
    if event_year is None:
        return _beyond(table, event_day)
    if year < event_year:
        return Ordinal(None, (reason(_BEFORE, "R116"),))
    number = year - event_year
    words = reason(
        _LUNAR, "R116", calendar=calendar.words, year=str(year), event=str(event_year), number=str(number)
    )
    return Ordinal(number, (words,))


def _beyond(table: HijriTable, day: date) -> Ordinal:
    return Ordinal(None, (reason(_NO_TABLE, "R116", is_open=True, table=table.words, event=day.isoformat()),))


def _lunar_year(day: date, calendar: Calendar, table: HijriTable) -> int | None:
    if calendar is Calendar.HEBREW:
        return hebrew_day(day).year
    found = hijri_day(day, table)
    return None if found is None else found.year
