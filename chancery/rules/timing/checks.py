"""What can be wrong with laid times beyond a single sequence."""

from collections.abc import Iterator, Mapping, Sequence

from .anchors import Anchored
from .items import ARRIVAL_KIND, Item, StartAnchor
from .layout import Layout
from .links import Edge, Finding, Pin, Trouble


def findings_of(
    items: Sequence[Item], layout: Layout, placed: Anchored, latest_arrivals: Mapping[str, int]
) -> Iterator[Finding]:
    """
    Look at every item that takes part, and at the start of the whole.

    Shape: findings in the order of the items; `items` are in running order.
    """
    yield from _start(items, layout, placed)
    for item in items:
        if item.id in placed.clock_changes:
            trouble, taken = placed.clock_changes[item.id]
            yield Finding(trouble, item.id, Pin(0, taken, item.id, Edge.START))
        yield from _late_arrival(item, layout, latest_arrivals)
        yield from _short_silence(item, layout)
        yield from _unmet(item, layout)


def _start(items: Sequence[Item], layout: Layout, placed: Anchored) -> Iterator[Finding]:
    starts = [(layout.start(item.id), item.id) for item in items if not _is_meant_before(item)]
    begins, first = starts[0] if starts else (None, "")
    opens_at = placed.opens_at
    if opens_at is None or begins is None or opens_at in {start for start, _ in starts}:
        return
    yield Finding(
        Trouble.START_DIFFERS, first, Pin(0, opens_at, "", Edge.OPENS), seconds=abs(begins - opens_at)
    )


def _is_meant_before(item: Item) -> bool:
    """Whether an item is told to begin before the start of the whole: T-15."""
    return isinstance(item.anchor, StartAnchor) and item.anchor.seconds < 0


def _late_arrival(item: Item, layout: Layout, latest_arrivals: Mapping[str, int]) -> Iterator[Finding]:
    """Guests come in while they are received; into any other item they come before it begins (R89)."""
    if item.kind == ARRIVAL_KIND:
        return
    latest, start = latest_arrivals.get(item.id), layout.start(item.id)
    if latest is not None and start is not None and latest > start:
        pin = Pin(0, latest, item.id, Edge.START)
        yield Finding(Trouble.LATE_ARRIVAL, item.id, pin, seconds=latest - start)


def _short_silence(item: Item, layout: Layout) -> Iterator[Finding]:
    spot = layout.spots.get(item.id)
    used = item.seconds if spot is None or spot.seconds is None else spot.seconds
    if item.silence is not None and used is not None and used < item.silence:
        yield Finding(Trouble.SILENCE_SHORT, item.id, seconds=item.silence)


def _unmet(item: Item, layout: Layout) -> Iterator[Finding]:
    start = layout.start(item.id)
    for other in item.after:
        over = layout.end(other)
        if start is not None and over is not None and start < over:
            yield Finding(Trouble.AFTER_UNMET, item.id, other=other, seconds=over - start)
