"""The missions of an office: at what level each came over the years, and how often this office came to it."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext

from chancery.accounts.access import Office
from chancery.accounts.pages import office_page
from chancery.accounts.roles import Right
from chancery.base.charts import Cell, Table
from chancery.base.frame import Link, framed
from chancery.campaign import mission_words
from chancery.campaign.asked import Asked
from chancery.campaign.dashboard_places import OF_TABLES, place_of, with_filters
from chancery.campaign.opening import opens_in
from chancery.campaign.queries import missions as queries
from chancery.campaign.queries.figures import years_of
from chancery.campaign.queries.missions import Missions
from chancery.campaign.views.figure_files import file_response, table_content

A_PAGE = 25


@office_page(Right.EVENTS_VIEW)
def missions(request: HttpRequest, office: Office, campaign: str = "") -> HttpResponse:
    """Show all missions, some on a page."""
    place = place_of(office, campaign)
    filters = place.filters(request)
    asked = filters.asked
    page = Paginator(queries.keys_of(asked.scope), A_PAGE).get_page(request.GET.get("page"))
    listed = queries.load(asked.scope, list(page.object_list), office.organiser)
    opens = opens_in(asked, office.organiser)
    whole = Missions(listed, len(listed))
    return framed(
        request,
        "campaign/missions.html",
        campaign=place.campaign,
        filters=filters,
        page=page,
        has_posts=asked.scope.with_posts,
        represents=asked.scope.organiser.state,
        chart=mission_words.chart_of_missions(whole, years_of(asked.scope), opens) if listed else None,
        columns=mission_words.columns_both_ways(),
        both_ways=mission_words.rows_both_ways(listed, opens),
        back_url=with_filters(place.url(), request),
        files=[
            Link(kind.upper(), with_filters(place.url(f"-missions-{kind}"), request)) for kind in OF_TABLES
        ],
    )


@office_page(Right.EVENTS_VIEW)
def file(request: HttpRequest, office: Office, kind: str, campaign: str = "") -> HttpResponse:
    """Give all missions as a table: both ways, and the level of each year."""
    place = place_of(office, campaign)
    table = _table(place.filters(request).asked, office)
    content = table_content(place, table, gettext("Level of representation"), kind)
    return file_response(place, "missions", kind, content)


def _table(asked: Asked, office: Office) -> Table:
    years = list(years_of(asked.scope))
    heads = [column.name for column in mission_words.columns_both_ways()]
    rows = [
        [
            Cell(mission_words.name_of(mission.body)),
            *map(Cell, mission_words.numbers_both_ways(mission)),
            *(Cell(mission_words.level_in_words(mission.highest(year))) for year in years),
        ]
        for mission in queries.load(asked.scope, queries.keys_of(asked.scope), office.organiser)
    ]
    return Table([*heads, *map(str, years)], rows)
