"""The order of the items and the lengths of elastic ones; an order can be taken back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db import models, transaction
from django.db.models import F

from chancery.base import audit, undo
from chancery.base.audit import Actor
from chancery.base.models import AuditLine
from chancery.events.models import Event
from chancery.programme import queries
from chancery.programme.actions.telling import tell_of_change
from chancery.programme.models import (
    Act,
    Award,
    Contribution,
    Cue,
    Item,
    Message,
    Performance,
    Programme,
    Showing,
)

REORDERED = "programme.order.changed"


class OrderIncomplete(Exception):
    """The new order does not name every item exactly once: somebody changed the programme meanwhile."""


class OrderChangedSince(Exception):
    """The order is not the one that is to be taken back any more."""


@dataclass(frozen=True, slots=True)
class Arranged:
    """What became of an arrangement: the line of the new order, None where it stayed, and items stretched."""

    line: AuditLine | None
    stretched: int


@transaction.atomic
def arrange(event: Event, codes: Sequence[str], lengths: Mapping[str, int], *, by: Actor) -> Arranged:
    """
    Put the items into the order of `codes` and give elastic ones new lengths.

    Shape: `lengths` holds seconds by code; each is held between the bounds of its item. Parts of an item
    stay behind it, and items of a group together, whatever the order says.
    Errors: OrderIncomplete unless every item is named exactly once; then nothing changes.
    """
    items = {item.code: item for item in _locked(event)}
    if sorted(codes) != sorted(items):
        raise OrderIncomplete
    line = _put_into_order(event, queries.as_they_run([items[code] for code in codes]), by=by)
    stretched = sum(_stretch(items[code], seconds, by=by) for code, seconds in lengths.items())
    if line or stretched:
        raise_revision(event)
    return Arranged(line, stretched)


@transaction.atomic
def take_back_order(line: AuditLine, event: Event, *, by: Actor) -> None:
    """
    Restore the order that stood before `line`.

    Errors: OrderChangedSince where it was taken back already, or another order or item came since.
    """
    before, after = line.changes["position"]
    items = {item.code: item for item in _locked(event)}
    now = [item.code for item in sorted(items.values(), key=lambda item: (item.position, item.pk))]
    if line.undone_by_id is not None or now != after:
        raise OrderChangedSince
    undone = _put_into_order(event, [items[code] for code in before], by=by)
    AuditLine.objects.filter(pk=line.pk).update(undone_by=undone)
    raise_revision(event)


def _locked(event: Event) -> models.QuerySet[Item]:
    return queries.planned_alone(event).select_for_update(of=("self",))


def _put_into_order(event: Event, wanted: Sequence[Item], *, by: Actor) -> AuditLine | None:
    """Give the items their positions; one line tells the order before and after."""
    before = sorted(wanted, key=lambda item: (item.position, item.pk))
    if [item.position for item in wanted] == list(range(len(wanted))):
        return None
    for position, item in enumerate(wanted):
        item.position = position
    Item.objects.bulk_update(wanted, ["position"])
    if before == list(wanted):
        return None
    changes = {
        "order": [[str(item) for item in order] for order in (before, wanted)],
        "position": [[item.code for item in order] for order in (before, wanted)],
    }
    line = audit.line(_programme(event), by=by, code=REORDERED, changes=changes)
    audit.write([line])
    return line


def _stretch(item: Item, seconds: int, *, by: Actor) -> bool:
    if not item.is_elastic:
        return False
    item.duration_seconds = min(max(seconds, item.shortest_seconds or 0), item.longest_seconds or seconds)
    return bool(audit.update(item, by=by, code="programme.item.stretched"))


def raise_revision(event: Event) -> None:
    """Give the running order its next version, so that papers, upper stages, desks and screens follow."""
    _programme(event)
    Programme.objects.filter(event=event).update(revision=F("revision") + 1)
    tell_of_change(event)


def _programme(event: Event) -> Programme:
    return Programme.objects.get_or_create(event=event, defaults={"revision": 0})[0]


def _after_undo(row: models.Model, by: Actor) -> None:
    raise_revision(row.event if isinstance(row, Item) else row.item.event)  # type: ignore[attr-defined]  # all others hang on an item


for _kind in (Item, Contribution, Message, Act, Performance, Showing, Award, Cue):
    undo.after_undo(audit.kind_of(_kind))(_after_undo)
