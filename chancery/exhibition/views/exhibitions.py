"""Pages of exhibitions."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from chancery.accounts.access import Office
from chancery.accounts.pages import office_page
from chancery.accounts.roles import Right
from chancery.exhibition.actions import exhibitions as actions
from chancery.exhibition.forms.exhibitions import ExhibitionForm
from chancery.exhibition.models import Exhibition
from chancery.exhibition.views.rows import deletion_page, form_page


@office_page(Right.PROGRAMME_EDIT)
def add_exhibition(request: HttpRequest, office: Office) -> HttpResponse:
    """Add an exhibition."""
    new = Exhibition(organiser=office.organiser)
    form = ExhibitionForm(request.POST or None, instance=new, organiser=office.organiser)
    return form_page(request, office, form, actions.save_exhibition, _("Add an exhibition"))


@office_page(Right.PROGRAMME_EDIT)
def change_exhibition(request: HttpRequest, office: Office, exhibition: str) -> HttpResponse:
    """Change an exhibition."""
    chosen = get_object_or_404(Exhibition, organiser=office.organiser, code=exhibition)
    form = ExhibitionForm(request.POST or None, instance=chosen, organiser=office.organiser)
    delete_url = reverse("exhibition:delete-exhibition", args=[office.organiser.ref, exhibition])
    return form_page(request, office, form, actions.save_exhibition, str(chosen), delete_url)


@office_page(Right.PROGRAMME_EDIT)
def delete_exhibition(request: HttpRequest, office: Office, exhibition: str) -> HttpResponse:
    """Delete an exhibition, after asking."""
    chosen = get_object_or_404(Exhibition, organiser=office.organiser, code=exhibition)
    return deletion_page(request, office, chosen, actions.delete_exhibition)
