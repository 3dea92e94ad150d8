"""Cards that have changed since they were printed: who they are of, and printing them alone."""

from dataclasses import asdict
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chancery.accounts.roles import Right
from chancery.base.forms_stock import StockForm
from chancery.base.frame import framed
from chancery.events import undoing
from chancery.events.access import EventOffice
from chancery.events.choosing import address
from chancery.events.pages import event_page
from chancery.guests.documents.imprints import usual_stock
from chancery.seating import printing_rows
from chancery.seating.actions import printing as actions
from chancery.seating.documents import printed as documents
from chancery.seating.documents.printed import Run
from chancery.seating.documents.refused import DrawingRefused
from chancery.seating.models import Plan, Printing
from chancery.seating.queries.printings import printed_before, printings_of
from chancery.seating.views.papers import (
    REFUSALS,
    imprint_for,
    may_print,
    pdf_of,
    plan_with,
    plan_words,
)

UNDO = "seating:undo-printing"


@event_page(Right.SEATING_VIEW)
def changed(request: HttpRequest, office: EventOffice, plan: str, paper: str) -> HttpResponse:
    """Say whose cards have changed since they were printed, and list the printings."""
    chosen, kind = plan_with(office, plan), _kind(office, paper)
    try:
        seated = documents.seated_plan(chosen, get_language() or "")
        differing = documents.changed_since_print(documents.seated_plan(chosen), kind)
    except DrawingRefused as refused:
        messages.error(request, str(refused))
        return redirect(f"{address(office, 'seating:papers')}?plan={chosen.code}")
    return framed(
        request,
        "seating/changed_cards.html",
        plan=chosen,
        plan_name=plan_words(chosen),
        paper=kind,
        is_first=not printings_of(chosen, kind).exists(),
        lines=printing_rows.lines_of(seated, differing, printed_before(chosen, kind)),
        gone=len(differing.gone),
        total=len(seated.sittings),
        to_print=len(differing.to_print),
        printings=_printings(request, office, chosen, kind),
        stock=asdict(StockForm(request.GET, usual=usual_stock(office.event)).stock),
    )


def _kind(office: EventOffice, paper: str) -> Printing.Paper:
    if paper not in Printing.Paper.values or not may_print(office, paper):
        raise Http404
    return Printing.Paper(paper)


def _printings(
    request: HttpRequest, office: EventOffice, plan: Plan, kind: Printing.Paper
) -> list[tuple[Printing, int, str]]:
    """Each printing with the number of its cards and the address that prints them on the same stock."""
    query = urlencode(asdict(StockForm(request.GET, usual=usual_stock(office.event)).stock))
    found = []
    for one in printings_of(plan, kind):
        url = address(office, "seating:printed-cards", plan=plan.code, paper=kind, number=str(one.number))
        found.append((one, sum(1 for card in one.cards.values() if card), f"{url}?{query}"))
    return found


@require_POST
@event_page(Right.GUESTS_EDIT)
def print_cards(request: HttpRequest, office: EventOffice, plan: str, paper: str) -> HttpResponse:
    """Print the cards that have changed, or all of them anew, and keep that they were printed."""
    chosen, kind = plan_with(office, plan), _kind(office, paper)
    is_all = request.POST.get("which") == "all"
    try:
        seated = documents.seated_plan(chosen)
        run = documents.run_of(seated, kind, is_all=is_all)
        documents.print_run(seated, kind, run, imprint_for(request, office, chosen))
    except REFUSALS as refusal:
        messages.error(request, str(refusal))
        return redirect(address(office, "seating:changed-cards", plan=chosen.code, paper=kind))

    def keep() -> str:
        kept = actions.note_printing(
            chosen, paper=kind, cards=run.cards, gone=run.gone, by=office.actor, now=timezone.now()
        )
        count = len(run.cards)
        return ngettext(
            "Printing %(number)s is kept, with %(count)s card; open its PDF below.",
            "Printing %(number)s is kept, with %(count)s cards; open its PDF below.",
            count,
        ) % {"number": kept.number, "count": count}

    undoing.do_and_say(request, office, keep, route=UNDO)
    stock = StockForm(request.POST, usual=usual_stock(office.event)).stock
    url = address(office, "seating:changed-cards", plan=chosen.code, paper=kind)
    return redirect(f"{url}?{urlencode(asdict(stock))}")


@event_page(Right.SEATING_VIEW)
def printed(request: HttpRequest, office: EventOffice, plan: str, paper: str, number: int) -> HttpResponse:
    """Print the cards of one printing again, as they are now."""
    chosen, kind = plan_with(office, plan), _kind(office, paper)
    kept = get_object_or_404(printings_of(chosen, kind), number=number)
    run = Run({sitter: card for sitter, card in kept.cards.items() if card})
    try:
        seated = documents.seated_plan(chosen)
        content = documents.print_run(seated, kind, run, imprint_for(request, office, chosen))
    except REFUSALS as refusal:
        messages.error(request, str(refusal))
        return redirect(address(office, "seating:changed-cards", plan=chosen.code, paper=kind))
    return pdf_of(office, content, f"{kind}-{number}")


@require_POST
@event_page(Right.GUESTS_EDIT)
def undo_printing(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Undo that cards count as printed."""
    undoing.undo_last(request, office, done=_("The cards do not count as printed any more."))
    return redirect(address(office, "seating:papers"))
