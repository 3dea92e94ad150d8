"""Reads of yearly reports, and what changed since one was made."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import QuerySet

from chancery.accounts.models import Organiser
from chancery.campaign.models import YearReport
from chancery.campaign.queries.figures import Scope, figures_of
from chancery.occasions.models import Campaign
from chancery.rules.campaign.indicators import INTERNAL, Indicator


@dataclass(frozen=True, slots=True)
class Changed:
    """One figure that is another one today; None is not counted."""

    indicator: Indicator
    then: int | None
    now: int | None


def reports_of(organiser: Organiser, campaign: Campaign | None) -> QuerySet[YearReport]:
    """The reports an office made of a campaign, or of all it did: the latest year first, then versions."""
    found = YearReport.objects.filter(organiser=organiser, campaign=campaign)
    loaded = found.defer("content", "counts").select_related("campaign", "job", "released_by")
    return loaded.order_by("-year", "language", "-version")


def report_of(organiser: Organiser, code: str) -> YearReport | None:
    """One report of an office."""
    found = YearReport.objects.select_related("organiser", "campaign__organiser", "job", "released_by")
    return found.filter(organiser=organiser, code=code).first()


def scope_of(report: YearReport) -> Scope:
    """What a report is about: the year of its office, with that of its posts where it has some."""
    has_posts = Organiser.objects.filter(parent=report.organiser).exists()
    return Scope(report.organiser, has_posts, report.campaign, report.year, report.year)


def counts_of(scope: Scope) -> dict[str, int]:
    """The figures of a year by indicator, as a report keeps them; costs are not among them."""
    return {each.indicator.value: each.value for each in figures_of(scope) if each.indicator not in INTERNAL}


def changed_since(report: YearReport) -> list[Changed]:
    """The figures that are others today than when the report was made."""
    now: Mapping[str, int] = counts_of(scope_of(report))
    then: Mapping[str, int] = report.counts
    return [
        Changed(each, then.get(each.value), now.get(each.value))
        for each in Indicator
        if then.get(each.value) != now.get(each.value)
    ]


def versions_out(
    organiser: Organiser, campaign: Campaign | None, year: int, language: str
) -> QuerySet[YearReport]:
    """What anybody may know of the reports of a year in one language: released or withdrawn, newest first."""
    found = _out(organiser, campaign).filter(year=year, language=language)
    return found.select_related("organiser", "campaign").order_by("-version")


def languages_out(organiser: Organiser, campaign: Campaign | None, year: int) -> list[str]:
    """The languages in which a report of a year was released, withdrawn ones too."""
    found = _out(organiser, campaign).filter(year=year)
    return list(found.order_by("language").values_list("language", flat=True).distinct())


def reports_out(organiser: Organiser, campaign: Campaign | None) -> list[YearReport]:
    """
    The reports that stand, of each year and language the newest, the latest year first.

    One whose newest version was withdrawn is none of them.
    """
    newest: dict[tuple[int, str], YearReport] = {}
    rows = _out(organiser, campaign).defer("content", "counts").select_related("organiser", "campaign")
    for report in rows.order_by("-year", "language", "-version"):
        newest.setdefault((report.year, report.language), report)
    return [report for report in newest.values() if report.state == YearReport.State.RELEASED]


def _out(organiser: Organiser, campaign: Campaign | None) -> QuerySet[YearReport]:
    """What an office released of a campaign, or of all it did; what events cost is never public."""
    states = [YearReport.State.RELEASED, YearReport.State.WITHDRAWN]
    return YearReport.objects.filter(
        organiser=organiser, campaign=campaign, state__in=states, has_costs=False
    )
