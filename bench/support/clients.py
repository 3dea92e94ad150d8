"""Many clients at once over real connections, each asking for one page after the other."""

import asyncio
import re
from collections.abc import Sequence
from dataclasses import dataclass
from time import perf_counter


@dataclass(frozen=True, slots=True)
class Load:
    """What came of it: how many answers a second, and how long each took in milliseconds."""

    rate: float
    times: Sequence[float]


def ask(port: int, paths: Sequence[str], *, clients: int, requests: int) -> Load:
    """
    Have each client send so many requests over one connection, walking through `paths`.

    Errors: RuntimeError for an answer that is not 200.
    """
    return asyncio.run(_ask(port, paths, clients, requests))


async def _ask(port: int, paths: Sequence[str], clients: int, requests: int) -> Load:
    begun = perf_counter()
    taken = await asyncio.gather(*(_client(port, paths, number, requests) for number in range(clients)))
    times = [one for each in taken for one in each]
    return Load(len(times) / (perf_counter() - begun), times)


async def _client(port: int, paths: Sequence[str], number: int, requests: int) -> list[float]:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    times = []
    for turn in range(requests):
        path = paths[(number * requests + turn) % len(paths)]
        begun = perf_counter()
        writer.write(f"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
        await _answer(reader)
        times.append((perf_counter() - begun) * 1000)
    writer.close()
    await writer.wait_closed()
    return times


async def _answer(reader: asyncio.StreamReader) -> bytes:
    head = await reader.readuntil(b"\r\n\r\n")
    if not head.startswith(b"HTTP/1.1 200"):
        raise RuntimeError(head.split(b"\r\n")[0].decode())
    length = re.search(rb"content-length: (\d+)", head, re.IGNORECASE)
    if length:
        return await reader.readexactly(int(length[1]))
    return await _chunks(reader)


async def _chunks(reader: asyncio.StreamReader) -> bytes:
    body = b""
    while size := int(await reader.readline(), 16):
        body += await reader.readexactly(size)
        await reader.readline()
    await reader.readline()
    return body
