"""Addresses of the record."""

from django.urls import path

from chancery.record import views

app_name = "record"
urlpatterns = [path("events/<slug:code>/record/", views.statements, name="statements")]
