"""Pages of what an office has for all its events: its places, and its wording."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chancery.accounts.access import Office
from chancery.accounts.models import Organiser
from chancery.accounts.pages import office_page
from chancery.accounts.roles import Right
from chancery.base import history, taking
from chancery.base.forms import rows_of
from chancery.base.frame import framed
from chancery.directory import giving
from chancery.events import actions, queries, section_actions
from chancery.events.forms import PlaceForm
from chancery.events.models import GlossaryTerm, Place
from chancery.events.section_forms import TermForm


@office_page(Right.EVENTS_VIEW)
def places(request: HttpRequest, office: Office) -> HttpResponse:
    """List the places of the office."""
    return framed(
        request,
        "events/places.html",
        places=queries.places_of(office.organiser),
        shown=giving.not_taken(office.organiser, Place),
    )


@office_page(Right.EVENTS_EDIT)
def add_place(request: HttpRequest, office: Office) -> HttpResponse:
    """Add a place."""
    return _place_form(request, office, Place(organiser=office.organiser))


@office_page(Right.EVENTS_EDIT)
def change_place(request: HttpRequest, office: Office, place: str) -> HttpResponse:
    """Change a place."""
    return _place_form(request, office, giving.own_row(office, Place, place))


def _place_form(request: HttpRequest, office: Office, place: Place) -> HttpResponse:
    form = PlaceForm(request.POST or None, instance=place, office=office)
    if request.method == "POST" and form.is_valid():
        actions.save_place(form.instance, by=office.actor)
        messages.success(request, _("The place is saved."))
        return redirect("events:places", ref=office.organiser.ref)
    lines = history.of(place, language=get_language() or "en") if place.pk else []
    return framed(request, "events/place_form.html", form=form, place=place, lines=lines)


@require_POST
@office_page(Right.EVENTS_EDIT)
def show(request: HttpRequest, office: Office, place: str) -> HttpResponse:
    """Show a place to all posts, or to them no longer."""
    own = giving.own_row(office, Place, place)
    giving.show(request, office, own)
    return redirect(_url(office, own, "change-place"))


@require_POST
@office_page(Right.EVENTS_EDIT)
def take(request: HttpRequest, office: Office, place: str) -> HttpResponse:
    """Take a place that is shown over into an own one."""
    source = get_object_or_404(giving.shown_to(office.organiser, Place), code=place)
    own = actions.take_place(source, organiser=office.organiser, by=office.actor)
    giving.say_taken(request, own)
    return redirect("events:places", ref=office.organiser.ref)


@office_page(Right.EVENTS_EDIT)
def taken(request: HttpRequest, office: Office, place: str) -> HttpResponse:
    """Show a place beside the one it was taken from."""
    own = giving.own_row(office, Place, place)
    return giving.beside_source(
        request,
        own,
        own_url=_url(office, own, "change-place"),
        newer_url=_url(office, own, "take-newer-place"),
        keep_url=_url(office, own, "keep-place"),
        may_change=True,
    )


@require_POST
@office_page(Right.EVENTS_EDIT)
def take_newer(request: HttpRequest, office: Office, place: str) -> HttpResponse:
    """Let a place say what its source says now."""
    own = giving.own_row(office, Place, place)
    taking.take_newer(own, by=office.actor, code="events.place.renewed")
    giving.say_renewed(request, own)
    return redirect(_url(office, own, "taken-place"))


@require_POST
@office_page(Right.EVENTS_EDIT)
def keep(request: HttpRequest, office: Office, place: str) -> HttpResponse:
    """Keep a place as it is though its source has changed."""
    own = giving.own_row(office, Place, place)
    giving.keep(request, office, own)
    return redirect(_url(office, own, "taken-place"))


def _url(office: Office, place: Place, route: str) -> str:
    return reverse(f"events:{route}", args=[office.organiser.ref, place.code])


@office_page(Right.EVENTS_EDIT)
def wording(request: HttpRequest, office: Office) -> HttpResponse:
    """Keep the office's own words for disputed names, for all its events (R104)."""
    formset = rows_of(Organiser, GlossaryTerm, TermForm)(
        request.POST or None,
        instance=office.organiser,
        queryset=queries.office_wording_of(office.organiser),
        prefix="terms",
        form_kwargs={"languages": office.organiser.languages},
    )
    if request.method == "POST" and formset.is_valid():
        terms = [row for row in formset.kept if isinstance(row, GlossaryTerm)]
        dropped = [row for row in formset.dropped if isinstance(row, GlossaryTerm)]
        section_actions.save_office_wording(terms, dropped, by=office.actor)
        messages.success(request, _("The wording is saved."))
        return redirect("events:wording", ref=office.organiser.ref)
    return framed(request, "events/wording.html", formset=formset)
