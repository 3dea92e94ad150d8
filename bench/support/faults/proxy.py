"""
The network between the parts: a process that passes bytes on, until it is told to cut, swallow or delay them.

`python proxy.py LINK=PORT…` prints the port of each link; lines on its input change a link: `web cut`,
`web half`, `web drop`, `web delay`, `web pass`. `half` lets a request through and loses its answer.
"""

import asyncio
import sys
from contextlib import suppress

DELAY_SECONDS = 0.3


class Link:
    """One way through: the port behind it, how it is treated, and what goes through now."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.mode = "pass"
        self.writers: set[asyncio.StreamWriter] = set()
        self.lossy: set[asyncio.StreamWriter] = set()

    def change(self, mode: str) -> None:
        """Treat bytes otherwise from now on; a cut ends what is open, its end what has lost bytes."""
        self.mode = mode
        for writer in tuple(self.writers if mode == "cut" else self.lossy):
            writer.transport.abort()
        self.lossy.clear()

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Pass one connection on."""
        if self.mode == "cut":
            writer.transport.abort()
            return
        try:
            far_reader, far_writer = await asyncio.open_connection("127.0.0.1", self.port)
        except OSError:
            writer.transport.abort()
            return
        pair = {writer, far_writer}
        self.writers |= pair
        try:
            await asyncio.gather(
                self._pass(reader, far_writer, pair, is_back=False),
                self._pass(far_reader, writer, pair, is_back=True),
            )
        finally:
            self.writers -= pair
            self.lossy -= pair
            for end in (writer, far_writer):
                end.transport.abort()

    async def _pass(
        self,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
        pair: set[asyncio.StreamWriter],
        *,
        is_back: bool,
    ) -> None:
        with suppress(OSError):
            while piece := await reader.read(65536):
                if self.mode == "delay":
                    await asyncio.sleep(DELAY_SECONDS)
                if self.mode == "half" and is_back:
                    break
                if self.mode == "drop":
                    self.lossy |= pair
                    continue
                writer.write(piece)
                await writer.drain()
        with suppress(OSError):
            if self.mode == "half":
                writer.transport.abort()
            elif writer.can_write_eof():
                writer.write_eof()


async def main(named: list[str]) -> None:
    """Serve all links until the input ends."""
    links = {}
    for one in named:
        name, _sign, port = one.partition("=")
        links[name] = Link(int(port))
        server = await asyncio.start_server(links[name].serve, "127.0.0.1", 0)
        print(server.sockets[0].getsockname()[1], flush=True)
    reader = asyncio.StreamReader()
    await asyncio.get_running_loop().connect_read_pipe(
        lambda: asyncio.StreamReaderProtocol(reader), sys.stdin
    )
    while line := await reader.readline():
        name, _space, mode = line.decode().strip().partition(" ")
        links[name].change(mode)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1:]))
