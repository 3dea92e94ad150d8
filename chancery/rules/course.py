"""The course of an event as it was: in which order, at which times, and where these contradict each other."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from chancery.rules.reasons import Reason, gettext_noop

NEAREST_DAYS = (0, 1, -1)


@dataclass(frozen=True, slots=True)
class Entry:
    """
    One item as it was; unknown times are None.

    `within` is the key of the item it is a part of, `beside` the group it ran side by side in; both are empty
    for none.
    """

    key: str
    title: str
    began: datetime | None = None
    ended: datetime | None = None
    within: str = ""
    beside: str = ""


def as_it_was[Row](rows: Sequence[Row], place_of: Callable[[Row], int | None]) -> list[Row]:
    """
    Order rows, given as planned, by their places in fact.

    Shape: a row without a place stays behind the one it was planned after, first ones at the beginning; so an
    order of which only a part is known, or nothing, is an order all the same.
    Ties: rows with the same place stand as planned.
    """
    opening: list[Row] = []
    runs: list[tuple[int, list[Row]]] = []
    for row in rows:
        place = place_of(row)
        if place is not None:
            runs.append((place, [row]))
        else:
            (runs[-1][1] if runs else opening).append(row)
    return opening + [row for _place, run in sorted(runs, key=lambda run: run[0]) for row in run]


def contradictions(entries: Sequence[Entry], zone: ZoneInfo) -> dict[str, list[Reason]]:
    """
    Say by key of an item where its place in the order and the times contradict each other.

    Shape: `entries` in the order in which they took place; at most one sentence about the order and one about
    an overlap for each. Items of one group ran side by side, and a part runs within its whole: neither
    contradicts the other. Unknown times contradict nothing.
    """
    found: dict[str, list[Reason]] = {}
    wholes = {entry.key: entry.within for entry in entries}
    for number, entry in enumerate(entries):
        if entry.began is None:
            continue
        earlier = [other for other in entries[:number] if not _run_together(entry, other, wholes)]
        if reasons := list(_against(entry, entry.began, earlier, zone)):
            found[entry.key] = reasons
    return found


def _against(entry: Entry, began: datetime, earlier: Iterable[Entry], zone: ZoneInfo) -> Iterator[Reason]:
    later = [(other.began, other.title) for other in earlier if other.began is not None]
    if later and max(later)[0] > began:
        yield _reason(
            gettext_noop(
                "It stands after “%(other)s”, but began at %(clock)s and that one at %(other_clock)s."
            ),
            entry,
            began,
            max(later),
            zone,
        )
        return
    over = [(other.ended, other.title) for other in earlier if other.ended is not None]
    if over and max(over)[0] > began:
        yield _reason(
            gettext_noop("It began at %(clock)s, before “%(other)s” had ended at %(other_clock)s."),
            entry,
            began,
            max(over),
            zone,
        )


def _reason(
    template: str, entry: Entry, began: datetime, other: tuple[datetime, str], zone: ZoneInfo
) -> Reason:
    values = {"title": entry.title, "clock": _clock(began, zone)}
    return Reason(template, values | {"other": other[1], "other_clock": _clock(other[0], zone)})


def _clock(moment: datetime, zone: ZoneInfo) -> str:
    return moment.astimezone(zone).strftime("%H:%M")


def _run_together(one: Entry, other: Entry, wholes: dict[str, str]) -> bool:
    if one.beside and one.beside == other.beside and one.within == other.within:
        return True
    return other.key in _above(one.key, wholes) or one.key in _above(other.key, wholes)


def _above(key: str, wholes: dict[str, str]) -> set[str]:
    """The wholes that an item is a part of, at any depth."""
    seen: set[str] = set()
    above = wholes.get(key, "")
    while above and above not in seen:
        seen.add(above)
        above = wholes.get(above, "")
    return seen


def moment_of(clock: time, day: date, zone: ZoneInfo, near: datetime | None = None) -> datetime:
    """
    Turn a clock time of an event on `day` into the moment it was.

    Shape: aware, in `zone`. Around midnight the day that brings it nearest to `near` is taken (the planned
    time, or the start of the whole); without one the day itself.
    Ties: an hour that the clock shows twice is the first of the two.
    """
    moments = [datetime.combine(day + timedelta(days=step), clock, zone) for step in NEAREST_DAYS]
    if near is None:
        return moments[0]
    return min(moments, key=lambda moment: abs(moment - near))


_WRITTEN = re.compile(r"(?:(\d{4}-\d{2}-\d{2})[ T])?(\d{1,2})[:.](\d{2})(?::(\d{2}))?")


def written_moment(text: str) -> tuple[date | None, time] | None:
    """
    Read a time as it is typed: `19:04`, `19.04:30`, or with its day `2025-02-26 00:10`.

    Shape: the day, None where it was not written, and the clock time; None for what is no time.
    """
    match = _WRITTEN.fullmatch(text.strip())
    if match is None:
        return None
    day, hours, minutes, seconds = match.groups()
    try:
        return date.fromisoformat(day) if day else None, time(int(hours), int(minutes), int(seconds or 0))
    except ValueError:
        return None
