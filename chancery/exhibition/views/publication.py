"""The page that says what will be public, in which languages, and what holds it back."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chancery.accounts.access import Office
from chancery.accounts.pages import office_page
from chancery.accounts.roles import Right
from chancery.base.frame import framed
from chancery.exhibition import describing
from chancery.exhibition.access import exhibition_of
from chancery.exhibition.actions import publishing as actions
from chancery.exhibition.models import Exhibition
from chancery.exhibition.queries import hanging
from chancery.exhibition.queries.publishing import obstacles_of


@office_page(Right.PROGRAMME_VIEW)
def publication(request: HttpRequest, office: Office, exhibition: str) -> HttpResponse:
    """Say what is or will be public, and each thing that holds it back with the way to it."""
    chosen, today = exhibition_of(office, exhibition), timezone.localdate()
    hung = hanging.numbered(list(hanging.exhibits_of(chosen)))
    return framed(
        request,
        "exhibition/publication.html",
        exhibition=chosen,
        obstacles=obstacles_of(chosen, today),
        works=[(each, describing.line_of(office, each.exhibit.work, on=today)) for each in hung],
        public_count=sum(not each.exhibit.is_left_out for each in hung),
        public_url=public_url(office, chosen),
        public_address=f"{settings.BASE_URL}{public_url(office, chosen)}",
    )


@require_POST
@office_page(Right.PROGRAMME_EDIT)
def leave_out(request: HttpRequest, office: Office, exhibition: str) -> HttpResponse:
    """Leave the ticked works out of the public page."""
    chosen = exhibition_of(office, exhibition)
    actions.leave_out(chosen, request.POST.getlist("left-out"), by=office.actor)
    messages.success(request, _("It is saved which works are left out."))
    return _back(office, chosen)


@require_POST
@office_page(Right.RELEASE)
def publish(request: HttpRequest, office: Office, exhibition: str) -> HttpResponse:
    """Make the exhibition public."""
    chosen = exhibition_of(office, exhibition)
    try:
        actions.publish(chosen, on=timezone.localdate(), by=office.actor)
    except actions.HeldBack:
        messages.error(request, _("It is not published; look at what holds it back."))
    else:
        messages.success(request, _("The exhibition is public."))
    return _back(office, chosen)


@require_POST
@office_page(Right.RELEASE)
def take_back(request: HttpRequest, office: Office, exhibition: str) -> HttpResponse:
    """Take the public page back."""
    chosen = exhibition_of(office, exhibition)
    actions.take_back(chosen, by=office.actor)
    messages.success(request, _("The public page is taken back; within a minute nobody sees it any more."))
    return _back(office, chosen)


def public_url(office: Office, exhibition: Exhibition) -> str:
    """The address of the public page within the installation."""
    return reverse("public-exhibition:exhibition", args=[office.organiser.ref, exhibition.code])


def _back(office: Office, exhibition: Exhibition) -> HttpResponse:
    return redirect("exhibition:publication", ref=office.organiser.ref, exhibition=exhibition.code)
