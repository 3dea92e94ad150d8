"""Addresses of the guest list."""

from django.urls import path

from chancery.guests import views

app_name = "guests"
urlpatterns = [
    path("events/<slug:code>/guests/", views.guests, name="guests"),
    path("events/<slug:code>/guests/add/", views.add, name="add"),
    path("events/<slug:code>/guests/inviters/", views.inviters, name="inviters"),
    path("events/<slug:code>/guests/act/", views.act, name="act"),
    path("events/<slug:code>/guests/<slug:guest>/", views.guest, name="guest"),
]
