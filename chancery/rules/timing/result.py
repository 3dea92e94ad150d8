"""What the timing of a programme gives back."""

from dataclasses import dataclass

from chancery.rules.reasons import Reason

from .clock import Moment
from .links import How, Trouble

_MAY_BE_MEANT = frozenset({Trouble.GAP, Trouble.REPEATED_HOUR})


@dataclass(frozen=True, slots=True)
class Conflict:
    """
    What stands against the plan, beside the item it concerns.

    `seconds` is the time in question: how long a gap or an overlap is, by how much an anchor is missed.
    """

    trouble: Trouble
    item_id: str
    reason: Reason
    other_id: str = ""
    seconds: int = 0

    @property
    def is_wrong(self) -> bool:
        """Whether it has to be mended; a gap, or an hour that comes twice, may be meant."""
        return self.trouble not in _MAY_BE_MEANT


@dataclass(frozen=True, slots=True)
class Timed:
    """
    The planned times of one item.

    `seconds` is the duration used, or the stated one where the times are not known or turned round.
    `counted_from` is the item the time was counted from, empty for the item's own clock time and for the
    bounds of the whole. `ends_by` is the next known time after an item whose own end is not known.
    """

    item_id: str
    start: Moment | None
    end: Moment | None
    seconds: int | None
    how: How
    counted_from: str = ""
    ends_by: Moment | None = None
    latest_arrival: Moment | None = None
    reasons: tuple[Reason, ...] = ()
    conflicts: tuple[Conflict, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """All items in the order they run, dropped ones in their place."""

    items: tuple[Timed, ...]

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """Everything that stands against the plan, in the order of the items."""
        return tuple(conflict for timed in self.items for conflict in timed.conflicts)

    def of(self, item_id: str) -> Timed:
        """The times of one item. Errors: KeyError for an id that is not in the programme."""
        for timed in self.items:
            if timed.item_id == item_id:
                return timed
        raise KeyError(item_id)
