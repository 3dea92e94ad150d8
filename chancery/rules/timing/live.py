"""A programme while it runs: what is left is projected, anchors in danger are named (R95)."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from types import MappingProxyType

from chancery.rules.reasons import Reason, gettext_noop

from .anchors import anchored
from .chain import pins_of, with_transitions
from .clock import Clock
from .items import Item, Programme
from .layout import Layout, lay
from .links import Edge, Pin, Trouble
from .measure import Pins, extent_of, links_of
from .plan import opening_of
from .progress import Rest, has_begun, is_over, items_in, items_of
from .projection import Danger, Progress, Projected, Projection
from .sentences import SOURCE
from .tree import (
    DEEPEST,
    Block,
    Parallel,
    check_references,
    flat,
    in_order,
    key_of,
    nodes_of,
    structure,
    without_dropped,
)
from .words import duration_words, moment_words

_IN_DANGER = gettext_noop("“%(item)s” is set at %(wanted)s and would begin at %(projected)s, %(late)s late.")
_END_IN_DANGER = gettext_noop(
    "“%(item)s” is to be over at %(wanted)s and would end at %(projected)s, %(late)s late."
)
_WHOLE_IN_DANGER = gettext_noop(
    "The programme is to be over at %(wanted)s and would end at %(projected)s, %(late)s late."
)
_TOO_LATE = frozenset({Trouble.TOO_TIGHT, Trouble.OUT_OF_ORDER})


def projected(programme: Programme, *, now: datetime) -> Projection:
    """
    Project the rest of a running programme from what has happened so far.

    Shape: one Projected per item in running order. Items that have begun keep their real times; what was
    listed before them in the same sequence and never begun is passed over. The rest is laid as in the
    plan, from now on: elastic items give way first, then an anchor that cannot be kept moves later and is
    named as in danger.
    Units: `now` is aware; drift and lateness in seconds.
    Errors: ProgrammeNotReadable as for the plan.
    Source: R95 in docs/rules/timing.md.
    """
    check_references(programme.items)
    return _Projector(programme, now).projection()


class _Projector:
    """Holds one look at a running programme: the anchors, the moment, and what has begun."""

    def __init__(self, programme: Programme, now: datetime) -> None:
        self.programme = programme
        self.clock = Clock.of(programme)
        self.now = self.clock.seconds_of(now)
        self.body = structure(without_dropped(programme.items))
        self.placed = anchored(programme, self.body, self.clock)
        wanted = Pins(self.placed.starts, self.placed.ends)
        self.plan = lay(self.body, wanted, opening_of(self.placed), self.placed.closes_at)
        self.rest = Rest(self.now, self.clock).of(self.body)
        self.left = frozenset(item.id for item in items_of(self.rest))
        self.begun = self._begun_starts()
        self.ended = self._over_ends()
        self.pins = Pins(
            {key: max(at, self.now) for key, at in wanted.starts.items()} | self.begun,
            {key: max(at, self.now) for key, at in wanted.ends.items()},
            self.now,
            frozenset(self.begun),
        )

    def projection(self) -> Projection:
        layout = self._laid_late_enough()
        order = in_order(self.programme.items)
        items = tuple(self._projected(item, layout) for item in order)
        return Projection(items, tuple(self._dangers(layout, order)))

    def _begun_starts(self) -> dict[str, int]:
        """When what has begun began; a parent or group began with the first of its parts."""
        starts = {
            key_of(node): [item.actual_start for item in items_in(node) if item.actual_start is not None]
            for node in nodes_of(self.body)
        }
        return {key: min(map(self.clock.seconds_of, times)) for key, times in starts.items() if times}

    def _over_ends(self) -> dict[str, int]:
        """When what is over ended; a parent ended with the last of its parts, unless it has its own end."""
        ends = {
            key_of(node): [item.actual_end for item in items_in(node) if item.actual_end is not None]
            for node in nodes_of(self.body)
        }
        ends |= {item.id: [item.actual_end] for item in self.programme.items if item.actual_end is not None}
        return {key: max(map(self.clock.seconds_of, times)) for key, times in ends.items() if times}

    def _laid_late_enough(self) -> Layout:
        """Lay the rest, and move the first anchor that cannot be kept, until all can be."""
        layout = self._laid()
        # each anchor moves at most once for its order and once for its room, at each depth
        for _ in range(2 * DEEPEST * (len(self.pins.starts) + len(self.pins.ends))):
            late = next((found for found in layout.findings if found.trouble in _TOO_LATE), None)
            if late is None or late.pin is None:
                break
            self._move(late.pin, late.seconds)
            layout = self._laid()
        return layout

    def _laid(self) -> Layout:
        return lay(self.rest, self.pins, self._opens_at(), self.placed.closes_at)

    def _opens_at(self) -> int | None:
        first = next(flat(self.rest), None)
        if first is None or key_of(first) in self.begun:
            return None
        opens_at = opening_of(self.placed)
        if self.begun or self._is_late() or (opens_at is not None and opens_at < self.now):
            return self.now
        return opens_at

    def _is_late(self) -> bool:
        """Whether something should have begun by now."""
        starts = [self.plan.start(item.id) for item in items_of(self.body)]
        wanted = [*starts, *self.placed.ends.values()]
        return any(at is not None and at < self.now for at in wanted)

    def _move(self, pin: Pin, seconds: int) -> None:
        times = self.pins.ends if pin.edge is Edge.END else self.pins.starts
        if pin.key in times:
            times[pin.key] += seconds
        else:
            self._move_inside(pin, seconds)

    def _move_inside(self, pin: Pin, seconds: int) -> None:
        """Move the anchors inside a group or block by which it is held too early."""
        node = next(node for node in nodes_of(self.rest) if key_of(node) == pin.key)
        inner = node.tracks if isinstance(node, Parallel) else (node.body,) if isinstance(node, Block) else ()
        for sequence in inner:
            extent = extent_of(sequence, self.pins)
            held = extent.ends_at if pin.edge is Edge.END else extent.starts_at
            if held is not None and held < pin.at + seconds:
                pins = pins_of(list(with_transitions(links_of(sequence, self.pins))))
                self._move(pins[-1 if pin.edge is Edge.END else 0], pin.at + seconds - held)

    def _dangers(self, layout: Layout, order: Sequence[Item]) -> Iterator[Danger]:
        for item in order:
            if item.id in self.left and item.id not in self.begun:
                yield from self._danger(_IN_DANGER, item, self.placed.starts, self.pins.starts)
            if item.id in self.left:
                yield from self._danger(_END_IN_DANGER, item, self.placed.ends, self.pins.ends)
        overrun = [found for found in layout.findings if found.trouble is Trouble.OVERRUN and not found.key]
        for found in overrun:
            closes_at = found.pin.at if found.pin else 0
            yield self._told(_WHOLE_IN_DANGER, "", "", (closes_at, closes_at + found.seconds))

    def _danger(
        self, template: str, item: Item, wanted: Mapping[str, int], kept: Mapping[str, int]
    ) -> Iterator[Danger]:
        if item.id in wanted and kept[item.id] > wanted[item.id]:
            yield self._told(template, item.id, item.title or item.id, (wanted[item.id], kept[item.id]))

    def _told(self, template: str, item_id: str, title: str, times: tuple[int, int]) -> Danger:
        wanted, kept = (self.clock.moment(at) for at in times)
        values = {"item": title, "wanted": moment_words(wanted), "projected": moment_words(kept)}
        late = times[1] - times[0]
        words = MappingProxyType(values | {"late": duration_words(late)})
        return Danger(
            item_id, wanted, kept, late, Reason(template, words, "R95", SOURCE), template != _IN_DANGER
        )

    def _projected(self, item: Item, layout: Layout) -> Projected:
        progress = self._progress(item)
        start, end = self._times(item, progress, layout)
        planned_start = self.plan.start(item.id)
        return Projected(
            item.id,
            progress,
            None if start is None else self.clock.moment(start),
            None if end is None else self.clock.moment(end),
            None if start is None or end is None else end - start,
            None if start is None or planned_start is None else start - planned_start,
        )

    def _progress(self, item: Item) -> Progress:
        if item.id not in self.plan.spots:
            return Progress.DROPPED
        if item.id in self.left:
            return Progress.RUNNING if has_begun(item) or item.id in self.begun else Progress.TO_COME
        is_parent_of_past = item.id in self.begun and item.actual_start is None
        if is_over(item) or is_parent_of_past:
            return Progress.DONE
        return Progress.RUNNING if has_begun(item) else Progress.PASSED_OVER

    def _times(self, item: Item, progress: Progress, layout: Layout) -> tuple[int | None, int | None]:
        if progress is Progress.DROPPED:
            return None, None
        if progress is Progress.TO_COME:
            return layout.start(item.id), layout.end(item.id)
        start = self.begun.get(item.id)
        if progress is not Progress.RUNNING:
            return start, self.ended.get(item.id)
        if item.id in self.left:
            return start, layout.end(item.id)
        over = None if start is None or item.wished is None else start + item.wished
        return start, None if over is None else max(self.now, over)
