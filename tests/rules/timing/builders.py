"""Short forms for programmes in tests: minutes for durations, text for clock times."""

from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from chancery.rules.timing import ClockAnchor, Item, Moment, Plan, Programme, Projection, StartAnchor

BUCHAREST = ZoneInfo("Europe/Bucharest")


def item(item_id: str, minutes: float | None = None, at: str = "", **fields: Any) -> Item:
    """An item of so many minutes, anchored `at` a clock time or at T0."""
    if at:
        fields["anchor"] = StartAnchor() if at == "T0" else clock(at)
    return Item(item_id, seconds=None if minutes is None else round(minutes * 60), **fields)


def elastic(
    item_id: str, minutes: float | None, least: float | None, most: float | None, **fields: Any
) -> Item:
    """An elastic item with its wish and bounds in minutes."""
    return Item(
        item_id,
        seconds=_seconds(minutes),
        is_elastic=True,
        least=_seconds(least),
        most=_seconds(most),
        **fields,
    )


def clock(text: str) -> ClockAnchor:
    """`19:00`, `19:00:30`, or with a date before it."""
    day, _, at = text.rpartition(" ")
    return ClockAnchor(time.fromisoformat(at), date.fromisoformat(day) if day else None)


def programme(
    *items: Item, day: str = "", zone: ZoneInfo | None = None, starts: str = "", ends: str = ""
) -> Programme:
    """A programme, dated or not, with or without bounds."""
    return Programme(
        items,
        date.fromisoformat(day) if day else None,
        zone,
        clock(starts) if starts else None,
        clock(ends) if ends else None,
    )


def table(plan: Plan | Projection) -> list[str]:
    """One line an item: `id start-end`, `?` for a time that is not known."""
    return [f"{row.item_id} {_told(row.start)}-{_told(row.end)}" for row in plan.items]


def found(plan: Plan) -> list[str]:
    """One word an item: how its time was found."""
    return [row.how.value for row in plan.items]


def troubles(plan: Plan) -> list[str]:
    """One line a conflict: `trouble item other seconds`."""
    return [
        " ".join((conflict.trouble.value, conflict.item_id, conflict.other_id or "-", str(conflict.seconds)))
        for conflict in plan.conflicts
    ]


def local(text: str, zone: ZoneInfo = BUCHAREST) -> datetime:
    """An aware moment of the reference day, or of the date before the time."""
    day, _, at = text.rpartition(" ")
    return datetime.fromisoformat(f"{day or '2025-02-26'}T{at}").replace(tzinfo=zone)


def _seconds(minutes: float | None) -> int | None:
    return None if minutes is None else round(minutes * 60)


def _told(moment: Moment | None) -> str:
    if moment is None:
        return "?"
    at = moment.clock.isoformat("seconds" if moment.clock.second else "minutes")
    return at + ("" if moment.day == 0 else f"{moment.day:+d}")
