"""Who is kept apart: nothing is opened before the reader asks, and each reading leaves a line (R79)."""

from collections.abc import Callable
from functools import wraps

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from chancery.accounts.access import Office
from chancery.accounts.pages import office_page
from chancery.accounts.roles import Right
from chancery.base.frame import framed
from chancery.seating import wish_rows
from chancery.seating.actions import apart as actions
from chancery.seating.forms.apart import ApartForm
from chancery.seating.models import Apart

type PairView = Callable[[HttpRequest, Office, Apart], HttpResponse]


def _of_pair(view: PairView) -> Callable[[HttpRequest, Office, str], HttpResponse]:
    """Hand a view its pair, and only to those with the grant."""

    @wraps(view)
    def page(request: HttpRequest, office: Office, pair: str) -> HttpResponse:
        chosen = get_object_or_404(Apart, organiser=office.organiser, code=pair)
        return view(request, office, chosen) if _may_read(office) else _closed(request)

    return page


def _may_read(office: Office) -> bool:
    return actions.SECRET in office.secrets


def _closed(request: HttpRequest) -> HttpResponse:
    return framed(request, "seating/apart.html", may_read=False, no_grant=actions.NO_GRANT)


@office_page(Right.SEATING_VIEW)
def pairs(request: HttpRequest, office: Office) -> HttpResponse:
    """Ask before the list is opened, then show it; each reading leaves a line."""
    if not _may_read(office):
        return _closed(request)
    rows = columns = None
    if request.method == "POST":
        found = actions.read_all(office.organiser, by=office.actor)
        may_edit = office.may(Right.SEATING_EDIT)
        urls = {pair.code: _url(office, "change-apart", pair) for pair in found} if may_edit else {}
        rows = wish_rows.rows_of_pairs(found, urls, get_language() or "en")
        columns = wish_rows.columns_of_pairs()
    return framed(
        request, "seating/apart.html", may_read=True, is_open=rows is not None, rows=rows, columns=columns
    )


@office_page(Right.SEATING_EDIT)
def add_pair(request: HttpRequest, office: Office) -> HttpResponse:
    """Keep two people, bodies or states apart."""
    if not _may_read(office):
        return _closed(request)
    form = ApartForm(request.POST or None, instance=Apart(organiser=office.organiser), office=office)
    if request.method == "POST" and form.is_valid():
        actions.add_pair(form.instance, by=office.actor)
        return _saved(request, office, _("The pair is kept apart from now on."))
    return framed(request, "seating/apart_form.html", form=form, pair=None)


@office_page(Right.SEATING_EDIT)
@_of_pair
def change_pair(request: HttpRequest, office: Office, pair: Apart) -> HttpResponse:
    """Change a pair; opening the form is a reading and leaves a line."""
    why = "" if request.method == "POST" else actions.reason_of(pair, by=office.actor)
    form = ApartForm(request.POST or None, instance=pair, office=office, why=why)
    if request.method == "POST" and form.is_valid():
        actions.change_pair(form.instance, by=office.actor)
        return _saved(request, office, _("The pair is saved."))
    return framed(request, "seating/apart_form.html", form=form, pair=pair)


@office_page(Right.SEATING_EDIT)
@_of_pair
def delete_pair(request: HttpRequest, office: Office, pair: Apart) -> HttpResponse:
    """Keep two apart no longer, after asking."""
    if request.method == "POST":
        actions.delete_pair(pair, by=office.actor)
        return _saved(request, office, _("The pair is deleted."))
    return framed(
        request,
        "base/confirm.html",
        question=_("Keep these two apart no longer?"),
        sentences=[_("This cannot be undone: the history never holds who was kept apart.")],
        action_word=_("Delete the pair"),
        cancel_url=_url(office, "change-apart", pair),
        is_danger=True,
    )


def _saved(request: HttpRequest, office: Office, sentence: str) -> HttpResponse:
    messages.success(request, sentence)
    return redirect("seating:apart", ref=office.organiser.ref)


def _url(office: Office, page: str, pair: Apart) -> str:
    return reverse(f"seating:{page}", args=[office.organiser.ref, pair.code])
