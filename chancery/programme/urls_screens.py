"""Addresses that a screen opens by its link; there is nothing to sign in to."""

from django.urls import path

from chancery.programme.views import following

app_name = "screen"
urlpatterns = [
    path("", following.screen, name="screen"),
    path("state/", following.state, name="state"),
    path("stream/", following.stream, name="stream"),
    path("films/<slug:film>/<slug:subtitles>/", following.subtitles, name="subtitles"),
]
