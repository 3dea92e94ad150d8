"""Wordings that a ministry gives down: shown to its posts, taken over by them, seen beside their source."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chancery.accounts.access import Office
from chancery.accounts.pages import office_page
from chancery.accounts.roles import Right
from chancery.directory import giving
from chancery.guests.actions import wordings as actions
from chancery.guests.models import Template
from chancery.guests.queries import wordings as queries


@require_POST
@office_page(Right.INVITATIONS_SEND)
def show(request: HttpRequest, office: Office, wording: str) -> HttpResponse:
    """Show an own wording to all posts, or to them no longer."""
    own = giving.own_row(office, Template, wording)
    giving.show(request, office, own)
    return redirect(_url(office, own, "wording"))


@require_POST
@office_page(Right.INVITATIONS_SEND)
def take(request: HttpRequest, office: Office, wording: str) -> HttpResponse:
    """Take a wording that is shown over into an own one."""
    source = get_object_or_404(queries.wordings_shown_to(office.organiser), code=wording)
    own = actions.take_wording(source, organiser=office.organiser, by=office.actor)
    messages.success(request, _("“%(name)s” is yours to change.") % {"name": own.name})
    return redirect(_url(office, own, "wording"))


@office_page(Right.INVITATIONS_SEND)
def taken(request: HttpRequest, office: Office, wording: str) -> HttpResponse:
    """Show a wording beside the one it was taken from."""
    own = giving.own_row(office, Template, wording)
    return giving.beside_source(
        request,
        own,
        own_url=_url(office, own, "wording"),
        newer_url=_url(office, own, "take-newer-wording"),
        keep_url=_url(office, own, "keep-wording"),
        may_change=True,
    )


@require_POST
@office_page(Right.INVITATIONS_SEND)
def take_newer(request: HttpRequest, office: Office, wording: str) -> HttpResponse:
    """Put what the source says now in the place of the own words."""
    own = giving.own_row(office, Template, wording)
    actions.take_newer_wording(own, by=office.actor)
    giving.say_renewed(request, own)
    return redirect(_url(office, own, "taken-wording"))


@require_POST
@office_page(Right.INVITATIONS_SEND)
def keep(request: HttpRequest, office: Office, wording: str) -> HttpResponse:
    """Keep the own words though the source has changed."""
    own = giving.own_row(office, Template, wording)
    giving.keep(request, office, own)
    return redirect(_url(office, own, "taken-wording"))


def _url(office: Office, wording: Template, route: str) -> str:
    return reverse(f"guests:{route}", args=[office.organiser.ref, wording.code])
