"""Profiles that a ministry gives down: shown to posts, followed as they are, or taken over and adapted."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chancery.accounts.access import Office
from chancery.accounts.pages import office_page
from chancery.accounts.roles import Right
from chancery.base import taking
from chancery.base.frame import framed
from chancery.directory.models import Visibility
from chancery.precedence import actions, queries
from chancery.precedence import given as giving
from chancery.precedence.comparing import compared
from chancery.precedence.models import Profile
from chancery.precedence.views.offered import offered_or_404
from chancery.precedence.views.reading import described


@require_POST
@office_page(Right.PROFILES_EDIT)
def show(request: HttpRequest, office: Office, key: str) -> HttpResponse:
    """Show an own profile to all posts, or to them no longer."""
    own, is_shown = _own(office, key), "hide" not in request.POST
    taking.show(own, Visibility.TREE if is_shown else Visibility.OWN, by=office.actor)
    words = (
        _("All posts can follow the profile and take it over.")
        if is_shown
        else _("The profile is shown no longer; orders that follow it keep their version.")
    )
    messages.success(request, words)
    return redirect("precedence:profile", ref=office.organiser.ref, key=key)


@office_page(Right.EVENTS_VIEW)
def given(request: HttpRequest, office: Office, given: str) -> HttpResponse:
    """Show a profile that another office gives down."""
    shown = _given(office, given)
    return framed(
        request,
        "precedence/given.html",
        given=shown,
        own_copy=giving.own_copy(office.organiser, shown),
        **described(queries.own_profile(shown)),
    )


@office_page(Right.EVENTS_VIEW)
def since(request: HttpRequest, office: Office, given: str, number: int) -> HttpResponse:
    """Show what changed in a profile that is given down since an earlier version of it."""
    shown = _given(office, given)
    before = giving.version_given(shown, number)
    if before is None:
        raise Http404
    rows = compared(taken=before, now=shown, language=get_language() or "en")
    profile = queries.own_profile(shown)
    return framed(
        request, "precedence/since.html", given=shown, before=before, profile=profile, compared=rows
    )


@require_POST
@office_page(Right.PROFILES_EDIT)
def take(request: HttpRequest, office: Office, given: str) -> HttpResponse:
    """Take a profile that is given down over into an own one."""
    own = actions.take_profile(_given(office, given), organiser=office.organiser, by=office.actor)
    messages.success(request, _("The profile is yours to adapt; no event follows it yet."))
    return redirect("precedence:profile", ref=office.organiser.ref, key=own.key)


@office_page(Right.EVENTS_VIEW)
def taken(request: HttpRequest, office: Office, key: str) -> HttpResponse:
    """Show an own profile beside the one it was taken from."""
    own = _own(office, key)
    if own.source is None:
        raise Http404
    newer = giving.newer_than(office.organiser, own.source)
    rows = compared(taken=own.source, now=newer or own.source, own=own, language=get_language() or "en")
    return framed(
        request,
        "precedence/taken.html",
        profile=queries.own_profile(own),
        own=own,
        newer=newer,
        compared=rows,
    )


@require_POST
@office_page(Right.PROFILES_EDIT)
def take_newer(request: HttpRequest, office: Office, key: str) -> HttpResponse:
    """Make what the source says now the newest own version."""
    own = _own(office, key)
    if newer := giving.newer_than(office.organiser, own.source):
        actions.take_newer_profile(own, newer, by=office.actor)
        messages.success(request, _("The profile reads as its source does now; your versions are kept."))
    return redirect("precedence:taken", ref=office.organiser.ref, key=key)


@require_POST
@office_page(Right.PROFILES_EDIT)
def keep(request: HttpRequest, office: Office, key: str) -> HttpResponse:
    """Keep the own version though the source has a newer one."""
    own = _own(office, key)
    if newer := giving.newer_than(office.organiser, own.source):
        actions.keep_profile(own, newer, by=office.actor)
        messages.success(request, _("Your own version is kept, and the history says so."))
    return redirect("precedence:taken", ref=office.organiser.ref, key=key)


def _own(office: Office, key: str) -> Profile:
    own = offered_or_404(office, key).own
    if own is None:
        raise Http404
    return own


def _given(office: Office, code: str) -> Profile:
    shown = giving.given_by_code(office.organiser, code)
    if shown is None:
        raise Http404
    return shown
