"""What of a running programme has begun, is over, and is still to come."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from .clock import Clock
from .items import Item, Status
from .tree import Block, Body, Leaf, Node, Parallel


def is_over(item: Item) -> bool:
    """Whether the item is known to have ended."""
    return item.actual_end is not None or item.status is Status.DONE


def has_begun(item: Item) -> bool:
    """Whether the item is known to have begun."""
    return item.actual_start is not None or is_over(item)


def items_in(node: Node) -> Iterator[Item]:
    """All items of a node, its own first."""
    if isinstance(node, Parallel):
        yield from items_of(part for track in node.tracks for part in track)
    else:
        yield node.item
        yield from items_of(node.body if isinstance(node, Block) else ())


def items_of(body: Iterable[Node]) -> Iterator[Item]:
    """All items of a sequence."""
    for node in body:
        yield from items_in(node)


@dataclass(frozen=True, slots=True)
class Rest:
    """Cuts a programme down to what is running and to come, as seen at one moment (seconds on its line)."""

    now: int
    clock: Clock

    def of(self, body: Body) -> Body:
        """
        The rest of a sequence.

        Shape: the last node that has begun, cut down in turn, and all after it. What stands before it
        is over or passed over.
        """
        begun = [place for place, node in enumerate(body) if any(map(has_begun, items_in(node)))]
        if not begun:
            return body
        running = self._rest_of(body[begun[-1]])
        return (*(() if running is None else (running,)), *body[begun[-1] + 1 :])

    def _rest_of(self, node: Node) -> Node | None:
        if isinstance(node, Parallel):
            tracks = tuple(rest for track in node.tracks if (rest := self.of(track)))
            return replace(node, tracks=tracks) if tracks else None
        if is_over(node.item):
            return None
        if isinstance(node, Leaf):
            return Leaf(self._lasting(node.item))
        body = self.of(node.body)
        return Block(self._lasting(node.item), body) if body else None

    def _lasting(self, item: Item) -> Item:
        """The running item with a duration that reaches at least to now."""
        if item.actual_start is None:
            return item
        passed = max(0, self.now - self.clock.seconds_of(item.actual_start))
        return replace(
            item,
            seconds=None if item.wished is None else max(item.wished, passed),
            least=max(item.least or 0, passed),
            most=None if item.most is None else max(item.most, passed),
        )
