"""Somebody's own account: name, language, and the ways to sign in."""

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.decorators import login_required
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chancery.accounts import access, queries
from chancery.accounts.actions import addresses, users
from chancery.accounts.forms.account import AccountForm, AddressForm
from chancery.accounts.models import User
from chancery.accounts.pages import too_many
from chancery.base.frame import framed


@login_required
def mine(request: HttpRequest) -> HttpResponse:
    """Show and change the own account."""
    user = _reader(request)
    form = AccountForm(request.POST or None, instance=User.objects.get(pk=user.pk))
    if request.method == "POST" and form.is_valid():
        users.change_account(form.instance)
        with translation.override(form.instance.language):
            messages.success(request, _("Your account is saved."))
        return redirect("accounts:mine")
    offices = list(queries.memberships_of(user))
    context = {
        "form": form,
        "steps": queries.second_steps_of(user),
        "offices": offices,
        "sessions": access.sessions_of(user, timezone.now()),
        "here": request.session.session_key,
        "can_come_back": access.can_come_back(user),
        "has_password": user.has_usable_password(),
    }
    # Nobody says where an account is; its first office stands somewhere.
    with timezone.override(offices[0].organiser.zone if offices else None):
        return framed(request, "accounts/mine.html", **context)


def to_mine(request: HttpRequest) -> HttpResponse:
    """Lead from allauth's own overviews to the one page of the account."""
    return redirect("accounts:mine")


@require_POST
@reauthentication_required  # type: ignore[untyped-decorator]  # allauth is untyped
def end_session(request: HttpRequest, code: str) -> HttpResponse:
    """End one session; who ends this one is signed out."""
    user = _reader(request)
    ended = access.session_of(user, code, timezone.now())
    if ended.session_id == request.session.session_key:
        return redirect("account_logout")
    users.end_session(ended, user=user)
    messages.success(request, _("You are signed out on that device."))
    return redirect("accounts:mine")


@require_POST
@reauthentication_required  # type: ignore[untyped-decorator]  # allauth is untyped
def sign_out_everywhere(request: HttpRequest) -> HttpResponse:
    """End the sessions on all other devices; this one goes on under a new key."""
    user = _reader(request)
    users.sign_out_everywhere(user)
    update_session_auth_hash(request, user)
    messages.success(request, _("You are signed out on every other device."))
    return redirect("accounts:mine")


@reauthentication_required  # type: ignore[untyped-decorator]  # allauth is untyped
def address(request: HttpRequest) -> HttpResponse:
    """Ask for another address; a link to it shows that it is the reader's."""
    form = AddressForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if refusal := too_many(request, "change_address"):
            return refusal
        trouble = addresses.mail_link(
            _reader(request), form.cleaned_data["email"], link_of=lambda token: _link(request, token)
        )
        if not trouble:
            return render(request, "accounts/address_sent.html", {"email": form.cleaned_data["email"]})
        form.add_error(None, trouble)
    return render(request, "accounts/address.html", {"form": form})


@login_required
def confirm_address(request: HttpRequest, token: str) -> HttpResponse:
    """Sign in with the new address from now on, once its reader has clicked."""
    try:
        wanted = addresses.read_link(token, user=_reader(request))
    except signing.BadSignature:
        return render(request, "accounts/address_confirm.html", {"is_refused": True})
    if request.method != "POST":
        return render(request, "accounts/address_confirm.html", {"email": wanted})
    try:
        users.change_address(_reader(request), wanted)
    except users.AddressTaken:
        return render(request, "accounts/address_confirm.html", {"is_refused": True})
    messages.success(request, _("You now sign in with %(email)s.") % {"email": wanted})
    return redirect("accounts:mine")


def _link(request: HttpRequest, token: str) -> str:
    return request.build_absolute_uri(reverse("accounts:confirm_address", args=[token]))


def _reader(request: HttpRequest) -> User:
    assert isinstance(request.user, User)
    return request.user
