"""A request put through Django by hand: middleware, session, access and all, but nothing sent yet."""

import asyncio
from collections.abc import Callable, MutableMapping
from concurrent.futures import ThreadPoolExecutor
from http import HTTPStatus
from io import BytesIO
from typing import Any

from a2wsgi.wsgi import build_environ
from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler, WSGIRequest
from django.db import close_old_connections
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

type Scope = MutableMapping[str, Any]

THREADS = 4
_threads = ThreadPoolExecutor(THREADS, thread_name_prefix="streams")


async def in_thread[Value](work: Callable[[], Value], threads: ThreadPoolExecutor = _threads) -> Value:
    """Do something that asks the database, away from the loop, and by threads of its own where it must."""
    return await asyncio.get_running_loop().run_in_executor(threads, with_good_connection, work)


def with_good_connection[Value](work: Callable[[], Value]) -> Value:
    """Do something with a connection that is looked after as those of requests are."""
    close_old_connections()
    try:
        return work()
    finally:
        close_old_connections()


def answer_of(pages: WSGIHandler, scope: Scope) -> HttpResponseBase:
    """
    Return what Django answers to a request without a body, as it answers for a page.

    A request that a page of another site makes gets 403, whoever its reader is.
    """
    request = WSGIRequest(build_environ(scope, BytesIO()))  # type: ignore[arg-type]  # a body without bytes
    if is_from_elsewhere(request):
        return HttpResponse(status=HTTPStatus.FORBIDDEN)
    return pages.get_response(request)


def is_from_elsewhere(request: HttpRequest) -> bool:
    """Whether a browser says that the request comes from a page of another site."""
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in {"same-origin", "none"}:
        return True
    origin = request.headers.get("Origin")
    own = f"{request.scheme}://{request.META.get('HTTP_HOST', '')}"
    return origin is not None and origin not in {own, *settings.CSRF_TRUSTED_ORIGINS}
