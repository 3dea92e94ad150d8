"""Organisations of the directory."""

from datetime import datetime
from typing import Annotated, Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from pydantic import Field

from chancery.accounts.access import Office as Seat
from chancery.accounts.roles import Right
from chancery.api.problems import Problem, invalid
from chancery.api.resource import ChangedFilters, Resource, changes, creates, deletes, put, resolved
from chancery.api.resources.contacts import Contact, ContactIn, contacts_of, contacts_written
from chancery.api.resources.values import BodyCode, State, code_of
from chancery.api.shapes import OneOf, Shape, SomeWording, Text, Wording, Written
from chancery.directory import access
from chancery.directory.actions import book
from chancery.directory.models import Body, Visibility

Kind = Annotated[str, OneOf(Body.Kind)]
Visible = Annotated[
    str, OneOf(Visibility), Field(description="Who may read it: this office, or all posts of its ministry.")
]


class BodyFilters(ChangedFilters):
    kind: Kind | None = Field(None, description="Only bodies of this kind.")
    state: str = Field("", max_length=2, description="Only bodies of this state.")


class BodyOut(Shape):
    """An organisation: a mission, ministry, court, magazine, community."""

    code: str
    ref: str
    owner: str = Field(description="Short name of the office that owns the entry and alone may change it.")
    names: Wording
    kind: Kind
    state: str
    seat: str
    parent: str | None = Field(description="Code of the body of which it is part.")
    predecessor: str | None = Field(description="Code of the body that it succeeds.")
    contact_points: list[Contact]
    visibility: Visible
    is_sample: bool
    note: str
    created_at: datetime


class BodyIn(Written):
    names: SomeWording
    kind: Kind = Body.Kind.OTHER.value
    state: State = ""
    seat: Annotated[str, Field(max_length=120)] = ""
    parent: BodyCode = None
    predecessor: BodyCode = None
    contact_points: list[ContactIn] = Field(default_factory=list, max_length=50)
    visibility: Visible = Visibility.OWN.value
    note: Text = ""


class Bodies(Resource[Body]):
    """Organisations of the directory: the office's own, and those that its ministry shows to all posts."""

    name, one, shape, filters = "bodies", "body", BodyOut, BodyFilters
    right = Right.DIRECTORY_VIEW
    lookups = {"kind": "kind", "state": "state__iexact"}
    history = {"directory.body": "pk"}

    def rows(self, office: Seat) -> QuerySet[Body]:
        found = access.readable(office, Body).select_related("organiser", "parent", "predecessor")
        return found.prefetch_related("contact_points__via")

    def show(self, row: Body) -> BodyOut:
        return BodyOut.model_construct(
            owner=row.organiser.ref,
            parent=code_of(row.parent),
            predecessor=code_of(row.predecessor),
            contact_points=contacts_of(row),
            **{name: getattr(row, name) for name in _PLAIN},
        )

    @creates(Right.DIRECTORY_EDIT, BodyIn)
    def enter(self, office: Seat, written: BodyIn) -> Body:
        """Enter a body."""
        row = Body(organiser=office.organiser)
        book.enter(row, sections=_put(row, office, written), by=office.actor)
        return row

    @changes(Right.DIRECTORY_EDIT, BodyIn)
    def change(self, office: Seat, row: Body, written: BodyIn) -> None:
        """Change a body; contact points are written as a whole."""
        book.change(row, sections=_put(row, office, written), by=office.actor)

    @deletes(Right.DIRECTORY_EDIT)
    def delete(self, office: Seat, row: Body) -> None:
        """Delete a body on which nothing rests."""
        delete_from_book(office, row)


_PLAIN = ("code", "ref", "names", "kind", "state", "seat", "visibility", "is_sample", "note", "created_at")


def _put(row: Body, office: Seat, written: BodyIn) -> dict[str, Any]:
    values = resolved(written, office)
    sections = contacts_written(values, office)
    put(row, values)
    _demand_no_circle(row)
    return sections


def _demand_no_circle(row: Body) -> None:
    above = row.parent
    while above is not None:
        if row.pk and above.pk == row.pk:
            raise invalid("parent", _("A body cannot be part of itself; choose another one."))
        above = above.parent


def delete_from_book(office: Seat, row: Any) -> None:
    """Delete a row of the directory. Errors: Problem refused where something rests on it."""
    try:
        book.delete(row, by=office.actor)
    except book.SomethingRestsOnIt:
        words = _("%(name)s cannot be deleted because other records rest on it; take these away first.")
        raise Problem("refused", words % {"name": row}) from None
