"""The thin route of scans: plain admissions in groups, everything else by Django."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, MutableMapping, Sequence
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime
from functools import partial
from typing import Any

from django.db import connection

from chancery.base.push import publish
from chancery.base.push.asking import in_thread
from chancery.base.push.hub import hub
from chancery.door.hot import postgresql, sqlite
from chancery.door.hot.asked import Asked, admissions_in
from chancery.door.hot.devices import THREAD, Devices, Standing
from chancery.door.hot.queue import Queue
from chancery.door.hot.rows import Admission, Taken
from chancery.door.told import milliseconds

type Scope = MutableMapping[str, Any]
type Message = MutableMapping[str, Any]
type Receive = Callable[[], Awaitable[Message]]
type Send = Callable[[Message], Awaitable[None]]
type App = Callable[[Scope, Receive, Send], Awaitable[None]]

SCANS = "/d/scans/"
MOST_BYTES = 20_000
"""What is longer holds more than a few scans, and has no hurry."""

LANES = 2
"""Batches under way at once on PostgreSQL: while the disk takes one, the next one is made."""

NEWS_SECONDS = 0.2
"""So long news of one event are gathered before they are told."""


class Scans:
    """What lives as long as the server: the queue, the devices that are known, and the events to tell of."""

    def __init__(self) -> None:
        self.queue = Queue()
        self.devices = Devices()
        self._stirred: set[int] = set()
        self._telling: set[asyncio.Task[None]] = set()
        self.is_open = False

    @asynccontextmanager
    async def open(self) -> AsyncIterator[None]:
        """Take scans until the end of the block."""
        self.queue, self.devices = Queue(), Devices()
        self.devices.follow(hub)
        writers = self._writers()
        self.is_open = True
        try:
            yield
        finally:
            self.is_open = False
            self.queue.give_up()
            for writer in writers:
                writer.cancel()
                with suppress(asyncio.CancelledError):
                    await writer
            await asyncio.gather(*self._telling)

    def _writers(self) -> Sequence[asyncio.Task[Any]]:
        if connection.vendor == "postgresql":
            return [asyncio.create_task(postgresql.write_for_ever(self.queue)) for _lane in range(LANES)]
        return [asyncio.create_task(sqlite.write_for_ever(self.queue))]

    def stir(self, event_id: int) -> None:
        """Have everybody told soon that something happened at an event, once for all until then."""
        if event_id not in self._stirred:
            self._stirred.add(event_id)
            task = asyncio.create_task(self._tell(event_id))
            self._telling.add(task)
            task.add_done_callback(self._telling.discard)

    async def _tell(self, event_id: int) -> None:
        await asyncio.sleep(NEWS_SECONDS)
        self._stirred.discard(event_id)
        await in_thread(partial(publish, f"door:{event_id}", {"kind": "scans"}), THREAD)


scans = Scans()


def is_scans(scope: Scope) -> bool:
    """Whether a device sends scans."""
    return bool(scope["path"] == SCANS and scope["method"] == "POST")


async def take(pages: App, scope: Scope, receive: Receive, send: Send) -> None:
    """Answer a request with scans: at once where all are plain admissions, else as Django does."""
    body, messages = await _body(receive)
    answer = await _answer(scope, body) if body is not None else None
    if answer is None:
        await pages(scope, _again(messages, receive), send)
        return
    length = str(len(answer)).encode()
    await send(
        {"type": "http.response.start", "status": 200, "headers": [*HEADERS, (b"content-length", length)]}
    )
    await send({"type": "http.response.body", "body": answer})


HEADERS = [
    (b"content-type", b"application/json"),
    (b"cache-control", b"no-store"),
    (b"referrer-policy", b"no-referrer"),
    (b"x-content-type-options", b"nosniff"),
]


async def _body(receive: Receive) -> tuple[bytes | None, list[Message]]:
    """Read the body; None for a long or broken one. The messages are given too, to be read again."""
    messages, size = [], 0
    while size <= MOST_BYTES:
        message = await receive()
        messages.append(message)
        size += len(message.get("body", b""))
        if message["type"] != "http.request":
            break
        if not message.get("more_body"):
            return b"".join(each.get("body", b"") for each in messages), messages
    return None, messages


def _again(messages: Sequence[Message], receive: Receive) -> Receive:
    """Give the messages that were read once more, and then what comes."""
    read = iter(messages)

    async def give() -> Message:
        for message in read:
            return message
        return await receive()

    return give


async def _answer(scope: Scope, body: bytes) -> bytes | None:
    """Admit what a device sends and return the answer, None where anything is not plain."""
    now = datetime.now(UTC)
    asked = admissions_in(body, now=now) if scans.is_open else None
    if not asked:
        return None
    device = await scans.devices.by_header(_authorization(scope))
    if device is None or device.expires_at <= now:
        return None
    promised = [scans.queue.put(Admission(each, device, now)) for each in asked]
    taken = [await each for each in promised]
    if any(taken):
        scans.stir(device.event_id)
    told = [_told(each, one, device) for each, one in zip(asked, taken, strict=True) if one]
    if len(told) < len(asked):
        return None
    return f'{{"taken":[{",".join(told)}],"now":{milliseconds(now)}}}'.encode()


def _authorization(scope: Scope) -> str:
    return next((text.decode("latin-1") for name, text in scope["headers"] if name == b"authorization"), "")


def _told(asked: Asked, taken: Taken, device: Standing) -> str:
    """
    What became of an admission, in JSON, as `exchange.taken_as` tells it.

    Nothing in it needs quoting: they are numbers, and texts of letters, digits and hyphens.
    """
    return (
        f'{{"uid":"{asked.uid}","verdict":"counted","came":{taken.came},"inside":{taken.inside},'
        f'"expected":{taken.expected},"first_at":{milliseconds(taken.first_at)},"door":"{taken.door}",'
        f'"device":"{device.code}","at":{milliseconds(asked.at)}}}'
    )
