"""The operator's page of a film: marks beforehand, commands by cue, what the hall reports."""

from collections.abc import Callable, Mapping
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chancery.accounts.roles import Right
from chancery.base.audit import Actor
from chancery.base.frame import framed, say_with_undo
from chancery.base.models import AuditLine
from chancery.events.access import EventOffice
from chancery.events.models import Event
from chancery.events.pages import event_page
from chancery.programme import desk_of_films, screens
from chancery.programme.actions import screening as actions
from chancery.programme.models import Item, Screening, Showing


@event_page(Right.PROGRAMME_VIEW)
def screening(request: HttpRequest, office: EventOffice, item: str) -> HttpResponse:
    """Show the films of an item, whether they can be shown, and the commands for them."""
    chosen, found = _item(office, item), screens.screening_of(office.event)
    films = desk_of_films.films_of(chosen, found, office)
    return framed(
        request,
        "programme/screening.html",
        item=chosen,
        films=films,
        on_screen=next((film for film in films if film.is_on_screen), None),
        cues=desk_of_films.cues_of(chosen),
        link=_link(request, found),
        **_hall(found),
    )


@event_page(Right.PROGRAMME_VIEW)
def hall_state(request: HttpRequest, office: EventOffice, item: str) -> HttpResponse:
    """Show only what the hall reports; the page asks for it every second."""
    found = screens.screening_of(office.event)
    return framed(request, "programme/_hall.html", item=_item(office, item), **_hall(found))


def _hall(found: Screening | None) -> dict[str, Any]:
    now = timezone.now()
    return {"screening": found, "hall": screens.hall_of(found, now) if found else None}


def _link(request: HttpRequest, found: Screening | None) -> str:
    if found is None or not found.is_open:
        return ""
    return request.build_absolute_uri(reverse("hall:hall", args=[screens.token_of(found)]))


@require_POST
@event_page(Right.PROGRAMME_EDIT)
def put_on(request: HttpRequest, office: EventOffice, item: str, showing: int) -> HttpResponse:
    """Put a film on the screen of the hall."""
    found = Showing.objects.select_related("item__event", "film")
    chosen = get_object_or_404(
        found, item__event=office.event, item__code=item, film__isnull=False, pk=showing
    )
    actions.put_on(chosen, by=office.actor)
    return _back(office, item)


@require_POST
@event_page(Right.PROGRAMME_EDIT)
def command(request: HttpRequest, office: EventOffice, item: str, verb: str) -> HttpResponse:
    """Start, hold, rewind or end the film that is on the screen."""
    if verb not in COMMANDS:
        raise Http404
    try:
        line = COMMANDS[verb](office.event, by=office.actor)
    except actions.NothingOnScreen:
        messages.error(request, _("No film is on the screen; put one on first."))
    else:
        _say(request, office, line, verb)
    return _back(office, item)


type Command = Callable[..., AuditLine | None]


def _quiet(action: Callable[..., None]) -> Command:
    def perform(event: Event, *, by: Actor) -> None:
        action(event, by=by)

    return perform


COMMANDS: Mapping[str, Command] = {
    "start": actions.start,
    "end": actions.end,
    "pause": _quiet(actions.pause),
    "rewind": _quiet(actions.back_to_start),
}


def _say(request: HttpRequest, office: EventOffice, line: AuditLine | None, verb: str) -> None:
    """Tell that a time was noted, and offer to take it back; commands themselves show in the hall."""
    if line is None:
        return
    words = _("The beginning is noted.") if verb == "start" else _("The end is noted.")
    say_with_undo(request, words, reverse("accounts:undo", args=[office.organiser.ref, line.pk]))


@require_POST
@event_page(Right.PROGRAMME_EDIT)
def subtitles(request: HttpRequest, office: EventOffice, item: str) -> HttpResponse:
    """Choose the languages of the subtitles, none where none is sent."""
    try:
        actions.choose_subtitles(office.event, _known_languages(request, office), by=office.actor)
    except actions.NothingOnScreen:
        messages.error(request, _("No film is on the screen; put one on first."))
    return _back(office, item)


def _known_languages(request: HttpRequest, office: EventOffice) -> list[str]:
    """The languages sent that the film on the screen has."""
    found = screens.screening_of(office.event)
    film = screens.film_of(found) if found else None
    known = set(screens.languages_of(film)) if film else set()
    return [language for language in request.POST.getlist("language") if language in known]


@require_POST
@event_page(Right.PROGRAMME_EDIT)
def rehearsal(request: HttpRequest, office: EventOffice, item: str) -> HttpResponse:
    """Begin or end a rehearsal, which notes no times."""
    try:
        actions.rehearse(office.event, is_rehearsal=request.POST.get("is") == "on", by=office.actor)
    except actions.NothingOnScreen:
        messages.error(request, _("No film is on the screen; put one on first."))
    return _back(office, item)


@require_POST
@event_page(Right.PROGRAMME_EDIT)
def make_link(request: HttpRequest, office: EventOffice, item: str) -> HttpResponse:
    """Make a link for the machine of the hall; an older one is withdrawn."""
    actions.open_link(office.event, by=office.actor)
    return _back(office, item)


@require_POST
@event_page(Right.PROGRAMME_EDIT)
def withdraw_link(request: HttpRequest, office: EventOffice, item: str) -> HttpResponse:
    """Withdraw the link of the hall."""
    actions.withdraw_link(office.event, by=office.actor)
    messages.success(request, _("The link is withdrawn; the machine in the hall shows a closed page."))
    return _back(office, item)


def _item(office: EventOffice, code: str) -> Item:
    return get_object_or_404(Item.objects.select_related("event"), event=office.event, code=code)


def _back(office: EventOffice, item: str) -> HttpResponse:
    return redirect("programme:screening", ref=office.organiser.ref, code=office.event.code, item=item)
