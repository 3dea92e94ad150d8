"""The page behind an invitation: join with the account one has, or make one."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from chancery.accounts import queries
from chancery.accounts.actions import invitations, links, team, users
from chancery.accounts.forms.account import JoinForm
from chancery.accounts.models import ColleagueInvitation, User
from chancery.accounts.pages import sign_in, too_many


@sensitive_post_parameters("password")
@never_cache
def invitation(request: HttpRequest, key: str) -> HttpResponse:
    """Accept an invitation; a key that is no longer good gets one sentence."""
    if refusal := too_many(request, "invitation"):
        return refusal
    found = queries.invitation_of(links.digest(key), timezone.now())
    if found is None:
        return render(request, "accounts/invitation_refused.html")
    if isinstance(request.user, User):
        return _with_account(request, request.user, found, key)
    if queries.user_called(found.email) is not None:
        query = urlencode({"next": request.path})
        return redirect(f"{reverse('account_login')}?{query}")
    return _anew(request, found, key)


def _with_account(request: HttpRequest, user: User, found: ColleagueInvitation, key: str) -> HttpResponse:
    if request.method != "POST":
        return render(request, "accounts/invitation.html", {"invitation": found, "account": user})
    try:
        joined = invitations.accept(key, user=user, now=timezone.now())
    except invitations.InvitationNotUsable:
        return render(request, "accounts/invitation_refused.html")
    except team.AlreadyMember:
        messages.warning(
            request, _("You work in this office already; the invitation stays open for a colleague.")
        )
        return redirect("home")
    return redirect("desk:office", ref=joined.organiser.ref)


def _anew(request: HttpRequest, found: ColleagueInvitation, key: str) -> HttpResponse:
    form = JoinForm(request.POST or None, email=found.email, initial={"language": get_language()})
    if request.method == "POST" and form.is_valid():
        written = {field: form.cleaned_data[field] for field in ("name", "language", "password")}
        try:
            joined = invitations.accept_anew(key, now=timezone.now(), **written)
        except (invitations.InvitationNotUsable, users.AddressTaken):
            return render(request, "accounts/invitation_refused.html")
        return sign_in(request, joined.user)
    return render(request, "accounts/invitation_join.html", {"invitation": found, "form": form})
