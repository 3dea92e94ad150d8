"""A yearly report on a page, in its own language whatever the reader's is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.template.loader import render_to_string
from django.utils import translation
from django.utils.safestring import SafeString

from chancery.base.charts import Chart
from chancery.base.languages import direction
from chancery.base.parts import Column
from chancery.base.rows import Cell, Figure, Row, Text
from chancery.campaign.documents.report import corrections
from chancery.campaign.documents.report_values import Opens, Section, chart_of
from chancery.campaign.models import YearReport


@dataclass(frozen=True, slots=True)
class Shown:
    """A section with its table as columns and rows and its drawings as charts."""

    section: Section
    columns: list[Column]
    rows: list[Row]
    charts: list[Chart]


def rendered(report: YearReport, opens: Opens) -> SafeString:
    """
    Write the content of a report that is made; it says its language and direction itself.

    `opens` says where figures lead for the reader.
    """
    with translation.override(report.language):
        context = {
            "report": report,
            "content": report.content,
            "notes": corrections(report.content),
            "sections": [_shown(part, opens) for part in report.content["sections"]],
            "direction": direction(report.language),
        }
        return render_to_string("campaign/_report.html", context)


def _shown(part: Section, opens: Opens) -> Shown:
    columns = [
        Column(name, is_figure=is_figure)
        for name, is_figure in zip(part["heads"], part["figures"], strict=True)
    ]
    opened = part.get("opens") or [[] for _row in part["rows"]]
    rows = [
        Row(str(number), cells[0], _cells(cells, part["figures"], {column: opens(to) for column, to in led}))
        for number, (cells, led) in enumerate(zip(part["rows"], opened, strict=True))
    ]
    return Shown(part, columns, rows, [chart_of(drawing, opens) for drawing in part["charts"]])


def _cells(words: Sequence[str], figures: Sequence[bool], urls: Mapping[int, str]) -> tuple[Cell, ...]:
    pairs = enumerate(zip(words, figures, strict=True))
    return tuple((Figure if is_figure else Text)(said, urls.get(at, "")) for at, (said, is_figure) in pairs)
