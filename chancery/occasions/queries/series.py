"""Reads of series and their editions."""

from django.db.models import Count, F, Q, QuerySet

from chancery.accounts.models import Organiser
from chancery.directory.access import of_tree
from chancery.directory.models import Visibility
from chancery.occasions.access import series_seen_by
from chancery.occasions.models import Campaign, Series, SeriesEdition


def series_of(organiser: Organiser) -> QuerySet[Series]:
    """The series that an office reads, by their short name."""
    seen = Series.objects.filter(series_seen_by(organiser)).select_related("campaign", "organiser")
    return seen.order_by("ref", "id")


def series_of_campaign(campaign: Campaign) -> QuerySet[Series]:
    """The series of a campaign, by their short name, each with how many editions it has."""
    found = Series.objects.filter(campaign=campaign).select_related("organiser")
    return found.annotate(held=Count("editions")).order_by("ref", "id")


def editions_of(series: Series, organiser: Organiser) -> QuerySet[SeriesEdition]:
    """
    The editions of a series, the latest first, each with its events.

    `own` counts those of the office, `elsewhere` those of other posts where the campaign is shown to all.
    """
    is_own = Q(events__organiser=organiser)
    is_shown = Q(series__campaign__visibility=Visibility.TREE)
    posts = of_tree(organiser, "events__organiser")
    found = SeriesEdition.objects.filter(series=series).annotate(
        own=Count("events", filter=is_own), elsewhere=Count("events", filter=is_shown & posts & ~is_own)
    )
    return _latest_first(found)


def editions_seen_by(organiser: Organiser) -> QuerySet[SeriesEdition]:
    """The editions that an event of an office can be one of, series by series, the latest first."""
    seen = SeriesEdition.objects.filter(series_seen_by(organiser, "series__")).select_related("series")
    return seen.order_by("series__ref", "series_id", *LATEST_FIRST)


LATEST_FIRST = (F("number").desc(nulls_last=True), F("begins_on").desc(nulls_last=True), "-id")


def _latest_first(editions: QuerySet[SeriesEdition]) -> QuerySet[SeriesEdition]:
    return editions.order_by(*LATEST_FIRST)
