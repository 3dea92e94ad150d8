"""Versions of a profile: take an earlier one again, begin an own profile from another one."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chancery.accounts.access import Office
from chancery.accounts.pages import office_page
from chancery.accounts.roles import Right
from chancery.base.frame import framed
from chancery.precedence import actions, loader, queries
from chancery.precedence.forms.versions import CopyForm
from chancery.precedence.views.offered import offered_or_404, version_or_404


@require_POST
@office_page(Right.PROFILES_EDIT)
def restore(request: HttpRequest, office: Office, key: str, number: int) -> HttpResponse:
    """Make an earlier version the newest again, 0 being the profile as it ships; nothing is lost."""
    again = version_or_404(office, key, number)
    reason = _("Version %(number)s again.") % {"number": number} if number else _("As shipped again.")
    text = loader.dump_profile(again)
    actions.save_profile(office.organiser, key=key, text=text, reason=reason, by=office.actor)
    messages.success(request, _("The profile is as it was in that version; the later versions are kept."))
    return redirect("precedence:profile", ref=office.organiser.ref, key=key)


@office_page(Right.PROFILES_EDIT)
def copy(request: HttpRequest, office: Office, key: str) -> HttpResponse:
    """Begin a profile of the office's own from this one."""
    offered = offered_or_404(office, key)
    form = CopyForm(request.POST or None, taken=queries.taken_keys(office.organiser))
    if request.method == "POST" and form.is_valid():
        begun = actions.copy_profile(office.organiser, offered.profile, **form.cleaned_data, by=office.actor)
        messages.success(request, _("The profile is yours to fill; no event follows it yet."))
        return redirect("precedence:profile", ref=office.organiser.ref, key=begun.key)
    return framed(request, "precedence/copy.html", profile=offered.profile, form=form)
