"""Wordings that a ministry gives down: shown to its posts, taken over by them, seen beside their source."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chancery.accounts.access import Office
from chancery.accounts.pages import office_page
from chancery.accounts.roles import Right
from chancery.base.comparing import compared
from chancery.base.frame import framed
from chancery.base.taking import keep_own
from chancery.directory.models import Visibility
from chancery.guests.actions import wordings as actions
from chancery.guests.models import Template
from chancery.guests.queries import wordings as queries


@require_POST
@office_page(Right.INVITATIONS_SEND)
def show(request: HttpRequest, office: Office, wording: str) -> HttpResponse:
    """Show an own wording to all posts, or to them no longer."""
    own = _own(office, wording)
    is_shown = "hide" not in request.POST
    actions.show_wording(own, Visibility.TREE if is_shown else Visibility.OWN, by=office.actor)
    words = _("All posts can take the wording over.") if is_shown else _("The wording is shown no longer.")
    messages.success(request, words)
    return _to(office, own)


@require_POST
@office_page(Right.INVITATIONS_SEND)
def take(request: HttpRequest, office: Office, wording: str) -> HttpResponse:
    """Take a wording that is shown over into an own one."""
    source = get_object_or_404(queries.wordings_shown_to(office.organiser), code=wording)
    own = actions.take_wording(source, organiser=office.organiser, by=office.actor)
    messages.success(request, _("“%(name)s” is yours to change.") % {"name": own.name})
    return _to(office, own)


@office_page(Right.INVITATIONS_SEND)
def taken(request: HttpRequest, office: Office, wording: str) -> HttpResponse:
    """Show a wording beside the one it was taken from."""
    own = _own(office, wording)
    if own.source is None:
        raise Http404
    rows = compared(own, get_language() or "en")
    return framed(request, "guests/wording_taken.html", wording=own, compared=rows)


@require_POST
@office_page(Right.INVITATIONS_SEND)
def take_newer(request: HttpRequest, office: Office, wording: str) -> HttpResponse:
    """Put what the source says now in the place of the own words."""
    own = _own(office, wording)
    actions.take_newer_wording(own, by=office.actor)
    messages.success(request, _("The wording reads as its source does now; the history keeps your words."))
    return redirect("guests:taken-wording", ref=office.organiser.ref, wording=own.code)


@require_POST
@office_page(Right.INVITATIONS_SEND)
def keep(request: HttpRequest, office: Office, wording: str) -> HttpResponse:
    """Keep the own words though the source has changed."""
    own = _own(office, wording)
    keep_own(own, by=office.actor)
    messages.success(request, _("Your own words are kept, and the history says so."))
    return redirect("guests:taken-wording", ref=office.organiser.ref, wording=own.code)


def _own(office: Office, code: str) -> Template:
    rows = Template.objects.select_related("source__organiser")
    return get_object_or_404(rows, organiser=office.organiser, code=code)


def _to(office: Office, wording: Template) -> HttpResponse:
    return redirect("guests:wording", ref=office.organiser.ref, wording=wording.code)
