"""The telephone round: who calls whom, what to say, and what was answered."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chancery.accounts.roles import Right
from chancery.base.frame import framed
from chancery.base.languages import wording
from chancery.events import ordering
from chancery.events.access import EventOffice
from chancery.events.ordering import EventOrder
from chancery.events.pages import event_page
from chancery.guests.actions import calls as actions
from chancery.guests.actions import dispatches as registers
from chancery.guests.actions.replies import ReplyRefused
from chancery.guests.forms.registers import CallersForm, CallForm
from chancery.guests.models import Dispatch
from chancery.guests.queries import dispatches
from chancery.guests.queries.audience import in_order
from chancery.guests.queries.reaching import reach_of


@dataclass(frozen=True, slots=True)
class Call:
    """One call as the caller sees it; `number` is what a telephone dials."""

    dispatch: Dispatch
    name: str
    office: str
    through: str
    number: str
    caller: str
    form: CallForm


@event_page(Right.GUESTS_EDIT)
def calls(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Show the calls of the reader, or of everybody, with buttons for the answers."""
    everything = list(dispatches.calls_of(office.event))
    mine = [one for one in everything if one.caller_id in (None, office.membership.pk)]
    is_all = "all" in request.GET
    context = {
        "calls": _calls(office, everything if is_all else mine),
        "is_all": is_all,
        "total": len(everything),
        "mine": len(mine),
        "callers": CallersForm(members=dispatches.callers_of(office.organiser)),
    }
    return framed(request, "guests/calls.html", **context)


def _calls(office: EventOffice, waiting: list[Dispatch]) -> list[Call]:
    """The calls in order of precedence, by a fixed number of queries."""
    language = get_language() or "en"
    order = ordering.order_of(office.event)
    parties = in_order(order, [one.invitation for one in waiting])
    through = {reach.invitation.pk: reach.through for reach in reach_of(office.event, parties)}
    names = {who.key: who.name for who in order.participants}
    places = {party.pk: place for place, party in enumerate(parties)}
    return [
        Call(
            dispatch=one,
            name=names[one.invitation.guest_id],
            office=_office(order, one, language),
            through=through[one.invitation_id],
            number="".join(sign for sign in one.address if sign.isdigit() or sign == "+"),
            caller=str(one.caller.user) if one.caller else "",
            form=CallForm(prefix=one.code),
        )
        for one in sorted(waiting, key=lambda each: places[each.invitation_id])
    ]


def _office(order: EventOrder, dispatch: Dispatch, language: str) -> str:
    entry = order.of(dispatch.invitation.guest.ref)
    return wording(entry.title, language).text if entry else ""


@require_POST
@event_page(Right.GUESTS_EDIT)
def call(request: HttpRequest, office: EventOffice, dispatch: str) -> HttpResponse:
    """Enter what was answered on the telephone, or why nobody could be spoken with."""
    chosen = get_object_or_404(dispatches.calls_of(office.event), code=dispatch)
    form, said = CallForm(request.POST, prefix=chosen.code), request.POST.get("said", "")
    if not form.is_valid():
        messages.error(request, _("What was written is too long; shorten it."))
        return _back(request, office)
    try:
        _record(office, chosen, form, said)
    except ReplyRefused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("The call to %(name)s is entered.") % {"name": chosen.recipient})
    return _back(request, office)


def _record(office: EventOffice, chosen: Dispatch, form: CallForm, said: str) -> None:
    if said == "not-reached":
        remark = form.cleaned_data["remark"] or _("nobody answered")
        actions.note_attempt(chosen, remark, by=office.actor)
        return
    spoken_with = form.cleaned_data["spoken_with"]
    answer = form.answer(said)
    actions.record_call(chosen, answer, spoken_with=spoken_with, by=office.actor, now=timezone.now())


@require_POST
@event_page(Right.INVITATIONS_SEND)
def share_out(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Share the calls of the round out among callers."""
    form = CallersForm(request.POST, members=dispatches.callers_of(office.organiser))
    if not form.is_valid():
        messages.error(request, _("Choose callers of this office."))
        return _back(request, office)
    waiting = list(dispatches.calls_of(office.event))
    chosen = list(form.cleaned_data["callers"])
    count = registers.share_out(waiting, chosen, by=office.actor)
    words = ngettext("%(count)s call has a new caller.", "%(count)s calls have a new caller.", count)
    messages.success(request, words % {"count": count})
    return _back(request, office)


def _back(request: HttpRequest, office: EventOffice) -> HttpResponse:
    address = reverse("guests:calls", args=[office.organiser.ref, office.event.code])
    return redirect(f"{address}?all" if request.POST.get("all") else address)
