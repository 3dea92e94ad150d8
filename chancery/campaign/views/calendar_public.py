"""A calendar for whoever has its address, as iCalendar and CSV; and tables of an event, as CSV."""

import hashlib
from collections.abc import Callable
from datetime import date, datetime
from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.cache import get_conditional_response

from chancery.accounts.pages import too_many
from chancery.base.public import public_page
from chancery.campaign.actions.feeds import note_read
from chancery.campaign.documents.feeds import calendar_of, span_of, table_of
from chancery.campaign.models import CalendarFeed
from chancery.campaign.queries.feeds import feed_by, has_ended, last_changed

KEPT = "private, max-age=300"


type Writes = Callable[[CalendarFeed, date], bytes]


@public_page
def calendar(request: HttpRequest, token: str) -> HttpResponseBase:
    """
    Give the calendar of an address; one that was revoked is gone, an unknown one is nowhere.

    A calendar that has not changed since it was read is not written again.
    """
    return _given(request, token, calendar_of, "ics", "text/calendar; charset=utf-8")


@public_page
def table(request: HttpRequest, token: str) -> HttpResponseBase:
    """Give the calendar of an address as CSV, by the same rules."""
    return _given(request, token, table_of, "csv", "text/csv; charset=utf-8")


def _given(
    request: HttpRequest, token: str, write: Writes, suffix: str, content_type: str
) -> HttpResponseBase:
    feed = feed_by(token)
    if feed is None or (feed.is_of_event and suffix != "csv"):
        refusal = too_many(request, "calendar_unknown", counts_looking=True)
        if refusal is not None:
            return refusal
        raise Http404
    if has_ended(feed, _today(feed, timezone.now())):
        return HttpResponse(status=HTTPStatus.GONE, headers={"Cache-Control": "no-store"})
    refusal = too_many(request, "calendar", counts_looking=True)
    return refusal or _answer(request, feed, write, suffix, content_type)


def _answer(
    request: HttpRequest, feed: CalendarFeed, write: Writes, suffix: str, content_type: str
) -> HttpResponseBase:
    now = timezone.now()
    note_read(feed, now=now)
    today = _today(feed, now)
    # What a table of an event tells comes from too many kinds of rows: it is known by its text.
    content = write(feed, today) if feed.is_of_event else None
    etag = _tag(content) if content is not None else _etag(feed, (suffix, span_of(today)))
    unchanged = get_conditional_response(request, etag=etag)
    if unchanged is not None:
        return unchanged
    content = content if content is not None else write(feed, today)
    name = f'inline; filename="{feed.shows if feed.is_of_event else "calendar"}.{suffix}"'
    headers = {"ETag": etag, "Cache-Control": KEPT, "Content-Disposition": name}
    return HttpResponse(content, content_type=content_type, headers=headers)


def _etag(feed: CalendarFeed, span: object) -> str:
    """Changes with whatever the calendar shows: its rows, and the years it reaches over."""
    told = f"{feed.code} {feed.shows} {last_changed(feed).isoformat()} {span}"
    return _tag(told.encode())


def _tag(told: bytes) -> str:
    return f'"{hashlib.sha256(told).hexdigest()[:32]}"'


def _today(feed: CalendarFeed, now: datetime) -> date:
    return now.astimezone(feed.organiser.zone).date()
