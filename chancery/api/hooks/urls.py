"""Addresses of the webhooks of an office."""

from django.urls import path

from chancery.api.hooks.views import endpoints, telling

app_name = "hooks"
urlpatterns = [
    path("settings/webhooks/", endpoints.endpoints, name="endpoints"),
    path("settings/webhooks/new/", endpoints.add, name="add"),
    path("settings/webhooks/<slug:endpoint>/", endpoints.endpoint, name="endpoint"),
    path("settings/webhooks/<slug:endpoint>/change/", endpoints.change, name="change"),
    path("settings/webhooks/<slug:endpoint>/secret/", endpoints.new_secret, name="secret"),
    path("settings/webhooks/<slug:endpoint>/remove/", endpoints.remove, name="remove"),
    path("settings/webhooks/<slug:endpoint>/test/", telling.test, name="test"),
    path("settings/webhooks/<slug:endpoint>/again/", telling.replay_span, name="replay-span"),
    path("settings/webhooks/<slug:endpoint>/<slug:delivery>/again/", telling.replay, name="replay"),
]
