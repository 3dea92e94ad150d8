"""The page on which the door finds seats."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language

from chancery.accounts.roles import Right
from chancery.base.frame import framed
from chancery.events.access import EventOffice
from chancery.events.pages import event_page
from chancery.seating import finding_rows
from chancery.seating.documents.printed import seated_plan
from chancery.seating.documents.refused import DrawingRefused
from chancery.seating.documents.seated import SeatedPlan
from chancery.seating.finding_rows import FoundSeat, ShownSeat
from chancery.seating.models import Plan
from chancery.seating.queries.telling import chosen_plans
from chancery.seating.views.papers import plan_words

LONGEST = 100


@event_page(Right.SEATING_VIEW)
def find(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Find somebody by any spelling, as the chosen plans stand now, and show the seat in the room."""
    text = request.GET.get("q", "").strip()[:LONGEST]
    plans = list(chosen_plans(office.event))
    found: list[FoundSeat] = []
    seats: list[ShownSeat] = []
    refusals: list[str] = []
    for plan in plans if text else ():
        plan.event = office.event
        try:
            seated = seated_plan(plan, get_language() or "")
        except DrawingRefused as refused:
            refusals.append(str(refused))
            continue
        lines = finding_rows.found_in(seated, text, plan_name=_name(plan, plans))
        found += lines
        seats += _shown(seated, lines, request.GET.get("who", ""))
    return framed(
        request,
        "seating/find.html",
        text=text,
        found=found,
        seats=seats,
        refusals=refusals,
        has_plan=bool(plans),
    )


def _name(plan: Plan, plans: list[Plan]) -> str:
    """Which plan a seat belongs to, where several stand for the event."""
    if len(plans) == 1:
        return ""
    return str(plan.part) if plan.part else plan_words(plan)


def _shown(plan: SeatedPlan, lines: list[FoundSeat], wanted: str) -> list[ShownSeat]:
    """The seat that was asked for, or the only one that was found."""
    chosen = [line for line in lines if line.key == wanted] if wanted else lines if len(lines) == 1 else []
    return [seat for line in chosen if (seat := finding_rows.shown(plan, line))]
