"""How long each part of a programme may last, and where it is pinned, seen from outside."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from .chain import pins_of, with_transitions
from .items import Item
from .links import Link, Pin
from .share import Span
from .tree import Block, Body, Node, Parallel, first_item, flat, key_of


@dataclass(frozen=True, slots=True)
class Pins:
    """
    Fixed starts and ends by item id.

    While a programme runs, `floor` is the time before which nothing can begin any more, but for the nodes
    in `begun`.
    """

    starts: dict[str, int] = field(default_factory=dict)
    ends: dict[str, int] = field(default_factory=dict)
    floor: int | None = None
    begun: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Extent:
    """What a sequence or group looks like from outside, before it is laid."""

    span: Span
    is_elastic: bool
    starts_at: int | None = None
    ends_at: int | None = None


def links_of(body: Body, pins: Pins) -> list[Link]:
    """The chain of a sequence: one link per item, framed block and group."""
    return [link_of(node, pins) for node in flat(body)]


def link_of(node: Node, pins: Pins) -> Link:
    """
    Measure one node.

    Shape: pins inside a block or group pull its start: as far before the first inner pin as the items
    before it last. Where that is not known, the node is of unknown length.
    """
    lead = first_item(node).transition
    if isinstance(node, Parallel):
        tracks = [extent_of(track, pins) for track in node.tracks]
        extent = _group_extent(tracks, pins.starts.get(node.key), pins.floor)
    elif isinstance(node, Block):
        extent = _framed(node.item, extent_of(node.body, pins), pins)
    else:
        extent = Extent(
            _span(node.item), node.item.is_elastic, pins.starts.get(node.item.id), pins.ends.get(node.item.id)
        )
    return Link(key_of(node), extent.span, extent.is_elastic, lead, extent.starts_at, extent.ends_at)


def _span(item: Item) -> Span:
    wished = item.wished
    if not item.is_elastic:
        return Span((item.least or 0) if wished is None else wished, wished, wished)
    least = item.least or 0
    if wished is not None:
        wished = max(least, wished if item.most is None else min(wished, item.most))
    return Span(least, wished, item.most)


def extent_of(body: Body, pins: Pins) -> Extent:
    """Measure a sequence: its pins hold its start, what follows the last of them makes its length."""
    row = list(with_transitions(links_of(body, pins)))
    fixed = pins_of(row)
    if not fixed:
        return Extent(_total(row), _is_elastic(row))
    return _pinned_extent(row, fixed[0], fixed[-1])


def _pinned_extent(row: Sequence[Link], first: Pin, last: Pin) -> Extent:
    before, after = _total(row[: first.boundary]), _total(row[last.boundary :])
    is_elastic = _is_elastic(row[last.boundary :])
    if before.wished is None:
        ends_at = None if after.wished is None else last.at + after.wished
        return Extent(Span(before.least, None, None), False, None, ends_at)
    starts_at = first.at - before.wished
    return Extent(_longer(after, max(last.at - starts_at, 0)), is_elastic, starts_at)


def _is_elastic(links: Sequence[Link]) -> bool:
    return any(link.is_elastic for link in links) and not any(link.is_unknown for link in links)


def _total(links: Iterable[Link]) -> Span:
    least, wished, most = 0, 0, 0
    knows_wish = has_most = True
    for link in links:
        least += link.span.least
        wished += link.span.wished or 0
        most += link.span.most or 0
        knows_wish = knows_wish and link.span.wished is not None
        has_most = has_most and link.span.most is not None
    return Span(least, wished if knows_wish else None, most if has_most else None)


def _longer(span: Span, seconds: int) -> Span:
    wished = None if span.wished is None else span.wished + seconds
    return Span(span.least + seconds, wished, None if span.most is None else span.most + seconds)


def _framed(item: Item, inner: Extent, pins: Pins) -> Extent:
    """The extent of a block whose item has times of its own: they hold before those of its parts."""
    starts_at = pins.starts.get(item.id, inner.starts_at)
    ends_at = pins.ends.get(item.id)
    needed = _longer(inner.span, _offset(inner, starts_at, pins.floor))
    if item.wished is not None or item.is_elastic:
        own = _span(item)
        wished = needed.wished if own.wished is None else own.wished
        span = Span(own.least, wished, own.most)
        kept = span if pins.floor is None else _not_under(span, needed.least)
        return Extent(kept, item.is_elastic, starts_at, ends_at)
    return Extent(needed, inner.is_elastic, starts_at, inner.ends_at if ends_at is None else ends_at)


def _not_under(span: Span, least: int) -> Span:
    """A span that leaves room for what still has to happen in it, once the programme runs."""
    wished = None if span.wished is None else max(span.wished, least)
    return Span(max(span.least, least), wished, None if span.most is None else max(span.most, least))


def _group_extent(tracks: Sequence[Extent], begun_at: int | None, floor: int | None) -> Extent:
    """A group lasts as long as its longest track and begins with its earliest pinned one, if it has not."""
    starts = [track.starts_at for track in tracks if track.starts_at is not None]
    begins = min(starts, default=None) if begun_at is None else begun_at
    spans = [_longer(track.span, _offset(track, begins, floor)) for track in tracks]
    wishes = [span.wished for span in spans if span.wished is not None]
    mosts = [span.most for span in spans if span.most is not None]
    span = Span(
        max(span.least for span in spans),
        max(wishes) if len(wishes) == len(spans) else None,
        max(mosts) if len(mosts) == len(spans) else None,
    )
    ends = [track.ends_at for track in tracks if track.ends_at is not None]
    ends_at = max(ends) if begins is None and len(ends) == len(tracks) else None
    has_unknown = any(track.span.wished is None and not track.is_elastic for track in tracks)
    is_elastic = any(track.is_elastic for track in tracks) and not has_unknown
    return Extent(span, is_elastic, begins, ends_at)


def _offset(inner: Extent, begins: int | None, floor: int | None) -> int:
    """How long after the begin of the whole an inner sequence begins."""
    if begins is None:
        return 0
    if inner.starts_at is not None:
        return max(0, inner.starts_at - begins)
    return max(0, floor - begins) if floor is not None else 0
