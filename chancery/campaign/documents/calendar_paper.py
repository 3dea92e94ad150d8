"""The calendar of a year on one sheet."""

from collections.abc import Sequence

from django.utils.translation import gettext, override

from chancery.accounts.models import Organiser
from chancery.base.languages import wording
from chancery.base.pdf import Imprint
from chancery.campaign.calendar_months import Cell, Month
from chancery.campaign.calendar_rows import Entry
from chancery.campaign.papers import CALENDAR, CalendarSheet, MonthSheet, PaperDay, PaperLine

MOST_LINES = {"a4": 5, "a3": 7, "us-letter": 5, "tabloid": 7}
"""So many lines a month has on a sheet; the others are counted."""


def year_paper(
    organiser: Organiser,
    year: int,
    months: Sequence[Month],
    weekdays: Sequence[str],
    *,
    sheet: str,
    language: str,
    imprint: Imprint,
) -> bytes:
    """Print the year of an office on one sheet across. Errors: PaperFailed."""
    with override(language):
        heading = gettext("Calendar %(year)s") % {"year": year}
        values: CalendarSheet = {
            "format": sheet,
            "heading": heading,
            "year": str(year),
            "weekdays": list(weekdays),
            "months": [_month(month, MOST_LINES[sheet], language) for month in months],
        }
    title = f"{wording(organiser.names, language).text} · {heading}"
    return CALENDAR.pdf(values, language=language, title=title, imprint=imprint)


def _month(month: Month, most: int, language: str) -> MonthSheet:
    lines = [line for entry in month.entries if (line := _line(entry, language)) is not None]
    more = len(lines) - most + month.more
    return {
        "name": month.name,
        "weeks": [[_day(cell) for cell in week] for week in month.weeks],
        "lines": lines[:most],
        "more": gettext("and %(count)s more") % {"count": more} if more > 0 else "",
    }


def _day(cell: Cell | None) -> PaperDay:
    if cell is None:
        return {"day": "", "kept": False, "planned": False, "avoided": False, "weekend": False}
    return {
        "day": str(cell.day),
        "kept": cell.is_kept,
        "planned": cell.is_planned,
        "avoided": cell.is_avoided,
        "weekend": cell.is_weekend,
    }


def _line(entry: Entry, language: str) -> PaperLine | None:
    """Occasions and events; days to avoid are marked on the sheet alone."""
    if entry.kept:
        return {
            "day": str(entry.day.day),
            "number": entry.kept.ordinal,
            "name": entry.kept.name,
            "round": entry.kept.is_round,
        }
    if entry.event:
        return {"day": str(entry.day.day), "number": "", "name": entry.event.title, "round": False}
    return None
