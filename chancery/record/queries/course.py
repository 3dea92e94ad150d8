"""The course of an event: its items in the order in which they took place."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from chancery.events.models import Event
from chancery.programme import queries as programme
from chancery.programme.models import Act, Happened, Item
from chancery.rules import course, timing
from chancery.rules.reasons import Reason


def items_as_they_were(event: Event) -> list[Item]:
    """Every item with all that hangs on it in the order in fact, as far as one is known, else as planned."""
    return in_fact(list(programme.items_ever(event)))


def in_fact(listed: Sequence[Item]) -> list[Item]:
    """Return items, given as listed, in the order in which they took place."""
    return course.as_it_was(programme.as_they_run(listed), lambda item: item.actual_position)


def items_alone_as_they_were(event: Event) -> list[Item]:
    """Every item in the order in fact, without what hangs on it."""
    return in_fact(list(programme.items_alone(event)))


def acts_as_they_were(item: Item) -> list[Act]:
    """The acts of an item in the order in which they were done, as far as one is known, else as planned."""
    return course.as_it_was(
        sorted(item.acts.all(), key=lambda act: (act.position, act.pk)), lambda act: act.actual_position
    )


def contradictions_of(event: Event, items: Sequence[Item]) -> dict[str, list[Reason]]:
    """Say by ref where the order of `items`, given as it was, and their times contradict each other."""
    entries = [_entry(item) for item in items if item.happened != Happened.NO]
    return course.contradictions(entries, ZoneInfo(event.time_zone))


def _entry(item: Item) -> course.Entry:
    return course.Entry(
        key=item.ref,
        title=str(item),
        began=item.started_at,
        ended=item.ended_at,
        within=programme.parent_ref(item),
        beside=item.parallel,
    )


@dataclass(frozen=True, slots=True)
class Planned:
    """Where an item stands in the plan: its number, counted from 1, and its computed times."""

    number: int
    timed: timing.Timed


def plan_of(event: Event, items: Sequence[Item]) -> dict[str, Planned]:
    """The places and times of the planned ones among `items` by their ref."""
    listed = sorted((item for item in items if item.is_planned), key=lambda item: (item.position, item.pk))
    planned = programme.as_they_run(listed)
    timed = {each.item_id: each for each in programme.timing_of(event, planned).items}
    return {item.ref: Planned(number, timed[item.ref]) for number, item in enumerate(planned, start=1)}


def moment_near(event: Event, item: Item, planned: Planned | None) -> datetime | None:
    """The moment that a clock time of `item` is nearest to: its planned start, else that of the event."""
    if planned is not None and planned.timed.start is not None and planned.timed.start.instant is not None:
        return planned.timed.start.instant
    day = (item.part.held_on if item.part else None) or event.held_on
    if day is None or event.starts_at is None:
        return None
    return datetime.combine(day, event.starts_at, ZoneInfo(event.time_zone))
