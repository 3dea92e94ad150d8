"""The shape of a programme: items nested in parents, side by side in tracks, in the order they run."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from heapq import heapify, heappop, heappush

from chancery.rules.reasons import gettext_noop

from .items import Item, ProgrammeNotReadable, Status

DEEPEST = 20

_TWICE = gettext_noop("“%(item)s” is used twice as an id; give each item its own.")
_NO_PARENT = gettext_noop(
    "“%(item)s” has the parent “%(other)s”, which is not in the programme; name one that is."
)
_NO_AFTER = gettext_noop(
    "“%(item)s” comes after “%(other)s”, which is not in the programme; name one that is."
)
_PARENT_CIRCLE = gettext_noop("“%(item)s” is nested in itself by its parents; take one of them out.")
_AFTER_CIRCLE = gettext_noop("“%(item)s” would have to come after itself; take one “after” out.")
_TOO_DEEP = gettext_noop("“%(item)s” is nested too deeply; at most %(count)s levels can be planned.")


@dataclass(frozen=True, slots=True)
class Leaf:
    """An item without parts."""

    item: Item


@dataclass(frozen=True, slots=True)
class Block:
    """An item with parts that run one after the other."""

    item: Item
    body: tuple["Node", ...]

    @property
    def has_own_times(self) -> bool:
        """Whether the item itself holds its parts in a frame; without one it only spans what they take."""
        item = self.item
        bounds = (item.wished, item.least, item.most, item.anchor, item.ends_at)
        has_frame = any(bound is not None for bound in bounds)
        return has_frame or item.is_elastic or item.transition > 0


@dataclass(frozen=True, slots=True)
class Parallel:
    """Tracks that run side by side; each is never empty."""

    key: str
    tracks: tuple[tuple["Node", ...], ...]


type Node = Leaf | Block | Parallel
type Body = tuple[Node, ...]


def structure(items: Sequence[Item]) -> Body:
    """
    Bring items into their shape and order.

    Shape: the outermost sequence. A parallel group stands where its first item stands. The listed order is
    kept as far as `after` allows; an `after` that names an item not given here has no effect.
    Errors: ProgrammeNotReadable for a circle of `after`; ids and parents are taken as checked.
    """
    return _Builder(items).body("")


def without_dropped(items: Sequence[Item]) -> list[Item]:
    """The items that take part: neither they nor what they are nested in is dropped."""
    by_id = {item.id: item for item in items}
    return [
        item
        for item in items
        if all(by_id[member].status is not Status.DROPPED for member in _line(item, by_id))
    ]


def key_of(node: Node) -> str:
    """The key under which the times of a node are kept: the item's id, or the group's own key."""
    return node.key if isinstance(node, Parallel) else node.item.id


def first_item(node: Node) -> Item:
    """The item a node begins with, its own when it has one."""
    return first_item(node.tracks[0][0]) if isinstance(node, Parallel) else node.item


def flat(body: Iterable[Node]) -> Iterator[Node]:
    """The nodes of a sequence with parents that hold no frame replaced by their parts."""
    for node in body:
        if isinstance(node, Block) and not node.has_own_times:
            yield from flat(node.body)
        else:
            yield node


def nodes_of(body: Iterable[Node]) -> Iterator[Node]:
    """All nodes, at every depth."""
    for node in body:
        yield node
        inner = node.tracks if isinstance(node, Parallel) else (node.body,) if isinstance(node, Block) else ()
        for sequence in inner:
            yield from nodes_of(sequence)


def running_order(body: Body, listed: Callable[[str], int]) -> Iterator[Item]:
    """All items in the order they run; parallel ones as they are listed."""
    for node in body:
        if isinstance(node, Parallel):
            yield from _merged(node, listed)
        else:
            yield node.item
            if isinstance(node, Block):
                yield from running_order(node.body, listed)


def ordered(items: Sequence[Item]) -> list[Item]:
    """
    Check items and bring them into running order.

    Shape: each item once, dropped ones in their place; the listed order as far as `after` allows.
    Errors: ProgrammeNotReadable for an id used twice, an unknown parent or predecessor, or a circle.
    """
    check_references(items)
    return in_order(items)


def in_order(items: Sequence[Item]) -> list[Item]:
    """All items in running order, dropped ones in their place; taken as checked."""
    listed = {item.id: place for place, item in enumerate(items)}
    return list(running_order(structure(items), listed.__getitem__))


def check_references(items: Sequence[Item]) -> None:
    """Refuse ids used twice, unknown parents and predecessors, and parents in a circle."""
    by_id: dict[str, Item] = {}
    for item in items:
        if item.id in by_id:
            raise ProgrammeNotReadable(item.id, "id", _TWICE, item=item.id)
        by_id[item.id] = item
    for item in items:
        if item.parent and item.parent not in by_id:
            raise ProgrammeNotReadable(item.id, "parent", _NO_PARENT, item=item.id, other=item.parent)
        for other in item.after:
            if other not in by_id:
                raise ProgrammeNotReadable(item.id, "after", _NO_AFTER, item=item.id, other=other)
    for item in items:
        _check_depth(item, by_id)


def _check_depth(item: Item, by_id: dict[str, Item]) -> None:
    seen = {item.id}
    parent = item.parent
    while parent:
        if parent in seen:
            raise ProgrammeNotReadable(item.id, "parent", _PARENT_CIRCLE, item=item.title or item.id)
        seen.add(parent)
        if len(seen) > DEEPEST:
            name = item.title or item.id
            raise ProgrammeNotReadable(item.id, "parent", _TOO_DEEP, item=name, count=str(DEEPEST))
        parent = by_id[parent].parent


def _merged(group: Parallel, listed: Callable[[str], int]) -> Iterator[Item]:
    waiting = [list(track) for track in group.tracks]
    while waiting:
        track = min(waiting, key=lambda nodes: listed(first_item(nodes[0]).id))
        yield from running_order((track.pop(0),), listed)
        waiting = [nodes for nodes in waiting if nodes]


class _Builder:
    """Holds what every level of the shape needs: who is nested in whom, and who waits for whom."""

    def __init__(self, items: Sequence[Item]) -> None:
        self.children: dict[str, list[Item]] = {}
        for item in items:
            self.children.setdefault(item.parent, []).append(item)
        self.waits = _waits_of_siblings(items)

    def body(self, parent: str) -> Body:
        """The sequence of one parent, groups gathered."""
        groups: dict[str, list[Item]] = {}
        for item in self.children.get(parent, []):
            name = f"parallel:{item.parallel}" if item.parallel else f"item:{item.id}"
            groups.setdefault(name, []).append(item)
        return tuple(self._node(parent, group) for group in self._sorted(list(groups.values())))

    def _node(self, parent: str, group: list[Item]) -> Node:
        if not group[0].parallel:
            return self._single(group[0])
        tracks: dict[str, list[Item]] = {}
        for item in group:
            name = f"track:{item.track}" if item.track else f"item:{item.id}"
            tracks.setdefault(name, []).append(item)
        ordered = (self._sorted([[item] for item in track]) for track in tracks.values())
        bodies = tuple(tuple(self._single(item) for (item,) in track) for track in ordered)
        return Parallel(f"\0{parent}\0{group[0].parallel}", bodies)

    def _single(self, item: Item) -> Leaf | Block:
        body = self.body(item.id)
        return Block(item, body) if body else Leaf(item)

    def _sorted(self, groups: list[list[Item]]) -> list[list[Item]]:
        """Order groups of siblings so that each comes after what it waits for, else as listed."""
        home = {item.id: place for place, group in enumerate(groups) for item in group}
        waits: dict[int, set[int]] = {place: set() for place in range(len(groups))}
        for item_id, place in home.items():
            others = {home[other] for other in self.waits.get(item_id, ()) if other in home}
            waits[place] |= others - {place}
        try:
            return [groups[place] for place in _earliest_first(waits)]
        except CycleError as circle:
            item = groups[min(circle.args[1])][0]
            raise ProgrammeNotReadable(item.id, "after", _AFTER_CIRCLE, item=item.id) from None


def _waits_of_siblings(items: Sequence[Item]) -> dict[str, set[str]]:
    """Each `after` lifted to the two siblings it orders: the item and its predecessor, or their parents."""
    by_id = {item.id: item for item in items}
    waits: dict[str, set[str]] = {}
    for item in items:
        line = _line(item, by_id)
        for other in item.after:
            if other in by_id:
                later, earlier = _parting(item.id, line, _line(by_id[other], by_id))
                waits.setdefault(later, set()).add(earlier)
    return waits


def _line(item: Item, by_id: dict[str, Item]) -> list[str]:
    line = [item.id]
    while by_id[line[-1]].parent:
        line.append(by_id[line[-1]].parent)
    return line[::-1]


def _parting(item_id: str, line: list[str], other: list[str]) -> tuple[str, str]:
    """The first place where two lines of descent part."""
    for mine, theirs in zip(line, other, strict=False):
        if mine != theirs:
            return mine, theirs
    raise ProgrammeNotReadable(item_id, "after", _AFTER_CIRCLE, item=item_id)


def _earliest_first(waits: dict[int, set[int]]) -> Iterator[int]:
    sorter = TopologicalSorter(waits)
    sorter.prepare()
    ready = list(sorter.get_ready())
    heapify(ready)
    while ready:
        place = heappop(ready)
        yield place
        sorter.done(place)
        for following in sorter.get_ready():
            heappush(ready, following)
