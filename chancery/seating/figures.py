"""The figures of a plan, counted when it is worked on, so that the list of plans need not load them all."""

from typing import Any

from chancery.rules.seating import score
from chancery.seating.models import Plan
from chancery.seating.queries.changes import changes_since
from chancery.seating.queries.loading import LoadedPlan


def figures_of(plan: LoadedPlan) -> dict[str, Any]:
    """What a plan gives up, how many hard rules it breaks, and how many of how many are seated."""
    broken = score.warnings(plan.problem, plan.placing)
    return {
        "cost": sum(kept.cost for kept in broken if not kept.is_hard),
        "hard": sum(1 for kept in broken if kept.is_hard),
        "seated": len(plan.placing),
        "people": len(plan.problem.sitters),
        "changes": len(changes_since(plan.plan, plan).of_guests),
        "revision": plan.plan.revision,
    }


def count(plan: LoadedPlan) -> None:
    """Keep the figures of a plan as it stands; that is no change of the plan, and leaves no line."""
    Plan.objects.filter(pk=plan.plan.pk).update(figures=figures_of(plan))
