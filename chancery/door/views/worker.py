"""The script that opens the telephone's page without a network, with the list of what the page is made of."""

import hashlib
import json
from functools import cache
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.http import HttpRequest, HttpResponse
from django.templatetags.static import static
from django.views.decorators.http import require_safe

from chancery.door.views import phone, reader

SCRIPT = "door/js/sw.js"
OF_BASE = ("base/mark.svg", "base/css/tokens.css", "base/css/fonts.css", "base/css/base.css")
NOT_KEPT = frozenset({SCRIPT, *(f"door/{name}" for name in reader.FILES)})


@require_safe
def worker(request: HttpRequest) -> HttpResponse:
    """Give out the worker; lying below `/d/` it rules the telephone's page and nothing else."""
    files = files_of_the_page()
    addresses = [*map(static, files), *map(reader.address_of, reader.FILES)]
    words = {"VERSION": version_of(request, files), "FILES": addresses}
    head = "".join(f"const {name} = {json.dumps(value)};\n" for name, value in words.items())
    script = Path(_found(SCRIPT)).read_text(encoding="utf-8")
    return HttpResponse(head + script, content_type="text/javascript; charset=utf-8")


def files_of_the_page() -> list[str]:
    """Names of the static files that the page may ask for: of the door, and of base what it uses."""
    return _files() if settings.DEBUG else _files_of_this_release()


@cache
def _files_of_this_release() -> list[str]:
    return _files()


def _files() -> list[str]:
    door = Path(_found(SCRIPT)).parents[1]
    fonts = Path(_found("base/css/tokens.css")).parents[1] / "fonts"
    own = (f"door/{path.relative_to(door).as_posix()}" for path in door.rglob("*") if path.is_file())
    letters = (f"base/fonts/{path.name}" for path in fonts.glob("*.woff2"))
    return sorted({*own, *OF_BASE, *letters} - NOT_KEPT)


def version_of(request: HttpRequest, files: list[str]) -> str:
    """A digest of the page's files and of the page itself, which has words and the address of the reader."""
    digest = hashlib.blake2b(digest_size=8)
    for name in files:
        digest.update(f"{name}\0".encode() + Path(_found(name)).read_bytes())
    digest.update(phone.shell(request).content)
    return digest.hexdigest()


def _found(name: str) -> str:
    found = finders.find(name)
    assert isinstance(found, str), name
    return found
