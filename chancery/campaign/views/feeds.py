"""Calendars for others: make one, show its address once, revoke it."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chancery.accounts.access import Office
from chancery.accounts.pages import office_page
from chancery.accounts.roles import Right
from chancery.base.frame import framed
from chancery.base.qr import qr_svg
from chancery.campaign.actions import feeds as actions
from chancery.campaign.forms.feeds import FeedForm
from chancery.campaign.models import CalendarFeed
from chancery.campaign.queries.calendar import posts_of
from chancery.campaign.queries.feeds import feeds_of

NEW = "new_calendar_feed"
"""Where the address of a table waits until it is shown, once."""
IS_CALENDAR = "new_feed_is_calendar"
"""Whether the same is read as a calendar too."""


@office_page(Right.EVENTS_VIEW)
def feeds(request: HttpRequest, office: Office) -> HttpResponse:
    """List the calendars for others; the address of a new one is shown once."""
    table = request.session.pop(NEW, "")
    is_calendar = request.session.pop(IS_CALENDAR, False)
    calendar = table.removesuffix(".csv") + ".ics" if is_calendar else ""
    return framed(
        request,
        "campaign/feeds.html",
        feeds=feeds_of(office.organiser),
        table=table,
        address=calendar,
        subscribing="webcal:" + calendar.partition(":")[2] if calendar else "",
        qr=qr_svg(calendar) if calendar else "",
    )


@office_page(Right.RELEASE)
def add(request: HttpRequest, office: Office) -> HttpResponse:
    """Make a calendar for others."""
    feed = CalendarFeed(organiser=office.organiser)
    form = FeedForm(
        request.POST or None,
        instance=feed,
        has_posts=posts_of(office.organiser).exists(),
        tells_guests=office.may(Right.GUESTS_VIEW),
        today=office.today,
    )
    if request.method == "POST" and form.is_valid():
        token = actions.make_feed(form.instance, by=office.actor)
        path = reverse("public-calendar:table", args=[token])
        request.session[NEW] = f"{settings.BASE_URL}{path}"
        request.session[IS_CALENDAR] = not feed.is_of_event
        return redirect("campaign:feeds", ref=office.organiser.ref)
    return framed(request, "campaign/feed_form.html", form=form)


@office_page(Right.RELEASE)
@require_POST
def revoke(request: HttpRequest, office: Office, feed: str) -> HttpResponse:
    """Close the address of a calendar."""
    found = get_object_or_404(feeds_of(office.organiser), code=feed)
    try:
        actions.revoke_feed(found, now=timezone.now(), by=office.actor)
    except actions.FeedAlreadyRevoked:
        messages.info(request, _("This address was revoked before."))
    else:
        messages.success(request, _("The address is revoked; whoever reads it is told that it is gone."))
    return redirect("campaign:feeds", ref=office.organiser.ref)
