"""Rules and wishes of which no plan keeps all, kept with a plan and told (R61, R62)."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext

from chancery.base.reasons import in_words
from chancery.rules.reasons import Reason
from chancery.rules.seating.explain_words import wish_in_words
from chancery.rules.seating.grounds import grounds_of
from chancery.rules.seating.house import HOUSE
from chancery.rules.seating.plan import Kept, Problem, Solution, Wish
from chancery.rules.seating.solve.values import LOCKED
from chancery.seating.queries import apart
from chancery.seating.wish_rows import names_of_kinds
from chancery.seating.wording import where_words

# What the outcome of a plan, which travels with its event, says of a pair that is kept apart.
DISCREET = "wish-of-the-office"


@dataclass(frozen=True, slots=True)
class Conflict:
    """Wishes that cannot all be kept, in words; `is_smallest` where no smaller set is to blame, by proof."""

    wishes: Sequence[str]
    is_smallest: bool


def told_conflicts(solution: Solution) -> dict[str, Any]:
    """What a plan keeps of its conflicts; of a pair kept apart only that it is a wish of the office."""
    return {
        "conflicts": [[_told_of(wish) for wish in each] for each in solution.conflicts],
        "is_blame_proven": solution.is_blame_proven,
    }


def _told_of(wish: str) -> str:
    return DISCREET if wish.startswith(apart.PREFIX) else wish


def conflicts_of(
    problem: Problem, outcome: Mapping[str, Any], wishes: Mapping[str, Wish], broken: Collection[str]
) -> list[Conflict]:
    """
    Tell the conflicts of an outcome that still stand.

    Shape: `wishes` are all that is asked by id, `broken` the ids of those that are not kept. A conflict is
    over once all of it is kept, or a wish or lock of it is no more.
    """
    if not outcome.get("conflicts"):
        return []
    teller = _Teller(problem, wishes, broken)
    is_smallest = bool(outcome.get("is_blame_proven"))
    standing = [each for each in outcome["conflicts"] if teller.stands(each)]
    return [Conflict(sorted(map(teller.words, each)), is_smallest) for each in standing]


class _Teller:
    """Puts the ids of a conflict into words."""

    def __init__(self, problem: Problem, wishes: Mapping[str, Wish], broken: Collection[str]) -> None:
        self.problem, self.wishes = problem, wishes
        self.names = {sitter.id: sitter.name for sitter in problem.sitters}
        self.hosts = {each: seat for each, seat in grounds_of(problem).hosts.items() if each in self.names}
        self.broken = {_told_of(wish) for wish in broken}

    def stands(self, conflict: Sequence[str]) -> bool:
        locks = {LOCKED + sitter for sitter in (*self.hosts, *self.problem.locked)}
        known = {_told_of(wish) for wish in self.wishes} | locks
        return bool(self.broken.intersection(conflict)) and known.issuperset(conflict)

    def words(self, told: str) -> str:
        if told == DISCREET:
            return gettext("A wish of the office")
        if told.startswith(LOCKED):
            return self.lock_words(told.removeprefix(LOCKED))
        wish = self.wishes[told]
        if told.startswith(HOUSE):
            return names_of_kinds()[wish.kind]
        kept = Kept(wish.id, wish.kind, wish.is_hard, 0, wish.who)
        return in_words(Reason("%(wish)s", {"wish": wish_in_words(wish, kept, self.problem)}))

    def lock_words(self, sitter: str) -> str:
        """A lock, or the seat that the form gives a host."""
        locked = self.problem.locked.get(sitter)
        seat = where_words(self.problem.room, locked or self.hosts[sitter])
        words = gettext("%(name)s is locked: %(seat)s") if locked else gettext("%(name)s is a host: %(seat)s")
        return words % {"name": self.names[sitter], "seat": seat}
