"""Pages of films and exhibitions."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from chancery.accounts.access import Office
from chancery.accounts.pages import office_page
from chancery.accounts.roles import Right
from chancery.base import history
from chancery.base.frame import framed
from chancery.exhibition import actions, queries
from chancery.exhibition.forms import ExhibitionForm, FilmForm, WorkForm
from chancery.exhibition.models import Exhibition, Film


@office_page(Right.PROGRAMME_VIEW)
def works(request: HttpRequest, office: Office) -> HttpResponse:
    """List the films and exhibitions of the office."""
    return framed(
        request,
        "exhibition/works.html",
        films=queries.films_of(office.organiser),
        exhibitions=queries.exhibitions_of(office.organiser),
    )


@office_page(Right.PROGRAMME_EDIT)
def add_film(request: HttpRequest, office: Office) -> HttpResponse:
    """Add a film."""
    form = FilmForm(
        request.POST or None, instance=Film(organiser=office.organiser), organiser=office.organiser
    )
    return _work_form(request, office, form, actions.save_film, _("Add a film"))


@office_page(Right.PROGRAMME_EDIT)
def change_film(request: HttpRequest, office: Office, film: str) -> HttpResponse:
    """Change a film."""
    chosen = get_object_or_404(Film, organiser=office.organiser, code=film)
    form = FilmForm(request.POST or None, instance=chosen, organiser=office.organiser)
    delete_url = reverse("exhibition:delete-film", args=[office.organiser.ref, film])
    return _work_form(request, office, form, actions.save_film, str(chosen), delete_url)


@office_page(Right.PROGRAMME_EDIT)
def delete_film(request: HttpRequest, office: Office, film: str) -> HttpResponse:
    """Delete a film, after asking."""
    chosen = get_object_or_404(Film, organiser=office.organiser, code=film)
    return _deletion(request, office, chosen, actions.delete_film)


@office_page(Right.PROGRAMME_EDIT)
def add_exhibition(request: HttpRequest, office: Office) -> HttpResponse:
    """Add an exhibition."""
    new = Exhibition(organiser=office.organiser)
    form = ExhibitionForm(request.POST or None, instance=new, organiser=office.organiser)
    return _work_form(request, office, form, actions.save_exhibition, _("Add an exhibition"))


@office_page(Right.PROGRAMME_EDIT)
def change_exhibition(request: HttpRequest, office: Office, exhibition: str) -> HttpResponse:
    """Change an exhibition."""
    chosen = get_object_or_404(Exhibition, organiser=office.organiser, code=exhibition)
    form = ExhibitionForm(request.POST or None, instance=chosen, organiser=office.organiser)
    delete_url = reverse("exhibition:delete-exhibition", args=[office.organiser.ref, exhibition])
    return _work_form(request, office, form, actions.save_exhibition, str(chosen), delete_url)


@office_page(Right.PROGRAMME_EDIT)
def delete_exhibition(request: HttpRequest, office: Office, exhibition: str) -> HttpResponse:
    """Delete an exhibition, after asking."""
    chosen = get_object_or_404(Exhibition, organiser=office.organiser, code=exhibition)
    return _deletion(request, office, chosen, actions.delete_exhibition)


def _work_form(
    request: HttpRequest,
    office: Office,
    form: WorkForm,
    save: Callable[..., Film | Exhibition],
    heading: str,
    delete_url: str = "",
) -> HttpResponse:
    if request.method == "POST" and form.is_valid():
        saved = save(form.instance, by=office.actor)
        messages.success(request, _("“%(name)s” is saved.") % {"name": saved})
        return _back(office)
    lines = history.of(form.instance, language=get_language() or "en") if form.instance.pk else []
    context = {"form": form, "heading": heading, "delete_url": delete_url, "lines": lines}
    return framed(request, "exhibition/work_form.html", **context)


def _deletion(
    request: HttpRequest, office: Office, work: Film | Exhibition, delete: Callable[..., None]
) -> HttpResponse:
    if request.method == "POST":
        try:
            delete(work, by=office.actor)
        except actions.StillShown as refused:
            messages.error(request, str(refused))
        return _back(office)
    return framed(
        request,
        "base/confirm.html",
        question=_("Delete “%(name)s”?") % {"name": work},
        sentences=[_("The history of the office can bring it back.")],
        action_word=_("Delete"),
        cancel_url=reverse("exhibition:works", args=[office.organiser.ref]),
        is_danger=True,
    )


def _back(office: Office) -> HttpResponse:
    return redirect("exhibition:works", ref=office.organiser.ref)
