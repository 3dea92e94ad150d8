"""
The carried reader of QR codes, given out below the telephone's page.

A browser asks the worker of a page for another worker's script only where that script lies below the page:
at the address of the other static files a telephone could not start the reader without a network.
"""

import hashlib
from functools import cache
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from chancery.base.camera import with_compiled_code

STARTED_BY = "js/reader_worker.js"
FILES = (
    STARTED_BY,
    "vendor/zxing/reader/index.js",
    "vendor/zxing/share.js",
    "vendor/zxing/zxing_reader.wasm",
)
"""The script that is started and all that it asks for, as they lie in the folder of the door."""

KINDS = {".js": "text/javascript", ".wasm": "application/wasm"}
A_YEAR = 365 * 24 * 3600


@with_compiled_code
@require_safe
@cache_control(public=True, max_age=A_YEAR, immutable=True)
def file(request: HttpRequest, release: str, name: str) -> HttpResponse:
    """Give out one file of the reader; another release has another address."""
    if name not in FILES or release != _release():
        raise Http404
    path = path_of(name)
    return HttpResponse(path.read_bytes(), content_type=KINDS[path.suffix])


def address_of(name: str = STARTED_BY) -> str:
    """Return the address of a file of the reader."""
    return reverse("phone:reader", kwargs={"release": _release(), "name": name})


def path_of(name: str) -> Path:
    """Where a file of the reader lies."""
    found = finders.find(f"door/{name}")
    assert isinstance(found, str), name
    return Path(found)


def _release() -> str:
    return _digest() if settings.DEBUG else _digest_of_this_release()


@cache
def _digest_of_this_release() -> str:
    return _digest()


def _digest() -> str:
    digest = hashlib.blake2b(digest_size=6)
    for name in FILES:
        digest.update(f"{name}\0".encode() + path_of(name).read_bytes())
    return digest.hexdigest()
