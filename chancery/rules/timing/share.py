"""How elastic items share a room of time between two anchors (R92)."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import floor


@dataclass(frozen=True, slots=True)
class Span:
    """
    How long something may last, in whole seconds.

    `wished` is None when only the bounds are known; `most` is None when there is no upper bound.
    A fixed duration has least = wished = most.
    """

    least: int
    wished: int | None
    most: int | None


def share(spans: Sequence[Span], room: int) -> list[int]:
    """
    Share a room of time among spans so that together they fill it as far as their bounds allow.

    Shape: one duration per span, in order. Items whose wish is not known take what the others leave, in
    equal parts; then all others are multiplied by one and the same factor, each held within its bounds.
    Units: whole minutes when the room and all bounds and wishes are whole minutes, else whole seconds.
    Ties: what rounding leaves goes to the largest fractions, of equal ones to the earlier span.
    Errors: none; a room below all leasts gives the leasts, one above all mosts gives the mosts.
    Source: R92 in docs/rules/timing.md.
    """
    wishes = sum(span.wished for span in spans if span.wished is not None)
    open_spans = [span for span in spans if span.wished is None]
    open_room = _bounded(open_spans, room - wishes)
    to_open = iter(_fill(open_spans, [1] * len(open_spans), open_room))
    closed = [(span, span.wished) for span in spans if span.wished is not None]
    weights = [max(wished, 1) for _, wished in closed]
    closed_spans = [span for span, _ in closed]
    to_closed = iter(_fill(closed_spans, weights, _bounded(closed_spans, room - open_room)))
    return [next(to_open) if span.wished is None else next(to_closed) for span in spans]


def _bounded(spans: Sequence[Span], room: int) -> int:
    room = max(room, sum(span.least for span in spans))
    most = _total_most(spans)
    return room if most is None else min(room, most)


def _total_most(spans: Sequence[Span]) -> int | None:
    total = 0
    for span in spans:
        if span.most is None:
            return None
        total += span.most
    return total


def _fill(spans: Sequence[Span], weights: Sequence[int], room: int) -> list[int]:
    unit = _unit(spans, room)
    exact = _scaled(spans, weights, Fraction(room))
    rounded = [floor(length / unit) * unit for length in exact]
    left = (room - sum(rounded)) // unit
    by_fraction = sorted(range(len(spans)), key=lambda place: (rounded[place] - exact[place], place))
    for place in by_fraction[:left]:
        rounded[place] += unit
    return rounded


def _unit(spans: Sequence[Span], room: int) -> int:
    given = [room]
    for span in spans:
        given += [length for length in (span.least, span.wished, span.most) if length is not None]
    return 60 if all(length % 60 == 0 for length in given) else 1


def _scaled(spans: Sequence[Span], weights: Sequence[int], room: Fraction) -> list[Fraction]:
    """
    Find the one factor at which the held spans add up to the room.

    As in flexible boxes of page layout: scale, hold those that break a bound on the side that breaks
    more, scale the rest again. Each round holds at least one span, so it ends.
    """
    held: dict[int, Fraction] = {}
    while True:
        free = [place for place in range(len(spans)) if place not in held]
        if not free:
            return [held[place] for place in range(len(spans))]
        factor = (room - sum(held.values())) / sum(weights[place] for place in free)
        scaled = {place: weights[place] * factor for place in free}
        wanted = {place: _hold(spans[place], length) for place, length in scaled.items()}
        surplus = sum(wanted.values()) - sum(scaled.values())
        if surplus == 0:
            held |= wanted
        else:
            broken = {place for place in free if (wanted[place] - scaled[place]) * surplus > 0}
            held |= {place: wanted[place] for place in broken}


def _hold(span: Span, length: Fraction) -> Fraction:
    held = max(length, Fraction(span.least))
    return held if span.most is None else min(held, Fraction(span.most))
