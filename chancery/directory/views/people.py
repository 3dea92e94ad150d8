"""People: the list, a person's page, entering, changing and deleting."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from chancery.accounts.access import Office as Seat
from chancery.accounts.pages import office_page
from chancery.accounts.roles import Right
from chancery.directory import access
from chancery.directory.actions import book, undo
from chancery.directory.forms.filters import PeopleFilterForm
from chancery.directory.forms.people import PersonForm, formsets_for, rows_written
from chancery.directory.models import Person
from chancery.directory.queries.addressing import address_lines
from chancery.directory.queries.history import history_of
from chancery.directory.queries.people import PeopleFilter, lines_for, people_of, relation_lines
from chancery.directory.queries.search import search
from chancery.directory.queries.sorting import named_page, page_of_keys
from chancery.directory.queries.tenures import is_current
from chancery.directory.sorting import sorted_as
from chancery.directory.views.deleting import deletion
from chancery.directory.views.pages import address, crumb, is_own, page, say_done

MOST_FOUND = 200


@office_page(Right.DIRECTORY_VIEW)
def people(request: HttpRequest, office: Seat) -> HttpResponse:
    """List people: all of them by name, or the closest to what was searched for."""
    form = PeopleFilterForm(request.GET, office=office)
    form.is_valid()
    wanted = PeopleFilter(**{key: form.cleaned_data.get(key, "") for key in PeopleFilter.__slots__})
    rows = people_of(office, wanted, office.today)
    text = form.cleaned_data.get("q", "")
    shown = _found(rows, office, text, request) if text else _all(rows, request)
    return page(
        request,
        office,
        "people",
        "people",
        form=form,
        page=shown,
        lines=lines_for(shown.object_list, office.today),
        is_filtered=bool(text or wanted != PeopleFilter()),
        query=request.GET.urlencode(),
    )


def _all(rows: QuerySet[Person], request: HttpRequest) -> Any:
    return named_page(rows, request.GET.get("page"), language=get_language() or "en", column="sort_name")


def _found(rows: QuerySet[Person], office: Seat, text: str, request: HttpRequest) -> Any:
    hits = search(office.organiser, text, kinds=["person"], limit=MOST_FOUND)
    kept = set(rows.filter(pk__in=[hit.object_id for hit in hits]).values_list("pk", flat=True))
    keys = [hit.object_id for hit in hits if hit.object_id in kept]
    return page_of_keys(rows, keys, request.GET.get("page"))


@office_page(Right.DIRECTORY_VIEW)
def person(request: HttpRequest, office: Seat, person: str) -> HttpResponse:
    """Show one person."""
    row = access.row_for(office, Person, person)
    today = office.today
    tenures = list(
        row.tenures.select_related("office__body").prefetch_related("steps").order_by("position", "id")
    )
    return page(
        request,
        office,
        "person",
        "people",
        crumbs=[crumb(office, "people")],
        person=row,
        is_own=is_own(office, row),
        names=list(row.names.order_by("position", "id")),
        held=[tenure for tenure in tenures if is_current(tenure, today)],
        past=[tenure for tenure in tenures if not is_current(tenure, today)],
        relations=relation_lines(row),
        households=list(row.households.order_by("name", "id")),
        groups=list(row.groups.filter(access.readable_by(office.organiser, row.groups.model)).order_by("id")),
        contact_points=list(row.contact_points.select_related("via").order_by("position", "id")),
        addresses=address_lines(row, office.organiser, today),
        history=history_of(row, undo.is_undoable) if is_own(office, row) else [],
        merges=list(row.merges.filter(undone_at=None).order_by("-id")),
    )


@office_page(Right.DIRECTORY_EDIT)
def new(request: HttpRequest, office: Seat) -> HttpResponse:
    """Enter a person."""
    return _edit(request, office, Person(organiser=office.organiser))


@office_page(Right.DIRECTORY_EDIT)
def change(request: HttpRequest, office: Seat, person: str) -> HttpResponse:
    """Change a person."""
    return _edit(request, office, access.own_row_for(office, Person, person))


def _edit(request: HttpRequest, office: Seat, row: Person) -> HttpResponse:
    sent = request.POST if request.method == "POST" else None
    form = PersonForm(sent, instance=row, languages=office.organiser.languages)
    formsets = formsets_for(row, office, sent)
    # every part is checked, so that all that is wrong is said at once
    if sent is not None and all([form.is_valid(), *(rows.is_valid() for rows in formsets.values())]):
        sections = {name: rows_written(rows) for name, rows in formsets.items()}
        row.sort_name = row.sort_name or sorted_as(sections["names"])
        if row.sort_name:
            return _save(request, office, row, sections)
        form.add_error("sort_name", _("Write a name, or at least how it is sorted."))
    back = address(office, "person", person=row.code) if row.pk else address(office, "people")
    return page(request, office, "person_form", "people", form=form, formsets=formsets, person=row, back=back)


def _save(request: HttpRequest, office: Seat, row: Person, sections: dict[str, Any]) -> HttpResponse:
    if row.pk:
        line = book.change(row, sections=sections, by=office.actor)
        say_done(request, office, _("%(name)s was changed.") % {"name": row}, line)
    else:
        line = book.enter(row, sections=sections, by=office.actor)
        say_done(request, office, _("%(name)s was entered.") % {"name": row}, line)
    return redirect("directory:person", ref=office.organiser.ref, person=row.code)


@office_page(Right.DIRECTORY_EDIT)
def delete(request: HttpRequest, office: Seat, person: str) -> HttpResponse:
    """Delete a person after a clear warning."""
    row = access.own_row_for(office, Person, person)
    back = address(office, "person", person=row.code)
    return deletion(request, office, row, back=back, to=address(office, "people"))
