"""Clock times of items brought onto the programme's line: the right day, the change of clocks."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import time

from .clock import Clock
from .items import Anchor, ClockAnchor, InstantAnchor, Item, Programme, StartAnchor
from .links import Trouble
from .tree import Block, Body, Leaf, Node, Parallel

_NOON = time(12)


@dataclass(slots=True)
class Anchored:
    """
    Where the anchors of a programme lie, by item id.

    `opens_at` and `closes_at` are the bounds of the whole; `clock_changes` names the items that have a time
    which the change of clocks skips or repeats that night, with the place that is taken.
    """

    starts: dict[str, int] = field(default_factory=dict)
    ends: dict[str, int] = field(default_factory=dict)
    opens_at: int | None = None
    closes_at: int | None = None
    clock_changes: dict[str, tuple[Trouble, int]] = field(default_factory=dict)


def anchored(programme: Programme, body: Body, clock: Clock) -> Anchored:
    """
    Place every anchor of a programme on its line.

    Shape: only items with an anchor that can be placed; T-times need the programme's start.
    Ties: a clock time without a date lies on the day that brings it nearest to where the items before it
    end, of equally near days the later; a time that the change of clocks repeats is the first one that is
    not too early.
    """
    walk = _Walk(clock)
    if programme.starts_at is not None:
        walk.placed.opens_at = walk.place(programme.starts_at)
    walk.at = walk.placed.opens_at
    walk.through(body)
    if programme.ends_at is not None:
        walk.placed.closes_at = walk.place(programme.ends_at)
    return walk.placed


def place_near(anchor: Anchor, near: int, clock: Clock, opens_at: int | None) -> int | None:
    """Place one more time of an item, on the day nearest to a known place on the line."""
    walk = _Walk(clock, near)
    walk.placed.opens_at = opens_at
    return walk.place(anchor)


class _Walk:
    """Walks the items in their order and keeps where it must be by now, as far as that is known."""

    def __init__(self, clock: Clock, at: int | None = None) -> None:
        self.clock = clock
        self.at = at
        self.placed = Anchored()

    def through(self, body: Iterable[Node]) -> None:
        for node in body:
            if isinstance(node, Parallel):
                self._side_by_side(node)
            else:
                self._item(node)

    def _side_by_side(self, group: Parallel) -> None:
        begins, latest = self.at, self.at
        for track in group.tracks:
            self.at = begins
            self.through(track)
            latest = latest if self.at is None else _later(latest, self.at)
        self.at = latest

    def _item(self, node: Leaf | Block) -> None:
        item = node.item
        self._go_to_day(item)
        self._note(item, item.anchor, self.placed.starts)
        begun = self.at
        if isinstance(node, Block):
            self.through(node.body)
        if begun is not None:
            self.at = _later(self.at, begun + (item.wished or item.least or 0))
        self._note(item, item.ends_at, self.placed.ends)

    def _go_to_day(self, item: Item) -> None:
        """An item with a date and no time tells the day of those that follow."""
        if item.on is None or item.anchor is not None:
            return
        day = self.clock.day_number(item.on)
        if self.at is None or self.clock.moment(self.at).day != day:
            self.at = self.clock.seconds_at(day, _NOON)[0]

    def _note(self, item: Item, anchor: Anchor | None, kept: dict[str, int]) -> None:
        at = None if anchor is None else self.place(anchor, item)
        if at is not None:
            kept[item.id] = self.at = at

    def place(self, anchor: Anchor, item: Item | None = None) -> int | None:
        """Place one anchor; None for a T-time as long as the start is not known."""
        if isinstance(anchor, InstantAnchor):
            return self.clock.seconds_of(anchor.at)
        if isinstance(anchor, StartAnchor):
            opens_at = self.placed.opens_at
            return None if opens_at is None else opens_at + anchor.seconds
        return self._by_clock(anchor, item)

    def _by_clock(self, anchor: ClockAnchor, item: Item | None) -> int:
        on = item.on if anchor.on is None and item is not None else anchor.on
        day = self._nearest_day(anchor.at) if on is None else self.clock.day_number(on)
        places = self.clock.seconds_at(day, anchor.at)
        not_too_early = [place for place in places if self.at is None or place >= self.at]
        taken = not_too_early[0] if not_too_early else places[-1]
        if item is not None and len(places) > 1:
            self.placed.clock_changes.setdefault(item.id, (Trouble.REPEATED_HOUR, taken))
        if item is not None and self.clock.is_skipped(day, anchor.at):
            self.placed.clock_changes.setdefault(item.id, (Trouble.SKIPPED_HOUR, taken))
        return taken

    def _nearest_day(self, at: time) -> int:
        if self.at is None:
            return 0
        around = self.clock.moment(self.at).day
        nearest = {
            day: abs(self.clock.seconds_at(day, at)[0] - self.at) for day in range(around - 1, around + 2)
        }
        return min(nearest, key=lambda day: (nearest[day], -day))


def _later(one: int | None, other: int) -> int:
    return other if one is None else max(one, other)
