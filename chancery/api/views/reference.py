"""The description of the interface: for programs as OpenAPI, for people as a page."""

import json
from functools import cache
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import conditional_page, require_safe

from chancery.api.conditions import JSON
from chancery.api.reference import groups_of, paragraphs
from chancery.api.service import api


@require_safe
@conditional_page
def openapi(request: HttpRequest) -> HttpResponseBase:
    """Describe the interface for programs."""
    return HttpResponse(described(), content_type=JSON)


@require_safe
@conditional_page
def page(request: HttpRequest) -> HttpResponseBase:
    """Describe the interface for people, from the same description."""
    schema = described_as_plain()
    context = {
        "version": schema["info"]["version"],
        "words": paragraphs(schema["info"]["description"]),
        "groups": groups_of(schema),
    }
    return render(request, "api/reference.html", context)


@cache
def described() -> str:
    """Return the description as JSON; it is the same for everybody until the program changes."""
    return json.dumps(described_as_plain(), indent=1, ensure_ascii=False)


@cache
def described_as_plain() -> dict[str, Any]:
    told: dict[str, Any] = json.loads(json.dumps(api.get_openapi_schema(path_prefix="/api/v1/")))
    return told
