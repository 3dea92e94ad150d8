"""Ways in that are ours: the one-time link, and the question for a way to come back."""

from typing import Any

from allauth.account.internal.flows.login import record_authentication
from allauth.account.views import LogoutView
from allauth.mfa.totp.views import ActivateTOTPView
from allauth.mfa.webauthn.views import AddWebAuthnView
from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from chancery.accounts import queries, sign_ins
from chancery.accounts.actions import links, users
from chancery.accounts.forms.signing import AddPasskeyForm
from chancery.accounts.models import User
from chancery.accounts.pages import sign_in, too_many


class SignOut(LogoutView):  # type: ignore[misc]  # allauth is untyped
    """
    Leave, and let the browser forget the pages it kept.

    Its other stores stay: the telephone of a door keeps its scans there, and a desk what is not sent yet.
    """

    def post(self, *args: Any, **kwargs: Any) -> HttpResponse:
        response: HttpResponse = super().post(*args, **kwargs)
        response.headers["Clear-Site-Data"] = '"cache"'
        return response


@never_cache
def link(request: HttpRequest, key: str) -> HttpResponse:
    """
    Sign in by a one-time link.

    The page asks for a click, so that a mail program that looks at links does not use it up; the same page
    comes for good and bad keys, so that looking tells nothing.
    """
    if request.method != "POST":
        return render(request, "accounts/link.html")
    if refusal := too_many(request, "sign_in_link"):
        sign_ins.refused(request, sign_ins.LINK, sign_ins.TOO_MANY)
        return refusal
    try:
        user = links.use_sign_in_link(key, now=timezone.now())
    except links.LinkNotUsable:
        sign_ins.refused(request, sign_ins.LINK, sign_ins.WRONG)
        return render(request, "accounts/link.html", {"is_refused": True})
    return sign_in(request, user)


@login_required
def keep(request: HttpRequest) -> HttpResponse:
    """Offer those who came by a link a password or a passkey, so that they can come back."""
    return render(request, "accounts/keep.html")


@login_required
def second_step(request: HttpRequest) -> HttpResponse:
    """Lead those to a second step whose office asks for one."""
    assert isinstance(request.user, User)
    asking = queries.offices_asking_second_step(request.user)
    return render(request, "accounts/second_step.html", {"asking": asking})


class ThenRecoveryCodes:
    """Whoever sets up the first app or passkey is led to recovery codes."""

    request: HttpRequest

    def get_success_url(self) -> str:
        assert isinstance(self.request.user, User)
        has_codes = queries.second_steps_of(self.request.user)["recovery_codes"]
        return reverse("accounts:mine" if has_codes else "recovery_codes")


class SetUpApp(ThenRecoveryCodes, ActivateTOTPView):  # type: ignore[misc]  # allauth is untyped
    """Set up an authenticator app."""


class AddPasskey(ThenRecoveryCodes, AddWebAuthnView):  # type: ignore[misc]  # allauth is untyped
    """Add a passkey; making one shows who is there, so that nothing asks again at once."""

    def form_valid(self, form: AddPasskeyForm) -> HttpResponse:
        response: HttpResponse = super().form_valid(form)
        record_authentication(
            self.request, self.request.user, method="mfa", type="webauthn", reauthenticated=True
        )
        return response


@require_POST
def set_language(request: HttpRequest) -> HttpResponse:
    """Answer in another language from now on: kept with the account, else in a cookie."""
    response = redirect(_next(request))
    language = request.POST.get("language", "")
    if not translation.check_for_language(language) or language not in dict(settings.LANGUAGES):
        return response
    if isinstance(request.user, User):
        users.choose_language(request.user, language)
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        language,
        max_age=settings.LANGUAGE_COOKIE_AGE,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
    return response


def _next(request: HttpRequest) -> str:
    """The page to return to; never one of another site."""
    wanted = request.POST.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return wanted if is_ours else "/"
