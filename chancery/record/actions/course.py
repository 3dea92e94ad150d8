"""What changes the course of an event: what became of its items, in which order they took place."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Max, Q, QuerySet

from chancery.base import audit
from chancery.base.audit import Actor
from chancery.events.models import Event, Participation
from chancery.programme.actions import items as programme
from chancery.programme.models import Act, Contribution, Happened, Item, Message, PlannedModel
from chancery.record.queries import course as queries

HAPPENED = "programme.item.happened"
# What hangs on an item and can turn out otherwise than planned.
HANGING = ("contributions", "messages", "acts", "performances", "showings", "awards")


class OrderIncomplete(Exception):
    """The new order does not name every row exactly once: somebody changed the course meanwhile."""


@transaction.atomic
def note_outcomes(items: Sequence[Item], *, by: Actor) -> int:
    """Save what was written of items beside their plan; return how many differ from before."""
    return audit.update_all(items, by=by, code=HAPPENED)


@transaction.atomic
def note_as_planned(items: Sequence[Item], *, by: Actor) -> int:
    """
    Let what is not known yet of `items` have taken place as planned; return of how many items.

    What somebody wrote down already stays, a dropped item did not take place, and of whoever has said no
    nothing is known. Items come with what hangs on them.
    """
    unknown = [item for item in items if item.is_planned and not item.happened]
    for item in unknown:
        item.happened = Happened.NO if item.status == Item.Status.DROPPED else Happened.YES
    for name in HANGING:
        rows = [row for item in items for row in getattr(item, name).all() if _is_open(row, item)]
        for row in rows:
            row.happened = Happened.YES
        if rows:
            audit.update_all(rows, by=by, code=f"programme.{rows[0]._meta.model_name}.happened")
    audit.update_all(unknown, by=by, code=HAPPENED)
    return len(unknown)


def _is_open(row: PlannedModel, item: Item) -> bool:
    """Whether a row is taken to have been as planned once its item took place."""
    has_said_no = isinstance(row, Contribution) and row.is_confirmed is False
    return item.happened == Happened.YES and not row.happened and not has_said_no


@transaction.atomic
def put_items_in_order(event: Event, codes: Sequence[str], *, by: Actor) -> int:
    """
    Note the order in which the items took place; the plan keeps its own. Return how many got another place.

    Errors: OrderIncomplete unless every item is named exactly once; then nothing changes.
    """
    items = {item.code: item for item in queries.items_alone_as_they_were(event)}
    return _put_in_order(items, codes, by=by, code=HAPPENED)


@transaction.atomic
def put_acts_in_order(item: Item, codes: Sequence[str], *, by: Actor) -> int:
    """Note the order in which the acts of an item were done; errors as for items."""
    acts = {str(act.pk): act for act in queries.acts_as_they_were(item)}
    return _put_in_order(acts, codes, by=by, code="programme.act.happened")


def _put_in_order[Row: (Item, Act)](
    rows: dict[str, Row], codes: Sequence[str], *, by: Actor, code: str
) -> int:
    if sorted(codes) != sorted(rows):
        raise OrderIncomplete
    if list(codes) == list(rows):
        return 0
    return _number([rows[each] for each in codes], by=by, code=code)


def _number[Row: (Item, Act)](rows: Sequence[Row], *, by: Actor, code: str) -> int:
    for number, row in enumerate(rows):
        row.actual_position = number
    return audit.update_all(rows, by=by, code=code)


@transaction.atomic
def add_came(item: Item, after: Item | None, *, by: Actor) -> Item:
    """Add an item that came on the day, behind `after` or at the beginning; the plan stays as it was."""
    listed: list[Item] = queries.items_alone_as_they_were(item.event)
    last = Item.objects.filter(event=item.event).aggregate(last=Max("position"))["last"]
    item.position = 0 if last is None else last + 1
    audit.create(item, by=by, code="programme.item.came")
    place = next((number for number, each in enumerate(listed, start=1) if after and each.pk == after.pk), 0)
    listed.insert(place, item)
    _number(listed, by=by, code=HAPPENED)
    return item


@transaction.atomic
def take_out(item: Item, *, by: Actor) -> None:
    """Take an item that came on the day out of the record, with what was written in it."""
    programme.delete_item(item, by=by)


@dataclass(frozen=True, slots=True)
class RowsOfItem:
    """
    What was written of the rows of one kind in an item.

    `replaced` gives for planned rows who came in their place; `spoke_too` are messages whose reader also
    spoke in an own name.
    """

    name: str
    kept: Sequence[PlannedModel]
    dropped: Sequence[PlannedModel]
    replaced: Sequence[tuple[PlannedModel, Participation]] = ()
    spoke_too: Sequence[Message] = ()


@transaction.atomic
def note_outcome(item: Item, rows: Iterable[RowsOfItem], *, by: Actor) -> None:
    """
    Save what became of an item and of everything in it; whoever is new in it takes part from now on.

    A planned row keeps its place and people. Who came in the place of somebody gets a row of their own: the
    planned one did not take place, and an act is then done on behalf of the one who was to do it.
    """
    audit.update(item, by=by, code=HAPPENED)
    for each in rows:
        for row, _who in each.replaced:
            row.happened = Happened.NO
        for row in each.dropped:
            audit.delete(row, by=by, code=f"programme.{each.name}.deleted")
        for row in each.kept:
            _save_row(row, each.name, by=by)
        for row, who in each.replaced:
            _replace(row, who, by=by)
        for message in each.spoke_too:
            _let_speak(message, by=by)


def _save_row(row: PlannedModel, name: str, *, by: Actor) -> None:
    if row.pk is None:
        _add_row(row, by=by)
        return
    programme.let_take_part(row, by=by)
    audit.update(row, by=by, code=f"programme.{name}.happened")


def _add_row(row: PlannedModel, *, by: Actor) -> None:
    """Add a row that came on the day behind the others of its kind."""
    programme.let_take_part(row, by=by)
    if hasattr(row, "position"):
        beside: QuerySet[Any] = type(row)._default_manager.all()
        last = beside.filter(item=row.item).aggregate(last=Max("position"))["last"]  # type: ignore[attr-defined]  # all hang on an item
        row.position = 0 if last is None else last + 1
    row.is_planned = False
    audit.create(row, by=by, code=f"programme.{row._meta.model_name}.came")


def _replace(row: PlannedModel, who: Participation, *, by: Actor) -> None:
    """Let `who` have come in the place of the one who was planned."""
    came = _in_place_of(row, who)
    programme.let_take_part(came, by=by)
    audit.create(came, by=by, code=f"programme.{came._meta.model_name}.came")
    if isinstance(came, Act):
        acts = [act for act in queries.acts_as_they_were(came.item) if act.pk != came.pk]
        acts.insert([act.pk for act in acts].index(row.pk) + 1, came)
        _number(acts, by=by, code="programme.act.happened")


def _in_place_of(row: PlannedModel, who: Participation) -> Contribution | Act:
    outcome: dict[str, Any] = {"is_planned": False, "happened": Happened.YES, "participation": who}
    if isinstance(row, Contribution):
        kept: dict[str, Any] = {"form": row.form, "mode": row.mode, "language": row.language}
        return Contribution(item=row.item, position=row.position, **kept, **outcome)
    assert isinstance(row, Act)
    principal = row.on_behalf_of or row.participation
    kept = {"kind": row.kind, "details": row.details, "on_behalf_of": principal}
    return Act(item=row.item, position=row.position, **kept, **outcome)


def _let_speak(message: Message, *, by: Actor) -> None:
    """Note that the reader of a message spoke in an own name as well, once."""
    reader = message.reader
    if reader is None:
        return
    same = Q(participation=reader)
    if reader.person is not None:
        same |= Q(participation__person=reader.person)
    if not message.item.contributions.filter(same).exists():
        form = Contribution.Form.REMARKS
        remarks = Contribution(item=message.item, participation=reader, form=form, happened=Happened.YES)
        _add_row(remarks, by=by)
