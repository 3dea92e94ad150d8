"""What finding the days of an anniversary gives back, and the sentences it is told in."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType

from chancery.rules.reasons import Reason, gettext_noop

from .calendars import Calendar
from .rules import MissingDay, Move

SOURCE = "docs/rules/anniversaries.md"

_MOVED = gettext_noop("Kept on %(kept)s instead of %(day)s, because of the day of the week.")
_SUNDOWN = gettext_noop("The day begins at sundown on %(eve)s.")
_DAY_BEFORE = gettext_noop("%(told)s does not exist in that year, so the day before is kept.")
_DAY_AFTER = gettext_noop("%(told)s does not exist in that year, so the day after is kept.")
_NOT_KEPT = gettext_noop("%(told)s does not exist in that year, and the day is only kept where it does.")
_UNDECIDED = gettext_noop(
    "%(told)s does not exist in that year; decide whether the day before or after is kept then, or neither."
)


@dataclass(frozen=True, slots=True)
class Kept:
    """
    One keeping of an anniversary.

    `day` is the day kept, `nominal` the anniversary day before it was moved: ordinals follow the nominal
    one (R112). `begins_on` is the evening it begins on, where the day begins at sundown. `year` counts in
    `calendar`.
    """

    day: date
    nominal: date
    calendar: Calendar
    year: int
    begins_on: date | None = None
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Keepings:
    """All keepings of one civil year in order, and why there are none or fewer."""

    kept: tuple[Kept, ...]
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """A day looked for in one year of a calendar: the last day of its month at most, and how far beyond."""

    day: int
    plus_days: int = 0
    reasons: tuple[Reason, ...] = ()


def in_month(day: int, length: int, missing: MissingDay | None, told: str, rule: str) -> Found | Reason:
    """
    Decide what is kept where a month may lack the day (R115).

    Shape: a Reason alone says that nothing is kept, open where the office has not decided.
    """
    if day <= length:
        return Found(day)
    if missing is None:
        return reason(_UNDECIDED, rule, is_open=True, told=told)
    if missing is MissingDay.NOT_KEPT:
        return reason(_NOT_KEPT, rule, told=told)
    is_after = missing is MissingDay.DAY_AFTER
    words = reason(_DAY_AFTER if is_after else _DAY_BEFORE, rule, told=told)
    return Found(length, 1 if is_after else 0, (words,))


def keep(
    nominal: date,
    moves: Iterable[Move],
    reasons: tuple[Reason, ...],
    lunar: tuple[Calendar, int] | None = None,
) -> Kept:
    """
    Move an anniversary day away from weekdays on which it is not kept (R113, R114).

    Shape: the first move for the weekday counts; a lunar day begins on the evening before the day kept.
    """
    days = next((move.days for move in moves if move.weekday == nominal.weekday()), 0)
    day = nominal + timedelta(days=days)
    if days:
        rule = "R113" if lunar is None else "R114"
        reasons = (*reasons, reason(_MOVED, rule, kept=day.isoformat(), day=nominal.isoformat()))
    if lunar is None:
        return Kept(day, nominal, Calendar.GREGORIAN, nominal.year, None, reasons)
    eve = day - timedelta(days=1)
    return Kept(day, nominal, *lunar, eve, (*reasons, reason(_SUNDOWN, "R114", eve=eve.isoformat())))


def reason(template: str, rule: str, *, is_open: bool = False, **values: str) -> Reason:
    """A sentence with its rule and page."""
    return Reason(template, MappingProxyType(values), rule, SOURCE, is_open)
