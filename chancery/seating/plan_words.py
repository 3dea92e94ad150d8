"""What a plan does not keep, in words, with links to the seats concerned."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext, ngettext

from chancery.base.frame import Link
from chancery.base.reasons import in_words
from chancery.rules.reasons import Reason
from chancery.rules.seating import score
from chancery.rules.seating.explain_words import wish_in_words
from chancery.rules.seating.house import wishes_of_all
from chancery.rules.seating.plan import Kept, Placing, Problem, WishKind
from chancery.seating.conflict_words import Conflict, conflicts_of
from chancery.seating.plan_drawing import Pointing
from chancery.seating.queries.loading import LoadedPlan

# So many of one kind are told one by one; how many more there are is said.
TOLD = 12


@dataclass(frozen=True, slots=True)
class Warned:
    """One thing that is not kept: the sentence, and links to those concerned."""

    words: str
    is_hard: bool
    cost: int
    people: Sequence[Link]


@dataclass(frozen=True, slots=True)
class WarnedKind:
    """What is given up of one kind of wishes: how often, at what cost, and the dearest of it."""

    name: str
    count: int
    cost: int
    lines: Sequence[Warned]

    @property
    def more(self) -> int:
        return self.count - len(self.lines)


@dataclass(frozen=True, slots=True)
class Warnings:
    """
    Everything a plan does not keep: broken rules one by one, wishes by kind, and what it all costs.

    `conflicts` tell which of them cannot all be kept, as far as the making of the plan has found it.
    """

    hard: Sequence[Warned]
    kinds: Sequence[WarnedKind]
    cost: int
    conflicts: Sequence[Conflict]

    @property
    def summary(self) -> str:
        """The hard rules in a word: “2 rules are not kept”."""
        count = len(self.hard)
        if not count:
            return gettext("All rules are kept.")
        return ngettext("%(count)s rule is not kept.", "%(count)s rules are not kept.", count) % {
            "count": count
        }


def warnings_of(
    plan: LoadedPlan, placing: Placing, pointing: Pointing, outcome: Mapping[str, Any]
) -> Warnings:
    """
    Return what a placing does not keep; whom a discreet wish concerns is told only with its words.

    Shape: `outcome` is what the making of the placing told (jobs.search.told).
    """
    problem = plan.problem
    broken = score.warnings(problem, placing)
    teller = _Teller(problem, pointing)
    soft: dict[str, list[Kept]] = {}
    for kept in broken:
        if not kept.is_hard:
            soft.setdefault(teller.kind_of(kept), []).append(kept)
    kinds = [
        WarnedKind(
            name, len(found), sum(kept.cost for kept in found), [teller.told(one) for one in found[:TOLD]]
        )
        for name, found in soft.items()
    ]
    return Warnings(
        hard=[teller.told(kept) for kept in broken if kept.is_hard],
        kinds=sorted(kinds, key=lambda kind: -kind.cost),
        cost=sum(kept.cost for kept in broken if not kept.is_hard),
        conflicts=conflicts_of(problem, outcome, teller.wishes, {kept.wish for kept in broken}),
    )


class _Teller:
    """Puts what is not kept into words."""

    def __init__(self, problem: Problem, pointing: Pointing) -> None:
        self.problem, self.pointing = problem, pointing
        self.wishes = {wish.id: wish for wish in wishes_of_all(problem)}
        self.names = {sitter.id: sitter.name for sitter in problem.sitters}

    def kind_of(self, kept: Kept) -> str:
        """The heading of what is not kept; that of a discreet wish says nothing of its kind."""
        return gettext("Wishes of the office") if self.is_hidden(kept) else kind_in_words(kept.kind)

    def is_hidden(self, kept: Kept) -> bool:
        wish = self.wishes[kept.wish]
        return wish.is_discreet and not wish.words

    def told(self, kept: Kept) -> Warned:
        wish = self.wishes[kept.wish]
        if self.is_hidden(kept):
            return Warned(gettext("A wish of the office that few may read"), kept.is_hard, kept.cost, ())
        words = in_words(Reason("%(wish)s", {"wish": wish_in_words(wish, kept, self.problem)}))
        people = [
            Link(self.names[who], self.pointing.to(hand=who) if self.pointing.may_move else "")
            for who in kept.who
            if who in self.names
        ]
        return Warned(words, kept.is_hard, kept.cost, people)


def kind_in_words(kind: WishKind) -> str:
    """A kind of wishes as a heading."""
    match kind:
        case WishKind.PRECEDENCE:
            return gettext("Order of precedence")
        case WishKind.COUPLE:
            return gettext("Couples")
        case WishKind.ALTERNATE | WishKind.NO_WOMAN_AT_END | WishKind.BALANCE:
            return gettext("Women and men")
        case WishKind.DELEGATION | WishKind.TOGETHER | WishKind.BESIDE:
            return gettext("Together")
        case WishKind.LANGUAGE | WishKind.INTERPRETER:
            return gettext("Languages")
        case WishKind.APART | WishKind.NOT_BESIDE | WishKind.STATES_APART:
            return gettext("Apart")
        case _:
            return gettext("Places in the room")
