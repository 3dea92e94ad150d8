"""The months of a year as small sheets of a calendar, with what stands on their days."""

from calendar import Calendar
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from babel.dates import get_day_names, get_month_names
from django.utils.translation import get_language

from chancery.base import cldr
from chancery.campaign.calendar_rows import Entry, Placed, Reader
from chancery.campaign.queries.calendar import Span
from chancery.events.working_days import working_days_of

MOST_ENTRIES = 40
"""So many lines stand under a month; the others are in the list."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One day of a sheet: what is on it, told by shape and colour; the lines below say it in words."""

    day: int
    is_kept: bool = False
    is_planned: bool = False
    is_avoided: bool = False
    is_weekend: bool = False
    is_today: bool = False


@dataclass(frozen=True, slots=True)
class Month:
    """
    One month: its weeks, a missing day being None, and its entries; `more` are left out of them.

    `first` and `last` are its days, with which a list of it is asked for.
    """

    name: str
    weeks: Sequence[Sequence[Cell | None]]
    entries: Sequence[Entry]
    more: int
    first: date
    last: date
    is_current: bool


def months_of(year: int, reader: Reader, span: Span, *, state: str) -> list[Month]:
    """Return the twelve months of a year; the weekend is that of `state`."""
    language = get_language() or "en"
    names = get_month_names("wide", context="stand-alone", locale=cldr.locale_of(language))
    weekend = working_days_of(state).weekend
    placed = reader.placed(span)
    by_month: dict[int, list[Placed]] = {number: [] for number in range(1, 13)}
    for each in placed:
        by_month[max(each.day, date(year, 1, 1)).month].append(each)
    marks = _marks(placed, date(year, 1, 1), date(year, 12, 31))
    shown = [each for found in by_month.values() for each in found[:MOST_ENTRIES]]
    told = iter(reader.told(shown, span))
    return [
        _month(
            date(year, number, 1),
            str(names[number]),
            entries=list(islice(told, min(len(found), MOST_ENTRIES))),
            more=max(0, len(found) - MOST_ENTRIES),
            marks=marks,
            weekend=weekend,
            today=reader.today,
        )
        for number, found in by_month.items()
    ]


def weekday_initials() -> list[str]:
    """The heads of the columns of a sheet, from the day with which the reader's week begins."""
    locale = cldr.locale_of(get_language() or "en")
    names = get_day_names("narrow", context="stand-alone", locale=locale)
    return [str(names[(locale.first_week_day + step) % 7]) for step in range(7)]


def _month(
    begins: date,
    name: str,
    *,
    entries: Sequence[Entry],
    more: int,
    marks: Mapping[date, set[str]],
    weekend: frozenset[int],
    today: date,
) -> Month:
    first_weekday = cldr.locale_of(get_language() or "en").first_week_day
    weeks = Calendar(first_weekday).monthdatescalendar(begins.year, begins.month)
    days = [day for week in weeks for day in week if day.month == begins.month]
    cells = [
        [
            _cell(day, marks.get(day, set()), weekend, today) if day.month == begins.month else None
            for day in week
        ]
        for week in weeks
    ]
    return Month(
        name=name,
        weeks=cells,
        entries=entries,
        more=more,
        first=days[0],
        last=days[-1],
        is_current=(today.year, today.month) == (begins.year, begins.month),
    )


def _marks(placed: Sequence[Placed], first: date, last: date) -> dict[date, set[str]]:
    """What is on which day of a year; a span marks each of its days."""
    marks: dict[date, set[str]] = {}

    def mark(begins: date, ends: date | None, what: str) -> None:
        for ordinal in range(max(begins, first).toordinal(), min(ends or begins, last).toordinal() + 1):
            marks.setdefault(date.fromordinal(ordinal), set()).add(what)

    for each in placed:
        if each.kept:
            mark(each.day, None, "kept")
        for event in (*each.events, each.event):
            if event:
                mark(event.first, event.last, "planned")
        if each.avoided:
            mark(each.day, each.avoided.last, "avoided")
    return marks


def _cell(day: date, marks: set[str], weekend: frozenset[int], today: date) -> Cell:
    return Cell(
        day=day.day,
        is_kept="kept" in marks,
        is_planned="planned" in marks,
        is_avoided="avoided" in marks,
        is_weekend=day.weekday() in weekend,
        is_today=day == today,
    )
