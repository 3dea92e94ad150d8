"""The addresses of Chancery, and a bare view beside them that does nothing but answer."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from chancery.urls import handler400, urlpatterns

__all__ = ["handler400", "urlpatterns"]


def bare(request: HttpRequest, size: int) -> HttpResponse:
    """Answer with as many bytes as asked for."""
    return HttpResponse(b"x" * size)


urlpatterns.insert(0, path("bare/<int:size>/", bare))
