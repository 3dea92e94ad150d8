"""What an office does about the ministry it belongs to: answer an invitation, or leave."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chancery.accounts import access
from chancery.accounts.access import Office
from chancery.accounts.actions import post_invitations, posts
from chancery.accounts.models import Organiser
from chancery.accounts.pages import office_page
from chancery.accounts.post_words import refusal_in_words, sentences_of_parting
from chancery.accounts.roles import Right
from chancery.accounts.views.parting import begun
from chancery.base.frame import framed
from chancery.base.languages import wording


@office_page(Right.OFFICE_MANAGE)
def ministry(request: HttpRequest, office: Office) -> HttpResponse:
    """Say whose post the office is, or which ministries invite it."""
    context = {
        "ministry": office.organiser.parent,
        "invitations": access.invitations_to_answer(office, timezone.now()),
    }
    return framed(request, "accounts/ministry.html", **context)


@office_page(Right.OFFICE_MANAGE)
def accept(request: HttpRequest, office: Office, code: str) -> HttpResponse:
    """Say what the ministry reads and what it does not, and accept."""
    invitation = access.invitation_to_answer(office, code, timezone.now())
    name = _name(invitation.organiser)
    refused = posts.refusal_to_attach(office.organiser, invitation.organiser)
    if request.method == "POST":
        try:
            post_invitations.accept(invitation, office.organiser, user=office.user, now=timezone.now())
        except posts.CannotBeAPost as refusal:
            messages.error(request, refusal_in_words(refusal))
        except post_invitations.PostInvitationNotUsable:
            messages.warning(request, _too_late())
        else:
            messages.success(request, _("This office is a post of %(ministry)s.") % {"ministry": name})
        return _to_ministry(office)
    context = {
        "question": _("Become a post of %(ministry)s?") % {"ministry": name},
        "action_word": _("Accept"),
        "cancel_url": reverse("accounts:ministry", args=[office.organiser.ref]),
        "invitation": invitation,
        "refusal": refusal_in_words(refused) if refused else "",
    }
    return framed(request, "accounts/post_before.html", **context)


@office_page(Right.OFFICE_MANAGE)
@require_POST
def decline(request: HttpRequest, office: Office, code: str) -> HttpResponse:
    """Say no."""
    invitation = access.invitation_to_answer(office, code, timezone.now())
    try:
        post_invitations.decline(invitation, office.organiser, user=office.user, now=timezone.now())
    except post_invitations.PostInvitationNotUsable:
        messages.warning(request, _too_late())
    else:
        sentence = _("The invitation of %(ministry)s is declined.")
        messages.success(request, sentence % {"ministry": _name(invitation.organiser)})
    return _to_ministry(office)


@office_page(Right.OFFICE_MANAGE)
def leave(request: HttpRequest, office: Office) -> HttpResponse:
    """Leave the ministry, after a page that says what becomes of what was shared."""
    above = office.organiser.parent
    if above is None:
        return _to_ministry(office)
    if request.method == "POST":
        return begun(office, office.organiser, above)
    context = {
        "question": _("Leave %(ministry)s?") % {"ministry": _name(above)},
        "sentences": sentences_of_parting(),
        "action_word": _("Leave"),
        "cancel_url": reverse("accounts:ministry", args=[office.organiser.ref]),
        "is_danger": True,
    }
    return framed(request, "base/confirm.html", **context)


def _too_late() -> str:
    return _("This invitation was withdrawn or answered in the meantime, or is older than thirty days.")


def _name(organiser: Organiser) -> str:
    return wording(organiser.names, get_language() or "en").text


def _to_ministry(office: Office) -> HttpResponse:
    return redirect("accounts:ministry", ref=office.organiser.ref)
