"""Where yearly reports stand for anybody: below the page of a campaign, or below an office."""

from dataclasses import dataclass

from django.urls import reverse

from chancery.accounts.models import Organiser
from chancery.campaign.models import CampaignPage, YearReport
from chancery.occasions.models import Campaign


@dataclass(frozen=True, slots=True)
class ReportPlace:
    """The reports of an office on a campaign, or on all it did; `page` is that of the campaign."""

    organiser: Organiser
    page: CampaignPage | None = None

    @property
    def campaign(self) -> Campaign | None:
        return self.page.campaign if self.page else None

    def path(self, year: int, language: str = "") -> str:
        """The path of the report of a year, in one language or as the browser asks."""
        if not language:
            return self._reverse("report", year)
        return self._reverse("report-in", year, language)

    def file(self, report: YearReport, suffix: str) -> str:
        """The path of a report as a file."""
        return self._reverse("report-file", report.year, report.language, suffix)

    def _reverse(self, name: str, *args: object) -> str:
        if self.page is not None:
            return reverse(f"public-campaign:{name}", args=[self.page.slug, *args])
        return reverse(f"public-report:{name}", args=[self.organiser.ref, *args])


def home_of(organiser: Organiser) -> str:
    """The path of all reports of an office."""
    return reverse("public-report:reports", args=[organiser.ref])
