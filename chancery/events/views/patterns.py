"""Patterns: an event is offered to posts, and an event of a post begins from it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chancery.accounts.access import Office
from chancery.accounts.pages import office_page
from chancery.accounts.roles import Right
from chancery.base.frame import framed
from chancery.directory.models import Visibility
from chancery.events import pattern_actions, patterns
from chancery.events.access import EventOffice
from chancery.events.forms import BeginForm
from chancery.events.pages import event_page


@require_POST
@event_page(Right.EVENTS_EDIT)
def offer(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Offer an event to all posts as a pattern, or no longer."""
    is_offered = "hide" not in request.POST
    visibility = Visibility.TREE if is_offered else Visibility.OWN
    pattern_actions.offer_pattern(office.event, visibility, by=office.actor)
    words = (
        _("All posts can begin an event from this one; nothing of its guests and its record comes over.")
        if is_offered
        else _("The event is a pattern no longer; what has begun from it stays.")
    )
    messages.success(request, words)
    return redirect("desk:event", ref=office.organiser.ref, code=office.event.code)


@office_page(Right.EVENTS_EDIT)
def begin(request: HttpRequest, office: Office, pattern: str) -> HttpResponse:
    """Begin an event from a pattern: first say what comes over."""
    chosen = patterns.pattern_for(office, pattern)
    form = BeginForm(request.POST or None, pattern=chosen, organiser=office.organiser)
    if request.method == "POST" and form.is_valid():
        event = pattern_actions.begin_from(
            chosen, organiser=office.organiser, ref=form.ref(), by=office.actor, **form.cleaned_data
        )
        messages.success(request, _("The event has begun; add its places, its people and its guests."))
        return redirect("desk:event", ref=office.organiser.ref, code=event.code)
    given = patterns.what_is_given(chosen)
    return framed(request, "events/begin.html", form=form, pattern=chosen, given=given)
