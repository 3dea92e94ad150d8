"""Whether an object is still what somebody has read: its ETag, If-None-Match and If-Match."""

import hashlib

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import parse_etags
from django.utils.translation import gettext as _

from chancery.api.problems import Problem

JSON = "application/json; charset=utf-8"


def etag_of(body: str) -> str:
    """Return the ETag of what is sent: the same text, the same tag."""
    return f'"{hashlib.sha256(body.encode()).hexdigest()[:32]}"'


def send(
    request: HttpRequest, body: str, *, status: int = 200, headers: dict[str, str] | None = None
) -> HttpResponse:
    """Send an object or a page with its ETag; a reader who has it already is told so (304)."""
    etag = etag_of(body)
    response = HttpResponse(body, status=status, content_type=JSON, headers={"ETag": etag, **(headers or {})})
    if request.method not in ("GET", "HEAD"):
        return response
    told = get_conditional_response(request, etag=etag, response=response)
    return response if told is None else told


def demand_unchanged(request: HttpRequest, body: str) -> None:
    """
    Refuse a write by somebody who has read another state of the object than `body`.

    Errors: Problem changed. Without If-Match nothing is demanded.
    """
    wanted = request.headers.get("If-Match", "")
    if wanted and wanted.strip() != "*" and etag_of(body) not in parse_etags(wanted):
        raise Problem("changed", _("The object was changed since you read it; read it again and repeat."))
