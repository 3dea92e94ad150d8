"""
The one page that uses the camera, and the one script that runs the compiled reader of codes.

Everything else of an installation may do neither: the policies of headers.py and settings forbid it.
"""

from collections.abc import Callable, MutableMapping
from functools import wraps
from typing import cast

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.csp import CSP, build_policy
from django.views.decorators.csp import csp_override

from chancery.base.headers import NO_SENSORS

READER = "door/js/reader_worker.js"
"""A worker has the policy of its own file, not that of the page that started it."""


def with_camera(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Let one page use the camera of the device and run the compiled reader of codes."""

    @wraps(view)
    def opened(request: HttpRequest, *args: object, **given: object) -> HttpResponse:
        response = view(request, *args, **given)
        response.headers["Permissions-Policy"] = NO_SENSORS.replace("camera=()", "camera=(self)")
        return response

    return csp_override(_policy())(opened)


def headers_of_file(headers: MutableMapping[str, str], path: str, url: str) -> None:
    """Give the reader of codes its policy, as the server of files asks for each of them."""
    if url.endswith(READER):
        headers[str(CSP.HEADER_ENFORCE)] = build_policy(_policy())


def _policy() -> dict[str, list[str]]:
    strict = cast("dict[str, list[str]]", settings.SECURE_CSP)
    return {**strict, "script-src": [*strict["script-src"], CSP.WASM_UNSAFE_EVAL]}
