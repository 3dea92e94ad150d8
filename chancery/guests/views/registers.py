"""The dispatch register of an event and of the office, single messages, and the notes verbales."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chancery.accounts.access import Office
from chancery.accounts.pages import office_page
from chancery.accounts.roles import Right
from chancery.base.frame import framed
from chancery.events import ordering, wording
from chancery.events.access import EventOffice
from chancery.events.addresses import address_of_each
from chancery.events.pages import event_page
from chancery.guests import wave_rows
from chancery.guests.actions import dispatches as actions
from chancery.guests.actions import notes
from chancery.guests.correspondence_words import state_of
from chancery.guests.documents.wave_writing import WaveWriter
from chancery.guests.forms.registers import NoteForm, ResendForm
from chancery.guests.models import Channel, Dispatch, NoteVerbale, ReplyLink
from chancery.guests.queries import dispatches
from chancery.guests.queries.reaching import FORM_OF, reach_of
from chancery.guests.views.printing import prints_of, year_asked

A_PAGE = 200


@event_page(Right.GUESTS_VIEW)
def register(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Show every message of an event with what became of it, and enter what left by hand, post or note."""
    writer = writer_for(office)
    channel = request.GET.get("channel", "")
    narrowed = channel if channel in Channel.values else ""
    found = dispatches.message_lines(office.event, channel=narrowed)
    listed = writer.messages(found, request.GET.get("state", ""))
    context = {
        "listed": listed,
        "columns": listed.columns,
        "channels": Channel.choices,
        "asked_channel": channel,
        "prints": prints_of(office) if office.may(Right.GUESTS_EDIT) else (),
    }
    return framed(request, "guests/register.html", **context)


def writer_for(office: EventOffice) -> wave_rows.Writer:
    """What writes the rows of messages for this reader."""
    return wave_rows.Writer.of(
        get_language() or "en",
        ordering.order_of(office.event),
        guest_url=address_of_each(office, "guests:guest") if office.may(Right.GUESTS_EDIT) else None,
        dispatch_url=address_of_each(office, "guests:dispatch"),
    )


@require_POST
@event_page(Right.GUESTS_EDIT)
def enter(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Enter for the selected messages that they left, arrived or came back, or stop them."""
    codes = request.POST.getlist("row")
    chosen = list(dispatches.dispatches_of(office.event).filter(code__in=codes))
    deed = _DEEDS.get(request.POST.get("what", ""))
    if not chosen or deed is None:
        messages.error(request, _("Nothing is selected; tick at least one message and choose what to enter."))
        return _back(request, office)
    if deed is _stop:
        office.demand(Right.INVITATIONS_SEND)
    try:
        count = deed(chosen, request.POST.get("remark", "").strip(), office)
    except actions.DispatchRefused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _entered(count))
    return _back(request, office)


def _gone(chosen: list[Dispatch], remark: str, office: EventOffice) -> int:
    now = timezone.now()
    return actions.enter_gone(chosen, gone_at=now, remark=remark, by=office.actor, now=now)


def _received(chosen: list[Dispatch], remark: str, office: EventOffice) -> int:
    return actions.enter_received(chosen, remark=remark, by=office.actor, now=timezone.now())


def _returned(chosen: list[Dispatch], remark: str, office: EventOffice) -> int:
    return actions.enter_returned(chosen, remark=remark, by=office.actor, now=timezone.now())


def _stop(chosen: list[Dispatch], remark: str, office: EventOffice) -> int:
    return actions.cancel(chosen, by=office.actor, now=timezone.now())


_DEEDS: dict[str, Callable[[list[Dispatch], str, EventOffice], int]] = {
    "gone": _gone,
    "received": _received,
    "returned": _returned,
    "cancel": _stop,
}


def _entered(count: int) -> str:
    if count == 0:
        return _("Nothing had to be entered; these messages are past that.")
    words = ngettext("Entered for %(count)s message.", "Entered for %(count)s messages.", count)
    return words % {"count": count}


def _back(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Go back to where the entry was made: a wave, a single message, or the register."""
    route = [office.organiser.ref, office.event.code]
    for name, page in (("wave", "guests:wave"), ("message", "guests:dispatch")):
        with suppress(NoReverseMatch):  # what no page has in its address is none of ours
            if code := request.POST.get(name, ""):
                return redirect(page, *route, code)
    return redirect("guests:register", *route)


@event_page(Right.GUESTS_VIEW)
def dispatch(request: HttpRequest, office: EventOffice, dispatch: str) -> HttpResponse:
    """Show one message as it was sent, with what became of it; send it once more to a corrected address."""
    chosen = _dispatch(office, dispatch)
    form = ResendForm(request.POST or None, dispatch=chosen)
    if request.method == "POST":
        office.demand(Right.INVITATIONS_SEND)
        if form.is_valid():
            return _resend(request, office, chosen, form.cleaned_data["address"])
    context = {
        "dispatch": chosen,
        "name": wording.name_of(chosen.invitation.guest, get_language() or "en"),
        "mark": state_of(chosen),
        "events": chosen.message.events.order_by("-at", "-pk") if chosen.message else (),
        "again": Dispatch.objects.filter(key__startswith=f"{_stem(chosen)}:").exclude(pk=chosen.pk),
        "link": ReplyLink.objects.filter(dispatch=chosen).first(),
        "form": form,
    }
    return framed(request, "guests/dispatch.html", **context)


def _resend(request: HttpRequest, office: EventOffice, chosen: Dispatch, address: str) -> HttpResponse:
    """Write the message anew, with a link of its own, and send it to the corrected address."""
    now = timezone.now()
    route = [office.organiser.ref, office.event.code]
    assert chosen.wave is not None
    reach = replace(
        reach_of(office.event, [chosen.invitation])[0],
        channel=Channel(chosen.channel),
        form=FORM_OF[Channel(chosen.channel)],
        address=address,
        language=chosen.language,
        why_not="",
    )
    number = Dispatch.objects.filter(key__startswith=_stem(chosen)).count()
    written = WaveWriter(chosen.wave, now=now).write([reach], now=now, again=number)
    try:
        if written.failed:
            raise actions.DispatchRefused(written.failed[0][1])
        sent = actions.resend(chosen, written.ready[0], by=office.actor, now=now)
    except actions.DispatchRefused as refused:
        messages.error(request, str(refused))
        return redirect("guests:dispatch", *route, chosen.code)
    messages.success(request, _("The message goes to %(address)s.") % {"address": address})
    return redirect("guests:dispatch", *route, sent.code)


def _stem(chosen: Dispatch) -> str:
    """The key of a message without how often it was sent again."""
    return ":".join(chosen.key.split(":")[:5])


def _dispatch(office: EventOffice, code: str) -> Dispatch:
    found = dispatches.dispatches_of(office.event).select_related(
        "invitation__guest__person", "invitation__guest__event", "gone_by", "caller__user"
    )
    return get_object_or_404(found, code=code)


@office_page(Right.GUESTS_VIEW)
def office_register(request: HttpRequest, office: Office) -> HttpResponse:
    """Show every message of the office over all its events, the latest first."""
    shown = Paginator(dispatches.dispatches_of_office(office.organiser), A_PAGE).get_page(
        request.GET.get("page")
    )
    lines = [(each, state_of(each)) for each in shown]
    return framed(request, "guests/office_register.html", page=shown, lines=lines)


@office_page(Right.GUESTS_VIEW)
def notes_verbales(request: HttpRequest, office: Office) -> HttpResponse:
    """Show the notes verbales of a year with the next number, and enter one that no event wrote (R85)."""
    today = office.today
    year = year_asked(request, office)
    form = NoteForm(request.POST or None, instance=NoteVerbale(dated_on=today))
    if request.method == "POST":
        office.demand(Right.INVITATIONS_SEND)
        if form.is_valid():
            return _enter_note(request, office, form)
    found = list(dispatches.notes_of(office.organiser, year))
    context = {
        "lines": [(note, getattr(note, "dispatch", None)) for note in found],
        "year": year,
        "years": sorted({*dispatches.years_of_notes(office.organiser), today.year}, reverse=True),
        "next_number": (found[0].number if found else 0) + 1,
        "is_this_year": year == today.year,
        "form": form,
    }
    return framed(request, "guests/notes_verbales.html", **context)


def _enter_note(request: HttpRequest, office: Office, form: NoteForm) -> HttpResponse:
    written = form.cleaned_data
    entry = notes.Entry(written["addressed_to"], written["subject"])
    note = notes.enter_notes(office.organiser, [entry], dated_on=written["dated_on"], by=office.actor)[0]
    messages.success(request, _("The note has the number %(number)s.") % {"number": note})
    address = reverse("guests:notes-verbales", args=[office.organiser.ref])
    return redirect(f"{address}?year={note.year}")


@office_page(Right.INVITATIONS_SEND)
def note_verbale(request: HttpRequest, office: Office, note: str) -> HttpResponse:
    """Put a line of the register right; lines are never deleted."""
    chosen = get_object_or_404(NoteVerbale, organiser=office.organiser, code=note)
    form = NoteForm(request.POST or None, instance=chosen)
    if request.method == "POST" and form.is_valid():
        try:
            notes.correct_note(form.instance, by=office.actor)
        except notes.NoteRefused as refused:
            messages.error(request, str(refused))
        else:
            messages.success(request, _("The line is put right."))
            address = reverse("guests:notes-verbales", args=[office.organiser.ref])
            return redirect(f"{address}?year={chosen.year}")
    return framed(request, "guests/note_verbale.html", note=chosen, form=form)
