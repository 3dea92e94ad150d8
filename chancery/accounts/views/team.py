"""The team of an office: members with their roles and grants, and teams."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from chancery.accounts import access, queries
from chancery.accounts.access import Office
from chancery.accounts.actions import team
from chancery.accounts.forms.team import MemberForm, TeamForm
from chancery.accounts.models import Team
from chancery.accounts.pages import office_page
from chancery.accounts.roles import Right, Role, rights_by_role
from chancery.base.frame import framed


@office_page(Right.OFFICE_MANAGE)
def members(request: HttpRequest, office: Office) -> HttpResponse:
    """List the members, the teams, and the invitations that are open."""
    now = timezone.now()
    context = {
        "members": queries.members_with_grants(office.organiser),
        "teams": queries.teams_of(office.organiser),
        "invitations": queries.waiting_invitations(office.organiser),
        "now": now,
        "ministry": office.organiser.parent,
        "of_ministries": access.invitations_to_answer(office, now),
    }
    return framed(request, "accounts/team.html", **context)


@office_page(Right.OFFICE_MANAGE)
def member(request: HttpRequest, office: Office, code: str) -> HttpResponse:
    """Change what a member is and may read."""
    member = access.member_of(office, code)
    form = MemberForm(request.POST) if request.method == "POST" else MemberForm.of(member)
    if request.method == "POST" and form.is_valid():
        try:
            team.change_member(
                member,
                role=Role(form.cleaned_data["role"]),
                secrets=form.cleaned_data["secrets"],
                by=office.actor,
            )
        except team.LastOwner:
            form.add_error("role", _last_owner())
        else:
            messages.success(request, _("%(name)s is saved.") % {"name": member.user})
            return redirect("accounts:team", ref=office.organiser.ref)
    return framed(request, "accounts/member.html", form=form, member=member, roles=rights_by_role())


@office_page(Right.OFFICE_MANAGE)
def remove_member(request: HttpRequest, office: Office, code: str) -> HttpResponse:
    """Take a member out of the office, after a warning."""
    member = access.member_of(office, code)
    team_url = reverse("accounts:team", args=[office.organiser.ref])
    if request.method == "POST":
        try:
            team.remove_member(member, by=office.actor)
        except team.LastOwner:
            messages.error(request, _last_owner())
        else:
            messages.success(request, _("%(name)s no longer works here.") % {"name": member.user})
        return redirect("home" if member.user == office.user else team_url)
    context = {
        "question": _("Take %(name)s out of the office?") % {"name": member.user},
        "sentences": [
            _("The role, the need-to-know grants and the places in teams and events go with it."),
            _("What they did stays in the history under their name; the account stays theirs."),
        ],
        "action_word": _("Take out"),
        "cancel_url": team_url,
        "is_danger": True,
    }
    return framed(request, "base/confirm.html", **context)


@office_page(Right.OFFICE_MANAGE)
def new_team(request: HttpRequest, office: Office) -> HttpResponse:
    """Make a team."""
    return _edit_team(request, office, Team(organiser=office.organiser))


@office_page(Right.OFFICE_MANAGE)
def edit_team(request: HttpRequest, office: Office, code: str) -> HttpResponse:
    """Change the name of a team and who is in it."""
    return _edit_team(request, office, access.team_of(office, code))


@office_page(Right.OFFICE_MANAGE)
def dissolve_team(request: HttpRequest, office: Office, code: str) -> HttpResponse:
    """Delete a team, after a question."""
    found = access.team_of(office, code)
    team_url = reverse("accounts:team", args=[office.organiser.ref])
    if request.method == "POST":
        team.dissolve_team(found, by=office.actor)
        messages.success(request, _("The team “%(name)s” is dissolved.") % {"name": found.name})
        return redirect(team_url)
    context = {
        "question": _("Dissolve the team “%(name)s”?") % {"name": found.name},
        "sentences": [_("Its members stay in the office.")],
        "action_word": _("Dissolve"),
        "cancel_url": team_url,
        "is_danger": True,
    }
    return framed(request, "base/confirm.html", **context)


def _edit_team(request: HttpRequest, office: Office, found: Team) -> HttpResponse:
    form = TeamForm(request.POST or None, instance=found, organiser=office.organiser)
    if request.method == "POST" and form.is_valid():
        try:
            team.save_team(form.instance, list(form.cleaned_data["members"]), by=office.actor)
        except team.TeamNameTaken:
            form.add_error("name", _("The office has a team of this name; choose another."))
        else:
            return redirect("accounts:team", ref=office.organiser.ref)
    return framed(request, "accounts/team_form.html", form=form, team=found)


def _last_owner() -> str:
    return _("An office keeps at least one owner; make somebody else owner first.")
