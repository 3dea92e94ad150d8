"""Dashboards: what a campaign, or all an office did, adds up to over the years."""

from django.http import HttpRequest, HttpResponse

from chancery.accounts.access import Office
from chancery.accounts.models import Organiser
from chancery.accounts.pages import office_page
from chancery.accounts.roles import Right
from chancery.base.frame import framed
from chancery.campaign import dashboard_rows
from chancery.campaign.queries.figures import Scope, figures_of
from chancery.occasions.access import campaign_for
from chancery.occasions.models import Campaign

FIRST_YEAR, LAST_YEAR = 1900, 2999


@office_page(Right.EVENTS_VIEW)
def dashboard(request: HttpRequest, office: Office, campaign: str) -> HttpResponse:
    """Show the figures of one campaign."""
    return _page(request, office, campaign_for(office, campaign))


@office_page(Right.EVENTS_VIEW)
def office(request: HttpRequest, office: Office) -> HttpResponse:
    """Show the figures of all events of the office, with its posts where it has some."""
    return _page(request, office, None)


def _page(request: HttpRequest, office: Office, campaign: Campaign | None) -> HttpResponse:
    has_posts = Organiser.objects.filter(parent=office.organiser).exists()
    scope = Scope(office.organiser, has_posts, campaign, FIRST_YEAR, LAST_YEAR)
    return framed(
        request,
        "campaign/dashboard.html",
        campaign=campaign,
        years=dashboard_rows.years_of(figures_of(scope)),
    )
