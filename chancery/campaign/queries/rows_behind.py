"""What a figure rests on: the posts, and of each the events, with what each adds to it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import F, Prefetch, Q, QuerySet, Sum

from chancery.accounts.models import Organiser
from chancery.campaign.models import EventCount, YearCount
from chancery.campaign.queries.counted import RELATION
from chancery.campaign.queries.levels import TOGETHER
from chancery.events.models import Event, Station
from chancery.occasions.models import Campaign
from chancery.rules.campaign.indicators import BY_MISSION, Indicator


@dataclass(frozen=True, slots=True)
class Asked:
    """Which figure: of an indicator, by what it is split and which part, of a campaign or all, in years."""

    indicator: Indicator
    by: str
    key: str
    campaign: Campaign | None
    first_year: int
    last_year: int


@dataclass(frozen=True, slots=True)
class OfPost:
    """What one office adds, of how many of its events."""

    organiser: Organiser
    value: int
    events: int


@dataclass(frozen=True, slots=True)
class OfEvent:
    """What one event adds. `day` is that of the plan; it may be unknown."""

    event: Event
    value: int
    day: date | None
    city: str


def posts_behind(asked: Asked, ministry: Organiser) -> list[OfPost]:
    """The offices of a ministry that add to a figure, those that add most first, the ministry among them."""
    found = _years(asked, Q(organiser=ministry) | Q(organiser__parent=ministry), of_posts=False)
    sums = found.values("organiser").annotate(total=Sum("value"), of=Sum("events"))
    rows = list(sums.order_by("-total", "organiser"))
    offices = Organiser.objects.in_bulk([row["organiser"] for row in rows])
    return [OfPost(offices[row["organiser"]], row["total"], row["of"]) for row in rows]


def total_of(asked: Asked, organiser: Organiser, *, with_posts: bool) -> OfPost:
    """What a figure comes to, as it was added up."""
    found = _years(asked, Q(organiser=organiser), of_posts=with_posts)
    sums = found.aggregate(total=Sum("value"), of=Sum("events"))
    return OfPost(organiser, sums["total"] or 0, sums["of"] or 0)


def parts_behind(asked: Asked, organiser: Organiser, *, with_posts: bool) -> list[tuple[str, int, int]]:
    """The parts of a figure that is split: key, how many, of how many events; the largest first."""
    found = YearCount.objects.filter(
        organiser=organiser,
        of_posts=with_posts,
        campaign=asked.campaign,
        year__range=(asked.first_year, asked.last_year),
        indicator=asked.indicator.value,
        by=asked.by,
    )
    sums = found.values("key").annotate(total=Sum("value"), of=Sum("events")).order_by("-total", "key")
    return [(row["key"], row["total"], row["of"]) for row in sums]


def _years(asked: Asked, whose: Q, *, of_posts: bool) -> QuerySet[YearCount]:
    return YearCount.objects.filter(
        whose,
        of_posts=of_posts,
        campaign=asked.campaign,
        year__range=(asked.first_year, asked.last_year),
        indicator=asked.indicator.value,
        by__in=_splits(asked),
        key=asked.key,
    )


def _splits(asked: Asked) -> Sequence[str]:
    """By what rows are split that add to a figure: several levels may be read as one."""
    return TOGETHER.get(asked.by, [asked.by]) if asked.indicator in BY_MISSION else [asked.by]


def events_behind(asked: Asked, organiser: Organiser) -> QuerySet[EventCount]:
    """The counts of the events of an office that add to a figure, the latest event first."""
    is_relation = asked.by == RELATION
    found = EventCount.objects.filter(
        event__counting__organiser=organiser,
        event__counting__year__range=(asked.first_year, asked.last_year),
        indicator=asked.indicator.value,
        by__in=[""] if is_relation else _splits(asked),
        key="" if is_relation else asked.key,
    )
    if asked.campaign is not None:
        relation = {"event__campaign_links__relation": asked.key} if is_relation else {}
        found = found.filter(event__campaign_links__campaign=asked.campaign, **relation)
    stations = Station.objects.select_related("place").order_by("position", "pk")
    events = found.select_related("event__organiser").prefetch_related(Prefetch("event__stations", stations))
    return events.order_by(F("event__held_on").desc(nulls_last=True), "-event")


def of_event(count: EventCount) -> OfEvent:
    """What one event adds, with day and city."""
    event = count.event
    cities = (station.place.city for station in event.stations.all())
    return OfEvent(
        event, count.value, event.held_on, next((city for city in cities if city), event.organiser.city)
    )
