"""
The one page that uses the camera, and the one reader of codes that is compiled.

Everything else of an installation may do neither: the policies of headers.py and settings forbid it.
"""

from collections.abc import Callable
from functools import wraps
from typing import cast

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.csp import CSP
from django.views.decorators.csp import csp_override

from chancery.base.headers import NO_SENSORS

type View = Callable[..., HttpResponse]


def with_camera(view: View) -> View:
    """Let one page use the camera of the device and run the compiled reader of codes."""

    @wraps(view)
    def opened(request: HttpRequest, *args: object, **given: object) -> HttpResponse:
        response = view(request, *args, **given)
        response.headers["Permissions-Policy"] = NO_SENSORS.replace("camera=()", "camera=(self)")
        return response

    return with_compiled_code(opened)


def with_compiled_code(view: View) -> View:
    """Let what a view gives out run compiled code; a worker has the policy of its file, not of its page."""
    strict = cast("dict[str, list[str]]", settings.SECURE_CSP)
    return csp_override({**strict, "script-src": [*strict["script-src"], CSP.WASM_UNSAFE_EVAL]})(view)
