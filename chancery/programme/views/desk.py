"""The caller's desk: the run as it stands, the steps, and the sheet on paper."""

from functools import partial
from http import HTTPStatus
from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_POST

from chancery.accounts.roles import Right
from chancery.base import downloads
from chancery.base.pdf import PaperFailed
from chancery.base.push import Opened
from chancery.events.access import EventOffice
from chancery.events.pages import event_page
from chancery.events.wording import WordingMissing
from chancery.programme.actions import running as actions
from chancery.programme.desk_of_calls import desk_of
from chancery.programme.desk_words import desk_words
from chancery.programme.documents import run_sheet as documents
from chancery.programme.forms.steps import StepForm
from chancery.programme.models import Item
from chancery.programme.running import state_now, state_of


@event_page(Right.RUN_CALL)
def desk(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Show the run: now, next, clock and drift; the steps work without scripts too."""
    state = state_of(office.event, now=timezone.now()).as_json()
    context = {
        "office": office,
        "state": state,
        "uid": uuid4(),
        "desk": desk_of(state),
        "words": desk_words(),
        "kinds": Item.Kind.choices,
    }
    return render(request, "programme/desk.html", context)


@event_page(Right.RUN_CALL)
def run_state(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Answer with the state of the run; a desk that asks by POST says with it that it is there."""
    now = timezone.now()
    if request.method == "POST":
        actions.seen(office.event, office.user, now=now)
    return JsonResponse(state_of(office.event, now=now).as_json())


@event_page(Right.RUN_CALL)
def stream(request: HttpRequest, office: EventOffice) -> Opened:
    """Let a desk follow the run."""
    event = office.event.pk
    return Opened(f"run:{event}", partial(state_now, event))


@require_POST
@event_page(Right.RUN_CALL)
def step(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Take one step; a script gets the state or a refusal back, a plain form the desk."""
    form = StepForm(request.POST, event=office.event)
    refusal = form.trouble() if not form.is_valid() else _take(form, office)
    if "application/json" in request.headers.get("Accept", ""):
        return _told(office, refusal)
    if refusal:
        messages.error(request, refusal)
    return _back(office)


def _take(form: StepForm, office: EventOffice) -> str:
    """Take the step of a form; return why it was refused, empty where it was taken."""
    try:
        actions.take_step(office.event, by=office.actor, **form.arguments(timezone.now()))
    except actions.StepRefused as refused:
        return str(refused)
    return ""


def _told(office: EventOffice, refusal: str) -> JsonResponse:
    now = timezone.now()
    told: dict[str, Any] = {"refusal": refusal, "state": state_of(office.event, now=now).as_json()}
    return JsonResponse(told, status=HTTPStatus.CONFLICT if refusal else HTTPStatus.OK)


@require_POST
@event_page(Right.RUN_CALL)
def rehearse(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Begin a rehearsal or end it."""
    try:
        actions.rehearse(office.event, is_rehearsal=request.POST.get("is") == "on", by=office.actor)
    except actions.StepRefused as refused:
        messages.error(request, str(refused))
    return _back(office)


def _back(office: EventOffice) -> HttpResponse:
    return redirect("programme:desk", ref=office.organiser.ref, code=office.event.code)


@event_page(Right.RUN_CALL)
def run_sheet(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Print the run sheet as it stands now."""
    now, language = timezone.now(), get_language() or "en"
    state = state_of(office.event, now=now)
    imprint = documents.imprint(state.evening, language, now=now, author=str(office.user))
    try:
        made = documents.run_sheet(state, language=language, imprint=imprint)
    except (PaperFailed, WordingMissing) as refusal:
        messages.error(request, str(refusal))
        return _back(office)
    return downloads.opened(made, "run-sheet.pdf")
