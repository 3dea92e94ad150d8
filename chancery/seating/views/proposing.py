"""Plans made by form, search or repair: looked at, then taken in one step."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from chancery.accounts.roles import Right
from chancery.base.frame import framed
from chancery.events.access import EventOffice
from chancery.events.choosing import address
from chancery.events.pages import event_page
from chancery.rules.seating.solve import MissingPackages
from chancery.seating import colouring, plan_drawing, plan_words, proposals
from chancery.seating.actions import solving
from chancery.seating.jobs.search import missing_words
from chancery.seating.models import Plan
from chancery.seating.proposals import Proposal
from chancery.seating.queries.changes import basis_of
from chancery.seating.queries.loading import LoadedPlan
from chancery.seating.queries.plans import guest_revision_of
from chancery.seating.views import reading
from chancery.seating.views.placing import do_and_say


@event_page(Right.SEATING_EDIT)
def propose(request: HttpRequest, office: EventOffice, plan: str, deed: str) -> HttpResponse:
    """Show who would move by form, search or repair; take the plan once that was seen."""
    if deed not in proposals.MAKERS:
        raise Http404
    chosen = reading.plan_called(office, plan)
    loaded = reading.load(office, chosen)
    try:
        proposal = proposals.proposed(loaded, deed)
    except proposals.NothingFound as refused:
        messages.error(request, str(refused))
        return _back(office, chosen)
    except MissingPackages:
        messages.error(request, missing_words())
        return _back(office, chosen)
    if request.method == "POST" and _is_as_seen(request, chosen, proposal):
        return _take(request, office, chosen, proposal)
    return _shown(request, office, loaded, proposal)


def _is_as_seen(request: HttpRequest, plan: Plan, proposal: Proposal) -> bool:
    """Whether what is taken is what was looked at; else the page is shown anew and says so."""
    seen = (request.POST.get("revision", ""), request.POST.get("key", ""))
    if seen == (str(plan.revision), proposal.key):
        return True
    messages.error(request, _("The plan or the guest list was changed meanwhile; look at the moves again."))
    return False


def _take(request: HttpRequest, office: EventOffice, plan: Plan, proposal: Proposal) -> HttpResponse:
    def save() -> str:
        solving.take(plan, proposal.made, revision=plan.revision, by=office.actor, at=timezone.now())
        count = len(proposal.moves) + len(proposal.new)
        return ngettext(
            "The plan is taken: %(count)s guest has another seat.",
            "The plan is taken: %(count)s guests have another seat.",
            count,
        ) % {"count": count}

    do_and_say(request, office, plan, save)
    return _back(office, plan)


def _shown(request: HttpRequest, office: EventOffice, loaded: LoadedPlan, proposal: Proposal) -> HttpResponse:
    plan, placing = loaded.plan, proposal.made.placing
    pointing = plan_drawing.Pointing(url="", colour=request.GET.get("colour", ""))
    colours = colouring.colouring_of(loaded, pointing.colour)
    moved = frozenset(moving.sitter for moving in proposal.moves)
    return framed(
        request,
        "seating/proposal.html",
        plan=plan,
        proposal=proposal,
        drawing=plan_drawing.drawn(loaded),
        faces=plan_drawing.faces_of(loaded, placing, colours, pointing, moved=moved),
        before=plan_words.warnings_of(loaded, loaded.placing, pointing, {}),
        after=plan_words.warnings_of(loaded, placing, pointing, proposal.made.outcome),
        cancel_url=address(office, "seating:plan", plan=plan.code),
    )


@require_POST
@event_page(Right.SEATING_EDIT)
def take_note(request: HttpRequest, office: EventOffice, plan: str) -> HttpResponse:
    """Let the plan count as up to date, with the seats as they are."""
    chosen = reading.plan_called(office, plan)
    basis = basis_of(reading.load(office, chosen))

    def save() -> str:
        revision = guest_revision_of(chosen.event)
        solving.take_note(chosen, basis, guest_revision=revision, by=office.actor)
        return _("The plan counts as up to date.")

    do_and_say(request, office, chosen, save)
    return _back(office, chosen)


def _back(office: EventOffice, plan: Plan) -> HttpResponse:
    return redirect(address(office, "seating:plan", plan=plan.code))
