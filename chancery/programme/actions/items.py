"""Single items: adding, changing, taking out, and what happened of them."""

from collections.abc import Iterable, Mapping, Sequence

from django.db import models, transaction
from django.db.models import Max

from chancery.base import audit
from chancery.base.audit import Actor
from chancery.events import people_actions
from chancery.events.models import Participation
from chancery.programme.actions.order import raise_revision
from chancery.programme.actions.telling import tell_of_change
from chancery.programme.models import Item

type Rows = Mapping[str, tuple[Sequence[models.Model], Iterable[models.Model]]]

# What hangs on an item, by the name its rows have there; taken out with it, each with its own line.
HANGING = ("contributions", "messages", "acts", "performances", "showings", "awards", "cues")


@transaction.atomic
def add_item(item: Item, *, by: Actor) -> Item:
    """Add an item at the end of the running order."""
    last = Item.objects.filter(event=item.event).aggregate(last=Max("position"))["last"]
    item.position = 0 if last is None else last + 1
    audit.create(item, by=by, code="programme.item.added")
    raise_revision(item.event)
    return item


@transaction.atomic
def save_item(item: Item, rows: Rows, *, by: Actor) -> None:
    """
    Save a changed item and the rows that hang on it; whoever is new in them takes part from now on.

    Shape: `rows` gives for each name (`contribution`, `cue`, …) the kept rows in their order and the dropped.
    """
    audit.update(item, by=by, code="programme.item.changed")
    for name, (kept, dropped) in rows.items():
        for row in kept:
            let_take_part(row, by=by)
        audit.save_rows(kept, dropped, by=by, code=f"programme.{name}")
    raise_revision(item.event)


def let_take_part(row: models.Model, *, by: Actor) -> None:
    """Let whoever is new in a row of an item take part in the event from now on."""
    for field in row._meta.concrete_fields:
        if field.related_model is not Participation:
            continue
        who: Participation | None = getattr(row, field.name)
        if who is not None and who.pk is None:
            setattr(row, field.name, people_actions.take_part(who, by=by))


@transaction.atomic
def delete_item(item: Item, *, by: Actor) -> None:
    """
    Take an item out of the running order with what hangs on it; its own parts stay and move up.

    Every row leaves its own line, so that the history can bring each of them back.
    """
    for part in Item.objects.filter(parent=item).order_by("position", "id"):
        part.parent = item.parent
        audit.update(part, by=by, code="programme.item.changed")
    for name in HANGING:
        for row in getattr(item, name).order_by("pk"):
            audit.delete(row, by=by, code=f"programme.{row._meta.model_name}.deleted")
    event = item.event
    audit.delete(item, by=by, code="programme.item.deleted")
    raise_revision(event)


@transaction.atomic
def note_actual(item: Item, *, by: Actor) -> audit.Changes:
    """Save what happened of an item; the plan beside it stays as it was."""
    tell_of_change(item.event)
    return audit.update(item, by=by, code="programme.item.happened")
