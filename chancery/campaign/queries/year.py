"""
What a report on a year reads: the events of the year and what hangs on them.

Everything is read for all events at once; guests are never read, only what was counted of them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db.models import Count, F, Max, Prefetch, Q, QuerySet, Sum

from chancery.accounts.models import Organiser
from chancery.campaign.models import CampaignClaim, EventCount, EventCounting, YearCount
from chancery.campaign.queries.figures import Scope
from chancery.campaign.queries.public import DAY
from chancery.events.models import Event, GuestCategory, Station
from chancery.exhibition.models import Stay
from chancery.occasions.models import Campaign
from chancery.programme.models import Happened, Item, Showing
from chancery.record.models import Cost, Coverage, Release, Statement
from chancery.record.queries import releases
from chancery.rules.campaign.indicators import Indicator

HIGHLIGHTS = (
    Item.Kind.SPEECH,
    Item.Kind.MESSAGE,
    Item.Kind.WREATH,
    Item.Kind.CANDLE,
    Item.Kind.PERFORMANCE,
    Item.Kind.READING,
    Item.Kind.FILM,
    Item.Kind.EXHIBITION,
    Item.Kind.AWARD,
    Item.Kind.PRAYER,
    Item.Kind.PANEL,
    Item.Kind.UNVEILING,
    Item.Kind.HANDOVER,
)
TOOK_PLACE = (Happened.YES, Happened.CHANGED)


def events_of(scope: Scope) -> QuerySet[Event]:
    """
    The events of the years of a scope that are no drafts, by the day they were held, else were planned for.

    An event belongs to the year in which it took place; where that is not known, to the year planned.
    """
    offices = Q(organiser=scope.organiser)
    if scope.with_posts:
        offices |= Q(organiser__parent=scope.organiser)
    years = Q(held_on__year__range=(scope.first_year, scope.last_year), happened_on=None)
    for year in range(scope.first_year, scope.last_year + 1):
        years |= Q(happened_on__startswith=str(year))
    found = Event.objects.filter(offices & years).exclude(status=Event.Status.DRAFT)
    if scope.campaign is not None:
        found = found.filter(campaign_links__campaign=scope.campaign)
    return found.annotate(day=DAY).order_by("day", "pk")


def held_of(scope: Scope) -> QuerySet[Event]:
    """The events that were held."""
    return events_of(scope).filter(status=Event.Status.HELD)


def listed(events: QuerySet[Event], most: int) -> list[Event]:
    """The first of the events, each with its places and its office."""
    stations = Station.objects.select_related("place").order_by("position", "pk")
    return list(events.select_related("organiser").prefetch_related(Prefetch("stations", stations))[:most])


def present_at(events: Sequence[Event]) -> Mapping[int, int]:
    """How many were counted as present, by the key of the event; an event without a count is left out."""
    counts = EventCount.objects.filter(event__in=events, indicator=Indicator.PRESENT.value, by="")
    return dict(counts.order_by("event").values_list("event", "value"))


def by_post(scope: Scope) -> list[tuple[Organiser, Mapping[str, int]]]:
    """What each post of a ministry counted, by indicator; posts without a count are left out."""
    rows = YearCount.objects.filter(
        organiser__parent=scope.organiser,
        of_posts=False,
        campaign=scope.campaign,
        year__range=(scope.first_year, scope.last_year),
        by="",
    )
    found: dict[Organiser, dict[str, int]] = {}
    for row in rows.select_related("organiser").order_by("organiser__ref", "indicator"):
        sums = found.setdefault(row.organiser, {})
        sums[row.indicator] = sums.get(row.indicator, 0) + row.value
    return list(found.items())


def categories_of(events: QuerySet[Event]) -> list[tuple[Mapping[str, str], int]]:
    """The names of the categories of guests with their place in the list of their event (R103)."""
    rows = GuestCategory.objects.filter(event__in=keys(events)).order_by("position", "pk")
    return list(rows.values_list("names", "position"))


def highlights_of(events: QuerySet[Event]) -> list[tuple[str, int, int]]:
    """What took place in the programmes, by kind: how often, and at how many events; most often first."""
    items = Item.objects.filter(event__in=keys(events), kind__in=HIGHLIGHTS, happened__in=TOOK_PLACE)
    counted = items.order_by().values("kind").annotate(number=Count("pk"), at=Count("event", distinct=True))
    return [(row["kind"], row["number"], row["at"]) for row in counted.order_by("-number", "kind")]


def stays_of(events: QuerySet[Event], most: int) -> list[Stay]:
    """Where exhibitions stood at events."""
    found = Stay.objects.filter(event__in=keys(events)).select_related("exhibition", "place", "event")
    return list(found.order_by("opens", "pk")[:most])


def films_of(events: QuerySet[Event]) -> list[tuple[Mapping[str, str], int]]:
    """The films that were shown, each with the number of showings that took place."""
    shown = Showing.objects.filter(
        item__event__in=keys(events), item__happened__in=TOOK_PLACE, film__isnull=False
    )
    counted = shown.order_by().values("film", "film__titles", "film__about").annotate(number=Count("pk"))
    rows = counted.order_by("-number", "film")
    return [(row["film__titles"] or row["film__about"], row["number"]) for row in rows]


def statements_of(events: QuerySet[Event], now: datetime) -> QuerySet[Statement]:
    """
    What was said at events of which a communiqué is out, as far as its wording may be repeated.

    A note that nobody read over is not among it, nor a wording that its speaker refused or has not approved.
    """
    told = releases.standing_of(events, now=now).order_by().values("edition__communique__event")
    found = Statement.objects.filter(event__in=told, is_draft=False, said_elsewhere="")
    theirs = Q(mode=Statement.Mode.VERBATIM) | ~Q(approval=Statement.Approval.NOT_ASKED)
    cleared = found.exclude(theirs & ~Q(approval=Statement.Approval.GIVEN))
    loaded = cleared.select_related("speaker__person", "speaker__office", "speaker__body", "event")
    return loaded.prefetch_related("speaker__person__names").order_by(
        "event__held_on", "event", "position", "pk"
    )


def releases_of(events: QuerySet[Event], now: datetime) -> QuerySet[Release]:
    """The communiqués of the events as they stand today."""
    return releases.standing_of(events, now=now)


def press_of(events: QuerySet[Event]) -> QuerySet[Coverage]:
    """What the press wrote, by its day, those without one last."""
    found = Coverage.objects.filter(source__event__in=keys(events)).select_related("source")
    return found.order_by(F("source__dated").asc(nulls_last=True), "pk")


@dataclass(frozen=True, slots=True)
class Spent:
    """One kind of costs in one currency; of `unknown` lines it is not known what was paid."""

    kind: str
    currency: str
    planned: Decimal | None
    paid: Decimal | None
    unknown: int


def costs_of(events: QuerySet[Event]) -> list[Spent]:
    """What the events cost, by currency and kind; currencies are never added together."""
    rows = Cost.objects.filter(event__in=keys(events)).order_by().values("currency", "kind")
    summed = rows.annotate(
        total_planned=Sum("planned"), total_paid=Sum("paid"), unknown=Count("pk", filter=Q(paid=None))
    )
    return [
        Spent(row["kind"], row["currency"], row["total_planned"], row["total_paid"], row["unknown"])
        for row in summed.order_by("currency", "kind")
    ]


def claims_of(scope: Scope) -> list[CampaignClaim]:
    """What somebody claims of the campaign, or of all campaigns of the office; none of a later year."""
    found = CampaignClaim.objects.filter(organiser=scope.organiser)
    if scope.campaign is not None:
        found = CampaignClaim.objects.filter(campaign=scope.campaign)
    loaded = found.select_related("person", "body").prefetch_related("person__names").order_by("ref", "pk")
    last = str(scope.last_year)
    return [claim for claim in loaded if claim.as_of is None or str(claim.as_of)[:4] <= last]


def campaigns_of(scope: Scope) -> list[Campaign]:
    """The campaign of a scope, or all that its office owns."""
    if scope.campaign is not None:
        return [scope.campaign]
    found = Campaign.objects.filter(organiser=scope.organiser).select_related("organiser")
    return list(found.order_by("ref", "pk"))


@dataclass(frozen=True, slots=True)
class Unknown:
    """What is not known of a year, in numbers of events; `counted_at` is None where nothing was counted."""

    held: int
    without_presence: int
    uncounted: int
    not_marked: int
    untold: int
    counted_at: datetime | None


def unknown_of(scope: Scope, now: datetime, today: date) -> Unknown:
    """Say what the figures of a year rest on, and what the record does not hold."""
    held = held_of(scope)
    known = EventCount.objects.filter(
        event__in=keys(held), indicator=Indicator.PRESENT.value, by="", value__gt=0
    )
    number = held.count()
    counted = EventCounting.objects.filter(event__in=keys(held)).aggregate(
        at=Max("counted_at"), number=Count("pk")
    )
    past = events_of(scope).filter(held_on__lt=today)
    told = releases.standing_of(held, now=now).order_by().values("edition__communique__event").distinct()
    return Unknown(
        held=number,
        without_presence=number - known.count(),
        uncounted=number - counted["number"],
        not_marked=past.filter(status__in=[Event.Status.PLANNED, Event.Status.CONFIRMED]).count(),
        untold=number - told.count(),
        counted_at=counted["at"],
    )


def keys(events: QuerySet[Event]) -> QuerySet[Event, Any]:
    """The keys of events, for the question of what hangs on them."""
    return events.order_by().values("pk")
