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
"""Where the address of a calendar waits until it is shown, once."""


@office_page(Right.EVENTS_VIEW)
def feeds(request: HttpRequest, office: Office) -> HttpResponse:
    """List the calendars for others; the address of a new one is shown once."""
    address = request.session.pop(NEW, "")
    return framed(
        request,
        "campaign/feeds.html",
        feeds=feeds_of(office.organiser),
        address=address,
        table=address.removesuffix(".ics") + ".csv" if address else "",
        subscribing="webcal:" + address.partition(":")[2] if address else "",
        qr=qr_svg(address) if address else "",
    )


@office_page(Right.RELEASE)
def add(request: HttpRequest, office: Office) -> HttpResponse:
    """Make a calendar for others."""
    feed = CalendarFeed(organiser=office.organiser)
    form = FeedForm(request.POST or None, instance=feed, has_posts=posts_of(office.organiser).exists())
    if request.method == "POST" and form.is_valid():
        token = actions.make_feed(form.instance, by=office.actor)
        path = reverse("public-calendar:calendar", args=[token])
        request.session[NEW] = f"{settings.BASE_URL}{path}"
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
