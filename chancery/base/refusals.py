"""Requests that no view answers: each gets its page, in the language of its reader."""

import sys
from collections.abc import Callable
from http import HTTPStatus
from urllib.parse import unquote

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse, HttpResponseServerError
from django.shortcuts import render
from django.template import loader
from django.utils import translation

from chancery.base.outages import Outage, outage_of
from chancery.base.watching import numbers

RETRY_SECONDS = 30

type Answer = Callable[[HttpRequest], HttpResponse]


class Refusals:
    """Refuse what is too large before it is read, and say so where an address takes only forms."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if _size_of(request) > settings.MOST_REQUEST_BYTES:
            return too_large(request)
        # No database keeps this character, and no browser sends it of its own accord.
        if "\0" in unquote(request.META.get("QUERY_STRING", "")):
            return render(request, "400.html", status=400)
        response = self.get_response(request)
        if response.status_code != 405 or response.content:
            return response
        page = render(request, "405.html", status=405)
        page.headers["Allow"] = response.headers["Allow"]
        return page


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer what cannot be read; it may be refused before anything knows the reader."""
    with translation.override(translation.get_language_from_request(request)):
        if isinstance(exception, RequestDataTooBig):
            return too_large(request)
        if outage := outage_of(exception):
            # A session that cannot be written is told as one that was deleted meanwhile.
            return _out(request, outage)
        return render(request, "400.html", status=400)


def server_error(request: HttpRequest) -> HttpResponse:
    """
    Say that a page failed, and the number under which the log knows it.

    Nothing is asked of the database for it: that may be what failed, and then it is said.
    """
    if outage := outage_of(sys.exception()):
        return _out(request, outage)
    return HttpResponseServerError(loader.get_template("500.html").render({"number": numbers.current.get()}))


def _out(request: HttpRequest, outage: Outage) -> HttpResponse:
    return _not_now(request, {"is_disk": outage == Outage.DISK, "number": numbers.current.get()})


def _not_now(request: HttpRequest, told: dict[str, object]) -> HttpResponse:
    """Say what is out, in the language of the browser: who reads stands in the database."""
    with translation.override(translation.get_language_from_request(request)):
        page = loader.get_template("503.html").render(told)
    return HttpResponse(
        page, status=HTTPStatus.SERVICE_UNAVAILABLE, headers={"Retry-After": str(RETRY_SECONDS)}
    )


def too_large(request: HttpRequest) -> HttpResponse:
    """Say how much is taken at once."""
    most = settings.MOST_REQUEST_BYTES // 1024 // 1024
    return render(request, "413.html", {"most": most}, status=413)


def _size_of(request: HttpRequest) -> int:
    text = str(request.META.get("CONTENT_LENGTH") or "")
    return int(text) if text.isdecimal() else 0
