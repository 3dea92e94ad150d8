"""Addresses of exhibitions for anybody."""

from django.urls import path

from chancery.exhibition.views import public

app_name = "public-exhibition"
urlpatterns = [
    path("exhibitions/<slug:code>/", public.exhibition, name="exhibition"),
]
