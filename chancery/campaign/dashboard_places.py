"""Where a dashboard stands in the addresses, and what its pages and files have in common."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse

from chancery.accounts.access import Office
from chancery.base import charts
from chancery.base.frame import Link
from chancery.campaign.asked import FigureFilter
from chancery.occasions.access import campaign_for
from chancery.occasions.models import Campaign

OF_DRAWINGS = ("svg", "png", "csv", "xlsx")
OF_TABLES = ("csv", "xlsx")


@dataclass(frozen=True, slots=True)
class Place:
    """The dashboard of an office, or of one of the campaigns it may serve."""

    office: Office
    campaign: Campaign | None

    def url(self, page: str = "", **kwargs: str) -> str:
        """The address of one of its pages, by its name behind that of the dashboard ("-compare")."""
        if self.campaign is None:
            return reverse(f"campaign:office{page}", kwargs={**kwargs, "ref": self.office.organiser.ref})
        kwargs |= {"ref": self.office.organiser.ref, "campaign": self.campaign.code}
        return reverse(f"campaign:dashboard{page}", kwargs=kwargs)

    def filters(self, request: HttpRequest) -> FigureFilter:
        """The filters as they stand in the address."""
        return FigureFilter(request.GET, organiser=self.office.organiser, campaign=self.campaign)

    def files_of(self, request: HttpRequest, chart: charts.Chart) -> list[Link]:
        """The addresses at which a chart can be had as a file, with the filters of the page."""
        return [
            Link(kind.upper(), with_filters(self.url("-file", chart=chart.key, kind=kind), request))
            for kind in OF_DRAWINGS
        ]


def place_of(office: Office, campaign: str) -> Place:
    """Return the dashboard of a campaign by its code, or of the office. Errors: Http404."""
    return Place(office, campaign_for(office, campaign) if campaign else None)


def with_filters(url: str, request: HttpRequest) -> str:
    """Return an address that asks for the same figures as the page."""
    query = request.GET.urlencode()
    return f"{url}?{query}" if query else url
