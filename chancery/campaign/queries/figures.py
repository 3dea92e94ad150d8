"""Figures that were counted: sums that are kept, so that a page costs the same for any number of events."""

from collections.abc import Collection
from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import Max, Min, QuerySet
from django.urls import reverse

from chancery.accounts.models import Organiser
from chancery.campaign.models import YearCount
from chancery.occasions.models import Campaign
from chancery.rules.campaign.indicators import Indicator

FIRST_YEAR, LAST_YEAR = 1900, 2999
"""A scope from the one to the other is one of all years."""


@dataclass(frozen=True, slots=True)
class Scope:
    """
    Whose figures are read: of an office alone or with all its posts, for one campaign or for all its events.

    `years` are those of the events, both ends included.
    """

    organiser: Organiser
    with_posts: bool
    campaign: Campaign | None
    first_year: int
    last_year: int


@dataclass(frozen=True, slots=True)
class Figure:
    """
    One count of one year. `by` and `key` say by what it is split and which part of it this is.

    `events` says of how many events it is the sum: those without such rows count for none.
    """

    indicator: Indicator
    year: int
    by: str
    key: str
    value: int
    events: int


def figures_of(scope: Scope, *, indicators: Collection[Indicator] = (), by: str = "") -> list[Figure]:
    """Return the counted figures of a scope by year and key; all indicators where none is named."""
    rows = _counts_of(scope).filter(by=by)
    if indicators:
        rows = rows.filter(indicator__in=[each.value for each in indicators])
    rows = rows.order_by("year", "indicator", "key")
    return [
        Figure(Indicator(indicator), year, by, key, value, events)
        for indicator, year, key, value, events in rows.values_list(
            "indicator", "year", "key", "value", "events"
        )
    ]


def years_of(scope: Scope) -> range:
    """From the first year of a scope that was counted to the last, also those between that were not."""
    ends = _counts_of(scope).filter(by="").aggregate(first=Min("year"), last=Max("year"))
    return range(ends["first"], ends["last"] + 1) if ends["first"] is not None else range(0)


def rows_url(scope: Scope, figure: Figure, *, reader: Organiser | None = None) -> str:
    """
    Return where a figure opens to the posts and events that add to it.

    `reader` is the office whose page the figure stands on, where it is another than that of the scope. A
    figure of the year 0 is that of all years of the scope.
    """
    return address_of(
        reader or scope.organiser,
        indicator=figure.indicator.value,
        by=figure.by,
        key=figure.key,
        **_asked_of(scope, figure.year, reader),
    )


def address_of_parts(
    scope: Scope, indicator: Indicator, year: int, by: str, *, reader: Organiser | None = None
) -> str:
    """Return where all parts of a figure stand, each of which opens to its rows."""
    return address_of(
        reader or scope.organiser,
        indicator=indicator.value,
        by=by,
        parts="1",
        **_asked_of(scope, year, reader),
    )


def _asked_of(scope: Scope, year: int, reader: Organiser | None) -> dict[str, str]:
    """Whose figure is asked for, and of which years, as they stand in an address."""
    is_of_another = reader is not None and reader != scope.organiser and not scope.with_posts
    return {
        "post": scope.organiser.ref if is_of_another else "",
        **_years_asked(scope, year),
        "campaign": scope.campaign.code if scope.campaign else "",
        "posts": "1" if scope.with_posts else "",
    }


def _years_asked(scope: Scope, year: int) -> dict[str, str]:
    """The years of a figure as they stand in an address; nothing where every year is meant."""
    if year or scope.first_year == scope.last_year:
        return {"year": str(year or scope.first_year)}
    since = str(scope.first_year) if scope.first_year > FIRST_YEAR else ""
    return {"since": since, "until": str(scope.last_year) if scope.last_year < LAST_YEAR else ""}


def address_of(reader: Organiser, **asked: str) -> str:
    """Return the address of what a figure rests on, for members of `reader`; what is empty is left out."""
    query = urlencode({name: value for name, value in asked.items() if value})
    return f"{reverse('campaign:figure', args=[reader.ref])}?{query}"


def _counts_of(scope: Scope) -> QuerySet[YearCount]:
    return YearCount.objects.filter(
        organiser=scope.organiser,
        of_posts=scope.with_posts,
        campaign=scope.campaign,
        year__range=(scope.first_year, scope.last_year),
    )
