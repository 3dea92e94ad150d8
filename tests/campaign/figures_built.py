"""Counts of invented years, laid as counting lays them, for pages that only read them."""

from collections.abc import Iterable

from django.utils import timezone

from chancery.accounts.models import Organiser
from chancery.campaign.models import OfficeCounting, YearCount
from chancery.occasions.models import Campaign

type Spot = tuple[str, str, str, int]


def counted(
    office: Organiser,
    year: int,
    spots: Iterable[Spot],
    *,
    campaign: Campaign | None = None,
    of_posts: bool = False,
    events: int = 3,
) -> None:
    """Counts of a year: each is an indicator, what it is split by, the key and how many."""
    YearCount.objects.bulk_create(
        YearCount(
            organiser=office,
            campaign=campaign,
            of_posts=of_posts,
            year=year,
            indicator=indicator,
            by=by,
            key=key,
            value=value,
            events=events,
        )
        for indicator, by, key, value in spots
    )
    OfficeCounting.objects.update_or_create(organiser=office, defaults={"counted_at": timezone.now()})


def a_year(people: int, *states: str) -> list[Spot]:
    """A year with so many people invited, a third of them refusing, from some states."""
    came = people // 2
    spots = [
        ("events", "", "", 3),
        ("invited", "", "", people),
        ("accepted", "", "", came),
        ("declined", "", "", people // 3),
        ("present", "", "", came),
        ("present", "category", "Diplomatic corps", came // 2),
        ("present", "category", "Historians", came - came // 2),
        ("invited", "category", "Historians", people),
        ("press", "", "", 4),
        ("press", "language", "ro", 3),
        ("press", "language", "en", 1),
        ("exhibitions", "", "", 1),
    ]
    for number, state in enumerate(states):
        spots += [("invited", "state", state, 4), ("present", "state", state, number + 1)]
        spots += [("states", "state", state, 1), ("heads-of-mission", "state", state, number % 2)]
    return spots
