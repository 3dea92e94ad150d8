"""Addresses of the public page of a campaign in the office."""

from django.urls import path

from chancery.campaign.views import pages

urlpatterns = [
    path("campaigns/<slug:campaign>/public/", pages.page, name="page"),
    path("campaigns/<slug:campaign>/public/edit/", pages.change, name="change-page"),
    path("campaigns/<slug:campaign>/public/preview/", pages.preview, name="preview-page"),
    path("campaigns/<slug:campaign>/public/publish/", pages.publish, name="publish-page"),
    path("campaigns/<slug:campaign>/public/take-down/", pages.take_down, name="take-page-down"),
]
