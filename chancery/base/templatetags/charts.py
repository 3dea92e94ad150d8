"""Charts on a page."""

from collections.abc import Sequence
from typing import Any

from django import template
from django.utils.translation import get_language

from chancery.base import charts
from chancery.base.frame import Link

register = template.Library()


@register.inclusion_tag("base/_chart.html")
def chart(
    value: charts.Chart, *, is_broad: bool = False, heading: str = "h2", files: Sequence[Link] = ()
) -> dict[str, Any]:
    """
    A chart with its title, description and the table behind it.

    A broad one is drawn twice, for a phone and for all else; `files` are the addresses of its files.
    """
    language = get_language() or "en"
    table = charts.table_of(value)
    drawings = [("", charts.drawn(value, language=language))]
    if is_broad:
        wide = charts.drawn(value, language=language, width=charts.WIDE, key=f"{value.key}-wide")
        drawings = [("chart-when-narrow", drawings[0][1]), ("chart-when-wide", wide)]
    return {
        "chart": value,
        "heading": heading,
        "drawings": drawings,
        "is_broad": is_broad,
        "heads": table.heads,
        "rows": [[(cell.in_words(language), cell.url, cell.is_figure) for cell in row] for row in table.rows],
        "files": files,
    }
