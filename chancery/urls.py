"""All addresses."""

from django.urls import URLPattern, URLResolver, include, path

from chancery.desk import views as desk

urlpatterns: list[URLPattern | URLResolver] = [
    path("", desk.home, name="home"),
    path("", include("chancery.accounts.urls")),
    path("o/<slug:ref>/", include("chancery.desk.urls")),
]
