"""The running order of an earlier event as the beginning of another."""

from typing import Any

from django.db import models, transaction

from chancery.base import audit
from chancery.base.audit import Actor
from chancery.base.twins import fresh
from chancery.events.models import Event, Part
from chancery.programme import queries
from chancery.programme.actions.order import raise_revision
from chancery.programme.models import Cue, Happened, Item, Performance, PlannedModel, Showing

# What an order takes over with its items: things, but nobody who has to be asked anew.
TAKEN_OVER = (Performance, Showing, Cue)
TAKEN_FROM_OTHERS = (Performance, Cue)


class NotEmpty(Exception):
    """The event has items already: two orders are not mixed."""


@transaction.atomic
def take_over(source: Event, event: Event, *, by: Actor) -> int:
    """
    Take over the running order of `source` with works, films and cues; return how many items were made.

    People are not taken over, nor dropped items, nor what happened, and of another office neither films nor
    what names its places and people. Parts are found by their short name. Errors: NotEmpty where `event` has
    items.
    """
    if Item.objects.filter(event=event).exists():
        raise NotEmpty
    is_own = source.organiser_id == event.organiser_id
    parts = {part.ref: part for part in Part.objects.filter(event=event)}
    kept = queries.planned_alone(source).exclude(status=Item.Status.DROPPED).select_related("part")
    twins: dict[int, Item] = {}
    for item in kept:
        twin = _twin(item, event)
        twin.part = parts.get(item.part.ref) if item.part else None
        if not is_own:
            _empty(twin)
        twins[item.pk] = audit.create(twin, by=by, code="programme.item.taken-over")
    for item in kept:
        _hang(item, twins, TAKEN_OVER if is_own else TAKEN_FROM_OTHERS, by=by)
    raise_revision(event)
    return len(twins)


def begin_from_pattern(source: Event, event: Event, by: Actor) -> None:
    """Begin the running order of an event with that of a pattern."""
    take_over(source, event, by=by)


def _twin(item: Item, event: Event) -> Item:
    twin = _unplayed(item)
    twin.event, twin.parent = event, None
    twin.status, twin.status_reason = Item.Status.FIXED, ""
    twin.actual_position, twin.started_at, twin.ended_at = None, None, None
    return twin


def _hang(
    item: Item, twins: dict[int, Item], kinds: tuple[type[Performance | Showing | Cue], ...], *, by: Actor
) -> None:
    """Give the twin of an item its parent and what it takes over."""
    twin = twins[item.pk]
    if item.parent_id in twins:
        twin.parent = twins[item.parent_id]
        audit.update(twin, by=by, code="programme.item.taken-over")
    for model in kinds:
        for row in _taken_over(model, item):
            made = _unplayed(row)
            made.item = twin
            if kinds is TAKEN_FROM_OTHERS:
                _empty(made)
            audit.create(made, by=by, code=f"programme.{model._meta.model_name}.taken-over")


def _empty(row: models.Model) -> None:
    """Leave out what names a place or people of another office."""
    if isinstance(row, Item):
        row.place, row.responsible = None, ""
    if isinstance(row, Performance):
        row.performers = ""


def _taken_over(model: type[Performance | Showing | Cue], item: Item) -> models.QuerySet[Any]:
    """What hangs on an item, but for what came on the day only."""
    if issubclass(model, PlannedModel):
        return model.objects.filter(item=item, is_planned=True).order_by("pk")
    return model._default_manager.filter(item=item).order_by("pk")


def _unplayed[Row: models.Model](row: Row) -> Row:
    """A row of its own like `row`, without what happened to it."""
    twin = fresh(row)
    if isinstance(twin, PlannedModel):
        twin.happened, twin.outcome = Happened.UNKNOWN, ""
    return twin
