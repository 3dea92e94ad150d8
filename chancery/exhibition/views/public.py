"""Pages of exhibitions for anybody."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from chancery.accounts.publisher import publisher_of
from chancery.base import public
from chancery.base.public import public_page
from chancery.exhibition.queries.public import published


@public_page
def exhibition(request: HttpRequest, ref: str, code: str) -> HttpResponseBase:
    """Show a published exhibition."""
    shown = published(ref, code)

    def context_in(language: str) -> Mapping[str, Any]:
        return {"exhibition": shown}

    return public.show(
        request,
        "exhibition/public/exhibition.html",
        publisher=publisher_of(shown.organiser),
        languages=shown.languages,
        context_in=context_in,
    )
