"""Adding up: the years of an office from its events, and those of a ministry from its posts."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from django.db import transaction
from django.db.models import Count, Q, Sum

from chancery.accounts.models import Organiser
from chancery.campaign.actions import marks
from chancery.campaign.models import EventCount, YearCount
from chancery.campaign.queries.counted import RELATION
from chancery.events.models import EventCampaign
from chancery.rules.campaign.indicators import BY_MISSION, DISTINCT, Indicator

_SPLIT = ("indicator", "by", "key")


class Added(NamedTuple):
    """One sum before it is written; `campaign` is None for all events together."""

    campaign: int | None
    indicator: str
    by: str
    key: str
    value: int
    events: int


def add_up_all(years: Collection[tuple[int, int]]) -> None:
    """Add up years of offices, each in a transaction of its own."""
    for organiser, year in sorted(years):
        with transaction.atomic():
            marks.lock(organiser)
            add_up(organiser, year)


def add_up(organiser: int, year: int) -> None:
    """Write anew what the counted events of an office come to in a year. The office must be locked."""
    YearCount.objects.filter(organiser=organiser, year=year, of_posts=False).delete()
    counted = EventCount.objects.filter(event__counting__organiser=organiser, event__counting__year=year)
    alone = counted.values_list(*_SPLIT).order_by(*_SPLIT)
    campaign = "event__campaign_links__campaign"
    served = counted.filter(**{f"{campaign}__isnull": False}).values_list(campaign, *_SPLIT)
    sums = {"total": Sum("value"), "of": Count("event", distinct=True)}
    rows = [Added(None, *row) for row in alone.annotate(**sums)]
    rows += [Added(*row) for row in served.order_by(campaign, *_SPLIT).annotate(**sums)]
    _write(organiser, year, [*_distinct(rows), *_relations(organiser, year)], of_posts=False)


def add_up_ministries(years: Collection[tuple[int, int]], *, wholly: Collection[int] = ()) -> None:
    """
    Write anew years of the ministries to which offices belong; of those that are named `wholly` all years.

    An office without posts has no sums of posts.
    """
    parents = dict(
        Organiser.objects.filter(pk__in={key for key, _year in years}).values_list("pk", "parent_id")
    )
    wanted = {(parents.get(key) or key, year) for key, year in years}
    wanted |= {(key, year) for key in wholly for year in _years_of_tree(key)}
    for ministry, year in sorted(wanted):
        with transaction.atomic():
            marks.lock(ministry)
            _add_up_posts(ministry, year)


def _years_of_tree(ministry: int) -> set[int]:
    """The years that a ministry or one of its posts has, or had with those it had."""
    rows = YearCount.objects.filter(Q(organiser=ministry) | Q(organiser__parent=ministry))
    return set(rows.order_by("year").values_list("year", flat=True).distinct())


def _add_up_posts(ministry: int, year: int) -> None:
    YearCount.objects.filter(organiser=ministry, year=year, of_posts=True).delete()
    if not Organiser.objects.filter(parent=ministry).exists():
        return
    posts = list(Organiser.objects.filter(Q(pk=ministry) | Q(parent=ministry)).values_list("pk", flat=True))
    # A mission is met by one post: all posts together would list it by thousands, and compare nothing.
    counted = YearCount.objects.filter(organiser__in=posts, year=year, of_posts=False).exclude(
        indicator__in=[each.value for each in BY_MISSION]
    )
    rows = counted.values_list("campaign", *_SPLIT).order_by("campaign", *_SPLIT)
    added = [Added(*row) for row in rows.annotate(total=Sum("value"), of=Sum("events"))]
    _write(ministry, year, _distinct(added), of_posts=True)


def _distinct(rows: Iterable[Added]) -> Iterator[Added]:
    """What counts once a year is as many as it has parts: a state that came to three events is one state."""
    listed = list(rows)
    parts = Counter((row.campaign, row.indicator) for row in listed if row.by)
    for row in listed:
        if not row.by and row.indicator in DISTINCT:
            yield row._replace(value=parts[row.campaign, row.indicator])
        else:
            yield row


def _relations(organiser: int, year: int) -> Iterator[Added]:
    """How many events held in a year did what for a campaign."""
    held = EventCampaign.objects.filter(
        event__counting__organiser=organiser,
        event__counting__year=year,
        event__counts__indicator=Indicator.EVENTS.value,
        event__counts__by="",
    )
    rows = held.values_list("campaign", "relation").order_by("campaign", "relation")
    for campaign, relation, events in rows.annotate(events=Count("event")):
        yield Added(campaign, Indicator.EVENTS.value, RELATION, relation, events, events)


def _write(organiser: int, year: int, rows: Iterable[Added], *, of_posts: bool) -> None:
    YearCount.objects.bulk_create(
        (
            YearCount(
                organiser_id=organiser,
                campaign_id=row.campaign,
                of_posts=of_posts,
                year=year,
                indicator=row.indicator,
                by=row.by,
                key=row.key,
                value=row.value,
                events=row.events,
            )
            for row in rows
        ),
        batch_size=1000,
    )
