"""Addresses of the pages that join everything."""

from django.urls import path

from chancery.desk import views, views_setup

app_name = "desk"
urlpatterns = [
    path("", views.office, name="office"),
    path("find/", views.find, name="find"),
    path("settings/", views_setup.settings, name="settings"),
    path("settings/mail/", views_setup.test_mail, name="test_mail"),
    path("events/<slug:code>/", views.event, name="event"),
]
