"""Addresses of calendars for whoever has one."""

from django.urls import path

from chancery.campaign.views import calendar_public

app_name = "public-calendar"
urlpatterns = [
    path("<slug:token>.ics", calendar_public.calendar, name="calendar"),
    path("<slug:token>.csv", calendar_public.table, name="table"),
]
