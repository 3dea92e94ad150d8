"""Addresses of the record."""

from django.urls import path

from chancery.record import views

app_name = "record"
urlpatterns = [
    path("events/<slug:code>/record/", views.statements, name="statements"),
    path("events/<slug:code>/record/add/", views.add, name="add"),
    path("events/<slug:code>/record/statements/<slug:statement>/", views.change, name="change"),
    path("events/<slug:code>/record/statements/<slug:statement>/delete/", views.delete, name="delete"),
]
