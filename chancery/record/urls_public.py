"""Addresses of communiqués for anybody."""

from django.urls import path

from chancery.record.views import public_communiques as views

app_name = "public-record"
urlpatterns = [
    path("communiques/", views.communiques, name="communiques"),
    path("communiques/feed.xml", views.feed, name="feed"),
    path("communiques/<slug:code>/", views.communique, name="communique"),
    path("communiques/<slug:code>/communique.<slug:suffix>", views.paper, name="paper"),
]
