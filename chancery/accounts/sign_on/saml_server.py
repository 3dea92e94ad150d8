"""A server of `[[saml]]` as allauth knows it; the packages of SAML are imported when somebody comes."""

from typing import Any, TypedDict

from allauth.socialaccount.helpers import render_authentication_error
from allauth.socialaccount.providers.saml.provider import SAMLProvider
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from requests import RequestException

from chancery.accounts.sign_on.refusing import NotBelieved


class Proven(TypedDict):
    """
    What a server has proven of somebody: who they are, whether it asked for a second step, and which question
    it answers, empty for none.
    """

    person: str
    email: str
    answers: str
    has_second_step: bool


class CheckedSaml(SAMLProvider):  # type: ignore[misc]  # allauth is untyped
    """The way to a SAML server; what comes back is read by `sign_on.saml` alone."""

    def get_login_url(self, request: HttpRequest, **kwargs: Any) -> str:
        return f"{reverse('saml_login', args=[self.app.provider_id])}?{urlencode(kwargs)}"

    def redirect(
        self, request: HttpRequest, process: str, next_url: str | None = None, data: Any = None, **kwargs: Any
    ) -> HttpResponse:
        try:
            address, question = asking().question_for(self.app.settings["server"])
        except (NotBelieved, RequestException) as error:
            answer: HttpResponse = render_authentication_error(
                request, self, exception=error, extra_context={"state": "unknown"}
            )
            return answer
        self.stash_redirect_state(request, process, next_url, data, state_id=question, **kwargs)
        return HttpResponseRedirect(address)

    def sociallogin_from_response(self, request: HttpRequest, data: Proven) -> Any:
        login = super().sociallogin_from_response(request, data)
        login.has_second_step = data["has_second_step"]
        return login

    def extract_uid(self, data: Proven) -> str:
        return data["person"]

    def extract_extra_data(self, data: Proven) -> dict[str, Any]:
        """Keep nothing of what the server tells but who it is."""
        return {}

    def extract_common_fields(self, data: Proven) -> dict[str, Any]:
        return {"email": data["email"]}


def asking() -> Any:
    """Return the module that speaks SAML. Errors: NotBelieved where its packages are not installed."""
    try:
        from chancery.accounts.sign_on import saml  # noqa: PLC0415  # an extra that need not be installed
    except ImportError as error:
        sentence = _("Single sign-on by SAML needs more packages on the server; install chancery[saml].")
        raise NotBelieved(sentence) from error
    return saml
