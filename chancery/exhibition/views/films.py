"""Pages of films."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from chancery.accounts.access import Office
from chancery.accounts.pages import office_page
from chancery.accounts.roles import Right
from chancery.exhibition.actions import films as actions
from chancery.exhibition.forms.films import FilmForm
from chancery.exhibition.models import Film
from chancery.exhibition.views.rows import deletion_page, form_page


@office_page(Right.PROGRAMME_EDIT)
def add_film(request: HttpRequest, office: Office) -> HttpResponse:
    """Add a film."""
    form = FilmForm(
        request.POST or None, instance=Film(organiser=office.organiser), organiser=office.organiser
    )
    return form_page(request, office, form, actions.save_film, _("Add a film"))


@office_page(Right.PROGRAMME_EDIT)
def change_film(request: HttpRequest, office: Office, film: str) -> HttpResponse:
    """Change a film."""
    chosen = get_object_or_404(Film, organiser=office.organiser, code=film)
    form = FilmForm(request.POST or None, instance=chosen, organiser=office.organiser)
    delete_url = reverse("exhibition:delete-film", args=[office.organiser.ref, film])
    return form_page(request, office, form, actions.save_film, str(chosen), delete_url)


@office_page(Right.PROGRAMME_EDIT)
def delete_film(request: HttpRequest, office: Office, film: str) -> HttpResponse:
    """Delete a film, after asking."""
    chosen = get_object_or_404(Film, organiser=office.organiser, code=film)
    return deletion_page(request, office, chosen, actions.delete_film)
