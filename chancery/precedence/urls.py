"""Addresses of protocol profiles."""

from django.urls import path

from chancery.precedence import views

app_name = "precedence"
urlpatterns = [
    path("profiles/", views.profiles, name="profiles"),
    path("profiles/<slug:key>/", views.profile, name="profile"),
    path("profiles/<slug:key>/table/", views.table, name="table"),
    path("profiles/<slug:key>/settings/", views.settings, name="settings"),
    path("profiles/<slug:key>/text/", views.text, name="text"),
]
