"""A dashboard on paper, and its charts as pictures."""

import re
from collections.abc import Sequence
from typing import TypedDict

from django.utils import timezone
from django.utils.translation import get_language, gettext, gettext_noop, override

from chancery.accounts.imprints import imprint_of
from chancery.base import charts, cldr
from chancery.base.languages import wording
from chancery.base.pdf import EventLines, Imprint, Paper, render_png
from chancery.base.stock import Sheet, stock_of_state
from chancery.campaign import mission_words
from chancery.campaign.asked import Asked
from chancery.campaign.dashboard_charts import charts_of
from chancery.campaign.dashboard_rows import Claimed, KeyFigure, claims_in_words, key_figures_of
from chancery.campaign.opening import Opens
from chancery.campaign.queries.dashboards import Gathered
from chancery.campaign.queries.figures import FIRST_YEAR, LAST_YEAR

RESOLUTION = 192
"""Dots per inch of a picture: twice those of a screen."""
BROAD = charts.WorldMap | charts.TimeLine | charts.Dots
ROOM_OF_WORDS = 70.0
"""About how high title, description and notes of a chart are, in units of its drawing."""


class PrintedFigure(TypedDict):
    name: str
    value: str
    counted: str


class PrintedClaim(TypedDict):
    """`by` is the claimant, the source and the day as one line."""

    figure: str
    counted: str
    words: str
    by: str


class PrintedChart(TypedDict):
    title: str
    description: str
    drawing: str
    notes: list[str]


class PrintedTable(TypedDict):
    """Rows of numbers; the first cell of each names it."""

    title: str
    heads: list[str]
    rows: list[list[str]]


class PrintedDashboard(TypedDict):
    """
    The first page holds the figures, the `map` as large as there is room, and `first`; then come the details.

    `columns` are two lists of charts of about the same height, `broad` go across the page.
    """

    format: Sheet
    heading: str
    event: EventLines
    summary: str
    figures: list[PrintedFigure]
    claims: list[PrintedClaim]
    map: PrintedChart | None
    first: list[PrintedChart]
    columns: list[list[PrintedChart]]
    broad: list[PrintedChart]
    tables: list[PrintedTable]


class Picture(TypedDict):
    """A drawing with its size in points."""

    drawing: str
    width: float
    height: float


DASHBOARD = Paper[PrintedDashboard](
    "campaign/papers/dashboard.typ",
    words={
        "claims": gettext_noop("Claimed, and not counted here"),
        "claims_apart": gettext_noop(
            "These figures are those of the sources named; no count holds any of them."
        ),
    },
)
PICTURE = "base/papers/chart.typ"


def picture_of(chart: charts.Chart, language: str) -> bytes:
    """Return a chart as a PNG. Errors: PaperFailed for a letter that no typeface of the house has."""
    drawing = charts.standalone(chart, language=language)
    width, height = _size_of(drawing)
    values = Picture(drawing=drawing, width=width, height=height)
    imprint = Imprint(house="", made_at=timezone.now())
    return render_png(PICTURE, values, language=language, title=chart.title, imprint=imprint, ppi=RESOLUTION)[
        0
    ]


def dashboard(found: Gathered, asked: Asked, *, language: str, author: str) -> bytes:
    """Print a dashboard. Errors: PaperFailed."""
    now = timezone.now()
    values = dashboard_values(found, asked, language)
    imprint = imprint_of(found.scope.organiser, language, now=now, author=author)
    return DASHBOARD.pdf(values, language=language, title=values["heading"], imprint=imprint)


def dashboard_values(found: Gathered, asked: Asked, language: str) -> PrintedDashboard:
    """Return the dashboard as its paper takes it."""
    with override(language):
        drawn = charts_of(found, asked, Opens(found.scope))
        maps = [each for each in drawn if isinstance(each, charts.WorldMap)]
        first = [each for each in drawn if isinstance(each, charts.TimeLine)]
        later = [each for each in drawn if each not in first and each not in maps[-1:]]
        narrow = [each for each in later if not isinstance(each, BROAD)]
        return {
            "format": stock_of_state(found.scope.organiser.host_state).sheet,
            "heading": gettext("Figures"),
            "event": {"title": _whose(found, language), "lines": _lines(found, asked, language)},
            "summary": gettext("Counted from the rows of the record; a year without a count is a gap."),
            "figures": [_figure(each) for each in key_figures_of(found, asked, Opens(found.scope))],
            "claims": [_claim(each) for each in claims_in_words(found)],
            "map": _chart(maps[-1], language) if maps else None,
            "first": [_chart(each, language) for each in first],
            "columns": _columns([_chart(each, language) for each in narrow]),
            "broad": [_chart(each, language) for each in later if isinstance(each, BROAD)],
            "tables": [] if asked.category else _both_ways(found),
        }


def _columns(printed: Sequence[PrintedChart]) -> list[list[PrintedChart]]:
    """Two columns of about the same height, each chart after those it follows."""
    found: list[list[PrintedChart]] = [[], []]
    heights = [0.0, 0.0]
    for each in printed:
        shorter = heights.index(min(heights))
        found[shorter].append(each)
        heights[shorter] += _size_of(each["drawing"])[1] + ROOM_OF_WORDS
    return found


def _both_ways(found: Gathered) -> list[PrintedTable]:
    """The missions that stand on a dashboard, with who came to whom."""
    reader = get_language() or "en"
    rows = [
        [mission_words.name_of(each.body)]
        + [cldr.figure(number, reader) for number in mission_words.numbers_both_ways(each)]
        for each in found.missions.listed
    ]
    heads = [column.name for column in mission_words.columns_both_ways()]
    return [{"title": gettext("Both ways"), "heads": heads, "rows": rows}] if rows else []


def _whose(found: Gathered, language: str) -> str:
    scope = found.scope
    return wording((scope.campaign or scope.organiser).names, language).text


def _lines(found: Gathered, asked: Asked, language: str) -> list[str]:
    """The office, the years and the category, as the filters say."""
    scope, years = found.scope, found.years
    office = wording(scope.organiser.names, language).text if scope.campaign else ""
    first = years[0] if years and scope.first_year == FIRST_YEAR else scope.first_year
    last = years[-1] if years and scope.last_year == LAST_YEAR else scope.last_year
    span = (str(first) if first == last else f"{first}–{last}") if years else ""
    posts = gettext("with all posts") if scope.with_posts else ""
    return [line for line in (office, posts, span, asked.category) if line]


def _figure(figure: KeyFigure) -> PrintedFigure:
    counted = " ".join(part for part in (figure.counted, figure.note) if part)
    return {"name": figure.name, "value": figure.value, "counted": counted}


def _claim(claim: Claimed) -> PrintedClaim:
    by = " · ".join(part for part in (claim.claimant, claim.source, claim.as_of) if part)
    return {"figure": claim.figure, "counted": claim.counted, "words": claim.words, "by": by}


def _chart(chart: charts.Chart, language: str) -> PrintedChart:
    width = charts.WIDE if isinstance(chart, BROAD) else charts.NARROW
    return {
        "title": chart.title,
        "description": chart.description,
        "drawing": charts.standalone(chart, language=language, width=width, has_heading=False),
        "notes": charts.notes_of(chart, language),
    }


def _size_of(drawing: str) -> tuple[float, float]:
    found = re.search(r'width="(?P<width>[\d.]+)" height="(?P<height>[\d.]+)"', drawing)
    assert found is not None, "a drawing of its own carries its size"
    return float(found["width"]), float(found["height"])
