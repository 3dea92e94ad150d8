"""The page of the machine in the hall: it needs no account, only the sealed link of one event."""

import math
from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any, Concatenate, cast

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.csp import CSP
from django.utils.translation import get_language
from django.views.decorators.csp import csp_override
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from chancery.base import media, sent_json
from chancery.base.cldr import language_in_words
from chancery.base.languages import direction, wording
from chancery.exhibition.film_checks import is_sound
from chancery.exhibition.models import Film
from chancery.programme import screens
from chancery.programme.actions import screening as actions
from chancery.programme.models import Screening

LONGEST_REPORT = 2000

type HallView = Callable[Concatenate[HttpRequest, Screening, ...], HttpResponseBase]

# The film is kept whole in the browser, so that it goes on when the network is cut.
POLICY = {**cast("dict[str, list[str]]", settings.SECURE_CSP), "media-src": [CSP.SELF, "blob:"]}


def hall_page(view: HallView) -> Callable[..., HttpResponseBase]:
    """Make a view of `(request, screening, …)` from a route with `<str:token>`."""

    @wraps(view)
    def page(request: HttpRequest, token: str, **route: Any) -> HttpResponseBase:
        screening = screens.screening_by(token)
        if screening is None:
            return render(request, "programme/hall_closed.html", status=HTTPStatus.NOT_FOUND)
        return view(request, screening, **route)

    return page


@csp_override(POLICY)
@hall_page
def hall(request: HttpRequest, screening: Screening) -> HttpResponse:
    """Show the screen of the hall; scripts follow what the operator commands."""
    return render(
        request,
        "programme/hall.html",
        {
            "title": wording(screening.event.titles, get_language() or "en"),
            "state_url": _url(screening, "state"),
        },
    )


@csrf_exempt  # No cookie is read here: the link is what lets in, and another site does not know it.
@require_POST
@hall_page
def state(request: HttpRequest, screening: Screening) -> HttpResponse:
    """Take the report of the machine, and answer with what the operator wants."""
    report = report_in(request)
    if report is None:
        return HttpResponse(status=HTTPStatus.BAD_REQUEST)
    now = timezone.now()
    screening = actions.take_report(screening, report, now=now)
    return JsonResponse(
        {
            "turn": screening.turn,
            "state": screening.state,
            "position": round(screens.position_of(screening, now), 2),
            "languages": screening.languages,
            "film": _film(screening),
        }
    )


@hall_page
def film(request: HttpRequest, screening: Screening, film: str) -> HttpResponseBase:
    """Send the bytes of the film on the screen, or a part of them."""
    return media.file_response(request, _of(screening, film).file)


@hall_page
def poster(request: HttpRequest, screening: Screening, film: str) -> HttpResponseBase:
    """Send the poster of the film on the screen."""
    return media.file_response(request, _of(screening, film).poster)


@hall_page
def subtitles(request: HttpRequest, screening: Screening, film: str, subtitles: str) -> HttpResponse:
    """Send the subtitles of the film on the screen in one language."""
    found = _of(screening, film).subtitles.filter(code=subtitles).first()
    if found is None:
        raise Http404
    return HttpResponse(found.text, content_type="text/vtt; charset=utf-8")


def _of(screening: Screening, code: str) -> Any:
    film = screens.film_of(screening)
    if film is None or film.code != code:
        raise Http404
    return film


def report_in(request: HttpRequest) -> actions.Report | None:
    """Read a report; None for anything that our own script does not send."""
    if len(request.body) > LONGEST_REPORT:
        return None
    try:
        sent = sent_json.read_json(request.body)
        return actions.Report(
            turn=int(sent["turn"]),
            state=Screening.State(sent["state"]),
            position=_seconds(sent["position"]),
            is_ready=sent["isReady"] is True,
            loaded=min(max(int(sent["loaded"]), 0), 100),
            problem=sent["problem"] if sent["problem"] in screens.PROBLEMS else "",
            is_by_hand=sent["isByHand"] is True,
            ago=_seconds(sent["ago"]),
        )
    except (ValueError, KeyError, TypeError, OverflowError):
        return None


def _seconds(sent: Any) -> float:
    seconds = float(sent)
    if not math.isfinite(seconds):
        raise ValueError(sent)
    return min(max(seconds, 0.0), 1e6)


def _film(screening: Screening) -> dict[str, Any] | None:
    film = screens.film_of(screening)
    if film is None or film.file is None:
        return None
    reader = get_language() or "en"
    title = wording(film.titles or film.about, reader)
    return {
        "url": _url(screening, "film", film),
        "size": film.file.size,
        "title": title.text,
        "language": title.language,
        "direction": title.direction,
        "poster": _url(screening, "poster", film) if film.poster else "",
        "isSound": is_sound(film),
        "posterAlt": wording(film.poster_alt_texts, reader).text,
        "tracks": [_track(screening, film, track) for track in film.subtitles.all()],
    }


def _track(screening: Screening, film: Film, track: Any) -> dict[str, str]:
    return {
        "language": track.language,
        "label": language_in_words(track.language, track.language),
        "direction": direction(track.language),
        "url": reverse("hall:subtitles", args=[screens.token_of(screening), film.code, track.code]),
    }


def _url(screening: Screening, name: str, film: Film | None = None) -> str:
    return reverse(f"hall:{name}", args=[screens.token_of(screening), *([film.code] if film else [])])
