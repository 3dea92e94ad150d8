"""Three addresses for those who run the program; they ask for no session and answer under any host name."""

import hmac
from collections.abc import Callable
from http import HTTPStatus
from ipaddress import ip_address

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe
from prometheus_client.exposition import choose_encoder

from chancery.base.watching import figures, readiness

FORWARDED = (
    "HTTP_X_FORWARDED_FOR",
    "HTTP_X_FORWARDED_PROTO",
    "HTTP_X_FORWARDED_HOST",
    "HTTP_FORWARDED",
    "HTTP_VIA",
)


@require_safe
def live(request: HttpRequest) -> HttpResponse:
    """The process answers; nothing else is asked."""
    return HttpResponse("alive\n", content_type="text/plain; charset=utf-8", headers=_UNKEPT)


@require_safe
def ready(request: HttpRequest) -> HttpResponse:
    """Whether pages can be made, and with `?with=worker` also whether long work is done."""
    found = readiness.parts()
    needed = [*readiness.NEEDED, *(["worker"] if request.GET.get("with") == "worker" else [])]
    is_ready = all(found[part] for part in needed)
    words = {part: "ok" if is_well else "failed" for part, is_well in found.items()}
    status = HTTPStatus.OK if is_ready else HTTPStatus.SERVICE_UNAVAILABLE
    return JsonResponse({"ready": is_ready} | words, status=status, headers=_UNKEPT)


@require_safe
def metrics(request: HttpRequest) -> HttpResponse:
    """The figures, to whom the settings let have them; to others the page is not there."""
    if not may_measure(request):
        raise Http404
    encode, media_type = choose_encoder(request.headers.get("Accept", ""))
    return HttpResponse(encode(figures.registry), content_type=media_type, headers=_UNKEPT)


_UNKEPT = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}
EARLY: dict[str, Callable[[HttpRequest], HttpResponse]] = {
    "/health/live": live,
    "/health/ready": ready,
    "/metrics": metrics,
}
"""They are answered before the host name is looked at: a machine asks by number, a container by another."""


def may_measure(request: HttpRequest) -> bool:
    """Whether the request comes from this machine itself, or brings the token, as the settings say."""
    chosen = settings.METRICS
    if chosen == "off":
        return False
    if chosen == "loopback":
        # Behind a web server everybody comes from this machine; such a server says for whom it asks.
        return _is_loopback(request) and not any(name in request.META for name in FORWARDED)
    given = request.headers.get("Authorization", "")
    return hmac.compare_digest(given.encode(), f"Bearer {chosen}".encode())


def _is_loopback(request: HttpRequest) -> bool:
    try:
        return ip_address(request.META.get("REMOTE_ADDR", "")).is_loopback
    except ValueError:
        return False
