"""Addresses of yearly reports in the office."""

from django.urls import path

from chancery.campaign.views import reports

urlpatterns = [
    path("campaigns/<slug:campaign>/reports/", reports.of_campaign, name="reports"),
    path("reports/", reports.of_office, name="office-reports"),
    path("reports/<slug:report>/", reports.report, name="report"),
    path("reports/<slug:report>/progress/", reports.progress, name="report-progress"),
    path("reports/<slug:report>/stop/", reports.stop, name="stop-report"),
    path("reports/<slug:report>/release/", reports.release, name="release-report"),
    path("reports/<slug:report>/withdraw/", reports.withdraw, name="withdraw-report"),
    path("reports/<slug:report>/report.<slug:suffix>", reports.file, name="report-file"),
]
