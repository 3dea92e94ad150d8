"""The replies of one guest: all of them in order, entering, putting right, and needs."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chancery.accounts.models import Grant
from chancery.accounts.roles import Right
from chancery.base.frame import framed
from chancery.events import wording
from chancery.events.access import EventOffice
from chancery.events.choosing import address
from chancery.events.models import Participation
from chancery.events.pages import event_page
from chancery.guests import said
from chancery.guests.actions import identities as kept
from chancery.guests.actions import needs, replies, representatives
from chancery.guests.forms.identities import IdentityForm
from chancery.guests.forms.replies import ReplyForm, initial_of
from chancery.guests.models import Invitation, Reply
from chancery.guests.queries import answering, identities, notices, parties, photo_answers
from chancery.guests.queries.terms import questions_of
from chancery.guests.rows import MARKS
from chancery.guests.views.replies import say_recorded


@event_page(Right.GUESTS_VIEW)
def guest_replies(request: HttpRequest, office: EventOffice, guest: str) -> HttpResponse:
    """Show every reply of a guest in order, and a form for a further one to whoever may enter it."""
    form = _form(office) if office.may(Right.GUESTS_EDIT) else None
    return _page(request, office, _guest(office, guest), form)


@require_POST
@event_page(Right.GUESTS_EDIT)
def enter_reply(request: HttpRequest, office: EventOffice, guest: str) -> HttpResponse:
    """Enter what a guest answered."""
    chosen = _guest(office, guest)
    form = _form(office, request.POST)
    if form.is_valid() and _is_recorded(request, office, chosen, form):
        return redirect(address(office, "guests:guest-replies", guest=guest))
    return _page(request, office, chosen, form)


@event_page(Right.GUESTS_EDIT)
def correct(request: HttpRequest, office: EventOffice, reply: str) -> HttpResponse:
    """Put a wrong entry right by a further one, which stands in its place."""
    wrong = get_object_or_404(answering.entries_at(office.event), code=reply)
    guest = wrong.invitation.guest
    form = _form(office, request.POST or None, initial=initial_of(wrong))
    is_sent = request.method == "POST" and form.is_valid()
    if is_sent and _is_recorded(request, office, guest, form, corrects=wrong):
        return redirect(address(office, "guests:guest-replies", guest=guest.code))
    name = wording.name_of(guest, get_language() or "en")
    return framed(request, "guests/reply_correct.html", form=form, guest=guest, name=name)


def _form(office: EventOffice, sent: Any = None, **kwargs: Any) -> ReplyForm:
    return ReplyForm(
        sent,
        office=office,
        terms=answering.terms_of(office.event),
        questions=list(questions_of(office.event)),
        now=timezone.now(),
        **kwargs,
    )


def _is_recorded(
    request: HttpRequest,
    office: EventOffice,
    guest: Participation,
    form: ReplyForm,
    corrects: Reply | None = None,
) -> bool:
    """Record what the form says, or put the sentence why not above it."""
    [invitation] = replies.invitations_of([guest], by=office.actor)
    try:
        made = replies.record(
            invitation, form.answer(), corrects=corrects, by=office.actor, now=form.now, **form.how()
        )
    except replies.ReplyRefused as refused:
        form.add_error(None, str(refused))
        return False
    name = wording.name_of(guest, get_language() or "en")
    sentence = _("The reply of %(name)s is recorded.") % {"name": name}
    if made.why_open:
        sentence = _("The reply of %(name)s is recorded and waits for a decision.") % {"name": name}
    say_recorded(request, office, [made], sentence)
    return True


def _page(
    request: HttpRequest,
    office: EventOffice,
    guest: Participation,
    form: ReplyForm | None,
    **more: Any,
) -> HttpResponse:
    language = get_language() or "en"
    invitation = parties.party_of(guest)
    questions = list(questions_of(office.event))
    entries = answering.replies_of(invitation) if invitation else []
    standing = invitation.standing if invitation else ""
    shape, tone = MARKS[standing]
    context = {
        "guest": guest,
        "name": wording.name_of(guest, language),
        "invitation": invitation,
        "shape": shape,
        "tone": tone,
        "entries": [
            said.said(
                each, questions=questions, language=language, is_corrected=hasattr(each, "corrected_by")
            )
            for each in entries
        ],
        "represented_by": representatives.of(invitation).select_related("guest__person")
        if invitation
        else [],
        "form": form,
        **_identity(office, invitation),
        "consents": notices.consents_of(invitation)
        if invitation and invitation.pk and office.may(Right.GUESTS_EDIT)
        else [],
        "photo_answers": photo_answers.answers_of(invitation) if invitation and invitation.pk else [],
        "may_read_needs": office.secrets & needs.READABLE,
        "needs": {},
    }
    return framed(request, "guests/guest_replies.html", **context | more)


def _identity(office: EventOffice, invitation: Invitation | None) -> dict[str, Any]:
    """What the page says of what security asks for: that something was told, and never what."""
    if invitation is None or invitation.pk is None:
        return {"asks_identity": False}
    told, is_asked = identities.told_by(invitation), identities.are_asked(office.event)
    has_grant = Grant.Secret.SECURITY in office.secrets
    return {
        "asks_identity": is_asked or told is not None,
        "identity": told,
        "may_read_identity": has_grant,
        "identity_form": IdentityForm() if is_asked and has_grant and office.may(Right.GUESTS_EDIT) else None,
    }


@require_POST
@event_page(Right.GUESTS_VIEW)
def show_identity(request: HttpRequest, office: EventOffice, guest: str) -> HttpResponse:
    """Show what a guest told for security to somebody with the grant; reading leaves a line."""
    chosen = _guest(office, guest)
    invitation = parties.party_of(chosen)
    if invitation is None or Grant.Secret.SECURITY not in office.secrets:
        messages.error(request, str(kept.NO_GRANT))
        return redirect(address(office, "guests:guest-replies", guest=guest))
    text = kept.read(invitation, by=office.actor)
    form = _form(office) if office.may(Right.GUESTS_EDIT) else None
    return _page(request, office, chosen, form, identity_text=text)


@require_POST
@event_page(Right.GUESTS_VIEW)
def show_needs(request: HttpRequest, office: EventOffice, guest: str) -> HttpResponse:
    """Show diet and access needs of a guest to somebody with the grant; reading leaves a line."""
    chosen = _guest(office, guest)
    invitation = parties.party_of(chosen)
    if invitation is None or not office.secrets & needs.READABLE:
        messages.error(request, needs.NO_GRANT)
        return redirect(address(office, "guests:guest-replies", guest=guest))
    told = needs.read(invitation, secrets=office.secrets, by=office.actor)
    form = _form(office) if office.may(Right.GUESTS_EDIT) else None
    return _page(request, office, chosen, form, needs=told, are_needs_shown=True)


def _guest(office: EventOffice, code: str) -> Participation:
    return get_object_or_404(parties.guests_of(office.event), code=code)
