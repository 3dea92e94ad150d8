"""The screens of an event: make one, hand on its link, withdraw it."""

from dataclasses import dataclass
from datetime import datetime

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chancery.accounts.roles import Right
from chancery.base.frame import framed, say_with_undo
from chancery.base.qr import qr_svg
from chancery.events.access import EventOffice
from chancery.events.pages import event_page
from chancery.programme import following
from chancery.programme.actions import screens as actions
from chancery.programme.forms.screens import ScreenForm
from chancery.programme.models import Screen


@dataclass(frozen=True, slots=True)
class ScreenRow:
    """A screen in the list, with the link it opens."""

    screen: Screen
    link: str
    qr: SafeString
    is_there: bool


@event_page(Right.RUN_CALL)
def screens(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """List the screens of an event with their links; take a new one."""
    made = Screen(event=office.event)
    form = ScreenForm(request.POST or None, instance=made, office=office)
    if request.method == "POST" and form.is_valid():
        actions.put_up(made, by=office.actor)
        messages.success(request, _("The screen is ready; open its link on the machine that shows it."))
        return _back(office)
    now = timezone.now()
    rows = [_row(request, screen, now) for screen in following.screens_of(office.event)]
    return framed(request, "programme/screens.html", rows=rows, form=form)


@event_page(Right.RUN_CALL)
def screen(request: HttpRequest, office: EventOffice, screen: str) -> HttpResponse:
    """Change what a screen shows; its link stays."""
    found = _screen(office, screen)
    form = ScreenForm(request.POST or None, instance=found, office=office)
    if request.method == "POST" and form.is_valid():
        actions.change(found, by=office.actor)
        return _back(office)
    return framed(request, "programme/screen_form.html", form=form, screen=found)


@require_POST
@event_page(Right.RUN_CALL)
def withdraw(request: HttpRequest, office: EventOffice, screen: str) -> HttpResponse:
    """Close the link of a screen."""
    line = actions.withdraw(_screen(office, screen), by=office.actor)
    undo = reverse("accounts:undo", args=[office.organiser.ref, line.pk])
    say_with_undo(request, _("The screen is withdrawn; its link is closed."), undo)
    return _back(office)


def _screen(office: EventOffice, code: str) -> Screen:
    return get_object_or_404(following.screens_of(office.event), code=code)


def _row(request: HttpRequest, screen: Screen, now: datetime) -> ScreenRow:
    link = request.build_absolute_uri(reverse("screen:screen", args=[following.token_of(screen)]))
    return ScreenRow(screen, link, qr_svg(link), following.is_there(screen, now))


def _back(office: EventOffice) -> HttpResponse:
    return redirect("programme:screens", ref=office.organiser.ref, code=office.event.code)
