"""What is printed of a plan: each paper by itself, and whether guests read their seat on their passes."""

from dataclasses import asdict
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chancery.accounts.roles import Right
from chancery.base import downloads
from chancery.base.forms_stock import StockForm
from chancery.base.frame import Link, framed
from chancery.base.pdf import Imprint, PaperFailed
from chancery.base.stock import Stock
from chancery.events import undoing
from chancery.events.access import EventOffice
from chancery.events.choosing import address
from chancery.events.pages import event_page
from chancery.events.wording import WordingMissing, main_language
from chancery.guests.documents.imprints import imprint_of, usual_stock
from chancery.seating.actions import printing as actions
from chancery.seating.documents import printed
from chancery.seating.documents.printed import PlanPaper
from chancery.seating.models import Plan, Printing
from chancery.seating.queries import plans as queries

UNDO = "seating:undo"
REFUSALS = (PaperFailed, WordingMissing)


@event_page(Right.SEATING_VIEW)
def papers(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """List the papers of one plan, and the cards that are printed again after a change."""
    plan = _asked(request, office)
    form = StockForm(request.GET, usual=usual_stock(office.event))
    return framed(
        request,
        "seating/papers.html",
        plan=plan,
        plans=_plans(office, plan),
        papers=_listed(office, plan, form.stock) if plan else [],
        cards=_cards(office, plan) if plan else [],
        form=form,
    )


def _asked(request: HttpRequest, office: EventOffice) -> Plan | None:
    """The plan that the address names, else the one that stands for the event."""
    if code := request.GET.get("plan"):
        return plan_with(office, code)
    return queries.plan_to_show(office.event)


def plan_with(office: EventOffice, code: str) -> Plan:
    """A plan of the event by its code, else 404."""
    found = Plan.objects.filter(event=office.event).select_related("room", "part")
    plan = get_object_or_404(found, code=code)
    plan.event = office.event
    return plan


def _plans(office: EventOffice, current: Plan | None) -> list[Link]:
    """The plans among which to choose, where there are several."""
    found = list(queries.plans_of(office.event))
    url = address(office, "seating:papers")
    links = [Link(plan_words(plan), f"{url}?plan={plan.code}", plan == current) for plan in found]
    return links if len(links) > 1 else []


def plan_words(plan: Plan) -> str:
    """Plan 2, or its name."""
    return plan.name or _("Plan %(number)s") % {"number": plan.number}


def _listed(office: EventOffice, plan: Plan, stock: Stock) -> list[dict[str, Any]]:
    """The papers with the addresses that print them on `stock`."""
    query = urlencode(asdict(stock))
    return [
        {
            "name": str(paper.name),
            "url": f"{address(office, 'seating:paper', plan=plan.code, name=paper.key)}?{query}",
        }
        for paper in printed.papers_of(plan)
        if office.may(paper.right)
    ]


def _cards(office: EventOffice, plan: Plan) -> list[Link]:
    """The cards of which those that have changed are printed alone."""
    return [
        Link(str(label), address(office, "seating:changed-cards", plan=plan.code, paper=paper))
        for paper, label in Printing.Paper.choices
        if may_print(office, paper)
    ]


def may_print(office: EventOffice, paper: str) -> bool:
    """Whether the reader may have a paper of cards; passes open the door, so they are for few."""
    return paper != Printing.Paper.PASSES or office.may(Right.GUESTS_VIEW)


@event_page(Right.SEATING_VIEW)
def paper(request: HttpRequest, office: EventOffice, plan: str, name: str) -> HttpResponse:
    """Print one paper of a plan, as it stands now."""
    chosen = plan_with(office, plan)
    wanted = _paper(office, chosen, name)
    try:
        content = printed.printed(chosen, wanted, imprint_for(request, office, chosen))
    except REFUSALS as refusal:
        messages.error(request, str(refusal))
        return redirect(f"{address(office, 'seating:papers')}?plan={chosen.code}")
    return pdf_of(office, content, wanted.key)


def _paper(office: EventOffice, plan: Plan, key: str) -> PlanPaper:
    for one in printed.papers_of(plan):
        if one.key == key and office.may(one.right):
            return one
    raise Http404


def imprint_for(request: HttpRequest, office: EventOffice, plan: Plan) -> Imprint:
    """What the sheets say about themselves, on the stock that the address names."""
    stock = StockForm(request.POST or request.GET, usual=usual_stock(office.event)).stock
    language = main_language(plan.event)
    return imprint_of(plan.event, language, now=timezone.now(), author=str(office.user), stock=stock)


def pdf_of(office: EventOffice, content: bytes, name: str) -> HttpResponse:
    """A PDF that the browser shows."""
    return downloads.opened(content, f"{office.event.ref}-{name}.pdf")


@require_POST
@event_page(Right.SEATING_EDIT)
def tell(request: HttpRequest, office: EventOffice, plan: str) -> HttpResponse:
    """Let guests read their seat on their entry pass, or no longer."""
    chosen = plan_with(office, plan)
    is_told = request.POST.get("told") == "yes"

    def save() -> str:
        actions.tell_on_passes(chosen, is_told=is_told, by=office.actor)
        if is_told:
            return _("Guests read their seat on their entry pass; it follows every change.")
        return _("Guests do not read their seat on their entry pass any more.")

    undoing.do_and_say(request, office, save, route=UNDO)
    return redirect(f"{address(office, 'seating:papers')}?plan={chosen.code}")
