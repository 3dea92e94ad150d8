"""What the pages of films and exhibitions have in common: the form, the question before deleting."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from chancery.accounts.access import Office
from chancery.base import history
from chancery.base.frame import framed
from chancery.exhibition.actions.rows import StillShown
from chancery.exhibition.forms.titled import TitledForm
from chancery.exhibition.models import Exhibition, Film, Work


def form_page(
    request: HttpRequest,
    office: Office,
    form: TitledForm,
    save: Callable[..., Film | Exhibition],
    heading: str,
    delete_url: str = "",
) -> HttpResponse:
    """Answer with the form of a film or exhibition; once it is saved, go back to the list."""
    if request.method == "POST" and form.is_valid():
        saved = save(form.instance, by=office.actor)
        messages.success(request, _("“%(name)s” is saved.") % {"name": saved})
        return _back(office)
    lines = history.of(form.instance, language=get_language() or "en") if form.instance.pk else []
    context = {"form": form, "heading": heading, "delete_url": delete_url, "lines": lines}
    return framed(request, "exhibition/work_form.html", **context)


def deletion_page(
    request: HttpRequest,
    office: Office,
    work: Film | Exhibition | Work,
    delete: Callable[..., None],
    back_to: str = "exhibition:works",
) -> HttpResponse:
    """Delete a film, an exhibition or a work, after asking."""
    if request.method == "POST":
        try:
            delete(work, by=office.actor)
        except StillShown as refused:
            messages.error(request, str(refused))
        return redirect(back_to, ref=office.organiser.ref)
    return framed(
        request,
        "base/confirm.html",
        question=_("Delete “%(name)s”?") % {"name": work},
        sentences=[_("The history of the office can bring it back.")],
        action_word=_("Delete"),
        cancel_url=reverse(back_to, args=[office.organiser.ref]),
        is_danger=True,
    )


def _back(office: Office) -> HttpResponse:
    return redirect("exhibition:works", ref=office.organiser.ref)
