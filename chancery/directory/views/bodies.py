"""Bodies and their offices."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from chancery.accounts.access import Office as Seat
from chancery.accounts.pages import office_page
from chancery.accounts.roles import Right
from chancery.base.languages import wording
from chancery.directory import access
from chancery.directory.actions import book, offices, undo
from chancery.directory.forms.bodies import BodyForm, HandOverForm, OfficeForm, contact_rows
from chancery.directory.forms.filters import BodyFilterForm
from chancery.directory.forms.people import rows_written
from chancery.directory.models import Body, Office
from chancery.directory.queries.bodies import bodies_of, office_lines, succession
from chancery.directory.queries.classes import class_in_words
from chancery.directory.queries.history import history_of
from chancery.directory.queries.search import search
from chancery.directory.queries.sorting import in_order
from chancery.directory.queries.tenures import is_current
from chancery.directory.views.deleting import deletion
from chancery.directory.views.pages import address, crumb, is_own, page, say_done

A_PAGE = 100


@office_page(Right.DIRECTORY_VIEW)
def bodies(request: HttpRequest, office: Seat) -> HttpResponse:
    """List bodies by name."""
    form = BodyFilterForm(request.GET)
    form.is_valid()
    text, kind, state = (form.cleaned_data.get(name, "") for name in ("q", "kind", "state"))
    rows = bodies_of(office, kind=kind, state=state)
    if text:
        hits = search(office.organiser, text, kinds=["body"], limit=A_PAGE)
        found = rows.in_bulk([hit.object_id for hit in hits])
        listed = [found[hit.object_id] for hit in hits if hit.object_id in found]
    else:
        listed = in_order(list(rows.order_by("pk")), _name, get_language() or "en")
    shown = Paginator(listed, A_PAGE).get_page(request.GET.get("page"))
    is_filtered = bool(text or kind or state)
    return page(request, office, "bodies", "bodies", form=form, page=shown, is_filtered=is_filtered)


def _name(body: Body) -> str:
    return wording(body.names, get_language() or "en").text


@office_page(Right.DIRECTORY_VIEW)
def body(request: HttpRequest, office: Seat, body: str) -> HttpResponse:
    """Show a body with its offices, parts and ways to reach it."""
    row = access.row_for(office, Body, body)
    readable = access.readable(office, Body)
    return page(
        request,
        office,
        "body",
        "bodies",
        crumbs=[crumb(office, "bodies")],
        body=row,
        is_own=is_own(office, row),
        above=readable.filter(pk=row.parent_id or 0).first(),
        before=readable.filter(pk=row.predecessor_id or 0).first(),
        parts=list(readable.filter(parent=row).order_by("pk")),
        successors=list(readable.filter(predecessor=row).order_by("pk")),
        offices=office_lines(row, office.today),
        contact_points=list(row.contact_points.select_related("via").order_by("position", "id")),
        history=history_of(row, undo.is_undoable) if is_own(office, row) else [],
    )


@office_page(Right.DIRECTORY_EDIT)
def new_body(request: HttpRequest, office: Seat) -> HttpResponse:
    """Enter a body."""
    return _edit_body(request, office, Body(organiser=office.organiser))


@office_page(Right.DIRECTORY_EDIT)
def change_body(request: HttpRequest, office: Seat, body: str) -> HttpResponse:
    """Change a body."""
    return _edit_body(request, office, access.own_row_for(office, Body, body))


def _edit_body(request: HttpRequest, office: Seat, row: Body) -> HttpResponse:
    sent = request.POST if request.method == "POST" else None
    form = BodyForm(sent, instance=row, office=office)
    contacts = contact_rows(row, office, sent)
    if sent is not None and all([form.is_valid(), contacts.is_valid()]):
        sections = {"contact_points": rows_written(contacts)}
        save = book.change if row.pk else book.enter
        line = save(row, sections=sections, by=office.actor)
        say_done(request, office, _("%(name)s was saved.") % {"name": row}, line)
        return redirect("directory:body", ref=office.organiser.ref, body=row.code)
    back = address(office, "body", body=row.code) if row.pk else address(office, "bodies")
    formsets = {"contact_points": contacts}
    heading = str(row) if row.pk else _("Enter a body")
    return page(
        request, office, "row_form", "bodies", form=form, formsets=formsets, heading=heading, back=back
    )


@office_page(Right.DIRECTORY_EDIT)
def delete_body(request: HttpRequest, office: Seat, body: str) -> HttpResponse:
    """Delete a body after a clear warning."""
    row = access.own_row_for(office, Body, body)
    return deletion(
        request, office, row, back=address(office, "body", body=row.code), to=address(office, "bodies")
    )


@office_page(Right.DIRECTORY_VIEW)
def post(request: HttpRequest, office: Seat, office_code: str) -> HttpResponse:
    """Show an office with its successive holders."""
    row = _readable_post(office, office_code)
    tenures, today = succession(row), office.today
    return page(
        request,
        office,
        "office",
        "bodies",
        crumbs=[crumb(office, "bodies")],
        post=row,
        is_own=is_own(office, row),
        office_class=class_in_words(row.office_class),
        held=[tenure for tenure in tenures if is_current(tenure, today)],
        past=[tenure for tenure in tenures if not is_current(tenure, today)],
        history=history_of(row, undo.is_undoable) if is_own(office, row) else [],
    )


def _readable_post(office: Seat, code: str) -> Office:
    row = access.readable(office, Office).select_related("body", "organiser").filter(code=code).first()
    if row is None:
        raise Http404
    return row


@office_page(Right.DIRECTORY_EDIT)
def new_post(request: HttpRequest, office: Seat, body: str) -> HttpResponse:
    """Enter an office of a body."""
    of = access.own_row_for(office, Body, body)
    return _edit_post(request, office, Office(organiser=office.organiser, body=of))


@office_page(Right.DIRECTORY_EDIT)
def change_post(request: HttpRequest, office: Seat, office_code: str) -> HttpResponse:
    """Change an office."""
    return _edit_post(request, office, access.own_row_for(office, Office, office_code))


def _edit_post(request: HttpRequest, office: Seat, row: Office) -> HttpResponse:
    form = OfficeForm(request.POST or None, instance=row, office=office)
    if request.method == "POST" and form.is_valid():
        save = book.change if row.pk else book.enter
        line = save(row, sections={}, by=office.actor)
        say_done(request, office, _("%(name)s was saved.") % {"name": row}, line)
        return redirect("directory:office", ref=office.organiser.ref, office_code=row.code)
    to: dict[str, Any] = {"office_code": row.code} if row.pk else {"body": row.body.code}
    back = address(office, "office" if row.pk else "body", **to)
    heading = str(row) if row.pk else _("Enter an office of %(body)s") % {"body": row.body}
    return page(request, office, "row_form", "bodies", form=form, formsets={}, heading=heading, back=back)


@office_page(Right.DIRECTORY_EDIT)
def delete_post(request: HttpRequest, office: Seat, office_code: str) -> HttpResponse:
    """Delete an office after a clear warning."""
    row = access.own_row_for(office, Office, office_code)
    to = address(office, "body", body=row.body.code)
    return deletion(request, office, row, back=address(office, "office", office_code=row.code), to=to)


@office_page(Right.DIRECTORY_EDIT)
def hand_over(request: HttpRequest, office: Seat, office_code: str) -> HttpResponse:
    """End a tenure and begin the next in one step."""
    row = access.own_row_for(office, Office, office_code)
    form = HandOverForm(request.POST or None, office=office)
    if request.method == "POST" and form.is_valid():
        written = form.cleaned_data
        try:
            line = offices.hand_over(
                office=row, to=written["to"], on=written["on"], basis=written["basis"], steps=form.steps,
                by=office.actor,
            )  # fmt: skip
        except offices.HoldsItAlready:
            form.add_error("to", _("This person holds the office already; choose another, or nobody."))
        except offices.EndsBeforeItBegins:
            form.add_error("on", _("The present holder began later than this day; correct the day."))
        except offices.SomebodyElses as refused:
            form.add_error(
                "to", _("“%(name)s” belongs to another office and can only be read.") % {"name": refused}
            )
        else:
            say_done(request, office, _("%(name)s was handed over.") % {"name": row}, line)
            return redirect("directory:office", ref=office.organiser.ref, office_code=row.code)
    holders = [tenure for tenure in succession(row) if is_current(tenure, office.today)]
    return page(request, office, "hand_over", "bodies", form=form, post=row, held=holders)
