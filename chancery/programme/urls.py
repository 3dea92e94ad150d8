"""Addresses of the running order."""

from django.urls import path

from chancery.programme import views

app_name = "programme"
urlpatterns = [
    path("events/<slug:code>/programme/", views.programme, name="programme"),
    path("events/<slug:code>/programme/order/", views.reorder, name="reorder"),
    path("events/<slug:code>/programme/add/", views.add, name="add"),
    path("events/<slug:code>/programme/<slug:item>/", views.change, name="change"),
    path("events/<slug:code>/programme/<slug:item>/happened/", views.happened, name="happened"),
    path("events/<slug:code>/programme/<slug:item>/delete/", views.delete, name="delete"),
]
