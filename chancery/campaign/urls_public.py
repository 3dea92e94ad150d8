"""Addresses of campaigns for anybody."""

from django.urls import path

from chancery.campaign.views import public, public_reports

app_name = "public-campaign"
urlpatterns = [
    path("", public.page, name="page"),
    path("reports/<int:year>/", public_reports.report, name="report"),
    path("reports/<int:year>/<slug:language>/", public_reports.report, name="report-in"),
    path("reports/<int:year>/<slug:language>/report.<slug:suffix>", public_reports.file, name="report-file"),
    path("<slug:language>/", public.page, name="page-in"),
    path("<slug:language>/events/", public.events, name="events"),
    path("<slug:language>/feed.<slug:kind>", public.feed, name="feed"),
]
