"""Anniversaries: the day kept in a year, which anniversary it is, and its number in words."""

from .calendars import Calendar, CalendarDay, HijriTable, hebrew_day, hijri_day
from .keeping import days_kept, keepings
from .kept import Keepings, Kept
from .ordinals import (
    Ordinal,
    RoundNumber,
    anniversary_near,
    counting_the_first,
    is_round,
    ordinal,
    ordinal_of,
    round_numbers_ahead,
    times_kept,
)
from .plain import UnreadableRule, plain_rule, read_rule
from .rules import (
    AWAY_FROM_THE_SABBATH,
    SATURDAY_TO_FRIDAY,
    SATURDAY_TO_MONDAY,
    SUNDAY_TO_MONDAY,
    EasterDay,
    FixedDay,
    HebrewDay,
    HijriDay,
    MissingDay,
    Move,
    NthWeekday,
    Rule,
    Tradition,
)
from .spans import ROUND_STEPS, is_round_by, keepings_between, number_of, year_counted_from
from .wording import anniversary_words, ordinal_words, times_words

__all__ = [
    "AWAY_FROM_THE_SABBATH",
    "ROUND_STEPS",
    "SATURDAY_TO_FRIDAY",
    "SATURDAY_TO_MONDAY",
    "SUNDAY_TO_MONDAY",
    "Calendar",
    "CalendarDay",
    "EasterDay",
    "FixedDay",
    "HebrewDay",
    "HijriDay",
    "HijriTable",
    "Keepings",
    "Kept",
    "MissingDay",
    "Move",
    "NthWeekday",
    "Ordinal",
    "RoundNumber",
    "Rule",
    "Tradition",
    "UnreadableRule",
    "anniversary_near",
    "anniversary_words",
    "counting_the_first",
    "days_kept",
    "hebrew_day",
    "hijri_day",
    "is_round",
    "is_round_by",
    "keepings",
    "keepings_between",
    "number_of",
    "ordinal",
    "ordinal_of",
    "ordinal_words",
    "plain_rule",
    "read_rule",
    "round_numbers_ahead",
    "times_kept",
    "times_words",
    "year_counted_from",
]
