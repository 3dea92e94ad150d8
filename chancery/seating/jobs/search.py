"""The search for the best plan runs beside the pages; stopped, it keeps the best plan so far."""

from typing import Any

from django.utils.translation import gettext, ngettext, override

from chancery.base import jobs
from chancery.base.models import Job
from chancery.base.reasons import in_words
from chancery.rules.seating import solve as rules
from chancery.rules.seating.layout import LayoutRefused
from chancery.rules.seating.plan import Solution
from chancery.rules.seating.score import BROKEN_RULE
from chancery.seating.actions.solving import SEARCH
from chancery.seating.conflict_words import told_conflicts
from chancery.seating.models import Plan
from chancery.seating.queries.loading import LoadedPlan, loaded
from chancery.seating.queries.plans import guest_revision_of


@jobs.work(SEARCH)
def search(progress: jobs.Progress, *, plan: int, seed: int, moves: int, language: str) -> dict[str, Any]:
    """Search for the best plan by a number of moves; nobody moves until somebody has looked at it."""
    with override(language):
        chosen = _plan(plan)
        # Both are read before the guests: what changes later makes the plan found one of before.
        ground = {"revision": chosen.revision, "guest_revision": guest_revision_of(chosen.event)}
        read = _read(chosen, language)
        progress.begin(gettext("looking for a first plan"), moves)
        try:
            solution = rules.solve(read.problem, seed=seed, steps=moves, watch=_Watched(progress))
        except rules.MissingPackages:
            raise jobs.WorkFailed(missing_words()) from None
    outcome = told(solution, seed) | ground
    # A search that was stopped, even at its last step, keeps what it has found.
    Job.objects.filter(pk=progress.job.pk, state=Job.State.STOPPED).update(outcome=outcome)
    return outcome


def _plan(key: int) -> Plan:
    found = Plan.objects.select_related("event__organiser", "event__ordering", "room").filter(pk=key).first()
    if found is None:
        raise jobs.WorkFailed(gettext("The plan was deleted meanwhile; nothing was changed."))
    return found


def _read(plan: Plan, language: str) -> LoadedPlan:
    try:
        return loaded(plan, language=language, may_read_apart=False)
    except LayoutRefused as refused:
        raise jobs.WorkFailed(in_words(refused.reason)) from refused


class _Watched:
    """Tells the page how good the best plan is; asks the search to end once the user has stopped it."""

    def __init__(self, progress: jobs.Progress) -> None:
        self.progress, self.is_stopped = progress, False

    def __call__(self, seen: rules.Progress) -> bool:
        self.progress.job.step = best_words(seen.best, seen.bound)[:200]
        self.progress.job.total = seen.steps
        try:
            self.progress.at(seen.step)
        except jobs.WorkStopped:
            self.is_stopped = True
        return not self.is_stopped


def missing_words() -> str:
    """Why there is no search on this installation."""
    sentence = gettext(
        "The search for the best plan needs more packages; have “%(command)s” run on the server."
    )
    return sentence % {"command": "pip install chancery[seating]"}


def best_words(best: int, bound: int | None) -> str:
    """Tell the best cost so far and how far it is at most from the best; broken rules are counted."""
    if best >= BROKEN_RULE:
        broken, cost = divmod(best, BROKEN_RULE)
        return ngettext(
            "best plan so far breaks %(count)s rule and gives up %(cost)s",
            "best plan so far breaks %(count)s rules and gives up %(cost)s",
            broken,
        ) % {"count": broken, "cost": cost}
    if bound is None:
        return gettext("best plan so far gives up %(cost)s") % {"cost": best}
    if bound >= best:
        return gettext("best plan gives up %(cost)s, and no better one exists") % {"cost": best}
    return gettext("best plan so far gives up %(cost)s, no plan less than %(bound)s: a gap of %(gap)s %%") % {
        "cost": best,
        "bound": bound,
        "gap": round(100 * (best - bound) / best),
    }


def told(solution: Solution, seed: int) -> dict[str, Any]:
    """What a plan keeps of how it was made."""
    return {
        "placing": dict(solution.placing),
        "cost": solution.cost,
        "bound": solution.bound,
        "is_proven": solution.is_proven,
        **told_conflicts(solution),
        "unseated": sorted(solution.unseated),
        "seed": seed,
        "steps": solution.steps,
    }
