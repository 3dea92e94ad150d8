"""From grounds to places: 1 + the number of guests who certainly come before."""

from bisect import bisect_left
from collections.abc import Callable, Sequence

from chancery.rules.precedence import notes
from chancery.rules.precedence.keys import Measure, measure_of
from chancery.rules.precedence.notes import Bounds, Entry, Placing


def place(entries: Sequence[Entry]) -> Placing:
    """
    Place entries by their grounds.

    Shape: `places[i]` belongs to `entries[i]`; entries with the same grounds so far have the same keys next.
    Ties: equal grounds are the same place; what is undecidable is the same place too unless others stand
    between, and an open reason says so. How two entries stand to each other does not depend on others.
    """
    placing = Placing(entries, [0] * len(entries), [[] for _ in entries])
    if entries:
        _settle(placing, list(range(len(entries))), 0, 0)
    return placing


def _settle(placing: Placing, members: list[int], depth: int, before: int) -> None:
    grounds = placing.entries[members[0]].grounds
    if len(members) == 1 or depth == len(grounds):
        _finish(placing, members, depth, before)
        return
    _SETTLERS[measure_of(grounds[depth].key)](placing, members, depth, before)


def _finish(placing: Placing, members: list[int], depth: int, before: int) -> None:
    for member in members:
        placing.places[member] = before + 1
    if len(members) > 1:
        notes.note_tie(placing, members)
    else:
        notes.note_date(placing, members[0], depth)


def _by_value(placing: Placing, members: list[int], depth: int) -> dict[Bounds, list[int]]:
    buckets: dict[Bounds, list[int]] = {}
    for member in members:
        ground = placing.entries[member].grounds[depth]
        buckets.setdefault((ground.low, ground.high), []).append(member)
    return buckets


def _settle_exact(placing: Placing, members: list[int], depth: int, before: int) -> None:
    buckets = _by_value(placing, members, depth)
    for value in sorted(buckets):
        if len(buckets) > 1:
            notes.note_split(placing, buckets[value], depth)
        _settle(placing, buckets[value], depth + 1, before)
        before += len(buckets[value])


def _settle_apart(placing: Placing, members: list[int], depth: int, before: int) -> None:
    buckets = _by_value(placing, members, depth)
    if len(buckets) > 1:
        notes.note_apart(placing, list(buckets.values()), depth)
    for bucket in buckets.values():
        _settle(placing, bucket, depth + 1, before)


def _settle_bounds(placing: Placing, members: list[int], depth: int, before: int) -> None:
    buckets = _by_value(placing, members, depth)
    ends = sorted(high for (_, high), bucket in buckets.items() for _ in bucket)
    notes.note_bounds(placing, members, depth)
    if len(buckets) > 1:
        notes.note_overlaps(placing, buckets, depth)
    for (low, _), bucket in buckets.items():
        _settle(placing, bucket, depth + 1, before + bisect_left(ends, low))


_SETTLERS: dict[Measure, Callable[[Placing, list[int], int, int], None]] = {
    Measure.EXACT: _settle_exact,
    Measure.APART: _settle_apart,
    Measure.BOUNDS: _settle_bounds,
}
