"""Items of the running order of an event, with what hangs on them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Any

from django.db.models import Model, QuerySet
from django.utils.translation import gettext as _
from pydantic import Field

from chancery.accounts.roles import Right
from chancery.api.problems import invalid
from chancery.api.resource import ChangedFilters, Resource, changes, creates, deletes, put, resolved
from chancery.api.resources.places import PlaceCode
from chancery.api.resources.values import code_of
from chancery.api.shapes import (
    Clock,
    Code,
    Language,
    Line,
    Names,
    OneOf,
    Shape,
    SomeWording,
    Wording,
    Written,
)
from chancery.events.access import EventOffice
from chancery.programme import queries
from chancery.programme.actions import items
from chancery.programme.models import Happened, Item

Kind = Annotated[str, OneOf(Item.Kind)]
Status = Annotated[str, OneOf(Item.Status)]
InFact = Annotated[
    str, OneOf(Happened), Field(description="What became of it; empty while that is not known.")
]
A_DAY = 24 * 60 * 60
Seconds = Annotated[int, Field(ge=0, le=A_DAY)]


class ItemFilters(ChangedFilters):
    kind: Kind | None = Field(None, description="Only items of this kind.")


class Hanging(Shape):
    """Somebody's part in an item, or a message, act, work, film, award or cue in it."""

    what: str = Field(
        description="`contribution`, `message`, `act`, `performance`, `showing`, `award`, `cue`."
    )
    kind: str = Field(description="Its form or kind; empty where it has none.")
    who: str | None = Field(description="Code of the participation of whoever it is of.")
    on_behalf_of: str | None = Field(description="Code of the participation on whose behalf it is done.")
    text: str = Field(description="In a line, in the first language that is known.")
    in_fact: InFact


class ItemOut(Shape):
    """One item as planned, and beside it what happened; the second never overwrites the first."""

    code: str
    ref: str
    position: int
    kind: Kind
    titles: Wording
    details: Wording
    parent: str | None = Field(description="Code of the item of which it is part.")
    place: str | None = Field(description="Code of the place.")
    anchor_at: Clock | None = Field(description="Fixed to the clock, local time of the event.")
    ends_at: Clock | None
    duration_seconds: int | None
    shortest_seconds: int | None
    longest_seconds: int | None
    languages: list[str]
    responsible: str
    is_public: bool = Field(description="Stands in the printed programme.")
    status: Status
    status_reason: str
    is_planned: bool = Field(description="False for what came on the day.")
    in_fact: InFact
    outcome: str = Field(description="What was different.")
    started_at: datetime | None = Field(description="In fact begun.")
    ended_at: datetime | None
    hanging: list[Hanging]


class ItemIn(Written):
    titles: SomeWording
    kind: Kind
    details: Wording = Field(default_factory=dict)
    parent: Annotated[Code | None, Names(lambda office: queries.planned_alone(office.event))] = Field(
        None, description="Code of the item of which it is part."
    )
    place: PlaceCode = None
    anchor_at: Clock | None = None
    ends_at: Clock | None = None
    duration_seconds: Seconds | None = None
    shortest_seconds: Seconds | None = None
    longest_seconds: Seconds | None = None
    languages: list[Language] = Field(default_factory=list, max_length=30)
    responsible: Annotated[str, Field(max_length=120)] = ""
    is_public: bool = True
    status: Status = Item.Status.FIXED.value
    status_reason: Line = ""


class Items(Resource[Item]):
    """The running order of an event; its computed times stand on the page of the programme."""

    name, one, shape, filters = "items", "item", ItemOut, ItemFilters
    right, is_in_event = Right.PROGRAMME_VIEW, True
    order = ("position", "pk")
    lookups = {"kind": "kind"}
    history = {"programme.item": "pk", "programme.contribution": "contributions"}

    def rows(self, office: EventOffice) -> QuerySet[Item]:
        return queries.items_ever(office.event)

    def show(self, row: Item) -> ItemOut:
        return ItemOut.model_construct(
            parent=code_of(row.parent),
            place=code_of(row.place),
            in_fact=row.happened,
            hanging=[_hanging(each, what) for what in items.HANGING for each in getattr(row, what).all()],
            **{name: getattr(row, name) for name in _PLAIN},
        )

    @creates(Right.PROGRAMME_EDIT, ItemIn)
    def add(self, office: EventOffice, written: ItemIn) -> Item:
        """Add an item at the end of the running order."""
        return items.add_item(_put(Item(event=office.event), office, written), by=office.actor)

    @changes(Right.PROGRAMME_EDIT, ItemIn)
    def change(self, office: EventOffice, row: Item, written: ItemIn) -> None:
        """Change an item as it is planned; what hangs on it stays."""
        _demand_planned(row)
        items.save_item(_put(row, office, written), {}, by=office.actor)

    @deletes(Right.PROGRAMME_EDIT)
    def delete(self, office: EventOffice, row: Item) -> None:
        """Take an item out of the running order with what hangs on it; its own parts move up."""
        _demand_planned(row)
        items.delete_item(row, by=office.actor)


_PLAIN = (
    "code", "ref", "position", "kind", "titles", "details", "anchor_at", "ends_at", "duration_seconds",
    "shortest_seconds", "longest_seconds", "languages", "responsible", "is_public", "status", "status_reason",
    "is_planned", "outcome", "started_at", "ended_at",
)  # fmt: skip


def _hanging(row: Model, what: str) -> Hanging:
    who = next(
        (getattr(row, name) for name in ("participation", "author", "laureate") if hasattr(row, name)), None
    )
    return Hanging.model_construct(
        what=what.removesuffix("s"),
        kind=_first(row, ("form", "kind", "purpose")),
        who=code_of(who),
        on_behalf_of=code_of(getattr(row, "on_behalf_of", None)),
        text=str(row),
        in_fact=getattr(row, "happened", ""),
    )


def _first(row: Model, names: Sequence[str]) -> str:
    return next((str(getattr(row, name)) for name in names if hasattr(row, name)), "")


def _put(row: Item, office: EventOffice, written: Written) -> Item:
    values: dict[str, Any] = resolved(written, office)
    put(row, values, unchecked=["event"])
    _demand_no_circle(row)
    if row.anchor_at and row.anchor_offset_seconds is not None:
        raise invalid("anchor_at", _("The item begins a time before or after the start; change that first."))
    return row


def _demand_no_circle(row: Item) -> None:
    above = row.parent
    while above is not None:
        if row.pk and above.pk == row.pk:
            raise invalid("parent", _("An item cannot be part of itself; choose another one."))
        above = above.parent


def _demand_planned(row: Item) -> None:
    if not row.is_planned:
        raise invalid("", _("This item came on the day; change it in the record of the event."))
