"""What bars and lines over labels have in common: the key of the series, the scale, the labels."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from babel.numbers import format_compact_decimal

from chancery.base import cldr
from chancery.base.charts.letters import LINE, SIZE, fitted, width_of
from chancery.base.charts.scales import Scale, every, scale_for
from chancery.base.charts.svg import Sheet
from chancery.base.charts.values import Numbers

PLOT_HEIGHT = 132.0
SWATCH = 14.0
SHORT_FROM = 100_000
"""Numbers from here on stand on a scale in short; the table has every digit."""


@dataclass(frozen=True, slots=True)
class Plot:
    """The ground of standing bars and lines: from `left` to the end, `top` to `bottom`, `step` a label."""

    left: float
    top: float
    bottom: float
    step: float
    scale: Scale

    def centre(self, place: int) -> float:
        """The middle of a label, counted from 0."""
        return self.left + self.step * (place + 0.5)

    def y(self, value: int) -> float:
        """How high a value stands."""
        return self.bottom - self.scale(value)


def plot_on(sheet: Sheet, labels: Sequence[str], values: Sequence[int], language: str) -> Plot:
    """Draw the scale, its hairlines and the labels; fewer labels where they would meet."""
    top, scale = sheet.height + LINE, scale_for(values, PLOT_HEIGHT)
    words = {tick: on_scale(tick, language) for tick in scale.ticks()}
    left = max(map(width_of, words.values())) + 8
    step = (sheet.width - left) / max(1, len(labels))
    plot = Plot(left, top, top + PLOT_HEIGHT, step, scale)
    for tick, word in words.items():
        y = plot.y(tick)
        sheet.line((left, y), (sheet.width, y), "chart-base" if tick == 0 else "chart-grid")
        sheet.text(left - 6, y + SIZE / 3, word, "chart-quiet", "end")
    labels_on(sheet, labels, plot)
    sheet.height = plot.bottom + LINE + 6
    return plot


def labels_on(sheet: Sheet, labels: Sequence[str], plot: Plot) -> None:
    """Write labels from the last to the first, each only where it leaves room to the one after it."""
    room = sheet.width - plot.left
    widest = max(map(width_of, labels), default=0)
    written = every(len(labels), room, min(widest, room / 2))
    free = sheet.width
    for place in range(len(labels) - 1, -1, -written):
        words = fitted(labels[place], min(plot.step * written - 4, room))
        half = width_of(words) / 2
        x = min(max(plot.centre(place), half), sheet.width - half)
        if x + half <= free:
            sheet.text(x, plot.bottom + LINE, words, "chart-quiet", "middle")
            free = x - half - 4


def on_scale(value: int, language: str) -> str:
    """A number beside the scale, in short where it is long."""
    if value < SHORT_FROM:
        return cldr.figure(value, language)
    locale = cldr.locale_of(language)
    return format_compact_decimal(value, locale=locale, fraction_digits=1, numbering_system="latn")


def key_of_series(sheet: Sheet, chart: Numbers, show: Literal["fill", "line"]) -> None:
    """Say which series is which; a single one needs no key."""
    if len(chart.series) > 1:
        key_on(sheet, [one.name for one in chart.series], show)


def key_on(sheet: Sheet, names: Sequence[str], show: Literal["fill", "line", "mark"]) -> None:
    """Say which fill, line or mark is which, in as many lines as it takes."""
    x, y = 0.0, sheet.height + SIZE
    for number, name in enumerate(names):
        words = fitted(name, sheet.width - SWATCH - 6)
        wide = SWATCH + 6 + width_of(words)
        if x and x + wide > sheet.width:
            x, y = 0.0, y + LINE
        _swatch(sheet, x, y, number, show)
        sheet.text(x + SWATCH + 6, y, words)
        x += wide + 14
    sheet.height = y + 10


def _swatch(sheet: Sheet, x: float, y: float, number: int, show: Literal["fill", "line", "mark"]) -> None:
    if show == "fill":
        sheet.bar(x, y - SWATCH + 3, SWATCH, SWATCH - 2, number)
    else:
        if show == "line":
            sheet.line((x, y - 4), (x + SWATCH, y - 4), f"chart-line chart-line-{number}")
        sheet.mark(x + SWATCH / 2, y - 4, number)


def values_on(
    sheet: Sheet, values: Sequence[tuple[float, float, int]], step: float, write: Callable[[int], str]
) -> None:
    """Write values over their bars, given as middle, top and value; none of them where two would meet."""
    words = [write(value) for _x, _y, value in values]
    if words and max(map(width_of, words)) + 4 <= step:
        for (x, y, _value), word in zip(values, words, strict=True):
            sheet.text(x, y - 4, word, "", "middle")
