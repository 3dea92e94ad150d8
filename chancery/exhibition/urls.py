"""Addresses of films and exhibitions."""

from django.urls import path

from chancery.exhibition import views

app_name = "exhibition"
urlpatterns = [
    path("works/", views.works, name="works"),
    path("works/films/new/", views.add_film, name="add-film"),
    path("works/films/<slug:film>/", views.change_film, name="change-film"),
    path("works/films/<slug:film>/delete/", views.delete_film, name="delete-film"),
    path("works/exhibitions/new/", views.add_exhibition, name="add-exhibition"),
    path("works/exhibitions/<slug:exhibition>/", views.change_exhibition, name="change-exhibition"),
    path("works/exhibitions/<slug:exhibition>/delete/", views.delete_exhibition, name="delete-exhibition"),
]
