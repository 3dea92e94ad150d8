"""
SAML: to the server, back by a form of its own, and on.

The form comes from another site, so that the browser leaves the cookies of the session out (`SameSite`). What
it proves waits under a key of its own for one more step, which the browser makes with its cookies.
"""

from typing import Any

from allauth.account.internal.decorators import login_not_required
from allauth.socialaccount.helpers import complete_social_login, render_authentication_error
from allauth.socialaccount.providers.base.utils import respond_to_login_on_get
from allauth.socialaccount.sessions import LoginSession
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_POST
from requests import RequestException

from chancery.accounts.pages import too_many
from chancery.accounts.sign_on import refusing
from chancery.accounts.sign_on.refusing import NotBelieved
from chancery.accounts.sign_on.saml_server import CheckedSaml, Proven, asking
from chancery.accounts.views.sign_on import server_called

WAITING = "saml-answer"
WAITS_SECONDS = 60


@login_not_required  # type: ignore[untyped-decorator]  # allauth is untyped
def login(request: HttpRequest, key: str) -> HttpResponse:
    """Go to the server, after a press of the button."""
    server = server_called(request, key, CheckedSaml)
    answer: HttpResponse = respond_to_login_on_get(request, server) or server.redirect_from_request(request)
    return answer


# The server's form carries no token of ours; its signature is asked for instead.
@csrf_exempt
@login_not_required  # type: ignore[untyped-decorator]  # allauth is untyped
@require_POST
def answer(request: HttpRequest, key: str) -> HttpResponse:
    """Take the answer of the server, and let the browser come once more with its own cookies."""
    server = server_called(request, key, CheckedSaml)
    if refusal := too_many(request, "saml"):
        return refusal
    try:
        proven = asking().proven_by(server.app.settings["server"], request.POST.get("SAMLResponse", ""))
    except (NotBelieved, RequestException) as error:
        return _refused(request, server, error)
    response = HttpResponseRedirect(reverse("saml_finish", args=[key]))
    waiting = LoginSession(request, "waiting_answer", WAITING)
    waiting.store.update(proven)
    waiting.store.set_expiry(WAITS_SECONDS)
    waiting.save(response)
    response.cookies[WAITING]["httponly"] = True
    return response


@login_not_required  # type: ignore[untyped-decorator]  # allauth is untyped
@require_GET
def finish(request: HttpRequest, key: str) -> HttpResponse:
    """Sign in whom the answer was about, if this browser asked for it."""
    server = server_called(request, key, CheckedSaml)
    waiting = LoginSession(request, "waiting_answer", WAITING)
    known = dict(waiting.store.items())
    waiting.delete()
    if "person" not in known:
        return _refused(request, server, refusing.not_asked_for(server.name))
    proven = Proven(
        person=known["person"],
        email=known["email"],
        answers=known["answers"],
        has_second_step=known["has_second_step"],
    )
    try:
        state = _state_of(request, server, proven)
        login = server.sociallogin_from_response(request, proven)
    except (NotBelieved, ValueError) as error:
        return _refused(request, server, error)
    login.state = state
    done: HttpResponse = complete_social_login(request, login)
    return done


@login_not_required  # type: ignore[untyped-decorator]  # allauth is untyped
@require_GET
def metadata(request: HttpRequest, key: str) -> HttpResponse:
    """Tell a server what it has to know of us."""
    server = server_called(request, key, CheckedSaml)
    try:
        text = asking().metadata_of_ours(server.app.settings["server"])
    except NotBelieved as error:
        return _refused(request, server, error)
    return HttpResponse(text, content_type="application/samlmetadata+xml")


def _state_of(request: HttpRequest, server: CheckedSaml, proven: Proven) -> dict[str, Any]:
    """What was begun in this browser with the question that is answered. Errors: NotBelieved."""
    if not proven["answers"]:
        if server.app.settings["server"].takes_unsolicited:
            return {"process": "login"}
        raise refusing.not_asked_for(server.name)
    try:
        state: dict[str, Any] = server.unstash_redirect_state(request, proven["answers"])
    except PermissionDenied as error:
        raise refusing.not_asked_for(server.name) from error
    return state


def _refused(request: HttpRequest, server: CheckedSaml, error: Exception) -> HttpResponse:
    page: HttpResponse = render_authentication_error(
        request, server, exception=error, extra_context={"state": "unknown"}
    )
    return page
