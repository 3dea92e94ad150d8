"""The server of the product in a thread of the tests."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Thread
from time import monotonic, sleep

from django.db import connections

from chancery.base import serving

PATIENCE = 60.0  # seconds


@dataclass(frozen=True, slots=True)
class Site:
    """The address at which a server answers."""

    url: str


@contextmanager
def serving_in_a_thread() -> Iterator[Site]:
    """Serve until the end of the block."""
    kept, connections.settings["default"]["CONN_MAX_AGE"] = (
        connections.settings["default"]["CONN_MAX_AGE"],
        0,
    )
    listening = socket.create_server(("127.0.0.1", 0), backlog=2048)
    server = serving.server()
    thread = Thread(target=server.run, kwargs={"sockets": [listening]}, name="asgi server")
    thread.start()
    until = monotonic() + PATIENCE
    while not server.started and thread.is_alive() and monotonic() < until:
        sleep(0.01)
    try:
        assert server.started
        yield Site(f"http://localhost:{listening.getsockname()[1]}")
    finally:
        server.should_exit = True
        thread.join()
        connections.settings["default"]["CONN_MAX_AGE"] = kept
