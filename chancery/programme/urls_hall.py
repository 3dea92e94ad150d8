"""Addresses that the machine in the hall opens by its link; there is nothing to sign in to."""

from django.urls import path

from chancery.programme.views import hall

app_name = "hall"
urlpatterns = [
    path("", hall.hall, name="hall"),
    path("state/", hall.state, name="state"),
    path("films/<slug:film>/", hall.film, name="film"),
    path("films/<slug:film>/poster/", hall.poster, name="poster"),
    path("films/<slug:film>/<slug:subtitles>.vtt", hall.subtitles, name="subtitles"),
]
