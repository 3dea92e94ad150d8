"""How a view is bound to an office and a right; every page of an office is decorated so."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate

from allauth.account.internal.flows.login import record_authentication
from allauth.account.utils import perform_login
from allauth.core import ratelimit
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone

from chancery.accounts import access
from chancery.accounts.access import Office
from chancery.accounts.models import User
from chancery.accounts.roles import Right

type OfficeView = Callable[Concatenate[HttpRequest, Office, ...], HttpResponseBase]


def office_page(right: Right) -> Callable[[OfficeView], Callable[..., HttpResponseBase]]:
    """
    Make a view of `(request, office, …)` from a route with `<slug:ref>`.

    A stranger gets 404, a member without `right` 403 with a sentence, nobody signed in the sign-in page.
    Moments are shown in the zone of the office. The right stands on the view as `right`, for the table of
    URL and role.
    """

    def decorate(view: OfficeView) -> Callable[..., HttpResponseBase]:
        @login_required
        @wraps(view)
        def page(request: HttpRequest, ref: str, **route: Any) -> HttpResponseBase:
            office = access.office_for(request.user, ref, right)
            request.office = office  # type: ignore[attr-defined]  # read by the context processor
            with timezone.override(office.organiser.zone):
                return view(request, office, **route)

        page.right = right  # type: ignore[attr-defined]  # read by the test of URL and role
        return page

    return decorate


def too_many(
    request: HttpRequest, action: str, *, key: str | None = None, counts_looking: bool = False
) -> HttpResponse | None:
    """
    Count this attempt at `action`; return the refusal once there are too many, else None.

    Only what changes something counts, unless it `counts_looking` at the page. Limits stand in
    ACCOUNT_RATE_LIMITS; one by key counts the attempts with the same `key`, which is kept as a digest.
    """
    refusal: HttpResponse | None = ratelimit.consume_or_429(
        request, action=action, key=key, limit_get=counts_looking
    )
    return refusal


def sign_in(request: HttpRequest, user: User, *, to: str | None = None) -> HttpResponse:
    """
    Sign in somebody who has just shown who they are, and lead them to `to` or to their office.

    The session gets a new key; a second step, if the account has one, is still asked.
    """
    record_authentication(request, user, method="link")
    response: HttpResponse = perform_login(request, user, redirect_url=to)
    return response
