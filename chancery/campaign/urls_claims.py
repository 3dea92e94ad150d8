"""Addresses of the figures that somebody claims of a campaign."""

from django.urls import path

from chancery.campaign.views import claims

LIST = "campaigns/<slug:campaign>/claims/"

urlpatterns = [
    path(LIST, claims.claims, name="claims"),
    path(f"{LIST}add/", claims.add, name="add-claim"),
    path(f"{LIST}<slug:claim>/", claims.change, name="change-claim"),
    path(f"{LIST}<slug:claim>/follow/", claims.follow, name="follow-claim"),
    path(f"{LIST}<slug:claim>/delete/", claims.delete, name="delete-claim"),
]
