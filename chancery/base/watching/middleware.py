"""Numbers every request, counts its answer, and writes one line about it where lines are wanted."""

import logging
from collections.abc import Callable
from time import perf_counter

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotFound

from chancery.base.watching import figures, numbers, tracing, views

log = logging.getLogger("chancery.requests")

NO_PAGE, FILE = "(no page)", "(file)"


class Watched:
    """The outermost of all: also what the others refuse is numbered and counted."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        number = numbers.number_for(request.headers.get(numbers.HEADER, ""))
        began = perf_counter()
        with numbers.going_on(number), tracing.request(request.headers.get(tracing.PARENT, "")) as span:
            response = self._answer(request)
            self._tell(request, response.status_code, perf_counter() - began)
            span.answered(request.method or "", route_of(request), response.status_code)
        response.headers[numbers.HEADER] = number
        return response

    def _answer(self, request: HttpRequest) -> HttpResponse:
        view = views.EARLY.get(request.path)
        if view is None:
            return self.get_response(request)
        try:
            return view(request)
        except Http404:
            return HttpResponseNotFound("", content_type="text/plain; charset=utf-8")

    def _tell(self, request: HttpRequest, status: int, seconds: float) -> None:
        route = route_of(request)
        figures.answered(request.method or "", route, status, seconds)
        log.info(
            "Answered.",
            extra={
                "method": request.method,
                "route": route,
                "status": status,
                "milliseconds": round(seconds * 1000),
            },
        )


def route_of(request: HttpRequest) -> str:
    """The pattern of the address that was asked for; never the address, for it may hold a key or a name."""
    if request.path in views.EARLY:
        return request.path
    if request.resolver_match is not None:
        return f"/{request.resolver_match.route}"
    return FILE if request.path.startswith(settings.STATIC_URL) else NO_PAGE
