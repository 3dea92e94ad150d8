"""Rooms that a ministry gives down: shown to its posts, taken over by them, seen beside their source."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from chancery.accounts.access import Office
from chancery.accounts.pages import office_page
from chancery.accounts.roles import Right
from chancery.directory import giving
from chancery.seating.actions import rooms as actions
from chancery.seating.models import Room
from chancery.seating.queries import rooms as queries


@require_POST
@office_page(Right.SEATING_EDIT)
def show(request: HttpRequest, office: Office, room: str) -> HttpResponse:
    """Show a room to all posts, or to them no longer."""
    own = giving.own_row(office, Room, room)
    giving.show(request, office, own)
    return redirect(_url(office, own, "room"))


@require_POST
@office_page(Right.SEATING_EDIT)
def take(request: HttpRequest, office: Office, room: str) -> HttpResponse:
    """Take a room that is shown over into an own one."""
    source = get_object_or_404(giving.shown_to(office.organiser, Room), code=room)
    own = actions.take_room(source, organiser=office.organiser, by=office.actor)
    giving.say_taken(request, own)
    return redirect(_url(office, own, "room"))


@office_page(Right.SEATING_VIEW)
def taken(request: HttpRequest, office: Office, room: str) -> HttpResponse:
    """Show a room beside the one it was taken from, both of them drawn."""
    own = giving.own_row(office, Room, room)
    return giving.beside_source(
        request,
        own,
        own_url=_url(office, own, "room"),
        newer_url=_url(office, own, "take-newer-room"),
        keep_url=_url(office, own, "keep-room"),
        template="seating/room_taken.html",
        drawings=[queries.read(row) for row in (own.source, own) if isinstance(row, Room)],
        may_change=office.may(Right.SEATING_EDIT),
    )


@require_POST
@office_page(Right.SEATING_EDIT)
def take_newer(request: HttpRequest, office: Office, room: str) -> HttpResponse:
    """Let a room be drawn as its source is now."""
    own = giving.own_row(office, Room, room)
    actions.take_newer_room(own, by=office.actor)
    giving.say_renewed(request, own)
    return redirect(_url(office, own, "taken-room"))


@require_POST
@office_page(Right.SEATING_EDIT)
def keep(request: HttpRequest, office: Office, room: str) -> HttpResponse:
    """Keep a room as it is though its source has changed."""
    own = giving.own_row(office, Room, room)
    giving.keep(request, office, own)
    return redirect(_url(office, own, "taken-room"))


def _url(office: Office, room: Room, route: str) -> str:
    return reverse(f"seating:{route}", args=[office.organiser.ref, room.code])
