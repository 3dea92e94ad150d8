"""Telling an endpoint something by hand: a test, one change again, all of a span again."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from chancery.accounts.access import Office
from chancery.accounts.pages import office_page
from chancery.accounts.roles import Right
from chancery.api.hooks import access
from chancery.api.hooks.actions import replaying
from chancery.api.hooks.forms.endpoints import SpanForm
from chancery.api.hooks.words import answer_in_words
from chancery.base.frame import framed


@office_page(Right.OFFICE_MANAGE)
@require_POST
def test(request: HttpRequest, office: Office, endpoint: str) -> HttpResponse:
    """Tell an endpoint a word that means nothing, and say what it answered."""
    found = access.endpoint_of(office, endpoint)
    answer = replaying.test(found, now=timezone.now())
    say = messages.success if answer.is_good else messages.warning
    say(request, answer_in_words(answer))
    return redirect("hooks:endpoint", ref=office.organiser.ref, endpoint=found.code)


@office_page(Right.OFFICE_MANAGE)
@require_POST
def replay(request: HttpRequest, office: Office, endpoint: str, delivery: str) -> HttpResponse:
    """Tell one change again."""
    found = access.delivery_of(office, endpoint, delivery)
    replaying.replay(found, by=office.actor, now=timezone.now())
    messages.success(request, _("It is told again within seconds, under the id it had."))
    return redirect("hooks:endpoint", ref=office.organiser.ref, endpoint=endpoint)


@office_page(Right.OFFICE_MANAGE)
def replay_span(request: HttpRequest, office: Office, endpoint: str) -> HttpResponse:
    """Tell again all that changed in a span, also what the endpoint missed while it was off."""
    found = access.endpoint_of(office, endpoint)
    form = SpanForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        since, until = form.cleaned_data["since"], form.cleaned_data["until"]
        count = replaying.replay_span(found, since, until, by=office.actor, now=timezone.now())
        words = ngettext("%(count)s change is told again.", "%(count)s changes are told again.", count)
        messages.success(request, words % {"count": count})
        return redirect("hooks:endpoint", ref=office.organiser.ref, endpoint=found.code)
    return framed(request, "hooks/span.html", form=form, endpoint=found)
