"""
From a press of the caller to 200 screens, each with a stream of its own over real HTTP.

A press is `take_step` as the desk takes it, with its audit line, in another process than the one that serves;
so it needs PostgreSQL. Each press is followed on every screen until it is there. What the news take by
themselves is measured with `publish` alone. Then nobody presses anything, and the processor is watched.

    tools/with-postgresql --durable .venv/bin/python bench/push.py
"""

import asyncio
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from time import monotonic, perf_counter
from uuid import uuid4

from support.figures import Figure, machine, percentile, report
from support.installation import open_installation

DATABASE = open_installation("push")

from django.db import connection
from django.utils import timezone
from support.serving import processor_seconds, serving
from support.tickets import tickets

from chancery.accounts.models import User
from chancery.base.audit import Actor
from chancery.base.push import publish
from chancery.events.models import Event
from chancery.programme import following
from chancery.programme.actions.running import take_step
from chancery.programme.models import Item, Screen
from chancery.programme.running import state_of

SCREENS, PRESSES, IDLE_SECONDS, PATIENCE = 200, 40, 5.0, 60.0
ITEMS = PRESSES + 1
NEWS_MS, CUE_MS, IDLE_SHARE = 250, 150, 25


def main() -> int:
    """Measure and print; 1 where a limit is missed."""
    if connection.vendor != "postgresql":
        print("News of another process need PostgreSQL; see the first lines of this file.")
        return 0
    print(f"{machine()}, {DATABASE}")
    return report(_figures())


def _figures() -> Iterator[Figure]:
    event = tickets(1).event
    paths, press = _screens(event), _caller(event)
    news = partial(publish, f"run:{event.pk}", state_of(event, now=timezone.now()).as_json())
    with serving() as (port, numbers):
        told = asyncio.run(_rounds(port, paths, news))
        yield Figure(f"{SCREENS} screens: published to received, p99", percentile(told, 0.99), "ms", NEWS_MS)
        shown = asyncio.run(_rounds(port, paths, press))
        yield Figure(f"{SCREENS} screens: pressed to received, p50", percentile(shown, 0.5), "ms")
        yield Figure(f"{SCREENS} screens: pressed to received, p95", percentile(shown, 0.95), "ms", CUE_MS)
        share = asyncio.run(_idle(port, paths, numbers))
        yield Figure(f"{SCREENS} screens, idle: server's processor", share, "% core", IDLE_SHARE)


def _screens(event: Event) -> list[str]:
    """Put up the screens, and return where the stream of each is."""
    made = [Screen.objects.create(event=event, kind=Screen.Kind.STAGE) for _number in range(SCREENS)]
    return [f"/s/{following.token_of(screen)}/stream/" for screen in made]


def _caller(event: Event) -> Callable[[], object]:
    """What one press of the caller is: the next item of a long programme begins."""
    Event.objects.filter(pk=event.pk).update(held_on=timezone.now().date(), starts_at=timezone.now().time())
    for position in range(ITEMS):
        Item.objects.create(
            event=event, titles={"en": "Speech"}, kind="speech", position=position, duration_seconds=60
        )
    by = Actor(event.organiser_id, User.objects.create(email="caller@sample.example"))
    fresh = Event.objects.get(pk=event.pk)
    return lambda: take_step(fresh, "go", uid=uuid4(), by=by, at=timezone.now())


async def _rounds(port: int, paths: Sequence[str], tell: Callable[[], object]) -> list[float]:
    """Milliseconds from the beginning of each `tell` to its arrival, by screen."""
    readers = await _open(port, paths)
    taken: list[float] = []
    for _press in range(PRESSES):
        start = perf_counter()
        heard = [asyncio.create_task(_hear(reader)) for reader, _writer in readers]
        await asyncio.to_thread(tell)
        arrived = await asyncio.wait_for(asyncio.gather(*heard), PATIENCE)
        taken += [1000 * (moment - start) for moment in arrived]
    _close(readers)
    return taken


type Open = tuple[asyncio.StreamReader, asyncio.StreamWriter]


async def _open(port: int, paths: Sequence[str]) -> list[Open]:
    """Open the stream of each screen, and take its first message."""
    opened = []
    for path in paths:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(f"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
        status = await reader.readline()
        if b" 200 " not in status:
            raise RuntimeError(status)
        await asyncio.wait_for(_hear(reader), PATIENCE)
        opened.append((reader, writer))
    return opened


async def _hear(reader: asyncio.StreamReader) -> float:
    """Wait for the next message that is no beat, and return when it came."""
    is_beat = False
    while line := await reader.readline():
        if line.startswith(b"event: beat"):
            is_beat = True
        elif line.startswith(b"data: "):
            if not is_beat:
                return perf_counter()
            is_beat = False
    raise RuntimeError("A stream ended.")


def _close(readers: Sequence[Open]) -> None:
    for _reader, writer in readers:
        writer.close()


async def _idle(port: int, paths: Sequence[str], numbers: Sequence[int]) -> float:
    """The share of a core, in percent, that the server takes while nothing happens."""
    readers = await _open(port, paths)
    before, start = processor_seconds(numbers), monotonic()
    await asyncio.sleep(IDLE_SECONDS)
    share = 100 * (processor_seconds(numbers) - before) / (monotonic() - start)
    _close(readers)
    return share


if __name__ == "__main__":
    sys.exit(main())
