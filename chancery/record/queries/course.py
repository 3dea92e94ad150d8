"""The course of an event: its items in the order in which they took place."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from chancery.events.models import Event
from chancery.programme import queries as programme
from chancery.programme.models import Happened, Item
from chancery.rules import course
from chancery.rules.reasons import Reason


def items_as_they_were(event: Event) -> list[Item]:
    """Every item with all that hangs on it in the order in fact, as far as one is known, else as planned."""
    return in_fact(list(programme.items_ever(event)))


def in_fact(listed: Sequence[Item]) -> list[Item]:
    """Return items, given as listed, in the order in which they took place."""
    return course.as_it_was(programme.as_they_run(listed), lambda item: item.actual_position)


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
