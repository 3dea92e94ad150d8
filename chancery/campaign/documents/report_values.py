"""What a yearly report is made of: plain values, kept with it, from which every output is written."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import NotRequired, TypedDict

from django.utils import timezone
from django.utils.translation import gettext as _

from chancery.base import cldr
from chancery.base.charts import Bars, Chart, Series, WorldMap
from chancery.base.languages import wording
from chancery.campaign.models import YearReport
from chancery.campaign.queries.figures import Scope


class Text(TypedDict):
    """A paragraph with what stands before it, which may be empty."""

    label: str
    text: str


class Opening(TypedDict, total=False):
    """
    Where a figure of a report opens: the rows behind it, an event, a text, or a page for anybody.

    `indicator`, `by`, `key`, `year` and `post` ask for rows; `event`, `recognition` and its `campaign` are
    codes, `state` asks for the recognitions of one; `public` is a path that anybody may follow.
    """

    indicator: str
    by: str
    key: str
    year: int
    post: str
    event: str
    recognition: str
    campaign: str
    state: str
    public: str


class Drawing(TypedDict):
    """
    A chart by its values; `kind` is `bars` or `map`, and `labels` are states by code on a map.

    `opens` stand in the order of the values; a report made before figures opened has none.
    """

    kind: str
    key: str
    title: str
    description: str
    heading: str
    labels: list[str]
    values: list[int]
    opens: NotRequired[list[Opening]]


class Section(TypedDict):
    """
    `widths` are fractions, one a column; `figures` says which hold numbers; `notes` stand below.

    `opens` says of each row which columns open, and where; a report made before figures opened has none.
    """

    key: str
    heading: str
    lead: str
    texts: list[Text]
    charts: list[Drawing]
    heads: list[str]
    widths: list[int]
    figures: list[bool]
    rows: list[list[str]]
    notes: list[str]
    opens: NotRequired[list[list[tuple[int, Opening]]]]


class Content(TypedDict):
    """A report in one language; `lines` stand under its title."""

    title: str
    year: str
    house: str
    lines: list[str]
    correction: str
    sections: list[Section]


@dataclass(frozen=True, slots=True)
class Making:
    """A report that is being made: for whom, in which language, which is the one that is on, and when."""

    report: YearReport
    scope: Scope
    now: datetime

    @property
    def language(self) -> str:
        return self.report.language

    @property
    def year(self) -> int:
        return self.report.year

    @property
    def today(self) -> date:
        return timezone.localdate(self.now, self.scope.organiser.zone)

    @property
    def last_day(self) -> date:
        """The last day of the year, or the present one in a year that is not over."""
        return min(date(self.year, 12, 31), self.today)

    def said(self, texts: Mapping[str, str]) -> str:
        """A wording in the language of the report; another one is named, and none is said."""
        chosen = wording(texts, self.language)
        if not chosen.text:
            return _("not written yet")
        if chosen.is_asked_for:
            return chosen.text
        named = cldr.language_in_words(chosen.language, self.language)
        return _("%(text)s (%(language)s)") % {"text": chosen.text, "language": named}

    def number(self, value: int) -> str:
        return cldr.figure(value, self.language)


def section(
    key: str,
    heading: str,
    *,
    lead: str = "",
    texts: Sequence[Text] = (),
    charts: Sequence[Drawing] = (),
    columns: Sequence[tuple[str, int]] = (),
    rows: Sequence[list[str]] = (),
    figures: Sequence[int] = (),
    notes: Sequence[str] = (),
    opens: Sequence[Mapping[int, Opening]] = (),
) -> Section:
    """
    One section; `columns` are heads with widths, `figures` the places of those that hold numbers.

    `opens` says of each row, in their order, what opens in which column.
    """
    return {
        "key": key,
        "heading": heading,
        "lead": lead,
        "texts": list(texts),
        "charts": [each for each in charts if each["values"]],
        "heads": [name for name, _width in columns],
        "widths": [width for _name, width in columns],
        "figures": [place in figures for place in range(len(columns))],
        "rows": list(rows),
        "notes": list(notes),
        "opens": [list(each.items()) for each in opens],
    }


def bars(
    key: str,
    title: str,
    description: str,
    heading: str,
    rows: Sequence[tuple[str, int]],
    opens: Sequence[Opening] = (),
) -> Drawing:
    """Lying bars, one a row, in the order given."""
    return {
        "kind": "bars",
        "key": key,
        "title": title,
        "description": description,
        "heading": heading,
        "labels": [name for name, _value in rows],
        "values": [value for _name, value in rows],
        "opens": list(opens),
    }


type Opens = Callable[[Opening], str]
"""The address at which a figure opens for a reader; nothing where it does not."""


def chart_of(drawing: Drawing, opens: Opens = lambda opening: "") -> Chart:
    """The chart of a drawing, as pages and papers show it."""
    urls = [opens(each) for each in drawing.get("opens", [])]
    known = (drawing["key"], drawing["title"], drawing["description"])
    if drawing["kind"] == "map":
        values = dict(zip(drawing["labels"], drawing["values"], strict=True))
        opened = dict(zip(drawing["labels"], urls, strict=False))
        return WorldMap(
            *known, heading=drawing["heading"], counted=drawing["title"], values=values, urls=opened
        )
    series = [Series(drawing["title"], drawing["values"], urls)]
    return Bars(*known, heading=drawing["heading"], labels=drawing["labels"], series=series, is_lying=True)


def is_told(part: Section) -> bool:
    """Whether a section has anything to say."""
    return bool(part["texts"] or part["charts"] or part["rows"] or part["notes"])
