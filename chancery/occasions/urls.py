"""Addresses of occasions and campaigns."""

from django.urls import path

from chancery.occasions.views import avoided, campaigns, occasions

app_name = "occasions"
urlpatterns = [
    path("occasions/", occasions.occasions, name="occasions"),
    path("occasions/new/", occasions.add, name="add-occasion"),
    path("occasions/<slug:occasion>/", occasions.occasion, name="occasion"),
    path("occasions/<slug:occasion>/edit/", occasions.change, name="change-occasion"),
    path("occasions/<slug:occasion>/rule/", occasions.rule, name="rule"),
    path("occasions/<slug:occasion>/delete/", occasions.delete, name="delete-occasion"),
    path("calendar/avoided/", avoided.avoided, name="avoided"),
    path("calendar/avoided/new/", avoided.add, name="add-avoided"),
    path("calendar/avoided/<slug:day>/", avoided.change, name="change-avoided"),
    path("calendar/avoided/<slug:day>/delete/", avoided.delete, name="delete-avoided"),
    path("campaigns/", campaigns.campaigns, name="campaigns"),
    path("campaigns/new/", campaigns.add, name="add-campaign"),
    path("campaigns/<slug:campaign>/", campaigns.campaign, name="campaign"),
    path("campaigns/<slug:campaign>/edit/", campaigns.change, name="change-campaign"),
    path("campaigns/<slug:campaign>/delete/", campaigns.delete, name="delete-campaign"),
]
