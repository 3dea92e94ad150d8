"""The posts of a ministry: what each has planned and held in a year, and when it was counted."""

from datetime import datetime

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from chancery.accounts.access import Office
from chancery.accounts.pages import office_page
from chancery.accounts.roles import Right
from chancery.base.frame import framed
from chancery.campaign.figure_rows import name_of
from chancery.campaign.post_rows import columns_of, rows_of
from chancery.campaign.queries.posts import posts_of, year_of_posts, years_of

A_PAGE = 50


@office_page(Right.EVENTS_VIEW)
def posts(request: HttpRequest, office: Office) -> HttpResponse:
    """List the posts of the ministry, narrowed by name or city; a post is told whose post it is."""
    asked = request.GET.get("year", "")
    year = int(asked) if asked.isdecimal() and len(asked) == 4 else _this_year()
    text = request.GET.get("q", "").strip()
    page = Paginator(posts_of(office.organiser, text), A_PAGE).get_page(request.GET.get("page"))
    lines = year_of_posts(list(page.object_list), year)
    return framed(
        request,
        "campaign/posts.html",
        page=page,
        columns=columns_of(),
        rows=rows_of(office, lines, year),
        year=year,
        years=years_of(office.organiser, year),
        text=text,
        ministry=name_of(parent) if (parent := office.organiser.parent) else "",
    )


def _this_year() -> int:
    today: datetime = timezone.localtime()
    return today.year
