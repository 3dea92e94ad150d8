"""Pages of exhibitions: what one is, where and when it stands, what hangs in it."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from chancery.accounts.access import Office
from chancery.accounts.pages import office_page
from chancery.accounts.roles import Right
from chancery.base import history
from chancery.base.frame import framed
from chancery.exhibition.access import exhibition_of
from chancery.exhibition.actions import exhibitions as actions
from chancery.exhibition.forms.exhibitions import ExhibitionForm, rooms_formset, stays_formset
from chancery.exhibition.models import Exhibition
from chancery.exhibition.views.rows import deletion_page


@office_page(Right.PROGRAMME_EDIT)
def add_exhibition(request: HttpRequest, office: Office) -> HttpResponse:
    """Add an exhibition."""
    new = Exhibition(organiser=office.organiser, languages=list(office.organiser.languages))
    return _form_page(request, office, new, _("Add an exhibition"))


@office_page(Right.PROGRAMME_EDIT)
def change_exhibition(request: HttpRequest, office: Office, exhibition: str) -> HttpResponse:
    """Change an exhibition, its stays and its rooms."""
    chosen = exhibition_of(office, exhibition)
    return _form_page(request, office, chosen, str(chosen))


@office_page(Right.PROGRAMME_EDIT)
def delete_exhibition(request: HttpRequest, office: Office, exhibition: str) -> HttpResponse:
    """Delete an exhibition, after asking."""
    return deletion_page(request, office, exhibition_of(office, exhibition), actions.delete_exhibition)


def _form_page(request: HttpRequest, office: Office, exhibition: Exhibition, heading: str) -> HttpResponse:
    sent: Any = request.POST or None
    form = ExhibitionForm(sent, instance=exhibition, organiser=office.organiser)
    stays, rooms = stays_formset(sent, exhibition), rooms_formset(sent, exhibition)
    # Every part is checked, so that all that is wrong is said at once.
    if sent and all([form.is_valid(), stays.is_valid(), rooms.is_valid()]):
        hanging = {"stay": (stays.kept, stays.dropped), "room": (rooms.kept, rooms.dropped)}
        saved = actions.save_exhibition(form.instance, hanging, by=office.actor)
        messages.success(request, _("“%(name)s” is saved.") % {"name": saved})
        return redirect("exhibition:exhibition", ref=office.organiser.ref, exhibition=saved.code)
    is_new = exhibition.pk is None
    return framed(
        request,
        "exhibition/exhibition_form.html",
        form=form,
        stays=stays,
        rooms=rooms,
        heading=heading,
        exhibition=None if is_new else exhibition,
        back_url=_back_url(office, exhibition),
        lines=[] if is_new else history.of(exhibition, language=get_language() or "en"),
    )


def _back_url(office: Office, exhibition: Exhibition) -> str:
    ref = office.organiser.ref
    if exhibition.pk is None:
        return reverse("exhibition:works", args=[ref])
    return reverse("exhibition:exhibition", args=[ref, exhibition.code])
