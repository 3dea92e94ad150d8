"""Access tokens of an office: make one, see it once, look who has used which, withdraw."""

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chancery.accounts import access
from chancery.accounts.access import Office
from chancery.accounts.actions import tokens as actions
from chancery.accounts.models import AccessToken
from chancery.accounts.pages import office_page
from chancery.accounts.roles import Right
from chancery.api.forms import TokenForm
from chancery.base.frame import framed

NEW = "new_access_token"
"""Where a token waits until it is shown, once."""


@office_page(Right.OFFICE_VIEW)
def tokens_page(request: HttpRequest, office: Office) -> HttpResponse:
    """List the tokens that the member may look at; a new one is shown once."""
    found, now = access.tokens_of(office), timezone.now()
    return framed(
        request,
        "api/tokens.html",
        tokens=[
            (token, [right.label for right in Right if right in token.scopes], token.is_open(now))
            for token in found
        ],
        shown=request.session.pop(NEW, ""),
        is_of_all=office.may(Right.OFFICE_MANAGE),
    )


@office_page(Right.OFFICE_VIEW)
@reauthentication_required  # type: ignore[untyped-decorator]  # allauth is untyped
def make(request: HttpRequest, office: Office) -> HttpResponse:
    """Make a token for a program or a device."""
    form = TokenForm(request.POST or None, instance=AccessToken(), office=office)
    if request.method == "POST" and form.is_valid():
        request.session[NEW] = actions.make_token(form.token(), by=office.actor)
        return redirect("tokens:tokens", ref=office.organiser.ref)
    return framed(request, "api/token_form.html", form=form)


@office_page(Right.OFFICE_VIEW)
@require_POST
def withdraw(request: HttpRequest, office: Office, code: str) -> HttpResponse:
    """Withdraw a token for good."""
    token = access.token_of(office, code)
    try:
        actions.withdraw_token(token, now=timezone.now(), by=office.actor)
    except actions.TokenAlreadyWithdrawn:
        messages.info(request, _("This token was withdrawn before."))
    else:
        messages.success(request, _("“%(name)s” is withdrawn and opens nothing.") % {"name": token.name})
    return redirect("tokens:tokens", ref=office.organiser.ref)
