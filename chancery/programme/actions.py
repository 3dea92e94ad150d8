"""What changes a running order; every change raises its version."""

from collections.abc import Iterable, Mapping, Sequence

from django.db import models, transaction
from django.db.models import F, Max

from chancery.base import audit
from chancery.base.audit import Actor
from chancery.events.models import Event
from chancery.programme.models import Item, Programme


class OrderIncomplete(Exception):
    """The new order does not name every item exactly once: somebody changed the programme meanwhile."""


@transaction.atomic
def add_item(item: Item, *, by: Actor) -> Item:
    """Add an item at the end of the running order."""
    last = Item.objects.filter(event=item.event).aggregate(last=Max("position"))["last"]
    item.position = 0 if last is None else last + 1
    audit.create(item, by=by, code="programme.item.added")
    raise_revision(item.event)
    return item


@transaction.atomic
def save_item(
    item: Item,
    rows: Mapping[str, tuple[Sequence[models.Model], Iterable[models.Model]]],
    *,
    by: Actor,
) -> None:
    """
    Save a changed item and the rows that hang on it.

    Shape: `rows` gives for each name (`contribution`, `cue`, …) the kept rows in their order and the dropped.
    """
    audit.update(item, by=by, code="programme.item.changed")
    for name, (kept, dropped) in rows.items():
        audit.save_rows(kept, dropped, by=by, code=f"programme.{name}")
    raise_revision(item.event)


@transaction.atomic
def delete_item(item: Item, *, by: Actor) -> None:
    """Take an item out of the running order, with what hangs on it."""
    event = item.event
    audit.delete(item, by=by, code="programme.item.deleted")
    raise_revision(event)


@transaction.atomic
def reorder(event: Event, codes: Sequence[str], *, by: Actor) -> int:
    """
    Put the items into the order of `codes`; return how many changed their position.

    Errors: OrderIncomplete unless every item is named exactly once; then nothing changes.
    """
    items = {item.code: item for item in Item.objects.select_for_update().filter(event=event)}
    if sorted(codes) != sorted(items):
        raise OrderIncomplete
    changed = 0
    for position, code in enumerate(codes):
        items[code].position = position
        changed += bool(audit.update(items[code], by=by, code="programme.item.moved"))
    if changed:
        raise_revision(event)
    return changed


@transaction.atomic
def note_actual(item: Item, *, by: Actor) -> audit.Changes:
    """Save what happened of an item; the plan beside it stays as it was."""
    return audit.update(item, by=by, code="programme.item.happened")


def raise_revision(event: Event) -> None:
    """Give the running order its next version, so that papers and upper stages know they are old."""
    _programme, is_new = Programme.objects.get_or_create(event=event)
    if not is_new:
        Programme.objects.filter(event=event).update(revision=F("revision") + 1)
