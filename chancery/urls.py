"""All addresses."""

from django.urls import URLPattern, URLResolver, include, path

from chancery.desk import views as desk

urlpatterns: list[URLPattern | URLResolver] = [
    path("", desk.home, name="home"),
    path("", include("chancery.accounts.urls")),
    path("o/<slug:ref>/", include("chancery.directory.urls")),
    path("o/<slug:ref>/", include("chancery.occasions.urls")),
    path("o/<slug:ref>/", include("chancery.events.urls")),
    path("o/<slug:ref>/", include("chancery.programme.urls")),
    path("o/<slug:ref>/", include("chancery.record.urls")),
    path("o/<slug:ref>/", include("chancery.desk.urls")),
]
