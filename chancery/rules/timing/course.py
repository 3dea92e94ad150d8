"""The items of a programme as the caller walks through them: parts one by one, tracks side by side."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from itertools import zip_longest

from .items import Item, Status
from .tree import Body, Leaf, Parallel, check_references, structure, without_dropped


@dataclass(frozen=True)
class Course:
    """
    The items of a programme in their order; `agreed` are the ids of those that the host lets be cut.

    Only items without parts are called: what has parts begins with the first and ends with the last.
    """

    items: tuple[Item, ...]
    agreed: frozenset[str] = frozenset()

    @cached_property
    def by_id(self) -> Mapping[str, Item]:
        """Every item by its id."""
        return {item.id: item for item in self.items}

    @cached_property
    def _taking_part(self) -> list[Item]:
        check_references(self.items)
        return without_dropped(self.items)

    @cached_property
    def _lanes(self) -> Mapping[str, Mapping[str, int]]:
        """For each item that is called, its track in every group it runs in."""
        return dict(_lanes(structure(self._taking_part), {}))

    @property
    def callable_items(self) -> frozenset[str]:
        """The ids of the items that can be called at all."""
        return frozenset(self._lanes)

    def is_beside(self, one: str, other: str) -> bool:
        """Whether two items run side by side, so that the one goes on when the other begins."""
        mine, theirs = self._lanes.get(one, {}), self._lanes.get(other, {})
        return any(key in theirs and theirs[key] != lane for key, lane in mine.items())

    def is_protected(self, item: str) -> bool:
        """Whether an item, or any part of it, is never cut (R95)."""
        return any(self.by_id[member].is_protected for member in (item, *self.leaves_of(item)))

    def lanes_of(self, item: str) -> Mapping[str, int]:
        """The groups side by side that an item runs in, each with its track; empty for none."""
        return self._lanes.get(item, {})

    def leaves_of(self, item: str) -> tuple[str, ...]:
        """The items that are called when this one is: its parts, or itself."""
        return tuple(leaf for leaf in self._lanes if item in self.line_of(leaf))

    def line_of(self, item: str) -> tuple[str, ...]:
        """An item and all that it is a part of, the innermost first."""
        line = [item]
        while line[-1] in self.by_id and self.by_id[line[-1]].parent:
            line.append(self.by_id[line[-1]].parent)
        return tuple(line)

    def walk(self, begun: Mapping[str, datetime]) -> list[str]:
        """
        The items in the order they are called.

        Shape: what has begun stands in the order it began, so that an item brought forward passes nothing
        over; of tracks side by side the first items come first.
        """
        return list(_walked(structure(self.as_begun(begun))))

    def as_begun(self, begun: Mapping[str, datetime]) -> list[Item]:
        """The items that take part, those of one parent that have begun before the others, as they began."""
        firsts: dict[str, datetime] = {}
        for leaf, at in begun.items():
            for member in self.line_of(leaf):
                firsts[member] = min(at, firsts.get(member, at))
        order = {item: place for place, item in enumerate(sorted(firsts, key=firsts.__getitem__))}
        return sorted(self._taking_part, key=lambda item: order.get(item.id, len(order)))


def still_called(items: Sequence[Item], gone: Collection[str]) -> tuple[Item, ...]:
    """
    Keep what was called in the programme, whatever was changed in the plan since.

    Shape: every item once; `gone` are the ids that `go` was said of. What was dropped after it was called
    takes part still, and parts put into it then follow it.
    """
    course = Course(tuple(items))
    begun = {member for item in gone if item in course.by_id for member in course.line_of(item)}
    lifted = {item: course.by_id[item].parent for item in gone if item in course.by_id}
    return tuple(
        replace(
            item,
            parent=lifted.get(item.parent, item.parent),
            status=Status.FIXED if item.id in begun and item.status is Status.DROPPED else item.status,
        )
        for item in items
    )


def _lanes(body: Body, around: Mapping[str, int]) -> Iterator[tuple[str, Mapping[str, int]]]:
    for node in body:
        if isinstance(node, Leaf):
            yield node.item.id, around
        elif isinstance(node, Parallel):
            for number, track in enumerate(node.tracks):
                yield from _lanes(track, {**around, node.key.replace("\0", "/"): number})
        else:
            yield from _lanes(node.body, around)


def _walked(body: Body) -> Iterator[str]:
    for node in body:
        if isinstance(node, Leaf):
            yield node.item.id
        elif isinstance(node, Parallel):
            for abreast in zip_longest(*map(_walked, node.tracks)):
                yield from (item for item in abreast if item is not None)
        else:
            yield from _walked(node.body)
