"""The way to a sign-on server and back: whatever goes wrong there is one sentence here."""

from typing import Any

from allauth.account.internal.decorators import login_not_required
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.helpers import render_authentication_error
from allauth.socialaccount.models import SocialApp
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView, OAuth2LoginView
from django.http import Http404, HttpRequest, HttpResponse
from requests import RequestException

from chancery.accounts.sign_on.openid import CheckedAnswers, CheckedServer


@login_not_required  # type: ignore[untyped-decorator]  # allauth is untyped
def openid_login(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Go to the server, after a press of the button."""
    return _answered(OAuth2LoginView, request, provider_id)


@login_not_required  # type: ignore[untyped-decorator]  # allauth is untyped
def openid_callback(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Come back from the server."""
    return _answered(OAuth2CallbackView, request, provider_id)


def _answered(view: Any, request: HttpRequest, provider_id: str) -> HttpResponse:
    server = server_called(request, provider_id, CheckedServer)
    answer: HttpResponse
    try:
        answer = view.adapter_view(CheckedAnswers(request, provider_id))(request)
    except (OAuth2Error, RequestException) as error:
        # The description of the server is fetched before allauth listens for trouble.
        answer = render_authentication_error(
            request, server, exception=error, extra_context={"state": "unknown"}
        )
    return answer


def server_called(request: HttpRequest, key: str, kind: type) -> Any:
    """Return the server of this key and kind. Errors: Http404."""
    try:
        server = get_adapter(request).get_provider(request, key)
    except SocialApp.DoesNotExist as error:
        raise Http404 from error
    if not isinstance(server, kind):
        raise Http404
    return server
