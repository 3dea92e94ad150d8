"""The head of mission approves list and text of a wave."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chancery.accounts.roles import Right
from chancery.events.access import EventOffice
from chancery.events.pages import event_page
from chancery.guests.actions import approvals
from chancery.guests.actions.waves import WaveRefused
from chancery.guests.forms.waves import RemarkForm
from chancery.guests.views.waves import wave_address, wave_of


@require_POST
@event_page(Right.INVITATIONS_SEND)
def ask(request: HttpRequest, office: EventOffice, wave: str) -> HttpResponse:
    """Ask the head of mission to approve list and texts as they are now."""
    chosen = wave_of(office, wave)
    try:
        approvals.ask_approval(chosen, by=office.actor, now=timezone.now())
    except WaveRefused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("The head of mission finds the wave on the home page of the office."))
    return redirect(wave_address(office, "before", chosen))


@require_POST
@event_page(Right.INVITATIONS_APPROVE)
def decide(request: HttpRequest, office: EventOffice, wave: str) -> HttpResponse:
    """Approve what was shown, or send it back with a remark."""
    chosen = wave_of(office, wave)
    form = RemarkForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("The remark is too long; shorten it to 2,000 letters."))
        return redirect(wave_address(office, "before", chosen))
    is_given = request.POST.get("decision") == "given"
    try:
        approvals.decide(
            chosen,
            is_given=is_given,
            shown=request.POST.get("shown", ""),
            remark=form.cleaned_data["remark"],
            by=office.actor,
            now=timezone.now(),
        )
    except WaveRefused as refused:
        messages.error(request, str(refused))
    else:
        said = _("List and text are approved.") if is_given else _("The wave is sent back with your remark.")
        messages.success(request, said)
    return redirect(wave_address(office, "before", chosen))
