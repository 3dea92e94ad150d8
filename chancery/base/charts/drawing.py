"""A chart as SVG: for a page, and as a file that stands alone."""

from html import escape
from importlib import resources

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from chancery.base.charts import bars, lines
from chancery.base.charts.letters import LINE
from chancery.base.charts.svg import Sheet
from chancery.base.charts.values import Bars, Chart, Lines, Stack
from chancery.base.languages import direction

NARROW, WIDE = 340.0, 720.0
"""Widths of a drawing in units; letters are 13 units high, so that a narrow one is read on a phone."""
EDGE = 4.0


def drawn(chart: Chart, *, language: str, width: float = NARROW, key: str = "") -> SafeString:
    """
    Draw a chart for a page.

    Shape: an SVG with a title and a description for screen readers; the style sheet `base/css/charts.css`
    gives the colours. `key` names it where one chart is drawn twice on a page.
    """
    return mark_safe(_svg(chart, language, width, key or chart.key, ""))


def standalone(chart: Chart, *, language: str, width: float = WIDE) -> str:
    """Draw a chart as a file of its own, dark on white, with the heading written on it."""
    return _svg(chart, language, width, chart.key, _style())


def _svg(chart: Chart, language: str, width: float, key: str, style: str) -> str:
    sheet = Sheet(key, width, direction(language) == "rtl")
    if style:
        _heading(sheet, chart.title)
    _draw(sheet, chart, language)
    fills = sheet.fills(0 if isinstance(chart, Lines) else max(1, len(chart.series)))
    box = f"{-EDGE:g} {-EDGE:g} {width + 2 * EDGE:g} {sheet.height + 2 * EDGE:.0f}"
    size = f' width="{width + 2 * EDGE:g}" height="{sheet.height + 2 * EDGE:.0f}"' if style else ""
    names = f'aria-labelledby="{key}-title" aria-describedby="{key}-description"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="chart-drawing" role="img" {names} '
        f'viewBox="{box}"{size} direction="ltr">{style}<title id="{key}-title">{escape(chart.title)}</title>'
        f'<desc id="{key}-description">{escape(chart.description)}</desc>{fills}{"".join(sheet.parts)}</svg>'
    )


def _draw(sheet: Sheet, chart: Chart, language: str) -> None:
    if not chart.labels or not chart.series:
        sheet.text(0, sheet.height + LINE, gettext("Nothing is counted yet."), "chart-quiet")
        sheet.height += LINE + 6
        return
    match chart:
        case Lines():
            lines.lines(sheet, chart, language)
        case Bars() | Stack() if chart.is_lying:
            bars.lying(sheet, chart, language)
        case Bars():
            bars.standing(sheet, chart, language)
        case Stack():
            bars.stacked(sheet, chart, language)


def _heading(sheet: Sheet, title: str) -> None:
    sheet.text(0, LINE, title, "chart-title")
    sheet.height += LINE + 14


def _style() -> str:
    """The colours of a drawing without a page around it."""
    sheet = resources.files("chancery.base.charts").joinpath("standalone.css").read_text()
    return f"<style>{sheet}</style>"
