"""The calendar of an office: a year, a list over any span, and the round numbers ahead."""

from dataclasses import replace
from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language

from chancery.accounts.access import Office
from chancery.accounts.pages import office_page
from chancery.accounts.roles import Right
from chancery.base.frame import framed
from chancery.campaign import calendar_months
from chancery.campaign.calendar_rows import Reader
from chancery.campaign.forms.calendar import LIST, ROUND, YEAR, CalendarForm
from chancery.campaign.queries.calendar import Span, posts_of, span_of

A_PAGE = 100
TEMPLATES = {
    YEAR: "campaign/calendar_year.html",
    LIST: "campaign/calendar_list.html",
    ROUND: "campaign/calendar_round.html",
}


@office_page(Right.EVENTS_VIEW)
def calendar(request: HttpRequest, office: Office) -> HttpResponse:
    """Show the days of an office, and of the posts of a ministry: a year, a list, round numbers ahead."""
    today = office.today
    form = CalendarForm(request.GET, today=today, posts=list(posts_of(office.organiser)))
    first, last = form.span()
    span = span_of(office.organiser, first, last, get_language() or "en", post=form.chosen_post)
    reader = Reader(office, today, form.step)
    context = {YEAR: _year, LIST: _list, ROUND: _round}[form.view](request, form, reader, span)
    return framed(request, TEMPLATES[form.view], form=form, today=today, **context)


def _year(request: HttpRequest, form: CalendarForm, reader: Reader, span: Span) -> dict[str, Any]:
    year = form.chosen_year
    host = (form.chosen_post or reader.office.organiser).host_state
    months = calendar_months.months_of(year, reader, span, state=host)
    return {
        "year": year,
        "months": months,
        "weekdays": calendar_months.weekday_initials(),
        "is_empty": not span.kept and not span.other_events,
    }


def _list(request: HttpRequest, form: CalendarForm, reader: Reader, span: Span) -> dict[str, Any]:
    """A page of the list; only its own days are put into words."""
    days = sorted([*_days_kept(span), *(each.first for each in span.other_events)])
    page = Paginator(days, A_PAGE).get_page(request.GET.get("page"))
    shown = list(page.object_list)
    within = _within(span, shown[0], shown[-1]) if shown else Span((), (), ())
    placed = [each for each in reader.placed(within) if not each.avoided]
    entries = reader.told(placed, within)
    return {"page": page, "entries": entries, "span": form.span()}


def _days_kept(span: Span) -> list[date]:
    return [kept.day for kept in span.kept]


def _within(span: Span, first: date, last: date) -> Span:
    """The part of a span from one of its days to another, both included."""
    return replace(
        span,
        kept=[kept for kept in span.kept if first <= kept.day <= last],
        other_events=[each for each in span.other_events if first <= each.first <= last],
    )


def _round(request: HttpRequest, form: CalendarForm, reader: Reader, span: Span) -> dict[str, Any]:
    kept = [each for each in span.kept if reader.is_round(each)]
    page = Paginator(list(reader.placed_kept(span, kept)), A_PAGE).get_page(request.GET.get("page"))
    years: dict[int, list[Any]] = {}
    for entry in reader.told(list(page.object_list), span):
        years.setdefault(entry.day.year, []).append(entry.kept)
    return {"page": page, "years": list(years.items())}
