"""Streams of events as a thin route beside Django: it holds thousands open without a thread for any."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from functools import partial
from hashlib import sha256
from http import HTTPStatus
from random import uniform
from time import monotonic
from typing import Any

from django.core.handlers.wsgi import WSGIHandler
from django.db import connection
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone

from chancery.base.push import postgresql
from chancery.base.push.asking import Scope, answer_of, in_thread
from chancery.base.push.cuts import text_for
from chancery.base.push.hub import Listener, hub
from chancery.base.push.news import as_event
from chancery.base.push.streams import Opened, opening
from chancery.base.push.wholes import wholes

type Receive = Callable[[], Awaitable[dict[str, Any]]]
type Send = Callable[[dict[str, Any]], Awaitable[None]]

BEAT_SECONDS = 15.0
"""So often a stream without news says that it is alive."""

CHECK_SECONDS = 30.0
"""So often every stream asks again whether its reader may still follow."""

SEND_SECONDS = 30.0
"""A reader that takes nothing for so long is gone."""

FIRST_SECONDS = 5.0
"""So long the server waits at its start for the database to tell it news; then it begins without."""

MOST_OF_ONE = 50
"""Streams that one reader (a session, a device, a link) may have open from one address."""

MOST_AT_ONCE = 3000

_open: Counter[str] = Counter()


def open_count() -> int:
    """How many streams this process holds open."""
    return sum(_open.values())


@asynccontextmanager
async def hearing() -> AsyncIterator[None]:
    """Hear what is published, on PostgreSQL in all processes, until the end of the block."""
    hub.open()
    try:
        if connection.vendor == "postgresql":
            async with _hearing_other_processes():
                yield
        else:
            yield
    finally:
        hub.close()


@asynccontextmanager
async def _hearing_other_processes() -> AsyncIterator[None]:
    heard_first = asyncio.Event()
    ears = asyncio.create_task(postgresql.hear(hub, heard_first))
    with suppress(TimeoutError):
        async with asyncio.timeout(FIRST_SECONDS):
            await heard_first.wait()
    try:
        yield
    finally:
        ears.cancel()
        with suppress(asyncio.CancelledError):
            await ears


def is_stream(scope: Scope) -> bool:
    """Whether the address asked for is that of a stream."""
    return bool(scope["method"] == "GET" and scope["path"].endswith("/stream/"))


async def stream(pages: WSGIHandler, scope: Scope, receive: Receive, send: Send) -> None:
    """Answer as Django answers, and where that opens a stream, go on until it ends."""
    reader = _reader(scope)
    if _open[reader] >= MOST_OF_ONE or _open.total() >= MOST_AT_ONCE:
        await _answer(HttpResponse(status=HTTPStatus.TOO_MANY_REQUESTS, headers={"Retry-After": "10"}), send)
        return
    _open[reader] += 1
    try:
        ask = partial(in_thread, partial(answer_of, pages, scope))
        response = await ask()
        if isinstance(response, Opened) and hub.is_open:
            await _Stream(response, ask, scope, send).run(receive)
        else:
            await _answer(response, send)
    finally:
        _open[reader] -= 1
        if not _open[reader]:
            del _open[reader]


class _Stream:
    """One open stream, from its headers to its end."""

    def __init__(
        self, opened: Opened, ask: Callable[[], Awaitable[HttpResponseBase]], scope: Scope, send: Send
    ) -> None:
        self.opened, self.ask, self.send = opened, ask, send
        self.listener = hub.listen(opened.channel, since=_header(scope, b"last-event-id"))
        self.said = monotonic()
        # Those who came at one moment, to a server that began anew, are not all asked about at one.
        self.checked = self.said - uniform(0, CHECK_SECONDS)  # noqa: S311  # nobody gains by guessing it

    async def run(self, receive: Receive) -> None:
        """Tell what happens until the reader goes, loses its right, or the server ends."""
        going = asyncio.create_task(_watch(receive, self.listener))
        try:
            await self.send(
                {"type": "http.response.start", "status": HTTPStatus.OK, "headers": _headers(self.opened)}
            )
            await self._say(opening())
            while not self.listener.is_over:
                await self._turn()
            await self.send({"type": "http.response.body", "body": b""})
        except TimeoutError:
            # The reader takes nothing any more; it comes back if it can.
            return
        finally:
            hub.leave(self.listener)
            going.cancel()

    async def _turn(self) -> None:
        """Say what is waiting, or wait until there is something to say or to look after."""
        if monotonic() >= self.checked + CHECK_SECONDS:
            await self._check()
        elif self.listener.lost_track:
            await self._say_whole()
        elif self.listener.waiting:
            await self._say_news()
        elif monotonic() >= self.said + BEAT_SECONDS:
            await self._say(_beat())
        else:
            await self._wait()

    async def _wait(self) -> None:
        until = min(self.said + BEAT_SECONDS, self.checked + CHECK_SECONDS)
        self.listener.woken.clear()
        with suppress(TimeoutError):
            async with asyncio.timeout(max(0.0, until - monotonic())):
                await self.listener.woken.wait()

    async def _say_whole(self) -> None:
        """Say what holds now; what comes in meanwhile waits, and may say the same again."""
        self.listener.lost_track = False
        last = hub.last_id(self.opened.channel)
        text = await wholes.text_of(self.opened)
        await self._say(as_event(text, news_id=last))

    async def _say_news(self) -> None:
        news = self.listener.waiting.popleft()
        text = text_for(news, self.opened.cut)
        if text:
            await self._say(as_event(text, news_id=news.id))

    async def _check(self) -> None:
        """Ask again whether the reader may follow; if not, say so and end. A fault of ours is no answer."""
        self.checked = monotonic()
        response = await self.ask()
        if response.status_code >= HTTPStatus.INTERNAL_SERVER_ERROR:
            return
        if not isinstance(response, Opened) or response.channel != self.opened.channel:
            await self._say(as_event("{}", kind="gone"))
            self.listener.end()

    async def _say(self, event: bytes) -> None:
        async with asyncio.timeout(SEND_SECONDS):
            await self.send({"type": "http.response.body", "body": event, "more_body": True})
        self.said = monotonic()


def _beat() -> bytes:
    return as_event(f'{{"now":{int(timezone.now().timestamp() * 1000)}}}', kind="beat")


async def _watch(receive: Receive, listener: Listener) -> None:
    """End the stream when its reader goes."""
    while (await receive())["type"] != "http.disconnect":
        pass
    listener.end()


async def _answer(response: HttpResponseBase, send: Send) -> None:
    """Send an answer that is no stream, or one message of a stream where none can stay open."""
    body = await in_thread(lambda: b"".join(response))
    await send({"type": "http.response.start", "status": response.status_code, "headers": _headers(response)})
    await send({"type": "http.response.body", "body": body})


def _headers(response: HttpResponseBase) -> list[tuple[bytes, bytes]]:
    cookies = (("Set-Cookie", cookie.OutputString()) for cookie in response.cookies.values())
    return [
        (name.lower().encode("latin-1"), text.encode("latin-1"))
        for name, text in (*response.items(), *cookies)
    ]


def _header(scope: Scope, name: bytes) -> str:
    return next((value.decode("latin-1") for key, value in scope["headers"] if key == name), "")


def _reader(scope: Scope) -> str:
    """Who asks, as a digest: its address with the cookie or token it shows, else with its link."""
    shown = _header(scope, b"authorization") or _header(scope, b"cookie") or scope["path"]
    address = (scope.get("client") or ("",))[0]
    return sha256(f"{address} {shown}".encode()).hexdigest()
