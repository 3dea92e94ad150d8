"""The search for the best plan: beginning it, watching it, stopping it."""

from dataclasses import dataclass
from datetime import timedelta

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chancery.accounts.roles import Right
from chancery.base import jobs
from chancery.base.frame import framed
from chancery.base.models import Job
from chancery.events.access import EventOffice
from chancery.events.choosing import address
from chancery.events.pages import event_page
from chancery.rules.seating.solve import is_installed
from chancery.seating import proposals
from chancery.seating.actions import solving
from chancery.seating.forms.plans import SearchForm
from chancery.seating.jobs.search import best_words, missing_words
from chancery.seating.models import Plan
from chancery.seating.views import reading

# How long a stopped search may take to write down its best plan.
CLOSING = timedelta(minutes=1)
# How long a search is told of that has left no plan to take.
TOLD = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Search:
    """
    The last search of a plan as its line shows it.

    `result_url` is empty until there is a plan to take; `overtaken` says why one that was found is none.
    """

    job: Job
    is_closing: bool
    found: str
    overtaken: str
    url: str
    stop_url: str
    result_url: str


def search_of(office: EventOffice, plan: Plan) -> Search | None:
    """The last search, while it runs and until its plan was taken; for a while one without a plan to take."""
    job = plan.job
    if job is None:
        return None
    has_plan = bool(job.outcome.get("placing"))
    overtaken = proposals.overtaken_words() if has_plan and proposals.is_overtaken(plan, job.outcome) else ""
    if (overtaken or not has_plan) and _has_ended_before(job, TOLD):
        return None
    return Search(
        job=job,
        is_closing=_is_closing(job),
        found=best_words(job.outcome["cost"], job.outcome["bound"]) if has_plan else "",
        overtaken=overtaken,
        url=address(office, "seating:search", plan=plan.code),
        stop_url=address(office, "seating:stop-search", plan=plan.code) if _may(office) else "",
        result_url=_result_url(office, plan) if has_plan and not overtaken and _may(office) else "",
    )


def _is_closing(job: Job) -> bool:
    """Whether a search that was stopped while it ran may still write down its best plan."""
    is_open = job.state == Job.State.STOPPED and job.started_at is not None and not job.outcome
    return is_open and not _has_ended_before(job, CLOSING)


def _has_ended_before(job: Job, time: timedelta) -> bool:
    return job.is_over and (job.ended_at is None or timezone.now() - job.ended_at > time)


def _may(office: EventOffice) -> bool:
    return office.may(Right.SEATING_EDIT)


def _result_url(office: EventOffice, plan: Plan) -> str:
    return address(office, "seating:propose", plan=plan.code, deed="solved")


@require_POST
@event_page(Right.SEATING_EDIT)
def solve(request: HttpRequest, office: EventOffice, plan: str) -> HttpResponse:
    """Begin the search for the best plan."""
    chosen = reading.plan_called(office, plan)
    form = SearchForm(request.POST)
    if not is_installed():
        messages.error(request, missing_words())
    elif not form.is_valid():
        messages.error(request, _("Choose how long the search may take."))
    else:
        _start(request, office, chosen, form)
    return redirect(address(office, "seating:plan", plan=chosen.code))


def _start(request: HttpRequest, office: EventOffice, plan: Plan, form: SearchForm) -> None:
    language = get_language() or "en"
    try:
        solving.start_search(plan, **form.cleaned_data, language=language, by=office.actor)
    except solving.SearchUnderWay:
        messages.error(request, _("A search for this plan is under way; stop it first."))


@event_page(Right.SEATING_VIEW)
def search(request: HttpRequest, office: EventOffice, plan: str) -> HttpResponse:
    """Show how far the search is."""
    chosen = reading.plan_called(office, plan)
    found = search_of(office, chosen)
    if found is None:
        raise Http404
    return framed(request, "seating/search.html", plan=chosen, search=found)


@require_POST
@event_page(Right.SEATING_EDIT)
def stop(request: HttpRequest, office: EventOffice, plan: str) -> HttpResponse:
    """Stop the search; the best plan so far is kept."""
    chosen = reading.plan_called(office, plan)
    if chosen.job is not None:
        jobs.stop(chosen.job)
    return redirect(address(office, "seating:plan", plan=chosen.code))
