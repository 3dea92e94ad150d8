"""Addresses of the calendar of an office, and of those it makes for others."""

from django.urls import path

from chancery.campaign.views import calendar, calendar_paper, feeds

urlpatterns = [
    path("calendar/", calendar.calendar, name="calendar"),
    path("calendar/year.pdf", calendar_paper.paper, name="calendar-paper"),
    path("calendar/feeds/", feeds.feeds, name="feeds"),
    path("calendar/feeds/new/", feeds.add, name="add-feed"),
    path("calendar/feeds/<slug:feed>/revoke/", feeds.revoke, name="revoke-feed"),
]
