"""Outgoing mail: where each message stands, what the server said, and what a person can still do."""

from dataclasses import dataclass

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chancery.accounts.access import Office
from chancery.accounts.pages import office_page
from chancery.accounts.roles import Right
from chancery.base import mail, outbox
from chancery.base.frame import Shape, Tone, framed, say_with_undo
from chancery.base.models import OutboxMessage
from chancery.base.outbox import known_trouble, marking
from chancery.guests.queries import outgoing as queries

State = OutboxMessage.State

ON_A_PAGE = 50
MARKS = {
    State.WAITING: (Shape.CLOCK, Tone.PLAIN),
    State.SENDING: (Shape.HALF, Tone.PLAIN),
    State.SENT: (Shape.YES, Tone.GOOD),
    State.UNCERTAIN: (Shape.CAREFUL, Tone.CAREFUL),
    State.REFUSED: (Shape.CROSS, Tone.WRONG),
    State.BOUNCED: (Shape.CROSS, Tone.WRONG),
    State.CANCELLED: (Shape.NO, Tone.PLAIN),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One message with its mark, and what can be done with it."""

    message: OutboxMessage
    shape: Shape
    tone: Tone
    may_stop: bool
    may_repeat: bool


@dataclass(frozen=True, slots=True)
class Filter:
    """A state to look at alone, with how many stand in it; the empty one stands for all."""

    value: str
    name: str
    count: int
    is_chosen: bool


@office_page(Right.INVITATIONS_SEND)
def messages_out(request: HttpRequest, office: Office) -> HttpResponse:
    """List what leaves: all of it, or what stands in one state."""
    counts = queries.count_by_state(office.organiser)
    chosen = request.GET.get("state", "")
    found = queries.messages_of(office.organiser)
    if chosen in State:
        found = found.filter(state=chosen)
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    return framed(
        request,
        "guests/outgoing.html",
        page=page,
        lines=[_line(message) for message in page],
        filters=_filters(counts, chosen),
        trouble=known_trouble.known(),
        waiting=counts[State.WAITING] + counts[State.UNCERTAIN],
        way=mail.way(),
    )


def _line(message: OutboxMessage) -> Line:
    state = State(message.state)
    is_whole = state != State.REFUSED or bool(message.tries)
    return Line(message, *MARKS[state], state in marking.STOPPABLE, state in marking.REPEATABLE and is_whole)


def _filters(counts: dict[str, int], chosen: str) -> list[Filter]:
    """All, then each state in which something stands."""
    everything = Filter("", _("All"), sum(counts.values()), chosen not in counts)
    states = (
        Filter(state.value, str(state.label), counts[state.value], state == chosen)
        for state in State
        if counts[state.value] or state == chosen
    )
    return [everything, *states]


@require_POST
@office_page(Right.INVITATIONS_SEND)
def stop(request: HttpRequest, office: Office, message: str) -> HttpResponse:
    """Stop a message that has not left."""
    chosen = _message_of(office, message)
    if outbox.cancel(OutboxMessage.objects.filter(pk=chosen.pk), by=office.actor):
        undo_url = reverse("guests:outgoing_again", args=[office.organiser.ref, chosen.code])
        say_with_undo(request, _("The message to %(to)s is stopped.") % {"to": chosen.recipient}, undo_url)
    else:
        messages.error(request, _("The message to %(to)s has left already.") % {"to": chosen.recipient})
    return redirect("guests:outgoing", ref=office.organiser.ref)


@require_POST
@office_page(Right.INVITATIONS_SEND)
def again(request: HttpRequest, office: Office, message: str) -> HttpResponse:
    """Let a message go again that did not arrive."""
    chosen = _message_of(office, message)
    one = OutboxMessage.objects.filter(pk=chosen.pk)
    if outbox.try_again(one, by=office.actor, now=timezone.now()):
        sentence = _("The message to %(to)s goes again; its state is shown here.")
        messages.success(request, sentence % {"to": chosen.recipient})
    else:
        messages.error(
            request,
            _("The message to %(to)s cannot go again; send a new one from the guest.")
            % {"to": chosen.recipient},
        )
    return redirect("guests:outgoing", ref=office.organiser.ref)


def _message_of(office: Office, code: str) -> OutboxMessage:
    return get_object_or_404(queries.messages_of(office.organiser), code=code)
