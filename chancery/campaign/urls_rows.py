"""Addresses of what figures rest on, and of the posts of a ministry."""

from django.urls import path

from chancery.campaign.views import figures, posts

urlpatterns = [
    path("figures/rows/", figures.figure, name="figure"),
    path("posts/", posts.posts, name="posts"),
]
