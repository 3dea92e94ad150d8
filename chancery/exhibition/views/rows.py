"""What the pages of films and exhibitions have in common: the form, the question before deleting."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from chancery.accounts.access import Office
from chancery.base.frame import framed
from chancery.exhibition.actions.rows import StillShown
from chancery.exhibition.models import Exhibition, Film, Work


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
