"""Addresses of the yearly reports of an office for anybody."""

from django.urls import path

from chancery.campaign.views import public_office_reports, public_reports

app_name = "public-report"
urlpatterns = [
    path("reports/", public_office_reports.reports, name="reports"),
    path("reports/feed.xml", public_office_reports.feed, name="feed"),
    path("reports/<int:year>/", public_reports.of_office, name="report"),
    path("reports/<int:year>/<slug:language>/", public_reports.of_office, name="report-in"),
    path(
        "reports/<int:year>/<slug:language>/report.<slug:suffix>",
        public_reports.file_of_office,
        name="report-file",
    ),
]
