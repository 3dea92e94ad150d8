"""What a placing keeps and gives up, and what that costs."""

from collections.abc import Iterable

from chancery.rules.seating.grounds import Grounds, grounds_of
from chancery.rules.seating.house import wishes_of_all, wishes_of_house
from chancery.rules.seating.measures import Seated, breaches
from chancery.rules.seating.plan import Kept, Placing, Problem, Wish

__all__ = ["BROKEN_RULE", "cost", "score", "warnings", "wishes_of_house"]

BROKEN_RULE = 10_000
"""What one breach of a hard wish costs: more than all the others of a plan together."""


def score(problem: Problem, placing: Placing, *, grounds: Grounds | None = None) -> tuple[Kept, ...]:
    """
    Tell every wish, kept or not, in a placing.

    Shape: wishes of the house first, each told by sitter, couple, delegation or table; a wish that
    concerns nobody who has a seat is kept once with nobody. `grounds` are those of the problem where they
    are known already. Somebody without a seat breaks nothing: it is the plan that tells them.
    Units: costs in places of precedence; a hard wish costs `BROKEN_RULE` for each breach.
    """
    seated = Seated(grounds or grounds_of(problem), problem.settings, placing)
    return tuple(kept for wish in wishes_of_all(problem) for kept in _kept(wish, seated))


def cost(kept: Iterable[Kept]) -> int:
    """Add up what was given up."""
    return sum(each.cost for each in kept)


def warnings(problem: Problem, placing: Placing) -> tuple[Kept, ...]:
    """Tell the wishes that a placing does not keep, hard ones first, then the dearest; ties as in `score`."""
    broken = (kept for kept in score(problem, placing) if not kept.is_kept)
    return tuple(sorted(broken, key=lambda kept: (not kept.is_hard, -kept.cost)))


def _kept(wish: Wish, seated: Seated) -> list[Kept]:
    weight = BROKEN_RULE if wish.is_hard else wish.weight
    found = [
        Kept(wish.id, wish.kind, wish.is_hard, weight * times, who) for who, times in breaches(wish, seated)
    ]
    return found or [Kept(wish.id, wish.kind, wish.is_hard, 0, wish.who)]
