"""Programs read no pages: below the address of the interface every error is a problem document."""

from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse

from chancery.api import problems

ROOT = "/api/"


class Problems:
    """Turn errors that were answered before an operation, or instead of it, into problem documents."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.path.startswith(ROOT) and response.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
            response = _with_methods(request, response)
        if not request.path.startswith(ROOT) or response.status_code < HTTPStatus.BAD_REQUEST:
            return response
        if response.headers.get("Content-Type") == problems.MEDIA_TYPE:
            return response
        return problems.answer(problems.of_status(request, response))


def _with_methods(request: HttpRequest, refused: HttpResponse) -> HttpResponse:
    """Name the methods in one order with OPTIONS, which is answered by them alone (RFC 9110)."""
    taken = {each.strip() for each in refused.headers.get("Allow", "").split(",")} | {"OPTIONS"}
    allow = ", ".join(sorted(taken - {""}))
    if request.method == "OPTIONS":
        told = HttpResponse(status=HTTPStatus.NO_CONTENT, headers={"Allow": allow})
        del told.headers["Content-Type"]  # of a text that is not there
        return told
    refused.headers["Allow"] = allow
    return refused
