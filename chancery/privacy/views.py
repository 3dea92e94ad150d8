"""What the office says of itself in the notice to guests."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from chancery.accounts.access import Office
from chancery.accounts.pages import office_page
from chancery.accounts.roles import Right
from chancery.base.frame import framed
from chancery.privacy import queries
from chancery.privacy.actions import keeping
from chancery.privacy.forms import OfficePrivacyForm


@office_page(Right.OFFICE_MANAGE)
def office(request: HttpRequest, office: Office) -> HttpResponse:
    """Change which law the notice names, whom guests ask, and where they may complain."""
    form = OfficePrivacyForm(request.POST or None, instance=queries.settled_by(office.organiser))
    if request.method == "POST" and form.is_valid():
        keeping.say(form.instance, by=office.actor)
        messages.success(request, _("The notices of all events say so from now on."))
        return redirect("privacy:office", ref=office.organiser.ref)
    return framed(request, "privacy/office.html", form=form)
