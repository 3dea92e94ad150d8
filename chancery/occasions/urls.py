"""Addresses of occasions and campaigns."""

from django.urls import path

from chancery.occasions import urls_recognitions
from chancery.occasions.views import avoided, campaigns, occasions, series, texts

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
    path("campaigns/<slug:campaign>/texts/new/", texts.add, name="add-text"),
    path("campaigns/<slug:campaign>/texts/<slug:text>/", texts.text, name="text"),
    path("campaigns/<slug:campaign>/texts/<slug:text>/edit/", texts.change, name="change-text"),
    path("campaigns/<slug:campaign>/texts/<slug:text>/take/", texts.take, name="take-text"),
    path("campaigns/<slug:campaign>/texts/<slug:text>/newer/", texts.take_newer, name="take-newer-text"),
    path("campaigns/<slug:campaign>/texts/<slug:text>/keep/", texts.keep, name="keep-text"),
    path("campaigns/<slug:campaign>/texts/<slug:text>/delete/", texts.delete, name="delete-text"),
    path("series/", series.every, name="every-series"),
    path("series/new/", series.add, name="add-series"),
    path("series/<slug:series>/", series.series, name="series"),
    path("series/<slug:series>/edit/", series.change, name="change-series"),
    path("series/<slug:series>/delete/", series.delete, name="delete-series"),
    path("series/<slug:series>/editions/<slug:edition>/", series.edition, name="edition"),
    *urls_recognitions.urlpatterns,
]
