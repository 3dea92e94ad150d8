"""Addresses of the interface, of its description, and of the tokens of an office."""

from django.urls import URLPattern, URLResolver, path

from chancery.api.service import api
from chancery.api.views import reference, tokens

of_office: list[URLPattern | URLResolver] = [
    path("team/tokens/", tokens.tokens_page, name="tokens"),
    path("team/tokens/new/", tokens.make, name="make_token"),
    path("team/tokens/<slug:code>/withdraw/", tokens.withdraw, name="withdraw_token"),
]

urlpatterns: list[URLPattern | URLResolver] = [
    path("v1/openapi.json", reference.openapi, name="api_description"),
    path("v1/docs/", reference.page, name="api_reference"),
    path("v1/", api.urls),
]
