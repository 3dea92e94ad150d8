"""Two plans beside each other: who sits elsewhere, and what each gives up."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from chancery.accounts.roles import Right
from chancery.base.frame import framed
from chancery.events.access import EventOffice
from chancery.events.choosing import address
from chancery.events.pages import event_page
from chancery.seating import plan_words
from chancery.seating.plan_drawing import Pointing
from chancery.seating.plan_words import Warnings
from chancery.seating.proposals import Moving
from chancery.seating.queries import plans as queries
from chancery.seating.queries.loading import LoadedPlan
from chancery.seating.views import reading
from chancery.seating.wording import where_words


@dataclass(frozen=True, slots=True)
class CostOfKind:
    """What each of two plans gives up of one kind of wishes."""

    name: str
    one: int
    other: int


@event_page(Right.SEATING_VIEW)
def compare(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Compare two plans of the event; without a choice the chosen one and the last other."""
    plans = list(queries.plans_of(office.event))
    if len(plans) < 2:
        messages.info(request, _("There are no two plans to compare yet; copy one and change it."))
        return redirect(address(office, "seating:plans"))
    by_code = {plan.code: plan for plan in plans}
    first = by_code.get(request.GET.get("one", "")) or next((p for p in plans if p.is_chosen), plans[0])
    others = [plan for plan in plans if plan != first]
    second = by_code.get(request.GET.get("other", "")) or others[-1]
    read = [reading.load(office, reading.plan_called(office, plan.code)) for plan in (first, second)]
    told = [_warnings(office, each) for each in read]
    return framed(
        request,
        "seating/compare.html",
        plans=plans,
        sides=list(zip((first, second), read, told, strict=True)),
        kinds=_kinds(*told),
        moves=_elsewhere(*read),
    )


def _warnings(office: EventOffice, read: LoadedPlan) -> Warnings:
    url = address(office, "seating:plan", plan=read.plan.code)
    pointing = Pointing(url=url, colour="", may_move=office.may(Right.SEATING_EDIT))
    return plan_words.warnings_of(read, read.placing, pointing, read.plan.outcome)


def _kinds(one: Warnings, other: Warnings) -> list[CostOfKind]:
    """Every kind of which one of the two gives something up, the dearest first."""
    costs = [{kind.name: kind.cost for kind in side.kinds} for side in (one, other)]
    found = [CostOfKind(name, *(side.get(name, 0) for side in costs)) for name in costs[0] | costs[1]]
    return sorted(found, key=lambda kind: (-max(kind.one, kind.other), kind.name))


def _elsewhere(one: LoadedPlan, other: LoadedPlan) -> list[Moving]:
    """Who sits elsewhere in the other plan, in the order of precedence."""
    names = {sitter.id: sitter.name for read in (one, other) for sitter in read.problem.sitters}
    return [
        Moving(
            sitter,
            name,
            where_words(one.problem.room, one.placing.get(sitter, "")),
            where_words(other.problem.room, other.placing.get(sitter, "")),
        )
        for sitter, name in names.items()
        if one.placing.get(sitter) != other.placing.get(sitter)
    ]
