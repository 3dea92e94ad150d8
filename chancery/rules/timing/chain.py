"""One sequence of items on the line of time: backwards from anchors, forward after the last (R92)."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from .links import Chain, Edge, Finding, How, Link, Pin, Spot, Trouble
from .share import Span, share


def solve(
    links: Sequence[Link], *, opens_at: int | None = None, closes_at: int | None = None, owner: str = ""
) -> Chain:
    """
    Lay a chain of links on the line.

    Shape: one spot per link and transition, in order. Before a pin links are counted backwards from it;
    between two pins elastic links fill the room; what cannot be filled lies after the first pinned link.
    After the last pin links are counted forward. A link of unknown length breaks the counting on both
    sides. `opens_at` holds the first link, `closes_at` bounds the chain without drawing links to it;
    both belong to `owner`, which is empty for the programme itself.
    Units: seconds on the programme's line.
    Errors: none; pins that cannot be kept stay where they are and are told as findings.
    Source: R92 in docs/rules/timing.md.
    """
    row = list(with_transitions(links))
    pins = pins_of(row, opens_at, closes_at, owner)
    if not pins:
        return Chain([_unknown(link) for link in row])
    before, after = row[: pins[0].boundary], row[pins[-1].boundary :]
    chain = Chain(_count_back(before, _wishes(before), None, pins[0]))
    for first, second in pairwise(pins):
        _lay_between(chain, row[first.boundary : second.boundary], first, second)
    chain.spots += _count_on(after, _wishes(after), pins[-1])
    return chain


def with_transitions(links: Sequence[Link]) -> Iterator[Link]:
    """The links with the transitions between them as links of their own; the first has none before it."""
    for place, link in enumerate(links):
        if place and link.lead:
            yield Link("", Span(link.lead, link.lead, link.lead))
        yield link


def pins_of(
    row: Sequence[Link], opens_at: int | None = None, closes_at: int | None = None, owner: str = ""
) -> list[Pin]:
    """All fixed times of a row in the order of its boundaries."""
    pins = [] if opens_at is None else [Pin(0, opens_at, owner, Edge.OPENS)]
    for place, link in enumerate(row):
        if link.starts_at is not None:
            pins.append(Pin(place, link.starts_at, link.key, Edge.START))
        if link.ends_at is not None:
            pins.append(Pin(place + 1, link.ends_at, link.key, Edge.END))
    if closes_at is not None:
        pins.append(Pin(len(row), closes_at, owner, Edge.CLOSES))
    return pins


def _lay_between(chain: Chain, links: Sequence[Link], first: Pin, second: Pin) -> None:
    room = second.at - first.at
    if _hold_one_link(first, second):
        chain.spots.append(_held_on_both_sides(links[0], first, second))
        chain.findings += _length_findings(links[0], room, first, second)
        return
    lengths, findings = _lengths(links, room, first, second)
    chain.findings += findings
    chain.spots += _laid(links, lengths, first, second)


def _hold_one_link(first: Pin, second: Pin) -> bool:
    return first.edge is Edge.START and second.edge is Edge.END and first.key == second.key


def _held_on_both_sides(link: Link, first: Pin, second: Pin) -> Spot:
    return Spot(link.key, first.at, second.at, How.ANCHORED, first, second, link.span.wished)


def _length_findings(link: Link, room: int, first: Pin, second: Pin) -> list[Finding]:
    if room < 0:
        return [Finding(Trouble.OUT_OF_ORDER, link.key, second, first, seconds=-room)]
    if room < link.span.least:
        return [Finding(Trouble.TOO_TIGHT, link.key, second, first, seconds=link.span.least - room)]
    if link.span.most is not None and room > link.span.most:
        return [Finding(Trouble.LENGTH_DIFFERS, link.key, second, first, seconds=room)]
    return []


def _lengths(
    links: Sequence[Link], room: int, first: Pin, second: Pin
) -> tuple[list[int | None], list[Finding]]:
    """How long each link lasts in the room between two pins; None where that is not known."""
    least = sum(link.span.least for link in links)
    if room < 0 and second.edge is not Edge.CLOSES:
        found = Finding(Trouble.OUT_OF_ORDER, second.key, second, first, seconds=-room)
        return _wishes(links), [found]
    if least > room:
        trouble = Trouble.OVERRUN if second.edge is Edge.CLOSES else Trouble.TOO_TIGHT
        found = Finding(trouble, second.key, second, first, seconds=least - room)
        return [None if link.is_unknown else link.span.least for link in links], [found]
    if any(link.is_unknown for link in links):
        return _lengths_with_unknown(links, room, first, second)
    return list(share([link.span for link in links], room)), []


def _lengths_with_unknown(
    links: Sequence[Link], room: int, first: Pin, second: Pin
) -> tuple[list[int | None], list[Finding]]:
    known = [link.span for link in links if not link.is_unknown]
    left = room - sum(link.span.least for link in links if link.is_unknown)
    if sum(span.least if span.wished is None else span.wished for span in known) < max(left, 1):
        return _wishes(links), []
    fitted = iter(share(known, left))
    findings = [Finding(Trouble.NO_TIME_LEFT, link.key, second, first) for link in links if link.is_unknown]
    return [None if link.is_unknown else next(fitted) for link in links], findings


def _laid(links: Sequence[Link], lengths: Sequence[int | None], first: Pin, second: Pin) -> list[Spot]:
    """Lay links forward from the first pin up to the break, the rest backwards from the second (R92)."""
    forward = _forward_count(lengths, first, second)
    ahead = _count_on(links[:forward], lengths[:forward], first, second)
    return ahead + _count_back(links[forward:], lengths[forward:], first, second)


def _forward_count(lengths: Sequence[int | None], first: Pin, second: Pin) -> int:
    if second.edge is Edge.CLOSES:
        return len(lengths)
    if None in lengths:
        return lengths.index(None) + 1
    return min(1, len(lengths)) if first.edge in (Edge.START, Edge.OPENS) else 0


def _count_on(
    links: Sequence[Link], lengths: Sequence[int | None], first: Pin, second: Pin | None = None
) -> list[Spot]:
    spots = []
    at: int | None = first.at
    for link, length in zip(links, lengths, strict=True):
        end = None if at is None or length is None else at + length
        spots.append(_spot(link, (at, end), How.FORWARD, (first, second)))
        at = end
    return spots


def _count_back(
    links: Sequence[Link], lengths: Sequence[int | None], first: Pin | None, second: Pin
) -> list[Spot]:
    spots = []
    at: int | None = second.at
    for link, length in zip(reversed(links), reversed(lengths), strict=True):
        start = None if at is None or length is None else at - length
        end = None if length is None and link.ends_at is None else at
        spots.append(_spot(link, (start, end), How.BACKWARD, (first, second)))
        at = start
    return spots[::-1]


def _spot(
    link: Link, times: tuple[int | None, int | None], counted: How, pins: tuple[Pin | None, Pin | None]
) -> Spot:
    start, end = times
    if start is None and end is None:
        return _unknown(link)
    length = None if start is None or end is None else end - start
    if link.starts_at is not None:
        how = How.ANCHORED
    elif link.is_elastic and length is not None and length != link.span.wished:
        how = How.SHRUNK if length < (link.span.wished or 0) else How.STRETCHED
    else:
        how = counted
    return Spot(link.key, start, end, how, *pins, link.span.wished)


def _unknown(link: Link) -> Spot:
    return Spot(link.key, None, None, How.UNKNOWN, wished=link.span.wished)


def _wishes(links: Sequence[Link]) -> list[int | None]:
    return [link.span.wished for link in links]
