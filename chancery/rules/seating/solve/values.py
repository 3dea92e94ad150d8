"""What the search for a plan tells while it runs and when it has ended."""

from collections.abc import Callable
from dataclasses import dataclass

from chancery.rules.reasons import Reason
from chancery.rules.seating.plan import Kept, Placing

LOCKED = "locked:"
"""Begins the id of a lock among rules to blame, before that of its sitter."""


class MissingPackages(ImportError):
    """The packages of the search are not installed; forms of seating work without them."""


@dataclass(frozen=True, slots=True)
class Progress:
    """
    How far a search has come.

    Shape: `step` of `steps`; `best` is the cost of the best plan so far, `bound` what no plan goes below,
    None where nothing is proven yet.
    """

    step: int
    steps: int
    best: int
    bound: int | None = None


type Watch = Callable[[Progress], bool]
"""Asked now and then; False stops the search, and the best plan so far is the result."""


@dataclass(frozen=True, slots=True)
class Moved:
    """Somebody whose seat is another: `before` is "" for who is new, `after` for who has no seat."""

    sitter: str
    before: str
    after: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class Repair:
    """
    A plan after a change, with the fewest people moved.

    Shape: `moved` by number of the sitters, those who came or went among them; everybody else has the seat of
    before. `unseated` as in a solution.
    """

    placing: Placing
    moved: tuple[Moved, ...]
    kept: tuple[Kept, ...]
    cost: int
    unseated: dict[str, Reason]
