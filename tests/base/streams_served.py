"""Streams to follow in tests, and who may."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import path

from chancery.base.push import Opened

holders: set[str] = {"anybody"}
"""Who may follow; tests take somebody out and put them back."""


def words(request: HttpRequest, who: str) -> HttpResponseBase:
    """What is said on the channel of one reader."""
    if who not in holders:
        return HttpResponse(status=404)
    return Opened(f"test:{who}", lambda: {"said": "whole"})


def loud(request: HttpRequest) -> HttpResponseBase:
    """The channel of anybody, of which only what is loud is told."""
    return Opened("test:anybody", lambda: {"said": "whole", "secret": "x"}, cut=only_loud)


def only_loud(content: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """Leave out what is not loud."""
    return {"said": content["said"]} if content["said"] in {"whole", "LOUD"} else None


urlpatterns = [path("<str:who>/stream/", words), path("only/loud/stream/", loud)]
