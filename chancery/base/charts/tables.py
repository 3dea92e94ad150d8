"""The table behind a chart: every number exactly, with the rows it opens to."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext

from chancery.base import cldr
from chancery.base.charts.bars import totals_of
from chancery.base.charts.values import Chart, Series, Stack


@dataclass(frozen=True, slots=True)
class Cell:
    """A number or words; None is not counted. `url` opens it to its rows."""

    value: int | str | None
    url: str = ""

    @property
    def is_figure(self) -> bool:
        """Whether it stands at the end of its column."""
        return not isinstance(self.value, str)

    def in_words(self, language: str) -> str:
        """The cell as the reader's language writes it."""
        if self.value is None:
            return gettext("not counted")
        return cldr.figure(self.value, language) if isinstance(self.value, int) else self.value


@dataclass(frozen=True, slots=True)
class Table:
    """Headings of the columns, and rows whose first cell names them."""

    heads: Sequence[str]
    rows: Sequence[Sequence[Cell]]


def table_of(chart: Chart) -> Table:
    """Return the numbers of a chart; parts that add up with what they add up to."""
    heads = [chart.heading, *(one.name for one in chart.series)]
    rows = [
        [Cell(label), *(_cell(one, place) for one in chart.series)]
        for place, label in enumerate(chart.labels)
    ]
    if isinstance(chart, Stack) and len(chart.series) > 1:
        heads.append(gettext("Together"))
        for row, total in zip(rows, totals_of(chart), strict=True):
            row.append(Cell(total))
    return Table(heads, rows)


def _cell(one: Series, place: int) -> Cell:
    return Cell(one.values[place], one.urls[place] if one.urls else "")
