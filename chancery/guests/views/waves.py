"""The stage of invitations, and the waves in preparation."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chancery.accounts.roles import Right
from chancery.base.frame import framed
from chancery.events import ordering
from chancery.events.access import EventOffice
from chancery.events.addresses import address_of_each
from chancery.events.models import Event
from chancery.events.pages import event_page
from chancery.guests import lead_times, wave_rows
from chancery.guests.actions import waves as actions
from chancery.guests.actions.sending import is_broken_off
from chancery.guests.forms.waves import WaveForm, WhomForm, usual_kind
from chancery.guests.models import Dispatch, Invitation, Kind, Wave
from chancery.guests.queries import audience, waves
from chancery.guests.queries.answering import terms_of
from chancery.guests.queries.dispatches import message_lines
from chancery.guests.views.printing import prints_of
from chancery.guests.views.undoing import do_and_say


@event_page(Right.GUESTS_VIEW)
def invitations(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Show the waves of an event with what became of them, and what is due next."""
    event = office.event
    context = {
        "waves": list(waves.waves_of(event)),
        "due": waves.due_of(event),
        "terms": terms_of(event),
        "is_cancelled": event.status == Event.Status.CANCELLED,
    }
    return framed(request, "guests/invitations.html", **context)


@event_page(Right.INVITATIONS_SEND)
def new_wave(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Make a wave and put in whom its kind concerns, narrowed as asked; `?guest=` names some one by one."""
    kind = usual_kind(request.GET.get("kind", ""))
    draft = Wave(event=office.event, kind=kind, fills_places="fills" in request.GET)
    form = WaveForm(request.POST or None, instance=draft, event=office.event)
    whom = WhomForm(request.POST or None, event=office.event, tags=_tags(office), prefix="whom")
    chosen = frozenset(request.GET.getlist("guest"))
    if request.method == "POST" and form.is_valid() and whom.is_valid():
        narrowed = replace(whom.whom, guests=chosen)
        made = actions.make_wave_for(form.instance, narrowed, templates=form.templates, by=office.actor)
        messages.success(request, _made_words(made))
        return to_wave(office, made)
    return framed(
        request,
        "guests/wave_form.html",
        form=form,
        whom=whom,
        wave=None,
        chosen=len(chosen),
        hints=[] if kind == Kind.THANKS else lead_times.hints(office.event.held_on),
    )


def _made_words(wave: Wave) -> str:
    count = wave.invitations.count()
    words = ngettext(
        "The wave is made, with %(count)s invitation.", "The wave is made, with %(count)s invitations.", count
    )
    return words % {"count": count}


def _tags(office: EventOffice) -> list[str]:
    rows = Invitation.objects.filter(guest__event=office.event).exclude(tags=[])
    return sorted({tag for tags in rows.values_list("tags", flat=True) for tag in tags})


@event_page(Right.INVITATIONS_SEND)
def change_wave(request: HttpRequest, office: EventOffice, wave: str) -> HttpResponse:
    """Change a wave that has not begun to leave."""
    chosen = wave_of(office, wave)
    form = WaveForm(request.POST or None, instance=chosen, event=office.event)
    if request.method == "POST" and form.is_valid():

        def save() -> str:
            actions.save_wave(form.instance, templates=form.templates, by=office.actor)
            return _("The wave is saved.")

        try:
            do_and_say(request, office, save)
        except actions.WaveRefused as refused:
            messages.error(request, str(refused))
        return to_wave(office, chosen)
    return framed(
        request,
        "guests/wave_form.html",
        form=form,
        whom=None,
        wave=chosen,
        hints=lead_times.hints(office.event.held_on),
    )


@event_page(Right.GUESTS_VIEW)
def wave(request: HttpRequest, office: EventOffice, wave: str) -> HttpResponse:
    """Show one wave: before it leaves with who is in it, afterwards with what became of each message."""
    chosen = get_object_or_404(waves.waves_of(office.event), code=wave)
    order = ordering.order_of(office.event)
    writer = wave_rows.Writer.of(
        get_language() or "en",
        order,
        guest_url=_guest_url(office, chosen),
        dispatch_url=address_of_each(office, "guests:dispatch"),
    )
    is_open = chosen.state in audience.OPEN
    asked = request.GET.get("state", "")
    sent = [] if is_open else message_lines(office.event, wave=chosen)
    listed = writer.prepared(chosen) if is_open else writer.messages(sent, asked)
    context = {
        "wave": chosen,
        "is_open": is_open,
        "listed": listed,
        "columns": listed.columns,
        "wordings": chosen.templates.all(),
        "approvals": waves.approvals_of(chosen)[:5],
        "terms": terms_of(office.event),
        "is_broken_off": is_broken_off(chosen),
        "waiting": sum(line.state == Dispatch.State.WAITING for line in sent),
        "prints": prints_of(office, chosen.code) if not is_open and office.may(Right.GUESTS_EDIT) else (),
        **progress_of(office, chosen),
    }
    return framed(request, "guests/wave.html", **context)


def _guest_url(office: EventOffice, wave: Wave) -> Callable[[str], str] | None:
    """Where the names of a wave lead; thanks also go to people who have no page on the guest list."""
    if wave.kind == Kind.THANKS or not office.may(Right.GUESTS_EDIT):
        return None
    return address_of_each(office, "guests:guest")


def progress_of(office: EventOffice, wave: Wave) -> dict[str, Any]:
    """What the part that shows how far a wave is needs."""
    return {
        "job": wave.job,
        "progress_url": wave_address(office, "wave-progress", wave),
        "stop_url": wave_address(office, "stop-wave", wave),
    }


@require_POST
@event_page(Right.INVITATIONS_SEND)
def take_out(request: HttpRequest, office: EventOffice, wave: str) -> HttpResponse:
    """Take the selected guests out of a wave."""
    chosen = wave_of(office, wave)
    codes = request.POST.getlist("row")
    picked = Invitation.objects.filter(guest__event=office.event, guest__code__in=codes)
    try:
        count = actions.take_out(chosen, picked, by=office.actor)
    except actions.WaveRefused as refused:
        messages.error(request, str(refused))
    else:
        words = ngettext(
            "%(count)s guest is out of the wave.", "%(count)s guests are out of the wave.", count
        )
        messages.success(request, words % {"count": count})
    return to_wave(office, chosen)


@event_page(Right.INVITATIONS_SEND)
def drop_wave(request: HttpRequest, office: EventOffice, wave: str) -> HttpResponse:
    """Delete a wave from which nothing has left, after a question."""
    chosen = wave_of(office, wave)
    if request.method == "POST":
        try:
            actions.drop_wave(chosen, by=office.actor)
        except actions.WaveRefused as refused:
            messages.error(request, str(refused))
            return to_wave(office, chosen)
        messages.success(request, _("The wave is deleted; its guests stay on the list."))
        return redirect("guests:invitations", ref=office.organiser.ref, code=office.event.code)
    context = {
        "question": _("Delete the wave “%(wave)s”?") % {"wave": chosen},
        "sentences": [_("Its guests stay on the list. Nothing of it has left the house.")],
        "action_word": _("Delete the wave"),
        "cancel_url": wave_address(office, "wave", chosen),
        "is_danger": True,
    }
    return framed(request, "base/confirm.html", **context)


def wave_of(office: EventOffice, code: str) -> Wave:
    """A wave of the event. Errors: Http404."""
    found = Wave.objects.select_related("event__organiser", "job").filter(event=office.event)
    return get_object_or_404(found, code=code)


def wave_address(office: EventOffice, page: str, wave: Wave) -> str:
    """The address of a page of a wave."""
    return reverse(f"guests:{page}", args=[office.organiser.ref, office.event.code, wave.code])


def to_wave(office: EventOffice, wave: Wave) -> HttpResponse:
    """Go back to the page of a wave."""
    return redirect(wave_address(office, "wave", wave))
