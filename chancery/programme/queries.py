"""Reads of the running order, and its computed times."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from zoneinfo import ZoneInfo

from django.db.models import Model, Prefetch, Q, QuerySet

from chancery.base.audit import kind_of
from chancery.base.models import AuditLine
from chancery.events.history import keys_ever
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
from chancery.rules.reasons import Reason


def items_of(event: Event) -> QuerySet[Item]:
    """The items that are planned, in their order, with all that is planned in them."""
    return _items(event, is_planned=True)


def items_ever(event: Event) -> QuerySet[Item]:
    """The items of an event as planned and as they came on the day, with all that hangs on them."""
    return _items(event)


def _items(event: Event, **which: bool) -> QuerySet[Item]:
    """Items with what hangs on them by a fixed number of queries; `which` filters both."""
    contributions = _with_people(Contribution.objects.all(), "participation")
    messages = _with_people(Message.objects.all(), "author", "reader")
    acts = _with_people(Act.objects.all(), "participation", "on_behalf_of")
    awards = _with_people(Award.objects.all(), "laureate", "laureate_with", "receiver", "presenter")
    showings = Showing.objects.select_related("film", "exhibition")
    return (
        Item.objects.filter(event=event, **which)
        .select_related("place", "part", "parent")
        .prefetch_related(
            Prefetch("contributions", contributions.filter(**which).order_by("position", "id")),
            Prefetch("messages", messages.filter(**which).order_by("position", "id")),
            Prefetch("acts", acts.filter(**which).order_by("position", "id")),
            Prefetch("awards", awards.filter(**which).order_by("position", "id")),
            Prefetch("performances", Performance.objects.filter(**which).order_by("position", "id")),
            Prefetch("showings", showings.filter(**which).order_by("id")),
            Prefetch("cues", Cue.objects.order_by("position", "id")),
        )
        .order_by("position", "id")
    )


def _with_people[Row: Model](rows: QuerySet[Row], *names: str) -> QuerySet[Row]:
    """Rows with everybody whom they name, and the names of these."""
    taking_part = [f"{name}__{what}" for name in names for what in ("person", "office", "body")]
    return rows.select_related(*taking_part).prefetch_related(*(f"{name}__person__names" for name in names))


def items_alone(event: Event) -> QuerySet[Item]:
    """The items of an event in their order, without what hangs on them but their parents."""
    return Item.objects.filter(event=event).select_related("parent").order_by("position", "id")


def planned_alone(event: Event) -> QuerySet[Item]:
    """The items that are planned, in their order, without what hangs on them but their parents."""
    return items_alone(event).filter(is_planned=True)


def count_planned(event: Event) -> int:
    """How many items a running order has, without those that were dropped."""
    return planned_alone(event).exclude(status=Item.Status.DROPPED).count()


def timing_of(event: Event, items: Sequence[Item]) -> timing.Plan:
    """
    Compute the planned times of `items`, which are those of `event` in their order (R92).

    Items that are nested in themselves are timed as if nothing were nested; see `structure_trouble`.
    """
    return _timed(replace(programme_of(event, items), items=readable(event, items)))


@lru_cache(maxsize=64)
def _timed(programme: timing.Programme) -> timing.Plan:
    """Time a programme, once for the same values: those are everything the times are computed from."""
    return timing.planned(programme)


def readable(event: Event, items: Sequence[Item]) -> tuple[timing.Item, ...]:
    """Turn items into values the rules can read: as if nothing were nested where one is nested in itself."""
    values = programme_of(event, items).items
    try:
        timing.ordered(values)
    except timing.ProgrammeNotReadable:
        return tuple(replace(item, parent="") for item in values)
    return values


def as_they_run(items: Sequence[Item]) -> list[Item]:
    """Return `items`, given as listed, as they run: each followed by its parts, groups gathered (R92)."""
    by_ref = {item.ref: item for item in items}
    try:
        return [by_ref[timed.id] for timed in timing.ordered([_item(item) for item in items])]
    except timing.ProgrammeNotReadable:
        return list(items)


def stepped(items: Sequence[Item], item: Item, step: int) -> list[Item]:
    """
    Return `items` with one moved up or down by `step` among those of the same parent.

    Ties: at the first and last place nothing moves.
    """
    places = [place for place, other in enumerate(items) if other.parent_id == item.parent_id]
    at = next(number for number, place in enumerate(places) if items[place].pk == item.pk)
    to = at + step
    moved = list(items)
    if 0 <= to < len(places):
        first, second = places[at], places[to]
        moved[first], moved[second] = moved[second], moved[first]
    return moved


def structure_trouble(items: Sequence[Item]) -> Reason | None:
    """Say what is wrong where items are nested in themselves, as a loaded folder may have them."""
    try:
        timing.ordered([_item(item) for item in items])
    except timing.ProgrammeNotReadable as trouble:
        return Reason(trouble.template, trouble.values)
    return None


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
        anchor=anchor_of(item),
        ends_at=timing.ClockAnchor(item.ends_at) if item.ends_at else None,
        parallel=item.parallel,
        track=item.track,
        parent=parent_ref(item),
        latest_arrival=timing.ClockAnchor(item.latest_arrival) if item.latest_arrival else None,
        silence=item.duration_seconds if item.kind == Item.Kind.SILENCE else None,
        transition=item.transition_seconds,
        status=timing.Status(item.status),
        actual_start=item.started_at,
        actual_end=item.ended_at,
    )


def parent_ref(item: Item) -> str:
    """The item of which this one is a part; empty for none."""
    return item.parent.ref if item.parent else ""


def anchor_of(item: Item) -> timing.Anchor | None:
    """What fixes the start of an item: the clock, or its distance from the start of the whole."""
    if item.anchor_at is not None:
        return timing.ClockAnchor(item.anchor_at, item.anchor_day)
    if item.anchor_offset_seconds is not None:
        return timing.StartAnchor(item.anchor_offset_seconds)
    return None


def departments(event: Event) -> list[str]:
    """The departments that have a cue, by alphabet."""
    return sorted(set(Cue.objects.filter(item__event=event).values_list("department", flat=True)))


def programmes_of(event: Event) -> QuerySet[Programme]:
    """The row that keeps the version of the running order, if it has one yet."""
    return Programme.objects.filter(event=event).order_by("pk")


def history_of(event: Event) -> QuerySet[AuditLine]:
    """The lines of everything in the running order, also of what was taken out since."""
    owner = event.organiser_id
    items = keys_ever(Item, "event_id", [event.pk], organiser_id=owner)
    wanted = Q(kind=kind_of(Programme), object_id__in=programmes_of(event).values("pk"))
    wanted |= Q(kind=kind_of(Item), object_id__in=items)
    for model in (Act, Award, Contribution, Cue, Message, Performance, Showing):
        hanging = keys_ever(model, "item_id", items, organiser_id=owner)
        wanted |= Q(kind=kind_of(model), object_id__in=hanging)
    return AuditLine.objects.filter(wanted, organiser_id=owner)


def revision_of(event: Event) -> int:
    """The version of the running order; 1 before its first change."""
    return Programme.objects.filter(event=event).values_list("revision", flat=True).first() or 1
