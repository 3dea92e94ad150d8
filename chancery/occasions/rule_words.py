"""A calendar rule in the reader's words."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from babel import Locale
from babel.dates import format_skeleton, get_day_names, get_month_names
from django.utils.translation import get_language, gettext, ngettext
from django.utils.translation import gettext_lazy as _

from chancery.base import cldr, history
from chancery.rules.anniversaries import (
    EasterDay,
    FixedDay,
    HebrewDay,
    HijriDay,
    MissingDay,
    Move,
    NthWeekday,
    Rule,
    Tradition,
    UnreadableRule,
    read_rule,
)
from chancery.rules.anniversaries.calendars import HEBREW_MONTHS, HIJRI_MONTHS

LEAP_YEAR = 2024
PLACES = {
    1: _("the first"),
    2: _("the second"),
    3: _("the third"),
    4: _("the fourth"),
    5: _("the fifth"),
    -1: _("the last"),
    -2: _("the last but one"),
    -3: _("the third from the end"),
    -4: _("the fourth from the end"),
    -5: _("the fifth from the end"),
}
MISSING = {
    MissingDay.DAY_BEFORE: _("the day before is kept"),
    MissingDay.DAY_AFTER: _("the day after is kept"),
    MissingDay.NOT_KEPT: _("it is not kept"),
}
TRADITIONS = {Tradition.WESTERN: _("western"), Tradition.ORTHODOX: _("orthodox")}


@history.words_of("occasions.occasion", "rule")
def stored_in_words(stored: Mapping[str, Any]) -> str:
    """Write a rule as its row keeps it; one that cannot be read says so."""
    try:
        return " ".join(rule_lines(read_rule(stored)))
    except UnreadableRule as trouble:
        return gettext(trouble.template) % trouble.values


def rule_lines(rule: Rule) -> list[str]:
    """Say how the day is found, what happens where it is missing, and when it is moved: a sentence each."""
    return [_how(rule), *_where_missing(rule), *(_moved(move) for move in rule.moves)]


def _where_missing(rule: Rule) -> list[str]:
    """What is kept in years without the day, for the days that not every year has."""
    match rule:
        case FixedDay(month=2, day=29) | HebrewDay(day=30) | HijriDay(day=30):
            return [_missing(rule.missing)]
        case _:
            return []


def _missing(missing: MissingDay | None) -> str:
    if missing is None:
        return gettext("What is kept in years without the day is not decided.")
    return gettext("In years without the day, %(what)s.") % {"what": MISSING[missing]}


def _how(rule: Rule) -> str:
    match rule:
        case FixedDay():
            return gettext("%(day)s of every year") % {"day": day_and_month(rule.month, rule.day)}
        case NthWeekday():
            return _nth_weekday(rule)
        case EasterDay():
            return _easter(rule)
        case HebrewDay():
            values = {"day": rule.day, "month": gettext(HEBREW_MONTHS[rule.month - 1])}
            return gettext("%(day)s %(month)s of the Hebrew calendar, from the evening before") % values
        case HijriDay():
            month = gettext(HIJRI_MONTHS[rule.month - 1])
            values = {"day": rule.day, "month": month, "table": gettext(rule.table.words.template)}
            template = gettext(
                "%(day)s %(month)s of the Hijri calendar by the table “%(table)s”, from the evening before"
            )
            return template % values


def _nth_weekday(rule: NthWeekday) -> str:
    values = {
        "place": PLACES.get(rule.nth, str(rule.nth)),
        "weekday": weekday_names()[rule.weekday],
        "month": month_names()[rule.month - 1],
    }
    words = gettext("%(place)s %(weekday)s of %(month)s") % values
    return _shifted(words, rule.plus_days)


def _easter(rule: EasterDay) -> str:
    words = gettext("Easter Sunday (%(tradition)s)") % {"tradition": TRADITIONS[rule.tradition]}
    return _shifted(words, rule.plus_days)


def _shifted(words: str, days: int) -> str:
    if not days:
        return words
    after = ngettext("%(days)s day after %(day)s", "%(days)s days after %(day)s", abs(days))
    before = ngettext("%(days)s day before %(day)s", "%(days)s days before %(day)s", abs(days))
    return (after if days > 0 else before) % {"days": abs(days), "day": words}


def _moved(move: Move) -> str:
    values = {"weekday": weekday_names()[move.weekday], "days": abs(move.days)}
    later = ngettext(
        "Falling on a %(weekday)s, it is kept %(days)s day later.",
        "Falling on a %(weekday)s, it is kept %(days)s days later.",
        abs(move.days),
    )
    earlier = ngettext(
        "Falling on a %(weekday)s, it is kept %(days)s day earlier.",
        "Falling on a %(weekday)s, it is kept %(days)s days earlier.",
        abs(move.days),
    )
    return (later if move.days > 0 else earlier) % values


def day_and_month(month: int, day: int) -> str:
    """26 February, without a year."""
    return str(format_skeleton("MMMMd", date(LEAP_YEAR, month, day), locale=_locale()))


def month_names() -> Sequence[str]:
    """The months of the civil year in the reader's language."""
    names = get_month_names("wide", context="stand-alone", locale=_locale())
    return [str(names[month]) for month in range(1, 13)]


def weekday_names() -> Sequence[str]:
    """The days of the week from Monday in the reader's language."""
    names = get_day_names("wide", context="stand-alone", locale=_locale())
    return [str(names[day]) for day in range(7)]


def _locale() -> Locale:
    return cldr.locale_of(get_language() or "en")
