"""The page of the telephone at the door: the same for everybody, and without a name in it."""

from typing import cast

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.csp import CSP
from django.utils.translation import override
from django.views.decorators.csp import csp_override
from django.views.decorators.http import require_safe

from chancery.door.phone_words import catalogues

# Reading a code from the camera takes WebAssembly where the browser has no reader of its own.
_SCRIPTS: dict[str, list[str]] = {"script-src": [CSP.SELF, CSP.WASM_UNSAFE_EVAL], "worker-src": [CSP.SELF]}
POLICY: dict[str, list[str]] = {**cast("dict[str, list[str]]", settings.SECURE_CSP), **_SCRIPTS}
CAMERA = "camera=(self), geolocation=(), microphone=(), payment=(), usb=()"


@csp_override(POLICY)
@require_safe
def shell(request: HttpRequest) -> HttpResponse:
    """Show the app; who it is for it learns from the device, and its language too."""
    with override("en"):
        response = render(request, "door/phone.html", {"catalogues": catalogues()})
    response.headers["Permissions-Policy"] = CAMERA
    return response
