"""What looking at a running programme gives back (R95)."""

from dataclasses import dataclass
from enum import StrEnum

from chancery.rules.reasons import Reason

from .clock import Moment


class Progress(StrEnum):
    """Where an item stands while the programme runs."""

    DONE = "done"
    RUNNING = "running"
    TO_COME = "to-come"
    PASSED_OVER = "passed-over"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Projected:
    """
    One item while the programme runs: real times where there are any, projected ones for the rest.

    `drift` is by how many seconds its start lies behind the plan, negative when ahead.
    """

    item_id: str
    progress: Progress
    start: Moment | None
    end: Moment | None
    seconds: int | None
    drift: int | None = None


@dataclass(frozen=True, slots=True)
class Danger:
    """
    An anchor that cannot be kept any more: the time wanted, the time projected, and how late (seconds).

    `is_end` where it is an end; without an item it is that of the whole.
    """

    item_id: str
    wanted: Moment
    projected: Moment
    late: int
    reason: Reason
    is_end: bool = False


@dataclass(frozen=True, slots=True)
class Projection:
    """All items in running order, and the anchors in danger, the first to come first."""

    items: tuple[Projected, ...]
    dangers: tuple[Danger, ...]

    def of(self, item_id: str) -> Projected:
        """The projection of one item. Errors: KeyError for an id that is not in the programme."""
        for projected in self.items:
            if projected.item_id == item_id:
                return projected
        raise KeyError(item_id)

    @property
    def drift(self) -> int | None:
        """By how many seconds the next item is behind the plan; once none is to come, the last one was."""
        known = [projected for projected in self.items if projected.drift is not None]
        to_come = [projected.drift for projected in known if projected.progress is Progress.TO_COME]
        return to_come[0] if to_come else (known[-1].drift if known else None)
