"""Inviting colleagues by mail."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chancery.accounts import access
from chancery.accounts.access import Office
from chancery.accounts.actions import invitations, team
from chancery.accounts.actions.invitations import Invited
from chancery.accounts.forms.team import InviteForm
from chancery.accounts.pages import office_page
from chancery.accounts.roles import Right, Role, rights_by_role
from chancery.base.frame import framed


@office_page(Right.OFFICE_MANAGE)
def invite(request: HttpRequest, office: Office) -> HttpResponse:
    """Invite a colleague; where the mail fails, the link is shown to be handed over."""
    form = InviteForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            invited = invitations.invite(
                office.organiser,
                email=form.cleaned_data["email"],
                role=Role(form.cleaned_data["role"]),
                by=office.actor,
                now=timezone.now(),
                link_of=lambda key: _link(request, key),
            )
        except team.AlreadyMember:
            form.add_error("email", _("Somebody with this address works here already."))
        except invitations.AlreadyInvited:
            form.add_error(
                "email", _("An invitation to this address is open; send it again from the team page.")
            )
        else:
            return _invited(request, office, invited)
    return framed(request, "accounts/invite.html", form=form, roles=rights_by_role())


@office_page(Right.OFFICE_MANAGE)
@require_POST
def send_again(request: HttpRequest, office: Office, code: str) -> HttpResponse:
    """Mail a fresh link; the old one is no longer good."""
    try:
        invited = invitations.send_again(
            access.invitation_of(office, code),
            by=office.actor,
            now=timezone.now(),
            link_of=lambda key: _link(request, key),
        )
    except invitations.InvitationNotUsable:
        return _too_late(request, office)
    return _invited(request, office, invited)


@office_page(Right.OFFICE_MANAGE)
@require_POST
def withdraw(request: HttpRequest, office: Office, code: str) -> HttpResponse:
    """Make an open invitation useless."""
    invitation = access.invitation_of(office, code)
    try:
        invitations.withdraw(invitation, by=office.actor, now=timezone.now())
    except invitations.InvitationNotUsable:
        return _too_late(request, office)
    sentence = _("The invitation of %(email)s is withdrawn; its link is no longer good.")
    messages.success(request, sentence % {"email": invitation.email})
    return redirect("accounts:team", ref=office.organiser.ref)


def _invited(request: HttpRequest, office: Office, invited: Invited) -> HttpResponse:
    if invited.trouble:
        return framed(request, "accounts/invited.html", invited=invited)
    sentence = _("The invitation is on its way to %(email)s; its link is good once, for a week.")
    messages.success(request, sentence % {"email": invited.invitation.email})
    return redirect("accounts:team", ref=office.organiser.ref)


def _too_late(request: HttpRequest, office: Office) -> HttpResponse:
    messages.warning(request, _("This invitation was accepted or withdrawn in the meantime."))
    return redirect("accounts:team", ref=office.organiser.ref)


def _link(request: HttpRequest, key: str) -> str:
    return request.build_absolute_uri(reverse("accounts:invitation", args=[key]))
