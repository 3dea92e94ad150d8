"""The page of a screen: it needs no account, only its sealed link, and is told only what it shows."""

from collections.abc import Callable
from datetime import datetime
from functools import partial, wraps
from http import HTTPStatus
from typing import Any, Concatenate

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone, translation

from chancery.base.languages import Wording, direction, wording
from chancery.base.push import Opened
from chancery.events import wording as words
from chancery.exhibition.models import Subtitles
from chancery.programme import following, screens, shown
from chancery.programme.actions import screens as actions
from chancery.programme.models import Screen, Screening
from chancery.programme.running import state_now, state_of
from chancery.rules.subtitles import SECOND, read_text, said

type ScreenView = Callable[Concatenate[HttpRequest, Screen, ...], HttpResponseBase]


def screen_page(view: ScreenView) -> Callable[..., HttpResponseBase]:
    """Make a view of `(request, screen, …)` from a route with `<str:token>`."""

    @wraps(view)
    def page(request: HttpRequest, token: str, **route: Any) -> HttpResponseBase:
        screen = following.screen_by(token)
        if screen is None:
            return render(request, "programme/hall_closed.html", status=HTTPStatus.NOT_FOUND)
        return view(request, screen, **route)

    return page


@screen_page
def screen(request: HttpRequest, screen: Screen) -> HttpResponse:
    """Show a screen in its own language; scripts follow what the caller does."""
    token = following.token_of(screen)
    languages = following.languages_of(screen)
    with translation.override(languages[0]):
        return render(
            request,
            f"programme/screens/{screen.kind}.html",
            {
                "screen": screen,
                "version": shown.view_of(screen).version,
                "state_url": reverse("screen:state", args=[token]),
                "stream_url": reverse("screen:stream", args=[token]),
                "tongues": [_tongue(screen, language) for language in languages],
            },
        )


@screen_page
def state(request: HttpRequest, screen: Screen) -> HttpResponse:
    """Tell a screen what it shows now, and note that it is there."""
    now = timezone.now()
    actions.note_seen(screen, now=now)
    told = shown.view_of(screen)(state_of(screen.event, now=now).as_json())
    return JsonResponse(told | _film_for(screen, now))


@screen_page
def stream(request: HttpRequest, screen: Screen) -> HttpResponseBase:
    """Push to a screen what it shows, from now on."""
    return Opened(
        f"run:{screen.event_id}",
        partial(state_now, screen.event_id),
        cut=shown.view_of(screen),
    )


@screen_page
def subtitles(request: HttpRequest, screen: Screen, film: str, subtitles: str) -> HttpResponse:
    """Send the subtitles of the film on the screen of the hall: begin and end in seconds, and the text."""
    track = next((each for each in _tracks(screen) if each.code == subtitles), None)
    if track is None or track.film.code != film:
        raise Http404
    cues = read_text(track.text).cues
    lines = [[cue.begins / SECOND, cue.ends / SECOND, said(cue)] for cue in cues]
    return JsonResponse(lines, safe=False)


def _film_for(screen: Screen, now: datetime) -> dict[str, Any]:
    """Where the film of the hall stands, for a screen of subtitles alone."""
    if screen.kind != Screen.Kind.SUBTITLES:
        return {}
    screening = screens.screening_of(screen.event)
    state = Screening.State(screening.state) if screening else Screening.State.WAITING
    if screening is None or state not in {Screening.State.PLAYING, Screening.State.PAUSED}:
        return {"film": None}
    tracks = [_track(screen, track) for track in _tracks(screen)]
    position = round(screens.stands_at(screening, now), 2)
    return {"film": {"is_playing": state == Screening.State.PLAYING, "position": position, "tracks": tracks}}


def _tracks(screen: Screen) -> list[Subtitles]:
    """The subtitles of the film on the screen of the hall in the languages of a screen, in their order."""
    screening = screens.screening_of(screen.event)
    film = screens.film_of(screening) if screening else None
    if film is None:
        return []
    languages = following.languages_of(screen)
    wanted = [track for track in film.subtitles.all() if track.language in languages]
    return sorted(wanted, key=lambda track: languages.index(track.language))


def _track(screen: Screen, track: Subtitles) -> dict[str, str]:
    where = [following.token_of(screen), track.film.code, track.code]
    return {
        "url": reverse("screen:subtitles", args=where),
        "language": track.language,
        "direction": direction(track.language),
    }


def _tongue(screen: Screen, language: str) -> dict[str, Any]:
    """What stands on a page before the first word of the run, in one of its languages."""
    event = screen.event
    return {
        "language": language,
        "direction": direction(language),
        "title": wording(event.titles, language),
        "office": wording(event.organiser.names, language),
        "when": words.day_and_time(event, language),
        "where": words.venue(event, language),
        "words": _written(screen, language),
    }


def _written(screen: Screen, language: str) -> Wording | None:
    """What the sign says; a language in which nothing was written says nothing."""
    found = wording(screen.words, language)
    return found if found.is_asked_for and found.text else None
