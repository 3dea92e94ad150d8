"""Addresses of dashboards: of a campaign, and of an office with its posts."""

from django.urls import URLPattern, path

from chancery.campaign.dashboard_places import OF_TABLES
from chancery.campaign.views import counting, dashboards, figure_files, missions


def _of(before: str, name: str) -> list[URLPattern]:
    """The same pages below one address; their names begin alike."""
    return [
        path(f"{before}figures/", dashboards.dashboard, name=name),
        path(f"{before}figures/compare/", dashboards.compare, name=f"{name}-compare"),
        *(
            path(f"{before}figures/compare.{kind}", figure_files.compared, {"kind": kind}, f"{name}-{kind}")
            for kind in OF_TABLES
        ),
        path(f"{before}figures/figures.pdf", figure_files.paper, name=f"{name}-paper"),
        path(f"{before}figures/missions/", missions.missions, name=f"{name}-missions"),
        *(
            path(f"{before}figures/missions.{kind}", missions.file, {"kind": kind}, f"{name}-missions-{kind}")
            for kind in OF_TABLES
        ),
        path(f"{before}figures/<slug:chart>.<slug:kind>", figure_files.chart, name=f"{name}-file"),
    ]


urlpatterns = [
    path("figures/count/", counting.count, name="count"),
    path("figures/count/<slug:job>/", counting.progress, name="count-progress"),
    *_of("campaigns/<slug:campaign>/", "dashboard"),
    *_of("", "office"),
]
