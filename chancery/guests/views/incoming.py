"""Incoming mail: what waits to be read, what was done with the rest, and replies entered from it."""

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chancery.accounts.access import Office
from chancery.accounts.pages import office_page
from chancery.accounts.roles import Right
from chancery.base import history, secret_box
from chancery.base.frame import Link, framed, say_with_undo
from chancery.events import wording as words
from chancery.guests import collecting
from chancery.guests.actions import incoming as actions
from chancery.guests.actions.replies import ReplyRefused
from chancery.guests.forms.incoming import ReadReplyForm
from chancery.guests.models import IncomingMessage
from chancery.guests.queries import incoming as queries

ON_A_PAGE = 50
ALL = "all"


@office_page(Right.GUESTS_EDIT)
def messages_in(request: HttpRequest, office: Office) -> HttpResponse:
    """List what came in: what waits to be read, or everything."""
    shows_all = request.GET.get("show") == ALL
    found = queries.messages_of(office.organiser)
    if not shows_all:
        found = found.filter(state=IncomingMessage.State.OPEN)
    waiting = queries.waiting_in(office.organiser)
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "lines": [(each, _guest_of(each)) for each in page],
        "shows_all": shows_all,
        "to_read": waiting.count if waiting else 0,
        "trouble": collecting.trouble(),
        "is_set": settings.INBOX is not None,
    }
    return framed(request, "guests/incoming.html", **context)


@office_page(Right.GUESTS_EDIT)
def message(request: HttpRequest, office: Office, message: str) -> HttpResponse:
    """Show one message, and enter the reply that somebody reads in it."""
    chosen = _message_of(office, message)
    wanted = request.GET.get("q", "")[:200].strip()
    candidates = queries.candidates_for(chosen, wanted, today=office.today) if chosen.is_open else []
    form = ReadReplyForm(request.POST or None, candidates=candidates)
    if request.method == "POST" and form.is_valid():
        try:
            actions.enter(chosen, form.chosen, form.answer, by=office.actor, now=timezone.now())
        except ReplyRefused as refused:
            form.add_error(None, str(refused))
        except actions.NothingToRead:
            return _done_already(request, chosen)
        else:
            messages.success(request, _("The reply of %(name)s is entered.") % {"name": form.chosen})
            return redirect("guests:incoming", ref=office.organiser.ref)
    context = {
        "message": chosen,
        "guest": _guest_of(chosen),
        "text": _text_of(chosen),
        "form": form,
        "wanted": wanted,
        "lines": history.of(chosen, language=get_language() or "en"),
        "crumbs": [Link(_("Incoming mail"), reverse("guests:incoming", args=[office.organiser.ref]))],
    }
    return framed(request, "guests/incoming_message.html", **context)


@require_POST
@office_page(Right.GUESTS_EDIT)
def set_aside(request: HttpRequest, office: Office, message: str) -> HttpResponse:
    """Close a message that needs no reply."""
    chosen = _message_of(office, message)
    try:
        actions.set_aside(chosen, by=office.actor, now=timezone.now())
    except actions.NothingToRead:
        return _done_already(request, chosen)
    undo_url = reverse("guests:take_up", args=[office.organiser.ref, chosen.code])
    say_with_undo(request, _("The message is set aside."), undo_url)
    return redirect("guests:incoming", ref=office.organiser.ref)


@require_POST
@office_page(Right.GUESTS_EDIT)
def take_up(request: HttpRequest, office: Office, message: str) -> HttpResponse:
    """Open a message again that was set aside."""
    chosen = _message_of(office, message)
    try:
        actions.take_up(chosen, by=office.actor)
    except actions.NothingToRead:
        return _done_already(request, chosen)
    messages.success(request, _("The message is to be read again."))
    return redirect("guests:incoming_message", ref=office.organiser.ref, message=chosen.code)


def _message_of(office: Office, code: str) -> IncomingMessage:
    found = queries.messages_of(office.organiser).defer(None)
    return get_object_or_404(found.select_related("organiser"), code=code)


def _guest_of(message: IncomingMessage) -> str:
    """The guest it is about, in the reader's script; empty for nobody."""
    invitation = message.invitation
    return words.name_of(invitation.guest, get_language() or "en") if invitation else ""


def _text_of(message: IncomingMessage) -> str:
    try:
        return secret_box.open_text(message.sealed_text)
    except secret_box.SecretUnreadable:
        return _("The text cannot be opened: its key is missing from this installation.")


def _done_already(request: HttpRequest, message: IncomingMessage) -> HttpResponse:
    messages.warning(request, _("Somebody has dealt with this message already; look at what was done."))
    return redirect("guests:incoming_message", ref=message.organiser.ref, message=message.code)
