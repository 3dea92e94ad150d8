"""Who asks: the token in the Authorization header, and the office as its holder sees it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from ninja.security import HttpBearer

from chancery.accounts import access, queries
from chancery.accounts.access import Office
from chancery.accounts.actions import tokens
from chancery.accounts.actions.links import digest
from chancery.accounts.models import AccessToken
from chancery.accounts.pages import too_many
from chancery.accounts.roles import Right
from chancery.api import problems
from chancery.api.problems import Problem

CHALLENGE = {"WWW-Authenticate": 'Bearer realm="chancery"'}


@dataclass(frozen=True, slots=True)
class Caller:
    """A token that is good, and the office through it."""

    token: AccessToken
    office: Office


class AccessTokenInHeader(HttpBearer):
    """
    `Authorization: Bearer chy_…`; whoever shows wrong tokens too often is told to wait.

    `opens` says what the caller opens with it, before anything else of the request is read: who may not, and
    who names what is not there, is told so whatever else is wrong.
    """

    def __init__(self, opens: Callable[[HttpRequest, Caller], Caller] | None = None) -> None:
        super().__init__()
        self.opens = opens

    def __call__(self, request: HttpRequest) -> Any:
        caller = super().__call__(request)
        if caller is None:
            words = _("Show an access token: Authorization: Bearer and the token.")
            raise Problem("token-missing", words, headers=CHALLENGE)
        return caller

    def authenticate(self, request: HttpRequest, token: str) -> Caller:
        now = timezone.now()
        known = queries.open_token(digest(token), now) if token.startswith(tokens.MARK) else None
        if known is None:
            if too_many(request, "api_unknown", counts_looking=True):
                raise problems.too_many()
            words = _("The token is unknown, withdrawn or too old, or its account is closed; make a new one.")
            raise Problem("token-unknown", words, headers=CHALLENGE)
        tokens.note_use(known, now=now)
        caller = Caller(known, access.office_through(known))
        return self.opens(request, caller) if self.opens else caller


def caller_of(request: HttpRequest) -> Caller:
    """Return who asks, in an operation."""
    caller: Caller = request.auth  # type: ignore[attr-defined]  # ninja keeps it there
    return caller


def demand(office: Office, right: Right) -> None:
    """
    Raise a problem unless the token passes `right` on.

    Errors: Problem scope-missing. Whether the role includes the right is for `access` to say.
    """
    if not office.passes_on(right):
        words = _("The token lacks the scope %(scope)s; make one that has it.") % {"scope": right.value}
        raise Problem("scope-missing", words)
