"""Lay a whole programme on its line: each sequence as a chain, groups and blocks inside it again."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from .chain import solve
from .links import Finding, How, Spot, Trouble
from .measure import Pins, extent_of, links_of
from .tree import Block, Body, Node, Parallel, first_item, flat, key_of


@dataclass(slots=True)
class Layout:
    """
    The spots of all items and groups by key, and the findings of all sequences.

    `ends_by` is the latest possible end of what has no known one: the next known time of its sequence.
    """

    spots: dict[str, Spot] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    ends_by: dict[str, int] = field(default_factory=dict)

    def start(self, key: str) -> int | None:
        """The start of an item or group, None when it has no spot or is not known."""
        spot = self.spots.get(key)
        return spot.start if spot else None

    def end(self, key: str) -> int | None:
        """The end of an item or group, None when it has no spot or is not known."""
        spot = self.spots.get(key)
        return spot.end if spot else None


def lay(body: Body, pins: Pins, opens_at: int | None = None, closes_at: int | None = None) -> Layout:
    """
    Lay a programme.

    Shape: one spot per item (parents included) and group. A parent without own times spans its parts; one
    with own times holds them from its start on. Tracks of a group begin together unless they are pinned;
    when the group is stretched or pressed, tracks that can follow do.
    Source: R92 in docs/rules/timing.md.
    """
    layout = Layout()
    _sequence(layout, body, pins, (opens_at, closes_at), "")
    return layout


def _sequence(
    layout: Layout, body: Body, pins: Pins, bounds: tuple[int | None, int | None], owner: str
) -> None:
    nodes = list(flat(body))
    chain = solve(links_of(body, pins), opens_at=bounds[0], closes_at=bounds[1], owner=owner)
    spots = [spot for spot in chain.spots if spot.key]
    layout.spots |= {spot.key: spot for spot in spots}
    layout.findings += chain.findings
    layout.ends_by |= _ends_by(spots, bounds[1])
    for node, spot in zip(nodes, spots, strict=True):
        _inside(layout, node, spot, pins)
    _span_parts(layout, body)
    layout.findings += _overlaps_and_gaps(layout, nodes)


def _inside(layout: Layout, node: Node, spot: Spot, pins: Pins) -> None:
    if isinstance(node, Block):
        _sequence(layout, node.body, pins, _block_bounds(node, spot, pins), spot.key)
    elif isinstance(node, Parallel):
        for track in node.tracks:
            _sequence(layout, track, pins, _track_bounds(track, spot, pins), spot.key)
        starts = [layout.start(key_of(next(flat(track)))) for track in node.tracks]
        ends = [layout.end(key_of(part)) for track in node.tracks for part in flat(track)]
        layout.spots[spot.key] = _spanning(spot.key, starts, ends)


def _block_bounds(node: Block, spot: Spot, pins: Pins) -> tuple[int | None, int | None]:
    return None if key_of(next(flat(node.body))) in pins.begun else _floored(spot.start, pins), spot.end


def _track_bounds(track: Body, group: Spot, pins: Pins) -> tuple[int | None, int | None]:
    extent = extent_of(track, pins)
    opens_at = _floored(group.start, pins) if _needs_opening(track, extent.starts_at, pins) else None
    begins = extent.starts_at if opens_at is None else opens_at
    if group.seconds is None or group.end is None or begins is None:
        return opens_at, None
    is_pressed = extent.span.wished is None or begins + extent.span.wished > group.end
    is_stretched = group.wished is None or group.seconds > group.wished
    return opens_at, group.end if is_pressed or is_stretched else None


def _needs_opening(track: Body, starts_at: int | None, pins: Pins) -> bool:
    """Whether a track is held by the start of its group: not when its own pins hold it in time."""
    if key_of(next(flat(track))) in pins.begun:
        return False
    return starts_at is None or (pins.floor is not None and starts_at < pins.floor)


def _floored(start: int | None, pins: Pins) -> int | None:
    return start if start is None or pins.floor is None else max(start, pins.floor)


def _span_parts(layout: Layout, body: Sequence[Node]) -> None:
    """Give parents without own times the span of their parts, the innermost first."""
    for node in body:
        if isinstance(node, Block) and not node.has_own_times:
            _span_parts(layout, node.body)
            starts = [layout.start(key_of(node.body[0]))]
            ends = [layout.end(key_of(part)) for part in node.body]
            layout.spots[node.item.id] = _spanning(node.item.id, starts, ends)


def _spanning(key: str, starts: Sequence[int | None], ends: Sequence[int | None]) -> Spot:
    known_starts = [start for start in starts if start is not None]
    known_ends = [end for end in ends if end is not None]
    start = min(known_starts) if len(known_starts) == len(starts) else None
    end = max(known_ends) if len(known_ends) == len(ends) else None
    return Spot(key, start, end, How.UNKNOWN if start is None and end is None else How.PARTS)


def _ends_by(spots: Sequence[Spot], closes_at: int | None) -> dict[str, int]:
    found: dict[str, int] = {}
    following = closes_at
    for spot in reversed(spots):
        if spot.end is None and following is not None:
            found[spot.key] = following
        known = spot.end if spot.start is None else spot.start
        following = following if known is None else known
    return found


def _overlaps_and_gaps(layout: Layout, nodes: Sequence[Node]) -> Iterator[Finding]:
    """Compare each node with those before it in the sequence; transitions are not gaps."""
    earlier: list[_Stay] = []
    is_chain_known = False
    for node in nodes:
        key = key_of(node)
        start, end = layout.start(key), layout.end(key)
        if start is not None and earlier:
            last = max(earlier, key=lambda stay: stay.end)
            free = start - first_item(node).transition - last.end
            if is_chain_known and free > 0:
                yield Finding(Trouble.GAP, key, other=last.key, seconds=free)
            if start < last.end:
                yield from _overlap(_Stay(key, start, start if end is None else end), earlier, end is None)
        is_chain_known = end is not None
        if start is not None and end is not None:
            earlier.append(_Stay(key, start, end))


@dataclass(frozen=True, slots=True)
class _Stay:
    key: str
    start: int
    end: int

    def common(self, other: "_Stay", is_open: bool) -> int:
        """How long both last at once; an open one lasts at least until the other is over."""
        end = other.end if is_open and other.start <= self.start else min(self.end, other.end)
        return end - max(self.start, other.start)


def _overlap(stay: _Stay, earlier: Sequence[_Stay], is_open: bool) -> Iterator[Finding]:
    longest = max(reversed(earlier), key=lambda other: stay.common(other, is_open))
    seconds = stay.common(longest, is_open)
    if seconds > 0:
        yield Finding(Trouble.OVERLAP, stay.key, other=longest.key, seconds=seconds)
