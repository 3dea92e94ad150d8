"""How the day of an anniversary is found in a year: one value per kind of calendar rule (R113-R116)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from .calendars import ADAR_II, HijriTable

MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(7)


class MissingDay(StrEnum):
    """What happens in a year that does not have the day: 29 February, 30 Heshvan, 30 Safar (R115)."""

    DAY_BEFORE = "day-before"
    DAY_AFTER = "day-after"
    NOT_KEPT = "not-kept"


class Tradition(StrEnum):
    """By which reckoning Easter is found."""

    WESTERN = "western"
    ORTHODOX = "orthodox"


@dataclass(frozen=True, slots=True)
class Move:
    """Keep the day so many days later (negative: earlier) when it falls on this weekday (Monday is 0)."""

    weekday: int
    days: int


SUNDAY_TO_MONDAY = Move(SUNDAY, 1)
SATURDAY_TO_FRIDAY = Move(SATURDAY, -1)
SATURDAY_TO_MONDAY = Move(SATURDAY, 2)
# 27 Nisan next to a Sabbath: Friday to Thursday, Sunday to Monday (R114)
AWAY_FROM_THE_SABBATH = (Move(FRIDAY, -1), SUNDAY_TO_MONDAY)


@dataclass(frozen=True, slots=True)
class FixedDay:
    """A day of the civil year. `missing` is asked once for 29 February and has no default (R115)."""

    month: int
    day: int
    missing: MissingDay | None = None
    moves: tuple[Move, ...] = ()


@dataclass(frozen=True, slots=True)
class NthWeekday:
    """The nth weekday of a month, from its end when `nth` is negative; `plus_days` from there (R113)."""

    month: int
    weekday: int
    nth: int
    plus_days: int = 0
    moves: tuple[Move, ...] = ()


@dataclass(frozen=True, slots=True)
class EasterDay:
    """So many days after Easter Sunday (negative: before)."""

    plus_days: int = 0
    tradition: Tradition = Tradition.WESTERN
    moves: tuple[Move, ...] = ()


@dataclass(frozen=True, slots=True)
class HebrewDay:
    """
    A day of the Hebrew year, months from Nisan (1) to Adar (12) and Adar II (13).

    A day in Adar is kept in `adar_of_leap_years` when the year has two. The day begins at sundown before.
    """

    month: int
    day: int
    missing: MissingDay = MissingDay.DAY_AFTER
    adar_of_leap_years: int = ADAR_II
    moves: tuple[Move, ...] = ()


@dataclass(frozen=True, slots=True)
class HijriDay:
    """
    A day of the Hijri year, months from Muharram (1), by a stated table (R116).

    `announced` holds what an authority announced instead, as pairs of Hijri year and civil date. The day
    begins at sundown before.
    """

    month: int
    day: int
    table: HijriTable = HijriTable.UMM_AL_QURA
    announced: tuple[tuple[int, date], ...] = ()
    missing: MissingDay = MissingDay.DAY_BEFORE
    moves: tuple[Move, ...] = ()


type Rule = FixedDay | NthWeekday | EasterDay | HebrewDay | HijriDay
