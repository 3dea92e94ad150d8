"""The door for directories: who comes with which token, before anything of SCIM is read."""

import json
import sys
from importlib.util import find_spec

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt

from chancery.accounts import access, queries
from chancery.accounts.actions import tokens
from chancery.accounts.actions.links import digest
from chancery.accounts.pages import too_many
from chancery.accounts.roles import Right

KIND = "application/scim+json"


# A directory has no session: it proves itself by its token.
@csrf_exempt
def answer(request: HttpRequest, what: str) -> HttpResponse:
    """Answer a directory that brings the token of an owner; everybody else is refused in its own form."""
    kind, _space, shown = request.headers.get("Authorization", "").partition(" ")
    key = digest(shown.strip())
    if too_many(request, "scim", key=key, counts_looking=True):
        return refusal(429, "There were too many requests; go on in a minute.")
    token = queries.open_token(key, timezone.now()) if kind.lower() == "bearer" else None
    if token is None:
        if too_many(request, "scim_unknown", counts_looking=True):
            return refusal(429, "There were too many wrong tokens; wait a minute.")
        response = refusal(401, "This token opens nothing; have an owner of the office make a new one.")
        response.headers["WWW-Authenticate"] = 'Bearer realm="SCIM"'
        return response
    office = access.office_through(token)
    if not office.may(Right.OFFICE_MANAGE) or office.only_events is not None:
        return refusal(403, "This token does not include the right to manage the office and its team.")
    if not is_installed():
        return refusal(501, "SCIM needs more packages; install chancery[scim].")
    tokens.note_use(token, now=timezone.now())
    from chancery.accounts.views import scim_service  # noqa: PLC0415  # an extra that need not be installed

    return scim_service.answer(request, office, what, through=token)


def is_installed() -> bool:
    """Whether the packages of SCIM are there."""
    return "scim2_models" in sys.modules or find_spec("scim2_models") is not None


def refusal(status: int, sentence: str) -> HttpResponse:
    """Return an error in the form of SCIM, made without its packages."""
    body = {
        "schemas": ["urn:ietf:params:scim:api:messages:2.0:Error"],
        "status": str(status),
        "detail": sentence,
    }
    return HttpResponse(json.dumps(body), content_type=KIND, status=status)
