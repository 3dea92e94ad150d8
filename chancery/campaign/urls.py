"""Addresses of what campaigns add up to."""

from django.urls import URLPattern, URLResolver, path

from chancery.campaign import urls_pages, urls_totals
from chancery.campaign.views import dashboards

app_name = "campaign"
urlpatterns: list[URLPattern | URLResolver] = [
    path("campaigns/<slug:campaign>/figures/", dashboards.dashboard, name="dashboard"),
    path("figures/", dashboards.office, name="office"),
    *urls_pages.urlpatterns,
    *urls_totals.urlpatterns,
]
