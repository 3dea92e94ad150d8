"""The pages for what cannot be answered: each says in one sentence what is wrong and what to do."""

from http import HTTPStatus

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _


def unreadable(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: the request itself cannot be used."""
    sentence = _("The request cannot be read; go back, load the page again and send it once more.")
    return _page(request, HTTPStatus.BAD_REQUEST, sentence)


def refused(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: the sentence comes from whoever refused."""
    told = str(exception) if isinstance(exception, PermissionDenied) else ""
    return _page(request, HTTPStatus.FORBIDDEN, told or _("You may not open this page."))


def unknown(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: the same sentence for what does not exist and for what belongs to others."""
    sentence = _("There is no such page, or it belongs to an office you are not a member of.")
    return _page(request, HTTPStatus.NOT_FOUND, sentence)


def form_too_old(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form whose secret is missing or old: signed in elsewhere, or cookies refused."""
    sentence = _(
        "This form is too old, or the browser keeps no cookies; load the page again and send it once more."
    )
    return _page(request, HTTPStatus.FORBIDDEN, sentence)


def broken(request: HttpRequest) -> HttpResponse:
    """500: nothing of the request is used, since it may be what broke."""
    sentence = _(
        "Something is broken on the server; what you sent was not saved, and the log of the server says why."
    )
    return HttpResponse(
        render_to_string("base/error.html", {"sentence": sentence, "number": 500}),
        status=HTTPStatus.INTERNAL_SERVER_ERROR,
    )


def _page(request: HttpRequest, status: HTTPStatus, sentence: str) -> HttpResponse:
    return render(request, "base/error.html", {"sentence": sentence, "number": int(status)}, status=status)
