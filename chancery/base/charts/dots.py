"""Marks in rows: who came at what level in which year, and what happened when."""

from collections import Counter

from chancery.base import cldr
from chancery.base.charts.axes import Plot, key_on, labels_on
from chancery.base.charts.letters import LINE, SIZE, fitted
from chancery.base.charts.scales import Scale
from chancery.base.charts.svg import Sheet
from chancery.base.charts.values import Dots, Lane, TimeLine

ROW, MARK = 15.0, 11.0
"""How high a row of marks is, and how much room one takes."""
HIGHEST = 6
"""So many marks stand over each other in a year; more are a mark with their number."""


def dots(sheet: Sheet, chart: Dots) -> None:
    """Draw a row for each name, its marks below it."""
    key_on(sheet, chart.marks, "mark")
    plot = _plot(sheet, len(chart.labels))
    for row in chart.drawn_rows:
        sheet.text(0, sheet.height + SIZE, fitted(row.name, sheet.width))
        y = sheet.height + LINE + ROW / 2
        sheet.line((0, y), (sheet.width, y), "chart-grid")
        for place, mark in enumerate(row.marks):
            if mark is not None:
                sheet.mark(plot.centre(place), y, mark)
        sheet.height += LINE + ROW + 4
    labels_on(sheet, chart.labels, _plot(sheet, len(chart.labels)))
    sheet.height += LINE + 6


def time_line(sheet: Sheet, chart: TimeLine, language: str) -> None:
    """Draw a lane for each kind: a mark for each moment over its year, or their number where it is large."""
    span = _years_together(chart, sheet.width)
    starts = range(chart.first_year, chart.last_year + 1, span)
    for number, lane in enumerate(chart.lanes):
        _lane(sheet, chart, lane, number, span, language)
    labels_on(sheet, [_years(start, span, chart.last_year) for start in starts], _plot(sheet, len(starts)))
    sheet.height += LINE + 6


def _lane(sheet: Sheet, chart: TimeLine, lane: Lane, number: int, span: int, language: str) -> None:
    counts = Counter((moment.year - chart.first_year) // span for moment in lane.moments)
    plot = _plot(sheet, len(range(chart.first_year, chart.last_year + 1, span)))
    sheet.text(0, sheet.height + SIZE, fitted(lane.name, sheet.width))
    highest = max([1, *(count if count <= HIGHEST else 3 for count in counts.values())])
    base = sheet.height + LINE + highest * MARK + 4
    for place, count in sorted(counts.items()):
        for height in range(count if count <= HIGHEST else 1):
            sheet.mark(plot.centre(place), base - MARK * (height + 0.5), number)
        if count > HIGHEST:
            words = cldr.figure(count, language)
            sheet.text(plot.centre(place), base - MARK - 4, fitted(words, plot.step), "", "middle")
    sheet.line((0, base), (sheet.width, base), "chart-base")
    sheet.height = base + 8


def _plot(sheet: Sheet, places: int) -> Plot:
    return Plot(0, sheet.height, sheet.height, sheet.width / max(1, places), Scale(1, 1))


def _years_together(chart: TimeLine, width: float) -> int:
    """How many years share a place, so that no mark lies on another."""
    years = chart.last_year - chart.first_year + 1
    return max(1, -(-int(years * (MARK + 1)) // int(width)))


def _years(start: int, span: int, last: int) -> str:
    end = min(start + span - 1, last)
    return str(start) if end == start else f"{start}–{end}"
