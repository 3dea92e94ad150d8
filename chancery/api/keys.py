"""Idempotency-Key: a request that is sent again is done once, and answered as the first time."""

import hashlib
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from chancery.accounts.actions import tokens
from chancery.api.bearer import caller_of
from chancery.api.conditions import JSON, etag_of
from chancery.api.problems import Problem, invalid

HEADER = "Idempotency-Key"
MOST_LETTERS = 255


def once(request: HttpRequest, deed: Callable[[], HttpResponse]) -> HttpResponse:
    """
    Do `deed` unless the same request was done under its key; the caller holds the transaction.

    Errors: Problem key-reused where the key came with another request.
    """
    key = request.headers.get(HEADER, "")
    if request.method != "POST" or not key:
        return deed()
    if len(key) > MOST_LETTERS or not key.isprintable() or not key.isascii():
        raise invalid(HEADER, _("The key is too long or not plain text; send up to 255 plain letters."))
    try:
        kept = tokens.answer_for(
            caller_of(request).token, key=key, request_digest=_digest(request), now=timezone.now()
        )
    except tokens.KeyReused:
        words = _("The key came with another request before; choose a new one for every request.")
        raise Problem("key-reused", words, errors=[(HEADER, words)]) from None
    if kept.status:
        return _again(kept.status, kept.location, tokens.body_of(kept))
    response = deed()
    location = response.headers.get("Location", "")
    tokens.keep_answer(kept, status=response.status_code, location=location, body=response.content.decode())
    return response


def _again(status: int, location: str, body: str) -> HttpResponse:
    headers = {"ETag": etag_of(body), "Idempotent-Replayed": "true"}
    if location:
        headers["Location"] = location
    return HttpResponse(body, status=status, content_type=JSON, headers=headers)


def _digest(request: HttpRequest) -> str:
    told = f"{request.method} {request.get_full_path()}\n".encode() + request.body
    return hashlib.sha256(told).hexdigest()
