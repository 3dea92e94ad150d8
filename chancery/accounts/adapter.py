"""How allauth behaves here: nobody signs up by themselves, and every refusal is a sentence."""

import logging
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from chancery.accounts import access, browsers, sessions, sign_ins
from chancery.accounts.models import User
from chancery.accounts.sign_on import refusing
from chancery.base import secret_box

log = logging.getLogger(__name__)

CONFIRMATIONS = ("reauthenticate", "mfa_reauthenticate:webauthn", "mfa_reauthenticate")
WRONG_CODE = _("This code is wrong or no longer good; use the one that the app shows now.")


class ByInvitationOnly(DefaultAccountAdapter):  # type: ignore[misc]  # allauth is untyped
    """Accounts come from the first run, from an owner's invitation, or from the command line."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "account_inactive": _("This account is closed; ask an owner of your office to open it again."),
        "email_password_mismatch": _("This e-mail address and this password do not belong together."),
        "enter_current_password": _("This is not your present password."),
        "incorrect_code": WRONG_CODE,
        "incorrect_password": _("This is not your password."),
        "invalid_password_reset": _("This link is used up or too old; ask for a new one."),
        "rate_limited": _("There were too many attempts; wait a minute and try again."),
        "too_many_login_attempts": _("There were too many failed attempts; wait five minutes and try again."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_reauthentication_methods(self, user: User | AnonymousUser) -> list[dict[str, Any]]:
        """Ask for the password, else for the passkey: recovery codes exist before anybody has seen them."""
        ways: list[dict[str, Any]] = super().get_reauthentication_methods(user)
        return sorted(ways, key=lambda way: CONFIRMATIONS.index(way["id"]))

    def login(self, request: HttpRequest, user: User) -> None:
        ways = sign_ins.ways_of(request, user)
        super().login(request, user)
        request.session[sessions.SECOND_STEP] = getattr(request, "server_asked_second_step", False)
        request.session[sessions.BROWSER] = browsers.named_in(request.headers.get("User-Agent", ""))
        sign_ins.signed_in(request, user, by=ways)

    def logout(self, request: HttpRequest) -> None:
        user = request.user
        super().logout(request)
        sign_ins.signed_out(request, user)

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        try:
            super().pre_authenticate(request, **credentials)
        except ValidationError:
            sign_ins.refused(
                request,
                sign_ins.PASSWORD,
                sign_ins.TOO_MANY,
                user=request.user,
                email=credentials.get("email", ""),
            )
            raise

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        sign_ins.refused(
            request,
            sign_ins.PASSWORD,
            sign_ins.WRONG,
            user=request.user,
            email=credentials.get("email", ""),
        )

    def pre_login(self, request: HttpRequest, user: User, **hooks: Any) -> HttpResponse | None:
        """Turn away whose account is closed."""
        ways = sign_ins.ways_of(request, user)
        refusal: HttpResponse | None = super().pre_login(request, user, **hooks)
        if refusal:
            sign_ins.refused(request, " + ".join(ways), sign_ins.CLOSED, user=user)
        return refusal

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Ask those who came by a link alone for a way to come back."""
        if not access.can_come_back(request.user):
            return reverse("accounts:keep")
        return str(super().get_login_redirect_url(request))

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("accounts:mine")


class SealedSecondStep(DefaultMFAAdapter):  # type: ignore[misc]  # allauth is untyped
    """Secrets of authenticator apps are stored encrypted."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": WRONG_CODE,
    }

    def encrypt(self, text: str) -> str:
        return secret_box.seal_text(text).decode("ascii")

    def decrypt(self, encrypted_text: str) -> str:
        return secret_box.open_text(encrypted_text.encode("ascii"))

    def generate_authenticator_name(self, user: User, type: Authenticator.Type) -> str:
        """Name a passkey that nobody named."""
        count = Authenticator.objects.filter(user=user, type=type).count()
        return gettext("Passkey %(number)s") % {"number": count + 1} if count else gettext("Passkey")

    def get_public_key_credential_rp_entity(self) -> dict[str, Any]:
        """Name the installation as passkeys show it."""
        return {**super().get_public_key_credential_rp_entity(), "name": "Chancery"}


class SingleSignOnOfMembers(DefaultSocialAccountAdapter):  # type: ignore[misc]  # allauth is untyped
    """Single sign-on opens accounts that exist already, known by their verified address."""

    error_messages = DefaultSocialAccountAdapter.error_messages | {
        "connected_other": _("This sign-on already opens another account."),
        "disconnect_last": _("This is your only way to sign in; set a password or add a passkey first."),
        "invalid_token": _("The sign-on server sent an answer that cannot be trusted; try again."),
        "no_password": _("This is your only way to sign in; set a password or add a passkey first."),
    }

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        server = sociallogin.provider
        request.server_asked_second_step = bool(  # type: ignore[attr-defined]  # read when somebody is in
            server.app.settings.get("second_step") or getattr(sociallogin, "has_second_step", False)
        )
        try:
            refusing.refuse_whom_nobody_knows(request, sociallogin)
        except ImmediateHttpResponse:
            server, user = sociallogin.account.provider, sociallogin.user if sociallogin.is_existing else None
            sign_ins.refused(
                request,
                f"server {server}",
                sign_ins.CLOSED if user else sign_ins.UNKNOWN,
                user=user,
                email=next((each.email for each in sociallogin.email_addresses), ""),
            )
            raise

    def on_authentication_error(
        self,
        request: HttpRequest,
        provider: Any,
        error: Any = None,
        exception: Exception | None = None,
        extra_context: dict[str, Any] | None = None,
    ) -> None:
        """Say on the page what went wrong, and to the log what it was."""
        context = extra_context if extra_context is not None else {}
        context["sentence"] = refusing.sentence_for(provider.name, exception, context)
        sign_ins.refused(request, f"server {provider.app.provider_id}", sign_ins.NOT_BELIEVED)
        log.warning("Signing in through %s failed: %s", provider.name, _cause(exception))


def _cause(error: Exception | None) -> str:
    """What lies below an error, which the page does not say."""
    return repr((error.__cause__ or error) if error else error)
