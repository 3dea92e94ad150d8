"""The table behind a chart: every number exactly, with the rows it opens to."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext

from chancery.base import cldr
from chancery.base.charts.bars import totals_of
from chancery.base.charts.values import Chart, DotRow, Dots, Numbers, Series, Stack, TimeLine, WorldMap


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


def table_of(chart: Chart, language: str) -> Table:
    """Return all that a chart shows, and the rows it opens to; names of states in `language`."""
    match chart:
        case WorldMap():
            return _of_states(chart, language)
        case Dots():
            return Table([chart.heading, *chart.labels], [_of_marks(chart, row) for row in chart.rows])
        case TimeLine():
            return _of_moments(chart)
        case _:
            return _of_numbers(chart)


def _of_numbers(chart: Numbers) -> Table:
    """The numbers by label; parts that add up with what they add up to."""
    heads = [chart.heading, *(one.name for one in chart.series)]
    rows = [
        [Cell(label), *(_cell(one, place) for one in chart.series)]
        for place, label in enumerate(chart.labels)
    ]
    if isinstance(chart, Stack) and len(chart.series) > 1:
        heads.append(gettext("Together"))
        urls = chart.total_urls or [""] * len(rows)
        for row, total, url in zip(rows, totals_of(chart), urls, strict=True):
            row.append(Cell(total, url))
    return Table(heads, rows)


def _of_states(chart: WorldMap, language: str) -> Table:
    """The states from many to few, then by their name."""
    named = [(-value, cldr.state_in_words(code, language), code) for code, value in chart.values.items()]
    rows = [[Cell(name), Cell(-value, chart.urls.get(code, ""))] for value, name, code in sorted(named)]
    return Table([chart.heading, chart.counted], rows)


def _of_moments(chart: TimeLine) -> Table:
    moments = [(moment.year, moment, lane.name) for lane in chart.lanes for moment in lane.moments]
    moments.sort(key=lambda found: found[0])
    rows = [[Cell(moment.day), Cell(moment.name, moment.url), Cell(lane)] for _year, moment, lane in moments]
    return Table([gettext("Day"), chart.heading, gettext("Kind")], rows)


def _of_marks(chart: Dots, row: DotRow) -> list[Cell]:
    urls = row.urls or [""] * len(row.marks)
    marks = zip(row.marks, urls, strict=True)
    return [Cell(row.name, row.url), *(Cell(_mark(chart, mark), url) for mark, url in marks)]


def _mark(chart: Dots, mark: int | None) -> str:
    return chart.without if mark is None else chart.marks[mark]


def _cell(one: Series, place: int) -> Cell:
    return Cell(one.values[place], one.urls[place] if one.urls else "")
