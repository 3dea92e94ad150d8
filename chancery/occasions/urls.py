"""Addresses of occasions and campaigns."""

from django.urls import path

from chancery.occasions import views

app_name = "occasions"
urlpatterns = [
    path("occasions/", views.occasions, name="occasions"),
    path("occasions/new/", views.add_occasion, name="add-occasion"),
    path("occasions/<slug:occasion>/", views.change_occasion, name="change-occasion"),
    path("campaigns/", views.campaigns, name="campaigns"),
    path("campaigns/new/", views.add_campaign, name="add-campaign"),
    path("campaigns/<slug:campaign>/", views.change_campaign, name="change-campaign"),
]
