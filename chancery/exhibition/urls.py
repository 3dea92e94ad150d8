"""Addresses of films and exhibitions."""

from django.urls import path

from chancery.exhibition.views import exhibitions, films, listing

app_name = "exhibition"
urlpatterns = [
    path("works/", listing.works, name="works"),
    path("works/films/new/", films.add_film, name="add-film"),
    path("works/films/<slug:film>/", films.change_film, name="change-film"),
    path("works/films/<slug:film>/delete/", films.delete_film, name="delete-film"),
    path("works/exhibitions/new/", exhibitions.add_exhibition, name="add-exhibition"),
    path("works/exhibitions/<slug:exhibition>/", exhibitions.change_exhibition, name="change-exhibition"),
    path(
        "works/exhibitions/<slug:exhibition>/delete/", exhibitions.delete_exhibition, name="delete-exhibition"
    ),
]
