"""A chart as SVG: for a page, and as a file that stands alone."""

from html import escape
from importlib import resources

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from chancery.base.charts import bars, dots, lines, world
from chancery.base.charts.letters import LINE
from chancery.base.charts.svg import Sheet
from chancery.base.charts.values import Bars, Chart, Dots, Lines, Stack, TimeLine, WorldMap
from chancery.base.languages import direction

NARROW, WIDE = 340.0, 720.0
"""Widths of a drawing in units; letters are 13 units high, so that a narrow one is read on a phone."""
EDGE = 4.0


def drawn(chart: Chart, *, language: str, width: float = NARROW, key: str = "") -> SafeString:
    """
    Draw a chart for a page.

    Shape: an SVG with a title and a description for screen readers; the style sheet `base/css/charts.css`
    gives the colours. `key` names it where one chart is drawn twice on a page. A map has its key apart
    (`key_drawn`), so that the map can shrink and the letters stay.
    """
    sheet = Sheet(key or chart.key, width, direction(language) == "rtl")
    _draw(sheet, chart, language, has_key=False)
    return mark_safe(_svg(sheet, chart))  # noqa: S308  # what stands in it was escaped on the way


def key_drawn(chart: WorldMap, *, language: str) -> SafeString:
    """Draw the key of a map, for the eye: the table behind the map says the same."""
    sheet = Sheet(f"{chart.key}-key", NARROW, direction(language) == "rtl")
    world.key_of_steps(sheet, chart, language)
    drawing = f'<svg class="chart-drawing" aria-hidden="true" {_box(sheet)}>'
    return mark_safe(f"{drawing}{sheet.fills(_fills_of(chart))}{''.join(sheet.parts)}</svg>")  # noqa: S308  # what stands in it was escaped on the way


def standalone(chart: Chart, *, language: str, width: float = WIDE, has_heading: bool = True) -> str:
    """Draw a chart as a file of its own, dark on white, with the heading on it where no paper says it."""
    sheet = Sheet(chart.key, width, direction(language) == "rtl")
    if has_heading:
        _heading(sheet, chart.title)
    _draw(sheet, chart, language, has_key=True)
    size = f' width="{width + 2 * EDGE:g}" height="{sheet.height + 2 * EDGE:.0f}"'
    return _svg(sheet, chart, size, _style())


def _svg(sheet: Sheet, chart: Chart, size: str = "", style: str = "") -> str:
    names = f'aria-labelledby="{sheet.key}-title" aria-describedby="{sheet.key}-description"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="chart-drawing" role="img" {names} '
        f'{_box(sheet)}{size}>{style}<title id="{sheet.key}-title">{escape(chart.title)}</title>'
        f'<desc id="{sheet.key}-description">{escape(chart.description)}</desc>'
        f"{sheet.fills(_fills_of(chart))}{''.join(sheet.parts)}</svg>"
    )


def _box(sheet: Sheet) -> str:
    wide, high = sheet.width + 2 * EDGE, sheet.height + 2 * EDGE
    return f'viewBox="{-EDGE:g} {-EDGE:g} {wide:g} {high:.0f}" direction="ltr"'


def _draw(sheet: Sheet, chart: Chart, language: str, has_key: bool) -> None:
    match chart:
        case _ if is_empty(chart):
            sheet.text(0, sheet.height + LINE, gettext("Nothing is counted yet."), "chart-quiet")
            sheet.height += LINE + 6
        case Lines():
            lines.lines(sheet, chart, language)
        case WorldMap():
            if has_key:
                world.key_of_steps(sheet, chart, language)
            world.world_map(sheet, chart)
        case Dots():
            dots.dots(sheet, chart)
        case TimeLine():
            dots.time_line(sheet, chart, language)
        case Bars() | Stack() if chart.is_lying:
            bars.lying(sheet, chart, language)
        case Bars():
            bars.standing(sheet, chart, language)
        case Stack():
            bars.stacked(sheet, chart, language)


def is_empty(chart: Chart) -> bool:
    """Whether there is nothing to draw, which is then said in words."""
    match chart:
        case WorldMap():
            return not any(chart.values.values())
        case Dots():
            return not chart.rows or not chart.labels
        case TimeLine():
            return not any(lane.moments for lane in chart.lanes)
        case _:
            return not chart.labels or not chart.series


def _fills_of(chart: Chart) -> int:
    match chart:
        case Bars() | Stack():
            return len(chart.series)
        case WorldMap():
            return len(world.steps_of(list(chart.values.values())))
        case _:
            return 0


def _heading(sheet: Sheet, title: str) -> None:
    sheet.text(0, LINE, title, "chart-title")
    sheet.height += LINE + 14


def _style() -> str:
    """The colours of a drawing without a page around it."""
    sheet = resources.files("chancery.base.charts").joinpath("standalone.css").read_text()
    return f"<style>{sheet}</style>"
