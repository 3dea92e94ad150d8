"""What a figure rests on: posts, and events."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from chancery.accounts.access import Office
from chancery.accounts.models import Organiser
from chancery.accounts.pages import office_page
from chancery.accounts.roles import Right
from chancery.base.frame import Link, framed
from chancery.campaign import access, figure_rows, key_words
from chancery.campaign.dashboard_places import Place
from chancery.campaign.indicator_words import COUNTED, NAMES
from chancery.campaign.mission_words import part_in_words
from chancery.campaign.queries import rows_behind
from chancery.campaign.queries.rows_behind import Asked
from chancery.occasions.access import campaign_for
from chancery.rules.campaign.indicators import DISTINCT, Indicator

A_PAGE = 50
FIRST_YEAR, LAST_YEAR = 1, 9999


@dataclass(frozen=True, slots=True)
class Whose:
    """Whose figure is shown: of `organiser`, with its posts or alone; `is_total` where only the sum is."""

    organiser: Organiser
    with_posts: bool
    is_total: bool


@office_page(Right.EVENTS_VIEW)
def figure(request: HttpRequest, office: Office) -> HttpResponse:
    """
    Show what adds to a figure: the posts, and of one post or of the office alone the events.

    A claim is never among them. Errors: 404 for a figure that cannot be.
    """
    if "indicator" not in request.GET:
        return redirect("campaign:office", ref=office.organiser.ref)
    asked = _asked(request.GET, office)
    access.demand_figure(office, asked.indicator)
    whose = _whose(request.GET, office, asked)
    whole = replace(asked, by="", key="") if _is_of_parts(request.GET) else asked
    total = rows_behind.total_of(whole, whose.organiser, with_posts=whose.with_posts)
    return framed(
        request,
        "campaign/figure.html",
        crumbs=[Link(_("Figures"), Place(office, asked.campaign).url())],
        asked=asked,
        name=NAMES[asked.indicator],
        counted=COUNTED[asked.indicator],
        part=key_words.BY[asked.by] if whole is not asked else part_in_words(asked, office.organiser),
        year=_span(request.GET),
        whose=whose,
        total=key_words.value_in_words(asked.indicator, asked.key, total.value),
        events=total.events,
        is_distinct=asked.indicator in DISTINCT and not asked.by,
        is_foreign=not figure_rows.offices_opened(office, {whose.organiser.pk}) >= {whose.organiser.pk},
        up_url=_address(request.GET, without=("post",)) if request.GET.get("post") else "",
        **_listed(request, office, asked, whose),
    )


def _asked(sent: QueryDict, office: Office) -> Asked:
    """Read which figure is asked for. Errors: Http404."""
    code = sent.get("campaign", "")
    years = [_year(sent, "year", "since", FIRST_YEAR), _year(sent, "year", "until", LAST_YEAR)]
    indicator = next((each for each in figure_rows.PAGES if each == sent.get("indicator")), None)
    is_split = sent.get("by", "") in key_words.BY and indicator is not Indicator.COST
    if indicator is None or (_is_of_parts(sent) and not is_split):
        raise Http404
    return Asked(
        indicator,
        sent.get("by", ""),
        sent.get("key", ""),
        campaign_for(office, code) if code else None,
        *years,
    )


def _year(sent: QueryDict, alone: str, name: str, otherwise: int) -> int:
    """Read one end of the years asked for: that of one year alone, else of a span. Errors: Http404."""
    given = sent.get(alone, "") or sent.get(name, "")
    if not given:
        return otherwise
    if not given.isdecimal() or int(given) not in range(FIRST_YEAR, LAST_YEAR + 1):
        raise Http404
    return int(given)


def _span(sent: QueryDict) -> str:
    """The years asked for in words; empty for all years."""
    if year := sent.get("year", ""):
        return year
    since, until = sent.get("since", ""), sent.get("until", "")
    if since and until:
        return f"{since}–{until}"
    if since:
        return _("since %(year)s") % {"year": since}
    return _("until %(year)s") % {"year": until} if until else ""


def _is_of_parts(sent: QueryDict) -> bool:
    """Whether all parts of a figure are asked for, each of which opens further."""
    return sent.get("parts") == "1"


def _whose(sent: QueryDict, office: Office, asked: Asked) -> Whose:
    """Say whose figure is asked for. Errors: Http404 for a post whose figures are not the reader's."""
    ministry, reads_posts = access.ministry_of(office.organiser), access.reads_posts(office, asked.campaign)
    if ref := sent.get("post", ""):
        chosen = get_object_or_404(Organiser, ref=ref)
        is_of_ministry = ministry.pk in (chosen.pk, chosen.parent_id)
        if chosen != office.organiser and not (reads_posts and is_of_ministry):
            raise Http404
        return Whose(chosen, with_posts=False, is_total=False)
    if sent.get("posts") == "1":
        return Whose(ministry, with_posts=True, is_total=not reads_posts)
    return Whose(office.organiser, with_posts=False, is_total=False)


def _listed(request: HttpRequest, office: Office, asked: Asked, whose: Whose) -> dict[str, Any]:
    """The rows of one page: posts, or events; a post that sees the sum of all finds its own events there."""
    number = request.GET.get("page")
    if _is_of_parts(request.GET):
        found_parts = rows_behind.parts_behind(asked, whose.organiser, with_posts=whose.with_posts)
        sheet = Paginator(found_parts, A_PAGE).get_page(number)
        address = _address(request.GET, without=("parts", "page", "key"))
        rows = figure_rows.rows_of_parts(asked, sheet.object_list, address)
        return {"page": sheet, "rows": rows, "columns": figure_rows.columns_of_parts()}
    if whose.with_posts and not whose.is_total:
        page = Paginator(rows_behind.posts_behind(asked, whose.organiser), A_PAGE).get_page(number)
        address = _address(request.GET, without=("page",))
        rows = figure_rows.rows_of_posts(asked, page.object_list, address)
        return {"page": page, "rows": rows, "columns": figure_rows.columns_of_posts()}
    own = office.organiser if whose.is_total else whose.organiser
    found = Paginator(rows_behind.events_behind(asked, own), A_PAGE).get_page(number)
    events = [rows_behind.of_event(count) for count in found.object_list]
    rows = figure_rows.rows_of_events(office, asked, events)
    return {"page": found, "rows": rows, "columns": figure_rows.columns_of_events()}


def _address(sent: QueryDict, *, without: Collection[str]) -> str:
    kept = sent.copy()
    for name in without:
        kept.pop(name, None)
    return f"?{kept.urlencode()}"
