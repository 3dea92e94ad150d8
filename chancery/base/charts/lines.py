"""Lines over years; each series has a mark and a dash of its own."""

from collections.abc import Iterator

from chancery.base import cldr
from chancery.base.charts.axes import Plot, key_of_series, plot_on
from chancery.base.charts.letters import width_of
from chancery.base.charts.svg import Sheet
from chancery.base.charts.values import Lines, Series


def lines(sheet: Sheet, chart: Lines, language: str) -> None:
    """Draw a line for each series, broken where nothing is counted."""
    key_of_series(sheet, chart, "line")
    known = [value for one in chart.series for value in one.values if value is not None]
    plot = plot_on(sheet, chart.labels, known, language)
    for number, one in enumerate(chart.series):
        for run in _runs(one, plot):
            if len(run) > 1:
                sheet.path(run, f"chart-line chart-line-{number}")
            for x, y in run:
                sheet.mark(x, y, number)
    if len(chart.series) == 1:
        _ends(sheet, chart.series[0], plot, language)


def _runs(one: Series, plot: Plot) -> Iterator[list[tuple[float, float]]]:
    """The points of a series between its gaps."""
    run: list[tuple[float, float]] = []
    for place, value in enumerate(one.values):
        if value is not None:
            run.append((plot.centre(place), plot.y(value)))
        elif run:
            yield run
            run = []
    if run:
        yield run


def _ends(sheet: Sheet, one: Series, plot: Plot, language: str) -> None:
    """Write the first and the last number of a single line."""
    places = [place for place, value in enumerate(one.values) if value is not None]
    for place in {places[0], places[-1]} if places else ():
        value = one.values[place]
        words = cldr.figure(value or 0, language)
        half = width_of(words) / 2
        x = min(max(plot.centre(place), plot.left + half), sheet.width - half)
        sheet.text(x, plot.y(value or 0) - 9, words, "", "middle")
