"""A plan that was made and is looked at before anybody moves: who goes from where to where."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import gettext

from chancery.base.reasons import in_words
from chancery.rules.reasons import Reason
from chancery.rules.seating import score
from chancery.rules.seating.forms import seat_by_form
from chancery.rules.seating.plan import Placing, Solution
from chancery.rules.seating.solve import repair
from chancery.seating.actions.solving import Made
from chancery.seating.conflict_words import told_conflicts
from chancery.seating.hand import sittings_of
from chancery.seating.models import Plan
from chancery.seating.queries.changes import changes_since
from chancery.seating.queries.loading import LoadedPlan
from chancery.seating.queries.plans import guest_revision_of
from chancery.seating.wording import where_words


@dataclass(frozen=True, slots=True)
class Moving:
    """Somebody who gets another seat, in words; `before` or `after` is empty for none."""

    sitter: str
    name: str
    before: str
    after: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Unseated:
    """Somebody for whom there is no seat, and why."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """
    A plan to look at.

    Shape: `moves` are those who have a seat and get another or none, `new` those who get their first one.
    `key` stands for the seats: where another key is sent back, something has changed meanwhile.
    """

    deed: str
    made: Made
    key: str
    moves: Sequence[Moving]
    new: Sequence[Moving]
    unseated: Sequence[Unseated]

    @property
    def is_nothing(self) -> bool:
        return not self.moves and not self.new


@dataclass(frozen=True, slots=True)
class _Found:
    """What form, search or repair has found."""

    placing: Placing
    unseated: Mapping[str, Reason]
    outcome: Mapping[str, Any]
    reasons: Mapping[str, Reason]


class NothingFound(Exception):
    """There is no such plan to look at; the message is one sentence."""


def proposed(plan: LoadedPlan, deed: str) -> Proposal:
    """Make the plan that a deed proposes. Errors: NothingFound, MissingPackages."""
    found = MAKERS[deed](plan)
    people = sittings_of(plan, found.placing)
    made = Made(
        deed=deed,
        people=list(people.values()),
        placing=found.placing,
        outcome=found.outcome,
        guest_revision=guest_revision_of(plan.plan.event),
    )
    moves, new = _moves(plan, found)
    return Proposal(deed, made, _key(found.placing), moves, new, _unseated(plan, found))


def _key(placing: Placing) -> str:
    told = "|".join(f"{sitter}={seat}" for sitter, seat in sorted(placing.items()))
    return hashlib.blake2b(told.encode(), digest_size=8).hexdigest()


def _moves(plan: LoadedPlan, found: _Found) -> tuple[list[Moving], list[Moving]]:
    room = plan.problem.room
    names = {sitter.id: sitter.name for sitter in plan.problem.sitters}
    before = {sitter: row.seat for sitter, row in plan.placements.items()}
    moves: list[Moving] = []
    new: list[Moving] = []
    for sitter in dict.fromkeys([*names, *before]):
        was, now = before.get(sitter, ""), found.placing.get(sitter, "")
        if was != now:
            moving = Moving(
                sitter,
                names.get(sitter) or _name_of_gone(plan, sitter),
                where_words(room, was),
                where_words(room, now),
                in_words(found.reasons[sitter]) if sitter in found.reasons else "",
            )
            (moves if was else new).append(moving)
    return moves, new


def _name_of_gone(plan: LoadedPlan, sitter: str) -> str:
    code, _point, member = sitter.rpartition(".")
    name = next((who.name for who in plan.order.participants if who.code == code), "")
    return name if member == "0" else gettext("companion of %(name)s") % {"name": name}


def _unseated(plan: LoadedPlan, found: _Found) -> list[Unseated]:
    names = {sitter.id: sitter.name for sitter in plan.problem.sitters}
    return [
        Unseated(name, in_words(found.unseated[sitter]) if sitter in found.unseated else "")
        for sitter, name in names.items()
        if sitter not in found.placing
    ]


def _by_form(plan: LoadedPlan) -> _Found:
    return _formed(plan, seat_by_form(plan.problem))


def _filled(plan: LoadedPlan) -> _Found:
    """The places by form for those without one, everybody else as if locked."""
    return _formed(plan, seat_by_form(replace(plan.problem, locked=plan.placing)))


def _formed(plan: LoadedPlan, solution: Solution) -> _Found:
    cost = score.cost(score.score(plan.problem, solution.placing))
    return _Found(solution.placing, solution.unseated, {"cost": cost} | told_conflicts(solution), {})


def _solved(plan: LoadedPlan) -> _Found:
    job = plan.plan.job
    told = job.outcome if job is not None and job.is_over else {}
    if not told.get("placing"):
        raise NothingFound(gettext("No search has found a plan yet; begin one on the page of the plan."))
    _demand_same_ground(plan.plan, told)
    outcome = {name: value for name, value in told.items() if name not in ("placing", "revision")}
    return _Found(told["placing"], {}, outcome, {})


def _demand_same_ground(plan: Plan, told: Mapping[str, Any]) -> None:
    if is_overtaken(plan, told):
        raise NothingFound(overtaken_words())


def is_overtaken(plan: Plan, told: Mapping[str, Any]) -> bool:
    """Whether plan or guest list are others than when the search for a plan began that told this."""
    return (told["revision"], told["guest_revision"]) != (plan.revision, guest_revision_of(plan.event))


def overtaken_words() -> str:
    """Why a plan that was found cannot be taken any more."""
    return gettext("The plan or the guest list was changed after the search had begun; search again.")


def _repaired(plan: LoadedPlan) -> _Found:
    """The fewest moves after a change: who came, went or moved in the order, and whoever must make room."""
    changed = [change.by or change.sitter for change in changes_since(plan.plan, plan).of_guests]
    sitters = {sitter.id for sitter in plan.problem.sitters}
    found = repair(plan.problem, plan.placing, changed=[sitter for sitter in changed if sitter in sitters])
    return _Found(
        found.placing,
        found.unseated,
        {"cost": found.cost},
        {moved.sitter: moved.reason for moved in found.moved},
    )


MAKERS: dict[str, Callable[[LoadedPlan], _Found]] = {
    "formed": _by_form,
    "filled": _filled,
    "solved": _solved,
    "repaired": _repaired,
}
