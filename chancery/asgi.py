"""The server's entrance: thin routes first, Django's pages as WSGI for the rest, in one ASGI process."""

import os
from contextlib import AsyncExitStack
from typing import Any

from a2wsgi import WSGIMiddleware
from django.core.wsgi import get_wsgi_application

from chancery.base.garbage import collect_seldom
from chancery.base.turns import take_short_turns

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "chancery.settings")

pages = get_wsgi_application()

from chancery.base.push import routes as streams  # noqa: E402  # needs the settings and apps
from chancery.base.watching.thin import watched  # noqa: E402  # as above
from chancery.door import routes as door  # noqa: E402  # as above

# Django's handler is what WSGI asks for, and a scope is a mapping, whatever the types of the package say
_django: Any = WSGIMiddleware(pages, workers=8)  # type: ignore[arg-type]  # as above


async def application(scope: Any, receive: Any, send: Any) -> None:
    """Answer one request, or live as long as the server does."""
    if scope["type"] == "lifespan":
        await _live(receive, send)
    elif scope["type"] == "http" and streams.is_stream(scope):
        await streams.stream(pages, scope, receive, watched(scope, send, "(streams)"))
    elif scope["type"] == "http" and door.is_scans(scope):
        await door.take(_django, scope, receive, watched(scope, send, "(scans)"))
    else:
        await _django(scope, receive, send)


async def _live(receive: Any, send: Any) -> None:
    """Do what the thin routes need from the first request to the last."""
    await receive()
    async with AsyncExitStack() as life:
        await life.enter_async_context(streams.hearing())
        await life.enter_async_context(door.scans.open())
        await send({"type": "lifespan.startup.complete"})
        await receive()
    await send({"type": "lifespan.shutdown.complete"})


collect_seldom()
take_short_turns()
