"""The papers of campaigns, and the shape of the values that the sheet of a year takes."""

from typing import TypedDict

from django.utils.translation import gettext_noop

from chancery.base.pdf import Paper


class PaperDay(TypedDict):
    """One day of a month; `day` is empty before its first and after its last."""

    day: str
    kept: bool
    planned: bool
    avoided: bool
    weekend: bool


class PaperLine(TypedDict):
    """What stands below a month: the day, the number of an anniversary, and the name."""

    day: str
    number: str
    name: str
    round: bool


class MonthSheet(TypedDict):
    """One month; `more` says how many lines had no room."""

    name: str
    weeks: list[list[PaperDay]]
    lines: list[PaperLine]
    more: str


class CalendarSheet(TypedDict):
    """Twelve months on one sheet across."""

    format: str
    heading: str
    year: str
    weekdays: list[str]
    months: list[MonthSheet]


CALENDAR = Paper[CalendarSheet](
    "campaign/papers/calendar.typ",
    {
        "kept": gettext_noop("day kept"),
        "planned": gettext_noop("event"),
        "avoided": gettext_noop("day to avoid"),
    },
)
