"""Where an office begins: its list for those who work in several, and its home."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from chancery.accounts import queries
from chancery.accounts.access import Office
from chancery.accounts.models import User
from chancery.accounts.pages import office_page
from chancery.accounts.roles import Right
from chancery.base.frame import layout_for


@login_required
def home(request: HttpRequest) -> HttpResponse:
    """Lead to the one office of the reader, or list the offices they belong to."""
    assert isinstance(request.user, User)
    offices = list(queries.offices_of(request.user))
    if len(offices) == 1:
        return redirect("desk:office", ref=offices[0].ref)
    return render(request, "desk/offices.html", {"layout": layout_for(request), "offices": offices})


@office_page(Right.OFFICE_VIEW)
def office(request: HttpRequest, office: Office) -> HttpResponse:
    """Show the home of an office."""
    return render(request, "desk/office.html", {"layout": layout_for(request)})
