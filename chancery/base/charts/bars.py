"""Bars, beside each other and in parts that add up, standing over years and lying under long names."""

from collections.abc import Callable, Iterable, Sequence

from chancery.base import cldr
from chancery.base.charts.axes import Plot, key_of_series, plot_on, values_on
from chancery.base.charts.letters import LINE, SIZE, fitted, width_of
from chancery.base.charts.scales import scale_for
from chancery.base.charts.svg import Sheet
from chancery.base.charts.values import Bars, Numbers, Stack

THICK, GAP = 13.0, 9.0
"""How thick a lying bar is, and the room between two names."""
SHARE, THICKEST = 0.78, 64.0
"""How much of the room of a label its standing bars take, and how thick one gets at most."""


def standing(sheet: Sheet, chart: Bars, language: str) -> None:
    """Draw bars beside each other."""
    key_of_series(sheet, chart, "fill")
    plot = plot_on(sheet, chart.labels, _all(chart), language)
    count = max(1, len(chart.series))
    thick = min(plot.step * SHARE / count, THICKEST)
    tops = []
    for number, one in enumerate(chart.series):
        for place, value in enumerate(one.values):
            x = plot.centre(place) + thick * (number - count / 2)
            if value is None:
                _not_counted(sheet, x, thick, plot)
            else:
                sheet.bar(x, plot.y(value), thick, plot.scale(value), number)
                tops.append((x + thick / 2, plot.y(value), value))
    values_on(sheet, tops, thick, lambda value: cldr.figure(value, language))


def stacked(sheet: Sheet, chart: Stack, language: str) -> None:
    """Draw bars in parts."""
    key_of_series(sheet, chart, "fill")
    totals = totals_of(chart)
    plot = plot_on(sheet, chart.labels, [total for total in totals if total is not None], language)
    thick, tops = min(plot.step * SHARE, THICKEST), []
    for place, total in enumerate(totals):
        x = plot.centre(place) - thick / 2
        if total is None:
            _not_counted(sheet, x, thick, plot)
            continue
        for number, start, value in _parts(chart, place):
            sheet.bar(x, plot.y(start + value), thick, plot.scale(value), number)
        tops.append((plot.centre(place), plot.y(total), total))
    values_on(sheet, tops, plot.step, lambda value: cldr.figure(value, language))


def lying(sheet: Sheet, chart: Bars | Stack, language: str) -> None:
    """Draw bars under the names of their labels."""
    key_of_series(sheet, chart, "fill")
    if isinstance(chart, Stack):
        write = _lying_stack(sheet, chart, language)
    else:
        write = _lying_bars(sheet, chart, language)
    for place, label in enumerate(chart.labels):
        top = sheet.height + LINE
        write(place, label)
        sheet.line((0, top), (0, sheet.height), "chart-base")
        sheet.height += GAP


def _lying_stack(sheet: Sheet, chart: Stack, language: str) -> Callable[[int, str], None]:
    """Return what draws one bar in parts, with what they add up to at the end of its name."""
    totals = totals_of(chart)
    scale = scale_for([total for total in totals if total is not None], sheet.width)

    def write(place: int, label: str) -> None:
        _name(sheet, label, _figure(totals[place], language))
        for number, start, value in _parts(chart, place):
            sheet.bar(scale(start), sheet.height, scale(value), THICK, number)
        sheet.height += THICK

    return write


def _lying_bars(sheet: Sheet, chart: Bars, language: str) -> Callable[[int, str], None]:
    """Return what draws the bars of one label below each other, each with its number behind it."""
    known = _all(chart)
    widest = max((width_of(_figure(value, language)) for value in [None, *known]), default=0)
    scale = scale_for(known, sheet.width - widest - 8)

    def write(place: int, label: str) -> None:
        _name(sheet, label, "")
        for number, one in enumerate(chart.series):
            value = one.values[place]
            if value is not None:
                sheet.bar(0, sheet.height, scale(value), THICK, number)
            words = _figure(value, language)
            sheet.text(scale(value or 0) + 6, sheet.height + THICK - 2, words, "chart-figure")
            sheet.height += THICK

    return write


def totals_of(chart: Numbers) -> list[int | None]:
    """What the parts of each label add up to; None where nothing of it is counted."""
    found = []
    for place in range(len(chart.labels)):
        counted = [one.values[place] for one in chart.series]
        known = [value for value in counted if value is not None]
        found.append(sum(known) if known else None)
    return found


def _name(sheet: Sheet, label: str, figures: str) -> None:
    room = sheet.width - width_of(figures) - 10
    sheet.text(0, sheet.height + SIZE, fitted(label, room))
    if figures:
        sheet.text(sheet.width, sheet.height + SIZE, figures, "chart-figure", "end")
    sheet.height += LINE


def _parts(chart: Stack, place: int) -> Iterable[tuple[int, int, int]]:
    """The parts of one bar: number of the series, where it starts, how much it is."""
    start = 0
    for number, one in enumerate(chart.series):
        value = one.values[place] or 0
        if value:
            yield number, start, value
        start += value


def _not_counted(sheet: Sheet, x: float, thick: float, plot: Plot) -> None:
    """A short line under the base says that nothing was counted; a bar of nothing would say zero."""
    sheet.line((x + thick * 0.2, plot.bottom + 3), (x + thick * 0.8, plot.bottom + 3), "chart-gap")


def _figure(value: int | None, language: str) -> str:
    return "–" if value is None else cldr.figure(value, language)


def _all(chart: Bars | Stack) -> Sequence[int]:
    return [value for one in chart.series for value in one.values if value is not None]
