"""Addresses of the pages that join everything."""

from django.urls import path

from chancery.desk import views

app_name = "desk"
urlpatterns = [
    path("", views.office, name="office"),
    path("events/<slug:code>/", views.event, name="event"),
]
