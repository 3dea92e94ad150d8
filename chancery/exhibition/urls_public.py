"""Addresses of exhibitions for anybody."""

from django.urls import path

from chancery.exhibition.views import public

app_name = "public-exhibition"
urlpatterns = [
    path("exhibitions/<slug:code>/", public.exhibition, name="exhibition"),
    path("exhibitions/<slug:code>/manifest.json", public.manifest, name="manifest"),
    path("exhibitions/<slug:code>/<slug:exhibit>/", public.caption, name="caption"),
    path("exhibitions/<slug:code>/<slug:exhibit>/<slug:size>.webp", public.picture, name="picture"),
]
