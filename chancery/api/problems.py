"""What goes wrong, as RFC 9457 has it: a stable type, one clear sentence, and the field that it is about."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from pydantic import BaseModel, Field

MEDIA_TYPE = "application/problem+json"
SPACE = "urn:chancery:problem:"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of problem: its status and title; the code it is listed under never changes."""

    status: int
    title: str | Promise


KINDS: Mapping[str, Kind] = {
    "unreadable": Kind(400, gettext_lazy("The request cannot be read")),
    "token-missing": Kind(401, gettext_lazy("No token was shown")),
    "token-unknown": Kind(401, gettext_lazy("The token opens nothing")),
    "scope-missing": Kind(403, gettext_lazy("The token lacks a scope")),
    "right-missing": Kind(403, gettext_lazy("The role lacks a right")),
    "not-found": Kind(404, gettext_lazy("There is no such object")),
    "method": Kind(405, gettext_lazy("The address does not take this method")),
    "refused": Kind(409, gettext_lazy("A rule of the office forbids it")),
    "changed": Kind(412, gettext_lazy("The object was changed meanwhile")),
    "too-large": Kind(413, gettext_lazy("The request is too large")),
    "media-type": Kind(415, gettext_lazy("The request is not JSON")),
    "invalid": Kind(422, gettext_lazy("A value is not allowed")),
    "key-reused": Kind(422, gettext_lazy("The key stands for another request")),
    "too-many": Kind(429, gettext_lazy("Too many attempts")),
    "failed": Kind(500, gettext_lazy("The server failed")),
}


class FieldProblem(BaseModel):
    """What is wrong with one field."""

    field: str = Field(description="Path of the field in the request, such as `names.0.printed`.")
    detail: str = Field(description="One sentence that says what is wrong.")


class ProblemDocument(BaseModel):
    """A problem as RFC 9457 has it; programs decide by `type`."""

    type: str = Field(description="Stable code of the kind of problem.", examples=[f"{SPACE}not-found"])
    title: str = Field(description="The kind of problem in words.")
    status: int = Field(description="The status of the answer.")
    detail: str = Field(description="One sentence that says what is wrong and what to do.")
    errors: list[FieldProblem] = Field(
        default_factory=list, description="The fields concerned, where it is about fields."
    )


class Problem(Exception):
    """A request that cannot be met; raised anywhere below an operation."""

    def __init__(
        self,
        code: str,
        detail: str,
        *,
        errors: Sequence[tuple[str, str]] = (),
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(detail)
        self.code, self.detail, self.errors, self.headers = code, detail, errors, dict(headers or {})


def invalid(field: str, detail: str) -> Problem:
    """Return the problem that one field is wrong."""
    return Problem("invalid", detail, errors=[(field, detail)])


def not_found() -> Problem:
    """Return the problem that there is no such object, or none that the token opens."""
    return Problem("not-found", _("There is no such object, or the token does not open it."))


def answer(problem: Problem) -> HttpResponse:
    """Return a problem as it is sent."""
    kind = KINDS[problem.code]
    told: dict[str, Any] = {
        "type": f"{SPACE}{problem.code}",
        "title": str(kind.title),
        "status": kind.status,
        "detail": problem.detail,
        "errors": [{"field": field, "detail": detail} for field, detail in problem.errors],
    }
    return HttpResponse(
        json.dumps(told), status=kind.status, content_type=MEDIA_TYPE, headers=problem.headers
    )


def of_status(request: HttpRequest, response: HttpResponse) -> Problem:
    """Return the problem that stands for an answer which was made for people: a page of an error."""
    status = response.status_code
    if status == 405:
        allow = response.headers.get("Allow", "")
        words = _("The address takes %(methods)s only.") % {"methods": allow}
        return Problem("method", words, headers={"Allow": allow} if allow else None)
    if status == 404:
        return not_found()
    if status == 413:
        return Problem("too-large", _("The request is too large; send less at once."))
    if status == 429:
        return too_many()
    if status >= 500:
        return Problem("failed", _("The server failed; try again, and tell your administrator if it lasts."))
    return Problem("unreadable", _("The request cannot be read; check its address and its text."))


def too_many() -> Problem:
    """Return the problem of somebody who tries too often."""
    return Problem(
        "too-many", _("There were too many attempts; wait a minute."), headers={"Retry-After": "60"}
    )
