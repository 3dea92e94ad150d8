"""What the events of an office cost by year, as rows of a list: each currency for itself."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import get_language, gettext

from chancery.base import cldr, rows
from chancery.base.parts import Column
from chancery.campaign.key_words import value_in_words
from chancery.campaign.opening import Opens
from chancery.campaign.queries.counted import CURRENCY
from chancery.campaign.queries.figures import Figure, Scope, figures_of
from chancery.rules.campaign.indicators import Indicator

MOST_BY_YEAR = 40
"""Where there are more, as in a ministry of many currencies, the years open from the sums alone."""


@dataclass(frozen=True, slots=True)
class Costs:
    """What was paid in each currency: over all years, and by year with the latest first."""

    columns: Sequence[Column]
    together: Sequence[rows.Row]
    by_year: Sequence[rows.Row]


def costs_of(scope: Scope, opens: Opens) -> Costs | None:
    """Return what was paid, by one query; None where no costs are kept."""
    found = figures_of(scope, indicators=[Indicator.COST], by=CURRENCY)
    by_year = sorted(found, key=lambda each: (-each.year, each.key)) if len(found) <= MOST_BY_YEAR else []
    if not found:
        return None
    return Costs(
        [
            Column(gettext("Year")),
            Column(gettext("Paid"), is_figure=True),
            Column(gettext("Events with costs"), is_figure=True),
        ],
        [_row(each, opens) for each in _sums(found)],
        [_row(each, opens) for each in by_year],
    )


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
