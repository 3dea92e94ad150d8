"""All that a dashboard shows, by a fixed number of queries for any number of posts and years."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet

from chancery.accounts.models import Organiser
from chancery.campaign.models import CampaignClaim, YearCount
from chancery.campaign.queries.figures import Figure, Scope, figures_of
from chancery.campaign.queries.missions import Missions, missions_of
from chancery.events.models import Event
from chancery.occasions.models import Campaign, Recognition
from chancery.occasions.queries.adopted import Adopted, adopted_texts, judged_adopted
from chancery.occasions.queries.recognitions import recognitions_called
from chancery.rules.campaign.indicators import Indicator
from chancery.rules.campaign.recognitions import Moment
from chancery.rules.dates import PartialDate

CATEGORY, STATE, LANGUAGE = "category", "state", "language"
OF_PEOPLE = (Indicator.INVITED, Indicator.ACCEPTED, Indicator.DECLINED, Indicator.PRESENT)
OF_STATES = (Indicator.INVITED, Indicator.PRESENT, Indicator.HEADS_OF_MISSION)
MOST_MOMENTS = 300
"""More events than that, or more texts, are not drawn one by one: bars and maps count them."""

MOST_MISSIONS = 12
"""So many missions stand on a dashboard; a page of their own has all."""

type Spot = tuple[Indicator, int, str]


@dataclass(frozen=True, slots=True)
class Sums:
    """
    Counted figures by indicator, year and key; the key is empty where nothing is split.

    `years` are those of which anything was counted, in their order: another year is not zero, it is not
    counted.
    """

    found: Mapping[Spot, Figure]
    years: frozenset[int]

    def of(self, indicator: Indicator, year: int, key: str = "") -> int | None:
        """How many; None for a year that is not counted."""
        if year not in self.years:
            return None
        figure = self.found.get((indicator, year, key))
        return figure.value if figure else 0

    def keys(self, *indicators: Indicator) -> list[str]:
        """The keys of some indicators, those with the largest sums first, then by name."""
        totals: dict[str, int] = {}
        for (indicator, _year, key), figure in self.found.items():
            if indicator in indicators:
                totals[key] = totals.get(key, 0) + figure.value
        return sorted(totals, key=lambda key: (-totals[key], key))


@dataclass(frozen=True, slots=True)
class Recognised:
    """
    The texts of a campaign as a dashboard counts them: those adopted and standing at the moment (R117).

    `adopted` are those whose day is known, the first one first; none where there are too many to draw one
    by one.
    """

    counted: Adopted
    adopted: Sequence[tuple[PartialDate, Recognition]]


@dataclass(frozen=True, slots=True)
class Gathered:
    """
    What a dashboard shows. `plain`, `by_category`, `by_state` and `by_language` are the same events split.

    `missions` are those met most often, none of all posts together. `events` are None where there are too
    many to draw one by one, `recognised` where no campaign is asked.
    """

    scope: Scope
    plain: Sums
    by_category: Sums
    by_state: Sums
    by_language: Sums
    events: Sequence[Event] | None
    recognised: Recognised | None
    claims: Sequence[CampaignClaim]
    missions: Missions

    @property
    def years(self) -> range:
        """From the first year that was counted to the last, also those between that were not."""
        known = self.plain.years
        return range(min(known), max(known) + 1) if known else range(0)


def gather(scope: Scope, now: datetime, *, reader: Organiser | None = None) -> Gathered:
    """Load a dashboard; `reader` is the office on whose pages it stands, where it is another."""
    plain = figures_of(scope)
    years = frozenset(figure.year for figure in plain)
    return Gathered(
        scope=scope,
        plain=_sums(plain, years),
        by_category=_sums(figures_of(scope, indicators=OF_PEOPLE, by=CATEGORY), years),
        by_state=_sums(figures_of(scope, indicators=(*OF_STATES, Indicator.STATES), by=STATE), years),
        by_language=_sums(figures_of(scope, indicators=(Indicator.PRESS,), by=LANGUAGE), years),
        events=_events(scope),
        recognised=_recognised(scope.campaign, now) if scope.campaign else None,
        claims=list(claims_on(scope.campaign)) if scope.campaign else [],
        missions=missions_of(scope, reader or scope.organiser, most=MOST_MISSIONS),
    )


def _sums(figures: Sequence[Figure], years: frozenset[int]) -> Sums:
    return Sums({(figure.indicator, figure.year, figure.key): figure for figure in figures}, years)


def _events(scope: Scope) -> list[Event] | None:
    """The events that count, by their year; None where there are more than a line can show."""
    rows = Event.objects.filter(counting__year__range=(scope.first_year, scope.last_year))
    rows = rows.filter(_of_offices(scope)).exclude(status__in=_NOT_HELD)
    if scope.campaign:
        rows = rows.filter(campaigns=scope.campaign)
    if len(rows.order_by().values_list("pk")[: MOST_MOMENTS + 1]) > MOST_MOMENTS:
        return None
    return list(rows.select_related("counting", "organiser").order_by("held_on", "pk"))


_NOT_HELD = (Event.Status.DRAFT, Event.Status.CANCELLED, Event.Status.POSTPONED)


def _of_offices(scope: Scope) -> Q:
    own = Q(organiser=scope.organiser)
    return own | Q(organiser__parent=scope.organiser) if scope.with_posts else own


def _recognised(campaign: Campaign, now: datetime) -> Recognised:
    moment = Moment(now.date(), now)
    counted = adopted_texts(campaign, moment)
    return Recognised(counted, _drawn(campaign, moment) if counted.value <= MOST_MOMENTS else ())


def _drawn(campaign: Campaign, moment: Moment) -> Sequence[tuple[PartialDate, Recognition]]:
    known = {each.text.ref: each.standing for each in judged_adopted(campaign, moment)}
    dated = ((known[ref].on, row) for ref, row in recognitions_called(campaign, list(known)).items())
    return sorted(((day, row) for day, row in dated if day), key=lambda pair: pair[0].earliest)


def claims_on(campaign: Campaign) -> QuerySet[CampaignClaim]:
    """What somebody claims of a campaign, with the claimant."""
    claims = CampaignClaim.objects.filter(campaign=campaign).select_related("person", "body")
    return claims.order_by("about", "as_of", "pk")


def posts_of(organiser: Organiser) -> QuerySet[Organiser]:
    """The posts of a ministry, by their short name."""
    return Organiser.objects.filter(parent=organiser).order_by("ref", "pk")


def categories_of(scope: Scope) -> list[str]:
    """The categories by which anybody was counted in a scope, by their name."""
    rows = YearCount.objects.filter(
        organiser=scope.organiser, of_posts=scope.with_posts, campaign=scope.campaign, by=CATEGORY
    )
    return [key for key in rows.order_by("key").values_list("key", flat=True).distinct() if key]
