"""How a view is bound to an event and a right; every page of an event is decorated so."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate
from zoneinfo import ZoneInfo

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone

from chancery.accounts.roles import Right
from chancery.events import access
from chancery.events.access import EventOffice

type EventView = Callable[Concatenate[HttpRequest, EventOffice, ...], HttpResponseBase]


def event_page(
    right: Right, *, at_the_place: bool = False
) -> Callable[[EventView], Callable[..., HttpResponseBase]]:
    """
    Make a view of `(request, office, …)` from a route with `<slug:ref>` and `<slug:code>`.

    `office.event` is the event. The frame finds office and event on the request and draws header and spine.
    Times are those of the office; with `at_the_place` they are read and written by the clock of the event.
    """

    def decorate(view: EventView) -> Callable[..., HttpResponseBase]:
        @login_required
        @wraps(view)
        def page(request: HttpRequest, ref: str, code: str, **route: Any) -> HttpResponseBase:
            office = access.event_for(request.user, ref, code, right)
            request.office = request.event_office = office  # type: ignore[attr-defined]  # read by the frame
            zone = ZoneInfo(office.event.time_zone) if at_the_place else office.organiser.zone
            with timezone.override(zone):
                return view(request, office, **route)

        page.right = right  # type: ignore[attr-defined]  # read by the test of URL and role
        return page

    return decorate
