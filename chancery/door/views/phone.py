"""The page of the telephone at the door: the same for everybody, and without a name in it."""

import re
from functools import cache
from pathlib import Path
from posixpath import dirname, normpath

from django.contrib.staticfiles import finders
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import override
from django.views.decorators.http import require_safe

from chancery.base.camera import with_camera
from chancery.door.phone_words import catalogues
from chancery.door.views import reader

SCRIPT = "door/js/phone.js"
IMPORT = re.compile(r'^import .*?"(\..*?)"', re.MULTILINE)


@with_camera
@require_safe
def shell(request: HttpRequest) -> HttpResponse:
    """Show the app; who it is for it learns from the device, and its language too."""
    with override("en"):
        context = {"catalogues": catalogues(), "modules": modules_of(SCRIPT), "reader": reader.address_of()}
        return render(request, "door/phone.html", context)


@cache
def modules_of(script: str) -> tuple[str, ...]:
    """
    Return what a script imports, directly or through others, before it runs; sorted, without the script.

    Named in the page they come all at once, and not one row of them after the other.
    """
    found: dict[str, None] = {}
    waiting = [script]
    while waiting:
        name = waiting.pop()
        text = Path(str(finders.find(name))).read_text(encoding="utf-8")
        imported = [normpath(f"{dirname(name)}/{each}") for each in IMPORT.findall(text)]
        waiting += [each for each in imported if each not in found]
        found |= dict.fromkeys(imported)
    return tuple(sorted(found))
