"""Pages of films: what they are, their files, and what a browser makes of them."""

import re
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chancery.accounts.access import Office
from chancery.accounts.pages import office_page
from chancery.accounts.roles import Right
from chancery.base import history, media
from chancery.base.frame import framed
from chancery.base.models import StoredFile
from chancery.exhibition import film_checks
from chancery.exhibition.actions import films as actions
from chancery.exhibition.forms.films import FilmForm, LargeFileForm
from chancery.exhibition.models import Film
from chancery.exhibition.queries.films import film_of
from chancery.exhibition.views.rows import deletion_page

BROWSERS = re.compile(r"(Edg|OPR|Firefox|Chrome|Version)/(\d+)")
BROWSER_NAMES = {"Edg": "Edge", "OPR": "Opera", "Version": "Safari"}


@office_page(Right.PROGRAMME_EDIT)
def add_film(request: HttpRequest, office: Office) -> HttpResponse:
    """Add a film."""
    return _film_page(request, office, Film(organiser=office.organiser))


@office_page(Right.PROGRAMME_EDIT)
def change_film(request: HttpRequest, office: Office, film: str) -> HttpResponse:
    """Change a film, with its file, its poster, its subtitles and its marks."""
    return _film_page(request, office, film_of(office.organiser, film))


def _film_page(request: HttpRequest, office: Office, film: Film) -> HttpResponse:
    urls = {name: film_url(office, film, name) for name in ("film-file", "film-poster")} if film.pk else {}
    form = FilmForm(
        request.POST or None,
        request.FILES or None,
        instance=film,
        organiser=office.organiser,
        file_url=urls.get("film-file", ""),
        poster_url=urls.get("film-poster", ""),
    )
    if request.method == "POST" and form.is_valid() and _is_saved(form, office):
        messages.success(request, _("“%(name)s” is saved.") % {"name": form.instance})
        return redirect(film_url(office, form.instance, "change-film"))
    return framed(request, "exhibition/film.html", form=form, film=film, **_around(film))


def _around(film: Film) -> dict[str, Any]:
    """What stands beside the form of a film, as it is kept and not as it was just typed."""
    if film.pk is None:
        return {}
    stored = film_of(film.organiser, film.code)
    return {
        "heading": str(stored),
        "stored": stored,
        "large_form": LargeFileForm(),
        "checks": film_checks.checks_of(stored),
        "check": film_checks.check_of(stored),
        "lines": history.of(stored, language=get_language() or "en"),
    }


def _is_saved(form: FilmForm, office: Office) -> bool:
    try:
        actions.save_film(form.instance, files=form.sent_files, by=office.actor)
    except actions.FileRefused as refused:
        form.add_error(refused.field, forms.ValidationError(str(refused)))
        return False
    return True


@office_page(Right.PROGRAMME_EDIT)
def delete_film(request: HttpRequest, office: Office, film: str) -> HttpResponse:
    """Delete a film, after asking."""
    return deletion_page(request, office, film_of(office.organiser, film), actions.delete_film)


@require_POST
@office_page(Right.PROGRAMME_EDIT)
def film_tried(request: HttpRequest, office: Office, film: str) -> HttpResponse:
    """Keep what this browser made of the film, which its script sends."""
    chosen = film_of(office.organiser, film)
    failure = request.POST.get("failure", "")[:200]
    actions.note_trial(
        chosen,
        browser=browser_of(request.headers.get("User-Agent", "")),
        is_played=not failure,
        seconds=_seconds(request.POST.get("seconds", "")),
        has_sound={"yes": True, "no": False}.get(request.POST.get("sound", "")),
        failure=failure,
    )
    return redirect(film_url(office, chosen, "change-film") + "#checks")


@office_page(Right.PROGRAMME_VIEW)
def film_file(request: HttpRequest, office: Office, film: str) -> HttpResponseBase:
    """Send the film, or a part of it."""
    return _file(request, film_of(office.organiser, film).file)


@office_page(Right.PROGRAMME_VIEW)
def film_poster(request: HttpRequest, office: Office, film: str) -> HttpResponseBase:
    """Send the poster of a film."""
    return _file(request, film_of(office.organiser, film).poster)


def _file(request: HttpRequest, file: StoredFile | None) -> HttpResponseBase:
    if file is None:
        raise Http404
    return media.file_response(request, file)


def film_url(office: Office, film: Film, name: str) -> str:
    """The address of a page of a film."""
    return reverse(f"exhibition:{name}", args=[office.organiser.ref, film.code])


def browser_of(user_agent: str) -> str:
    """The name and number of a browser as people know it; its words where it is none of the common ones."""
    found = dict(BROWSERS.findall(user_agent))
    for name in ("Edg", "OPR", "Firefox", "Chrome", "Version"):
        if name in found:
            return f"{BROWSER_NAMES.get(name, name)} {found[name]}"
    return _("This browser")


def _seconds(text: str) -> float | None:
    try:
        seconds = float(text)
    except ValueError:
        return None
    return seconds if 0 <= seconds < 1e6 else None
