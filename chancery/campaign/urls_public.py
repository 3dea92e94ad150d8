"""Addresses of campaigns for anybody."""

from django.urls import path

from chancery.campaign.views import public

app_name = "public-campaign"
urlpatterns = [
    path("", public.page, name="page"),
    path("<slug:language>/", public.page, name="page-in"),
    path("<slug:language>/events/", public.events, name="events"),
    path("<slug:language>/feed.<slug:kind>", public.feed, name="feed"),
]
