"""Counting at once, by the button of a dashboard, and how far it is."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chancery.accounts.access import Office
from chancery.accounts.pages import office_page
from chancery.accounts.roles import Right
from chancery.base import jobs
from chancery.campaign.dashboard_places import place_of
from chancery.campaign.freshness_words import counting_of, runs_of
from chancery.campaign.jobs import COUNT


@require_POST
@office_page(Right.EVENTS_EDIT)
def count(request: HttpRequest, office: Office) -> HttpResponse:
    """Begin to count what changed at the office and its posts, unless it is being counted."""
    place = place_of(office, request.POST.get("campaign", ""))
    last = runs_of(office.organiser).first()
    if last is not None and not last.is_over:
        messages.info(request, _("The events are being counted already; wait a moment."))
    else:
        jobs.start(COUNT, by=office.actor)
    return redirect(place.url())


@office_page(Right.EVENTS_VIEW)
def progress(request: HttpRequest, office: Office, job: str) -> HttpResponse:
    """Show how far counting is."""
    chosen = get_object_or_404(runs_of(office.organiser), code=job)
    place = place_of(office, request.GET.get("campaign", ""))
    return render(request, "base/_progress.html", counting_of(place, chosen))
