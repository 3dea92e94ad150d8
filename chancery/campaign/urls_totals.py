"""Addresses of stated totals."""

from django.urls import path

from chancery.campaign.views import totals

LIST = "campaigns/<slug:campaign>/totals/"

urlpatterns = [
    path(LIST, totals.totals, name="totals"),
    path(f"{LIST}state/", totals.state, name="state-total"),
    path(f"{LIST}<slug:total>/", totals.total, name="total"),
    path(f"{LIST}<slug:total>/delete/", totals.delete, name="delete-total"),
]
