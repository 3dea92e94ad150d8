"""Groups and households."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from chancery.accounts.access import Office as Seat
from chancery.accounts.pages import office_page
from chancery.accounts.roles import Right
from chancery.base.languages import wording
from chancery.directory import access
from chancery.directory.actions import book, undo
from chancery.directory.forms.circles import MAIN_FORMS, formsets_for
from chancery.directory.forms.people import rows_written
from chancery.directory.models import Group, Household, Person
from chancery.directory.queries.history import history_of
from chancery.directory.queries.people import lines_for
from chancery.directory.queries.sorting import in_order
from chancery.directory.views.deleting import deletion
from chancery.directory.views.pages import address, crumb, is_own, page, say_done

type Circle = Group | Household

A_PAGE = 100
_LISTS = {Group: "groups", Household: "households"}
_PAGES = {Group: "group", Household: "household"}


@office_page(Right.DIRECTORY_VIEW)
def groups(request: HttpRequest, office: Seat) -> HttpResponse:
    """List groups by name."""
    rows = access.readable(office, Group).select_related("organiser").annotate(count=Count("members"))
    listed = in_order(list(rows.order_by("pk")), _group_name, get_language() or "en")
    shown = Paginator(listed, A_PAGE).get_page(request.GET.get("page"))
    return page(request, office, "groups", "groups", page=shown)


def _group_name(group: Group) -> str:
    return wording(group.names, get_language() or "en").text


@office_page(Right.DIRECTORY_VIEW)
def households(request: HttpRequest, office: Seat) -> HttpResponse:
    """List households by name."""
    rows = access.readable(office, Household).annotate(count=Count("members"))
    listed = in_order(list(rows.order_by("pk")), str, get_language() or "en")
    shown = Paginator(listed, A_PAGE).get_page(request.GET.get("page"))
    return page(request, office, "households", "households", page=shown)


@office_page(Right.DIRECTORY_VIEW)
def group(request: HttpRequest, office: Seat, group: str) -> HttpResponse:
    """Show a group with its members by name."""
    row = access.row_for(office, Group, group)
    readable = access.readable(office, Person).filter(groups=row).order_by("sort_key", "pk")
    people = in_order(list(readable), lambda person: person.sort_name, get_language() or "en")
    return _show(request, office, row, people)


@office_page(Right.DIRECTORY_VIEW)
def household(request: HttpRequest, office: Seat, household: str) -> HttpResponse:
    """Show a household with its members in the order of the address."""
    row = access.row_for(office, Household, household)
    places = row.places.select_related("person").order_by("position", "id")
    return _show(request, office, row, [place.person for place in places])


def _show(request: HttpRequest, office: Seat, row: Circle, people: list[Person]) -> HttpResponse:
    return page(
        request,
        office,
        _PAGES[type(row)],
        _LISTS[type(row)],
        crumbs=[crumb(office, _LISTS[type(row)])],
        row=row,
        is_own=is_own(office, row),
        lines=lines_for(people, office.today),
        own_forms=list(row.address_forms.order_by("language", "purpose"))
        if isinstance(row, Household)
        else [],
        history=history_of(row, undo.is_undoable) if is_own(office, row) else [],
    )


@office_page(Right.DIRECTORY_EDIT)
def new_group(request: HttpRequest, office: Seat) -> HttpResponse:
    """Enter a group."""
    return _edit(request, office, Group(organiser=office.organiser), _("Enter a group"))


@office_page(Right.DIRECTORY_EDIT)
def change_group(request: HttpRequest, office: Seat, group: str) -> HttpResponse:
    """Change a group and its members."""
    row = access.own_row_for(office, Group, group)
    return _edit(request, office, row, str(row))


@office_page(Right.DIRECTORY_EDIT)
def new_household(request: HttpRequest, office: Seat) -> HttpResponse:
    """Enter a household."""
    return _edit(request, office, Household(organiser=office.organiser), _("Enter a household"))


@office_page(Right.DIRECTORY_EDIT)
def change_household(request: HttpRequest, office: Seat, household: str) -> HttpResponse:
    """Change a household and its members."""
    row = access.own_row_for(office, Household, household)
    return _edit(request, office, row, str(row))


def _edit(request: HttpRequest, office: Seat, row: Circle, heading: str) -> HttpResponse:
    sent = request.POST if request.method == "POST" else None
    form = MAIN_FORMS[type(row)](sent, instance=row, office=office)
    formsets = formsets_for(row, office, sent)
    if sent is not None and all([form.is_valid(), *(rows.is_valid() for rows in formsets.values())]):
        sections = {name: rows_written(rows) for name, rows in formsets.items()}
        save = book.change if row.pk else book.enter
        line = save(row, sections=sections, by=office.actor)
        say_done(request, office, _("%(name)s was saved.") % {"name": row}, line)
        return redirect(_address(office, row))
    back = _address(office, row) if row.pk else address(office, _LISTS[type(row)])
    current = _LISTS[type(row)]
    return page(
        request, office, "row_form", current, form=form, formsets=formsets, heading=heading, back=back
    )


def _address(office: Seat, row: Circle) -> str:
    named: dict[str, Any] = {_PAGES[type(row)]: row.code}
    return address(office, _PAGES[type(row)], **named)


@office_page(Right.DIRECTORY_EDIT)
def delete_group(request: HttpRequest, office: Seat, group: str) -> HttpResponse:
    """Delete a group after a clear warning; its members stay."""
    row = access.own_row_for(office, Group, group)
    return deletion(request, office, row, back=_address(office, row), to=address(office, "groups"))


@office_page(Right.DIRECTORY_EDIT)
def delete_household(request: HttpRequest, office: Seat, household: str) -> HttpResponse:
    """Delete a household after a clear warning; its members stay."""
    row = access.own_row_for(office, Household, household)
    return deletion(request, office, row, back=_address(office, row), to=address(office, "households"))
