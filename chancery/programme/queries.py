"""Reads of the running order, and its computed times."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from django.db.models import Prefetch, QuerySet

from chancery.events.models import Event
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
from chancery.rules import timing

TAKING_PART = ("participation__person", "participation__office", "participation__body")


def items_of(event: Event) -> QuerySet[Item]:
    """The items of an event in their order, with all that hangs on them, by a fixed number of queries."""
    contributions = Contribution.objects.select_related(*TAKING_PART).prefetch_related(
        "participation__person__names"
    )
    messages = Message.objects.select_related("author__person", "author__office", "reader__person")
    acts = Act.objects.select_related(*TAKING_PART, "on_behalf_of__person", "on_behalf_of__office")
    awards = Award.objects.select_related("laureate__person", "receiver__person", "presenter__person")
    return (
        Item.objects.filter(event=event)
        .select_related("place", "part", "parent")
        .prefetch_related(
            Prefetch("contributions", contributions.order_by("position", "id")),
            Prefetch("messages", messages.order_by("position", "id")),
            Prefetch("acts", acts.order_by("position", "id")),
            Prefetch("awards", awards.order_by("position", "id")),
            Prefetch("performances", Performance.objects.order_by("position", "id")),
            Prefetch("showings", Showing.objects.select_related("film", "exhibition").order_by("id")),
            Prefetch("cues", Cue.objects.order_by("position", "id")),
        )
        .order_by("position", "id")
    )


def timing_of(event: Event, items: Sequence[Item]) -> timing.Plan:
    """Compute the planned times of `items`, which are those of `event` in their order (R92)."""
    return timing.planned(programme_of(event, items))


def programme_of(event: Event, items: Sequence[Item]) -> timing.Programme:
    """Turn the rows of a running order into the values the rules of timing take."""
    starts_at = timing.ClockAnchor(event.starts_at, 0) if event.starts_at else None
    ends_at = timing.ClockAnchor(event.ends_at, 0) if event.ends_at else None
    return timing.Programme(
        items=tuple(_item(item) for item in items),
        day=event.held_on,
        zone=ZoneInfo(event.time_zone),
        starts_at=starts_at,
        ends_at=ends_at,
    )


def _item(item: Item) -> timing.Item:
    return timing.Item(
        id=item.ref,
        title=str(item),
        kind=item.kind,
        seconds=item.duration_seconds,
        is_elastic=item.is_elastic,
        least=item.shortest_seconds,
        most=item.longest_seconds,
        anchor=_anchor(item),
        ends_at=timing.ClockAnchor(item.ends_at) if item.ends_at else None,
        parallel=item.parallel,
        track=item.track,
        parent=item.parent.ref if item.parent else "",
        latest_arrival=timing.ClockAnchor(item.latest_arrival) if item.latest_arrival else None,
        silence=item.duration_seconds if item.kind == Item.Kind.SILENCE else None,
        transition=item.transition_seconds,
        status=timing.Status(item.status),
        actual_start=item.started_at,
        actual_end=item.ended_at,
    )


def _anchor(item: Item) -> timing.Anchor | None:
    if item.anchor_at is not None:
        return timing.ClockAnchor(item.anchor_at, item.anchor_day)
    if item.anchor_offset_seconds is not None:
        return timing.StartAnchor(item.anchor_offset_seconds)
    return None


def revision_of(event: Event) -> int:
    """The version of the running order; 1 before its first change."""
    return Programme.objects.filter(event=event).values_list("revision", flat=True).first() or 1
