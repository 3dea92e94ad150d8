"""Charts on a page."""

from collections.abc import Sequence
from typing import Any

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from chancery.base import charts
from chancery.base.frame import Link

register = template.Library()
MOST_COLUMNS = 7
"""A table of more is moved sideways, so that no word is broken to make it fit a phone."""


@register.inclusion_tag("base/_chart.html")
def chart(
    value: charts.Chart, *, is_broad: bool = False, heading: str = "h2", files: Sequence[Link] = ()
) -> dict[str, Any]:
    """
    A chart with its title, description and the table behind it.

    A broad one, as each time line is, is drawn twice: for a phone and for all else. `files` are its files.
    """
    language = get_language() or "en"
    table = charts.table_of(value, language)
    return {
        "chart": value,
        "heading": heading,
        "drawings": _drawings(value, language, is_broad),
        "is_broad": is_broad or isinstance(value, charts.WorldMap | charts.TimeLine),
        "heads": table.heads,
        "is_wide": len(table.heads) > MOST_COLUMNS,
        "rows": format_html_join("\n", "<tr>{}</tr>", ([_row(row, language)] for row in table.rows)),
        "files": files,
        "notes": charts.notes_of(value, language),
    }


def _drawings(value: charts.Chart, language: str, is_broad: bool) -> list[tuple[str, SafeString]]:
    """The drawings of a chart, each with the class that says when it is shown."""
    if isinstance(value, charts.WorldMap) and not charts.is_empty(value):
        key = charts.key_drawn(value, language=language)
        return [("chart-key", key), ("", charts.drawn(value, language=language, width=charts.WIDE))]
    narrow = charts.drawn(value, language=language)
    if not is_broad and not isinstance(value, charts.TimeLine):
        return [("", narrow)]
    wide = charts.drawn(value, language=language, width=charts.WIDE, key=f"{value.key}-wide")
    return [("chart-when-narrow", narrow), ("chart-when-wide", wide)]


def _row(cells: Sequence[charts.Cell], language: str) -> SafeString:
    """The cells of a line; written here and not by a template, for a table may have a thousand of them."""
    return format_html_join("", "{}", ([_cell(cell, language, place)] for place, cell in enumerate(cells)))


def _cell(cell: charts.Cell, language: str, place: int) -> SafeString:
    shown = format_html("<bdi>{}</bdi>", cell.in_words(language))
    if cell.url:
        shown = format_html('<a href="{}">{}</a>', cell.url, shown)
    if not place:
        return format_html('<th scope="row">{}</th>', shown)
    return format_html('<td class="figure">{}</td>' if cell.is_figure else "<td>{}</td>", shown)
