"""Pages of what an office has for all its events: its places, and its wording."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from chancery.accounts.access import Office
from chancery.accounts.models import Organiser
from chancery.accounts.pages import office_page
from chancery.accounts.roles import Right
from chancery.base import history
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
