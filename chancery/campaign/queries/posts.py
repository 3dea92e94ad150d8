"""The posts of a ministry with what each planned and did in a year."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet, TextField
from django.db.models.functions import Cast

from chancery.accounts.models import Organiser
from chancery.campaign.models import OfficeCounting, YearCount
from chancery.campaign.queries.counted import SIDE
from chancery.rules.campaign.indicators import Indicator, Side

_SHOWN = Q(indicator=Indicator.EVENTS.value, by=SIDE) | Q(
    indicator__in=[Indicator.PRESENT.value, Indicator.HEADS_OF_MISSION.value], by=""
)


@dataclass(frozen=True, slots=True)
class PostYear:
    """One post in one year, as it was counted; `counted_at` is None where it never was."""

    organiser: Organiser
    planned: int
    held: int
    present: int
    heads_of_mission: int
    counted_at: datetime | None


def posts_of(ministry: Organiser, text: str = "") -> QuerySet[Organiser]:
    """The posts of a ministry by city; `text` narrows to those whose name, short name or city has it."""
    found = Organiser.objects.filter(parent=ministry)
    if text:
        found = found.annotate(all_names=Cast("names", TextField())).filter(
            Q(all_names__icontains=text) | Q(ref__icontains=text) | Q(city__icontains=text)
        )
    return found.order_by("city", "ref")


def year_of_posts(posts: Sequence[Organiser], year: int) -> list[PostYear]:
    """What each post planned and did in a year, in the given order, by two queries."""
    rows = YearCount.objects.filter(
        _SHOWN, organiser__in=posts, year=year, campaign=None, of_posts=False
    ).order_by("pk")
    values = {
        (organiser, indicator, key): value
        for organiser, indicator, key, value in rows.values_list("organiser_id", "indicator", "key", "value")
    }
    counted = dict(
        OfficeCounting.objects.filter(organiser__in=posts).values_list("organiser_id", "counted_at")
    )
    return [_post_year(post, values, counted.get(post.pk)) for post in posts]


def _post_year(
    post: Organiser, values: Mapping[tuple[int, str, str], int], counted_at: datetime | None
) -> PostYear:
    def value(indicator: Indicator, key: str = "") -> int:
        return values.get((post.pk, indicator.value, key), 0)

    return PostYear(
        post,
        planned=value(Indicator.EVENTS, Side.PLANNED),
        held=value(Indicator.EVENTS, Side.HELD),
        present=value(Indicator.PRESENT),
        heads_of_mission=value(Indicator.HEADS_OF_MISSION),
        counted_at=counted_at,
    )


def years_of(ministry: Organiser, year: int) -> list[int]:
    """The years in which something was counted at a ministry or its posts, the last first; `year` as well."""
    rows = YearCount.objects.filter(
        organiser=ministry, of_posts=True, campaign=None, indicator=Indicator.EVENTS.value, by=SIDE
    )
    return sorted({*rows.order_by("year").values_list("year", flat=True), year}, reverse=True)
