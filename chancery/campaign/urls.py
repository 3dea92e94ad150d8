"""Addresses of what campaigns add up to."""

from django.urls import URLPattern, URLResolver

from chancery.campaign import (
    urls_calendar,
    urls_claims,
    urls_figures,
    urls_pages,
    urls_reports,
    urls_rows,
    urls_totals,
)

app_name = "campaign"
urlpatterns: list[URLPattern | URLResolver] = [
    *urls_figures.urlpatterns,
    *urls_calendar.urlpatterns,
    *urls_pages.urlpatterns,
    *urls_reports.urlpatterns,
    *urls_rows.urlpatterns,
    *urls_totals.urlpatterns,
    *urls_claims.urlpatterns,
]
