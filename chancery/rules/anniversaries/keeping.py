"""The days on which an anniversary is kept in a civil year (R113-R116)."""

from calendar import monthrange
from datetime import date, timedelta

from chancery.rules.reasons import Phrase, gettext_noop

from .easter import easter
from .kept import Found, Keepings, in_month, keep, reason
from .lunar import hebrew_keepings, hijri_keepings
from .rules import EasterDay, FixedDay, HebrewDay, HijriDay, NthWeekday, Rule

FIRST_YEAR, LAST_YEAR = 1583, 9000

_LEAP_DAY = gettext_noop("29 February")
_FIXED = gettext_noop("The day is the same every year: %(day)s.")
_WEEKDAY = gettext_noop("By its weekday and month the day is %(day)s.")
_NO_SUCH_WEEKDAY = gettext_noop("The month has fewer such weekdays in %(year)s, so the day is not kept.")
_EASTER = gettext_noop("Easter Sunday is %(easter)s, so the day is %(day)s.")
_NO_YEAR = gettext_noop("Days are told from 1583 to 9000 only; %(year)s lies outside.")


def days_kept(rule: Rule, year: int) -> tuple[date, ...]:
    """
    Find the days on which an anniversary is kept in a civil year.

    Shape: in order; empty when the year has none, two when a lunar day falls twice in it (R116). A day
    moved over New Year belongs to the year of its anniversary day.
    Source: R113-R116 in docs/rules/anniversaries.md.
    """
    return tuple(kept.day for kept in keepings(rule, year).kept)


def keepings(rule: Rule, year: int) -> Keepings:
    """
    Find the keepings of a civil year with their reasons.

    Shape: as `days_kept`; `reasons` of the whole say why a year has none, and are open where the office
    has to decide (29 February, R115).
    Source: R113-R116 in docs/rules/anniversaries.md.
    """
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return Keepings((), (reason(_NO_YEAR, "", year=str(year), is_open=True),))
    match rule:
        case FixedDay():
            return _fixed(rule, year)
        case NthWeekday():
            return _nth_weekday(rule, year)
        case EasterDay():
            return _easter(rule, year)
        case HebrewDay():
            return hebrew_keepings(rule, year)
        case HijriDay():
            return hijri_keepings(rule, year)


def _fixed(rule: FixedDay, year: int) -> Keepings:
    length = monthrange(year, rule.month)[1]
    found = in_month(rule.day, length, rule.missing, Phrase(_LEAP_DAY), "R115")
    if not isinstance(found, Found):
        return Keepings((), (found,))
    nominal = date(year, rule.month, found.day) + timedelta(days=found.plus_days)
    words = reason(_FIXED, "R113", day=nominal.isoformat())
    return Keepings((keep(nominal, rule.moves, (words, *found.reasons)),))


def _nth_weekday(rule: NthWeekday, year: int) -> Keepings:
    """A day counted on beyond New Year belongs to the year it lies in, so the years beside are tried too."""
    years = range(year - 1, year + 2) if rule.plus_days else (year,)
    found = [_weekday(rule, near) for near in years]
    here = [day + timedelta(days=rule.plus_days) for day in found if day is not None]
    kept = [
        keep(nominal, rule.moves, (reason(_WEEKDAY, "R113", day=nominal.isoformat()),))
        for nominal in here
        if nominal.year == year
    ]
    return Keepings(tuple(kept), () if kept else (reason(_NO_SUCH_WEEKDAY, "R113", year=str(year)),))


def _weekday(rule: NthWeekday, year: int) -> date | None:
    """The nth weekday of the month, from its end where `nth` is negative; None where there are fewer."""
    first_weekday, length = monthrange(year, rule.month)
    such = range(1 + (rule.weekday - first_weekday) % 7, length + 1, 7)
    place = rule.nth - 1 if rule.nth > 0 else len(such) + rule.nth
    return date(year, rule.month, such[place]) if 0 <= place < len(such) else None


def _easter(rule: EasterDay, year: int) -> Keepings:
    sunday = easter(year, rule.tradition)
    nominal = sunday + timedelta(days=rule.plus_days)
    words = reason(_EASTER, "", easter=sunday.isoformat(), day=nominal.isoformat())
    return Keepings((keep(nominal, rule.moves, (words,)),))
