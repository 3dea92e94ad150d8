"""Levels of representation as they were counted: the missions of an office, each over its years."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet, Sum

from chancery.accounts.models import Organiser
from chancery.campaign.models import YearCount
from chancery.campaign.queries.figures import Scope
from chancery.campaign.queries.levels import OF_OTHERS, Came
from chancery.directory.access import readable_by
from chancery.directory.models import Body
from chancery.rules.campaign.indicators import BY_MISSION, Indicator

type Spot = tuple[Indicator, int, Came]


@dataclass(frozen=True, slots=True)
class Mission:
    """
    A mission with how many events there were of each kind in each year.

    `body` is None where the reader may not read its entry in the directory.
    """

    code: str
    body: Body | None
    found: Mapping[Spot, int]

    def highest(self, year: int) -> Came | None:
        """The highest level of a year at an event of the office; None where it was on no list."""
        return next((came for came in OF_OTHERS if self.found.get((Indicator.LEVEL, year, came))), None)

    def together(self, indicator: Indicator, levels: Collection[str]) -> int:
        """The events of all years at some levels."""
        return sum(
            number for (of, _year, level), number in self.found.items() if of is indicator and level in levels
        )


@dataclass(frozen=True, slots=True)
class Missions:
    """The missions of a scope that met the office most often: some of them, and how many there are."""

    listed: Sequence[Mission]
    number: int


def missions_of(scope: Scope, reader: Organiser, *, most: int) -> Missions:
    """Load the missions that met the office most often; three queries."""
    keys = keys_of(scope)
    return Missions(load(scope, keys[:most], reader), len(keys))


def keys_of(scope: Scope) -> list[str]:
    """
    Return the keys of the missions of a scope, those with most events on either side first.

    Of all posts together there is none: each post meets its own.
    """
    if scope.with_posts:
        return []
    counted = _counted(scope).values("key").annotate(events=Sum("value")).order_by("-events", "key")
    return [row["key"] for row in counted]


def load(scope: Scope, keys: Sequence[str], reader: Organiser) -> list[Mission]:
    """Load some missions in the order of their keys; two queries, none for no key."""
    if not keys:
        return []
    found: dict[str, dict[Spot, int]] = {key: {} for key in keys}
    rows = _counted(scope).filter(key__in=keys).order_by("year", "indicator", "by", "key")
    for indicator, year, by, key, value in rows.values_list("indicator", "year", "by", "key", "value"):
        found[key][Indicator(indicator), year, Came(by)] = value
    bodies = bodies_called(keys, reader)
    return [Mission(key, bodies.get(key), found[key]) for key in keys]


def bodies_called(codes: Sequence[str], reader: Organiser) -> dict[str, Body]:
    """The bodies of some codes that members of an office may read."""
    rows = Body.objects.filter(readable_by(reader, Body), code__in=codes).order_by("pk")
    return {body.code: body for body in rows}


def _counted(scope: Scope) -> QuerySet[YearCount]:
    return YearCount.objects.filter(
        organiser=scope.organiser,
        of_posts=False,
        campaign=scope.campaign,
        year__range=(scope.first_year, scope.last_year),
        indicator__in=[each.value for each in BY_MISSION],
    )
