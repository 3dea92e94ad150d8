"""What the events of an office cost by year, as rows of a list: each currency for itself."""

from collections.abc import Sequence

from django.utils.translation import get_language, gettext

from chancery.base import cldr, rows
from chancery.base.parts import Column
from chancery.campaign.key_words import value_in_words
from chancery.campaign.opening import Opens
from chancery.campaign.queries.counted import CURRENCY
from chancery.campaign.queries.figures import Figure, Scope, figures_of
from chancery.rules.campaign.indicators import Indicator

MOST_BY_YEAR = 40
"""Where there are more, as in a ministry of many currencies, only the sums of all years are listed."""


def columns() -> list[Column]:
    """The heads of the list."""
    return [
        Column(gettext("Year")),
        Column(gettext("Paid"), is_figure=True),
        Column(gettext("Events with costs"), is_figure=True),
    ]


def rows_of(scope: Scope, opens: Opens) -> list[rows.Row]:
    """What was paid in each currency over all years, then by year, the latest first; one query."""
    found = figures_of(scope, indicators=[Indicator.COST], by=CURRENCY)
    sums = _sums(found)
    by_year = sorted(found, key=lambda each: (-each.year, each.key)) if len(found) <= MOST_BY_YEAR else []
    shown = [*sums, *by_year] if len(by_year) > len(sums) or not by_year else by_year
    return [_row(each, opens) for each in shown]


def _sums(found: Sequence[Figure]) -> list[Figure]:
    by_currency: dict[str, list[Figure]] = {}
    for each in found:
        by_currency.setdefault(each.key, []).append(each)
    return [
        Figure(Indicator.COST, 0, CURRENCY, key, sum(f.value for f in some), sum(f.events for f in some))
        for key, some in sorted(by_currency.items())
    ]


def _row(figure: Figure, opens: Opens) -> rows.Row:
    year = str(figure.year) if figure.year else gettext("all years")
    paid = value_in_words(Indicator.COST, figure.key, figure.value)
    return rows.Row(
        f"{figure.year}-{figure.key}",
        f"{year} {figure.key}",
        (
            rows.Text(year),
            rows.Figure(paid, opens(figure)),
            rows.Figure(cldr.figure(figure.events, get_language() or "en")),
        ),
    )
