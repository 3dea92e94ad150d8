"""Addresses of communiqués and photographs for anybody."""

from django.urls import path

from chancery.record.views import photos_public
from chancery.record.views import public_communiques as views

app_name = "public-record"
urlpatterns = [
    path("communiques/", views.communiques, name="communiques"),
    path("communiques/feed.xml", views.feed, name="feed"),
    path("communiques/<slug:code>/", views.communique, name="communique"),
    path("communiques/<slug:code>/communique.<slug:suffix>", views.paper, name="paper"),
    path("events/<slug:code>/photos/", photos_public.gallery, name="photos"),
    path("events/<slug:code>/photos/<slug:photo>/<slug:size>.webp", photos_public.picture, name="photo"),
]
