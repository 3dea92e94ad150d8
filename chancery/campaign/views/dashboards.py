"""Dashboards: what a campaign, or all an office did, adds up to over the years, and two sides compared."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from chancery.accounts.access import Office
from chancery.accounts.pages import office_page
from chancery.accounts.roles import Right
from chancery.base.frame import Link, framed
from chancery.campaign import access, comparing, cost_rows, dashboard_rows, mission_words
from chancery.campaign.asked import Asked
from chancery.campaign.comparing import CompareForm
from chancery.campaign.cost_rows import Costs
from chancery.campaign.dashboard_charts import charts_of
from chancery.campaign.dashboard_places import OF_TABLES, place_of, with_filters
from chancery.campaign.freshness_words import freshness_in_words, running_of
from chancery.campaign.opening import opens_in
from chancery.campaign.queries.dashboards import gather
from chancery.rules.campaign.indicators import Indicator


@office_page(Right.EVENTS_VIEW)
def dashboard(request: HttpRequest, office: Office, campaign: str = "") -> HttpResponse:
    """Show the figures of one campaign, or of all events of the office and its posts."""
    place = place_of(office, campaign)
    filters = place.filters(request)
    asked = filters.asked
    found = gather(asked.scope, timezone.now(), reader=office.organiser)
    drawn = charts_of(found, asked, opens_in(asked, office.organiser, access.offices_read_too(office)))
    return framed(
        request,
        "campaign/dashboard.html",
        campaign=place.campaign,
        freshness=freshness_in_words(asked.scope),
        counting=running_of(place),
        filters=filters,
        figures=dashboard_rows.key_figures_of(found, asked, opens_in(asked, office.organiser)),
        costs=_costs(office, asked),
        claims=dashboard_rows.claims_in_words(found),
        claims_url=opens_in(asked, office.organiser).claims(),
        missions_url=with_filters(place.url("-missions"), request),
        both_ways=mission_words.rows_both_ways(found.missions.listed, opens_in(asked, office.organiser)),
        columns=mission_words.columns_both_ways(),
        missions=found.missions,
        represents=asked.scope.organiser.state,
        charts=[(chart, place.files_of(request, chart)) for chart in drawn],
        compare=CompareForm(filters=filters, initial=comparing.last_two(found.years)),
        compare_url=place.url("-compare"),
        pdf_url=with_filters(place.url("-paper"), request),
    )


def _costs(office: Office, asked: Asked) -> Costs | None:
    """What was paid; None for who may not read it, and for one category: no cost is kept by it."""
    if asked.category or not access.may_read(office, Indicator.COST):
        return None
    return cost_rows.costs_of(asked.scope, opens_in(asked, office.organiser))


@office_page(Right.EVENTS_VIEW)
def compare(request: HttpRequest, office: Office, campaign: str = "") -> HttpResponse:
    """Show two years or posts beside each other."""
    place = place_of(office, campaign)
    form = CompareForm(request.GET or None, filters=place.filters(request))
    return framed(
        request,
        "campaign/compare.html",
        campaign=place.campaign,
        form=form,
        table=comparing.compared(form, office.organiser),
        back_url=place.url(),
        files=[Link(kind.upper(), with_filters(place.url(f"-{kind}"), request)) for kind in OF_TABLES],
    )
