"""Recovery codes: made, shown once, and counted."""

from allauth.account.adapter import get_adapter
from allauth.account.decorators import reauthentication_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from chancery.accounts import access, queries
from chancery.accounts.actions import recovery
from chancery.accounts.models import User
from chancery.base.downloads import saved


@reauthentication_required  # type: ignore[untyped-decorator]  # allauth is untyped
@never_cache
def codes(request: HttpRequest) -> HttpResponse:
    """Make new codes and show them, on a page or in a file; they cannot be shown again."""
    user = request.user
    assert isinstance(user, User)
    steps = queries.second_steps_of(user)
    if not access.asks_codes_of(steps):
        return redirect("accounts:mine")
    if request.method != "POST":
        return render(request, "accounts/recovery_codes.html", {"held": steps["recovery_codes"]})
    made = recovery.make_codes(user)
    if steps["recovery_codes"]:
        get_adapter().send_notification_mail("mfa/email/recovery_codes_generated", user)
    if "as_file" in request.POST:
        return saved(("\n".join(made) + "\n").encode(), "recovery-codes.txt")
    return render(request, "accounts/recovery_codes.html", {"codes": made})
