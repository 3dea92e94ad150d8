"""What the reasons of a plan are made of: the plan as it stands, and what gave each seat."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from chancery.rules import precedence
from chancery.rules.reasons import Reason
from chancery.rules.seating.explain import Hand
from chancery.rules.seating.forms import seat_by_form
from chancery.rules.seating.plan import Solution
from chancery.rules.seating.score import cost, score
from chancery.seating.models import Placement
from chancery.seating.queries.loading import LoadedPlan


def as_it_stands(plan: LoadedPlan) -> Solution:
    """The plan as it is now: seats, wishes kept and given up, their cost, what a form decided."""
    kept = score(plan.problem, plan.placing)
    return Solution(plan.placing, cost(kept), kept=kept, reasons=_decided_by_form(plan))


def _decided_by_form(plan: LoadedPlan) -> Mapping[str, tuple[Reason, ...]]:
    """The reasons of the form for those whom it gave the seat that they still have."""
    by_form = [sitter for sitter in plan.placing if plan.placements[sitter].given == Placement.Given.FORM]
    if not by_form:
        return {}
    made = seat_by_form(plan.problem)
    return {
        sitter: made.reasons[sitter] for sitter in by_form if made.placing.get(sitter) == plan.placing[sitter]
    }


def hands_of(plan: LoadedPlan) -> Mapping[str, Hand]:
    """What gave each seat, by sitter."""
    return {
        sitter: Hand(
            given=row.given, by=str(row.by) if row.by else _("a former colleague"), reason=row.reason
        )
        for sitter, row in plan.placements.items()
    }


def decisive_between(plan: LoadedPlan, one: str, other: str) -> Reason | None:
    """By what the order of the event sets two guests; None where it does not hold both, or they are one."""
    refs = [plan.participants[sitter].ref for sitter in (one, other)]
    if refs[0] == refs[1] or any(plan.order.of(ref) is None for ref in refs):
        return None
    return precedence.compare(plan.order.places, *refs)
