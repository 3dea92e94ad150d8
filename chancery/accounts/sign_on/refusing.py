"""Why a server was not believed, in one sentence each."""

from collections.abc import Mapping
from typing import Any

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.models import SocialLogin
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from django.http import HttpRequest, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from requests import RequestException


class NotBelieved(OAuth2Error):  # type: ignore[misc]  # allauth is untyped
    """An answer that opens no account; the message is the sentence that the reader sees."""


def too_old(server: str) -> NotBelieved:
    """An answer whose time is over."""
    return NotBelieved(
        _("The answer of %(server)s is too old; try again, and have the clocks compared if it repeats.")
        % {"server": server}
    )


def for_another(server: str) -> NotBelieved:
    """An answer that was made for another program."""
    return NotBelieved(
        _("The answer of %(server)s was made for another program; have its settings for Chancery compared.")
        % {"server": server}
    )


def not_asked_for(server: str) -> NotBelieved:
    """An answer that belongs to no sign-in under way in this browser."""
    return NotBelieved(
        _("The answer of %(server)s belongs to no sign-in that was begun here; begin again.")
        % {"server": server}
    )


def not_proven(server: str) -> NotBelieved:
    """An answer whose signature, origin or content does not hold."""
    return NotBelieved(
        _("The answer of %(server)s cannot be trusted; try again, or sign in another way.")
        % {"server": server}
    )


def sentence_for(server: str, error: Exception | None, context: Mapping[str, Any]) -> str:
    """Say why signing in through a server failed, whatever allauth knows of it."""
    if isinstance(error, NotBelieved):
        return str(error)
    if isinstance(error, RequestException):
        return _("%(server)s does not answer as it should; try again later, or sign in another way.") % {
            "server": server
        }
    if error is None and not context.get("state"):
        return str(not_asked_for(server))
    return _("The sign-on server gave no usable answer; try again, or sign in another way.")


def refuse_whom_nobody_knows(request: HttpRequest, login: SocialLogin) -> None:
    """
    Let only open accounts sign in, before anything is written about them.

    Errors: ImmediateHttpResponse with the page that says why.
    """
    if login.is_existing:
        if not login.user.is_active:
            raise ImmediateHttpResponse(HttpResponseRedirect(reverse("account_inactive")))
        return
    if login.state.get("process") == "connect":
        return
    if not any(address.verified for address in login.email_addresses):
        sentence = _(
            "%(server)s does not say that it has checked your e-mail address; "
            "ask those who keep it, or sign in another way."
        ) % {"server": login.provider.name}
        context = {"sentence": sentence}
        page = render(request, "socialaccount/authentication_error.html", context, status=401)
        raise ImmediateHttpResponse(page)
    raise ImmediateHttpResponse(render(request, "account/signup_closed.html", status=401))
