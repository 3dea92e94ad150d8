"""
The evening of a reception over real HTTP: guests who come, doors, staff at their pages, screens and a caller.

Everybody is a loop of one thread. Guests come by chance at a rate, each with a seed; one opens the page of
their invitation and is let in by the next telephone, which does one scan after the other. Staff read a page,
think, and read the next one. A server that does not answer is left for the next one, as a web server in front
would do; what was not answered is asked again with the same key.
"""

import asyncio
import json
import random
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import count, cycle, islice
from uuid import uuid4

from support.door_load import Conn
from support.hosts import Address

PAGES = (
    "door/",
    "door/let-in/?q=a",
    "guests/",
    "guests/?q=an",
    "door/arrivals/host/",
    "programme/",
    "call/",
    "",
)
THINKING_SECONDS, PRESSING_SECONDS = 5.0, 4.0
PATIENCE = 20.0


@dataclass
class People:
    """Who and what takes part, by the cookies, tokens and addresses that they hold."""

    event: str
    staff: Sequence[str]
    devices: Sequence[str]
    guests: Iterator[tuple[str, str]]
    screens: Sequence[str]


@dataclass
class Book:
    """What was seen: milliseconds by kind, what went wrong by kind, and whom a device was told it let in."""

    took: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    wrong: Counter[str] = field(default_factory=Counter)
    let_in: list[str] = field(default_factory=list)
    pressed: int = 0
    shown: int = 0


class Unanswered(Exception):
    """No server answered in time."""


class Line:
    """The connection of one participant, to one server after the other while they do not answer."""

    def __init__(self, servers: Sequence[Address], number: int) -> None:
        self._servers = islice(cycle(servers), number % len(servers), None)
        self._tries = len(servers) + 1
        self._connection: Conn | None = None

    async def ask(self, method: str, path: str, headers: str = "", body: bytes = b"") -> tuple[int, bytes]:
        """Ask until a server answers. Errors: Unanswered."""
        head = f"{method} {path} HTTP/1.1\r\nHost: localhost\r\nContent-Length: {len(body)}\r\n{headers}\r\n"
        for _try in range(self._tries):
            try:
                async with asyncio.timeout(PATIENCE / self._tries):
                    return await self._once(head.encode() + body)
            except OSError:
                self.close()
        raise Unanswered(path)

    async def _once(self, request: bytes) -> tuple[int, bytes]:
        if self._connection is None or self._connection.dead:
            loop = asyncio.get_running_loop()
            host, port = next(self._servers)
            _transport, self._connection = await loop.create_connection(lambda: Conn(loop), host, port)
        status, body, closes = await self._connection.request(request)
        if closes:
            self.close()
        return status, body

    def close(self) -> None:
        """Leave the server; the next question goes to the one after it."""
        if self._connection is not None and self._connection.tr is not None:
            self._connection.tr.abort()
        self._connection = None


class Evening:
    """So many seconds of an evening, `times` the size of the one that is meant."""

    def __init__(self, people: People, servers: Sequence[Address], *, seed: int = 28) -> None:
        self.people, self.servers, self.book = people, servers, Book()
        self._dice = random.Random(seed)
        self._numbers = count()
        self._ends = 0.0
        self._pressed: float | None = None

    async def run(
        self, seconds: float, *, guests_a_second: float, press: Callable[[], object] | None = None
    ) -> Book:
        """
        Have everybody at work for so long; those who are at a door by then are let in.

        `press` is what the caller does every few seconds; it is seen on every screen then.
        """
        self._ends = time.monotonic() + seconds
        async with asyncio.TaskGroup() as group:
            screens = [group.create_task(self._screen(path)) for path in self.people.screens]
            staff = [group.create_task(self._staff(cookie)) for cookie in self.people.staff]
            queue: asyncio.Queue[tuple[str, str] | None] = asyncio.Queue()
            doors = [group.create_task(self._door(token, queue)) for token in self.people.devices]
            pressing = group.create_task(self._caller(press)) if press else None
            await self._guests(queue, guests_a_second, group)
            if pressing:
                await pressing
            for _door in doors:
                queue.put_nowait(None)
            await asyncio.gather(*doors, *staff)
            for screen in screens:
                screen.cancel()
        return self.book

    def _line(self) -> Line:
        return Line(self.servers, next(self._numbers))

    async def _guests(
        self, queue: asyncio.Queue[tuple[str, str] | None], rate: float, group: asyncio.TaskGroup
    ) -> None:
        while time.monotonic() < self._ends:
            await asyncio.sleep(self._dice.expovariate(rate) if rate else 0.5)
            if rate:
                group.create_task(self._guest(*next(self.people.guests), queue))

    async def _guest(self, link: str, code: str, queue: asyncio.Queue[tuple[str, str] | None]) -> None:
        line = self._line()
        await self._timed("page of a guest", line, "GET", link)
        line.close()
        queue.put_nowait((link, code))

    async def _door(self, token: str, queue: asyncio.Queue[tuple[str, str] | None]) -> None:
        line = self._line()
        while given := await queue.get():
            _link, code = given
            body = _scan_of(code)
            answer = await self._timed("scan at a door", line, "POST", "/d/scans/", _headers_of(token), body)
            taken = json.loads(answer)["taken"] if answer else []
            if taken and taken[0].get("came") == 1:
                self.book.let_in.append(code)
            elif answer:
                self.book.wrong["scan at a door: not let in"] += 1
        line.close()

    async def _caller(self, press: Callable[[], object]) -> None:
        await asyncio.sleep(PRESSING_SECONDS)
        while time.monotonic() < self._ends:
            self._pressed = time.perf_counter()
            self.book.pressed += 1
            await asyncio.to_thread(press)
            await asyncio.sleep(PRESSING_SECONDS)

    async def _staff(self, cookie: str) -> None:
        line, dice = self._line(), random.Random(cookie)
        await asyncio.sleep(dice.random() * THINKING_SECONDS)
        while time.monotonic() < self._ends:
            page = f"{self.people.event}{dice.choice(PAGES)}"
            await self._timed("page of the staff", line, "GET", page, f"Cookie: {cookie}\r\n")
            await asyncio.sleep(dice.uniform(0.5, 1.5) * THINKING_SECONDS)
        line.close()

    async def _timed(
        self, kind: str, line: Line, method: str, path: str, headers: str = "", body: bytes = b""
    ) -> bytes:
        begun = time.perf_counter()
        try:
            status, answer = await line.ask(method, path, headers, body)
        except (Unanswered, TimeoutError):
            self.book.wrong[f"{kind}: no answer"] += 1
            return b""
        self.book.took[kind].append(1000 * (time.perf_counter() - begun))
        if status != 200:
            self.book.wrong[f"{kind}: {status}"] += 1
            return b""
        return answer

    async def _screen(self, path: str) -> None:
        """Follow the programme, and open the stream anew where it ends."""
        for host, port in islice(cycle(self.servers), next(self._numbers) % len(self.servers), None):
            with suppress(OSError, TimeoutError, asyncio.IncompleteReadError):
                await self._follow(path, host, port)
            await asyncio.sleep(0.5)

    async def _follow(self, path: str, host: str, port: int) -> None:
        async with asyncio.timeout(5):
            reader, writer = await asyncio.open_connection(host, port)
        try:
            writer.write(f"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
            is_beat, is_first = False, True
            while line := await asyncio.wait_for(reader.readline(), 2 * PATIENCE):
                if line.startswith(b"event: "):
                    is_beat = b"beat" in line
                elif line.startswith(b"data: "):
                    if self._pressed is not None and not is_beat and not is_first:
                        self.book.shown += 1
                        self.book.took["press to screen"].append(1000 * (time.perf_counter() - self._pressed))
                    is_beat = is_first = False
        finally:
            writer.close()


def _scan_of(code: str) -> bytes:
    now = int(time.time() * 1000)
    scan = {
        "uid": str(uuid4()),
        "kind": "admit",
        "how": "pass",
        "party": code,
        "people": 1,
        "device_at": now,
        "at": now,
        "undoes": None,
        "words": "",
        "was_offline": False,
    }
    return json.dumps({"scans": [scan], "waiting": 0, "device_at": now}).encode()


async def show_together(devices: Sequence[str], servers: Sequence[Address], codes: Sequence[str]) -> None:
    """Have every device show every ticket at the same moment, each to another server than the one before."""
    lines = [(Line(servers, number), _headers_of(token)) for number, token in enumerate(devices)]
    for code in codes:
        await asyncio.gather(*(line.ask("POST", "/d/scans/", by, _scan_of(code)) for line, by in lines))
    for line, _by in lines:
        line.close()


def _headers_of(token: str) -> str:
    return f"Authorization: Device {token}\r\nContent-Type: application/json\r\n"
