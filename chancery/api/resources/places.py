"""Places where events are held."""

from typing import Annotated, Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from pydantic import Field

from chancery.accounts.access import Office
from chancery.accounts.roles import Right
from chancery.api.problems import invalid
from chancery.api.resource import ChangedFilters, Resource, changes, creates, put, resolved
from chancery.api.resources.bodies import Visible
from chancery.api.resources.values import BodyCode, State, code_of
from chancery.api.shapes import Code, Line, Names, Shape, SomeWording, Wording, Written
from chancery.directory.models import Visibility
from chancery.events import actions, queries
from chancery.events.models import Place

PlaceCode = Annotated[
    Code | None,
    Names(lambda office: queries.places_of(office.organiser)),
    Field(description="Code of a place of the office."),
]


class PlaceFilters(ChangedFilters):
    state: str = Field("", max_length=2, description="Only places in this state.")
    city: str = Field("", max_length=120, description="Only places in this city, written as it is kept.")


class PlaceOut(Shape):
    """Somewhere an event is held."""

    code: str
    ref: str
    names: Wording
    part_of: str | None = Field(description="Code of the place of which it is part.")
    premises_of: str | None = Field(description="Code of the body on whose premises it lies.")
    address: str
    city: str
    state: str
    visibility: Visible


class PlaceIn(Written):
    names: SomeWording
    part_of: PlaceCode = None
    premises_of: BodyCode = None
    address: Annotated[str, Field(max_length=500)] = ""
    city: Line = ""
    state: State = ""
    visibility: Visible = Visibility.OWN.value


class Places(Resource[Place]):
    """Places where events are held."""

    name, one, shape, filters = "places", "place", PlaceOut, PlaceFilters
    right = Right.EVENTS_VIEW
    lookups = {"state": "state__iexact", "city": "city"}
    history = {"events.place": "pk"}

    def rows(self, office: Office) -> QuerySet[Place]:
        return Place.objects.filter(organiser=office.organiser).select_related("part_of", "premises_of")

    def show(self, row: Place) -> PlaceOut:
        return PlaceOut.model_construct(
            part_of=code_of(row.part_of),
            premises_of=code_of(row.premises_of),
            **{name: getattr(row, name) for name in _PLAIN},
        )

    @creates(Right.EVENTS_EDIT, PlaceIn)
    def enter(self, office: Office, written: PlaceIn) -> Place:
        """Enter a place."""
        return _saved(Place(organiser=office.organiser), office, written)

    @changes(Right.EVENTS_EDIT, PlaceIn)
    def change(self, office: Office, row: Place, written: PlaceIn) -> None:
        """Change a place."""
        _saved(row, office, written)


_PLAIN = ("code", "ref", "names", "address", "city", "state", "visibility")


def _saved(row: Place, office: Office, written: Written) -> Place:
    values: dict[str, Any] = resolved(written, office)
    put(row, values)
    if row.pk and row.part_of is not None and queries.lies_within(row.part_of, row):
        raise invalid("part_of", _("A place cannot be part of itself; choose another one."))
    return actions.save_place(row, by=office.actor)
