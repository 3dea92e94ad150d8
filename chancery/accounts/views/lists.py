"""How a reader wants lists to look."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from chancery.accounts.actions import users
from chancery.accounts.models import User


@require_POST
@login_required
def density(request: HttpRequest) -> HttpResponse:
    """Give the rows of lists more space or less, and go back to the list."""
    assert isinstance(request.user, User)
    wanted = request.POST.get("density", "")
    if wanted in User.Density.values:
        users.choose_density(request.user, wanted)
    before = request.headers.get("Referer", "")
    is_ours = url_has_allowed_host_and_scheme(before, {request.get_host()}, require_https=request.is_secure())
    return redirect(before if is_ours else "home")
