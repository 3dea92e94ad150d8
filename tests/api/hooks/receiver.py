"""A program on this machine that is told of changes, and answers as the test wants."""

import ipaddress
import ssl
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from standardwebhooks.webhooks import Webhook

LOOPBACK = (ipaddress.ip_network("127.0.0.0/8"),)


@dataclass(frozen=True, slots=True)
class Got:
    """One request as it came."""

    path: str
    headers: Mapping[str, str]
    body: bytes

    @property
    def message_id(self) -> str:
        return self.headers["webhook-id"]

    def verified(self, secret: str) -> Any:
        """What the library of the standard reads, where the signature is good."""
        return Webhook(secret).verify(self.body, dict(self.headers))


@dataclass
class Receiver:
    """
    What came, in order; `answers` are given one after another, then 204.

    An answer is a status, a status with headers, or `"drip"` for a letter at a time. While `held` is not set
    nothing is answered; `arrived` is set with each request.
    """

    url: str = ""
    got: list[Got] = field(default_factory=list)
    answers: list[Any] = field(default_factory=list)
    held: threading.Event = field(default_factory=threading.Event)
    arrived: threading.Event = field(default_factory=threading.Event)


class _Handler(BaseHTTPRequestHandler):
    receiver: Receiver

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        headers = {name.lower(): value for name, value in self.headers.items()}
        self.receiver.got.append(Got(self.path, headers, body))
        self.receiver.arrived.set()
        self.receiver.held.wait(30)
        answer = self.receiver.answers.pop(0) if self.receiver.answers else 204
        if answer == "drip":
            self._drip()
            return
        status, further = answer if isinstance(answer, tuple) else (answer, {})
        self.send_response(status)
        for name, value in further.items():
            self.send_header(name, value)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _drip(self) -> None:
        """Answer a letter at a time, until the other side has enough."""
        pause = threading.Event()
        try:
            for _ in range(200):
                self.wfile.write(b"H")
                self.wfile.flush()
                pause.wait(0.05)
        except OSError:
            self.close_connection = True

    def log_message(self, *_words: object) -> None:
        """Say nothing."""


@contextmanager
def receiving(certificate: Path | None = None) -> Iterator[Receiver]:
    """Receive until the end of the block, by HTTPS where there is a certificate with its key."""
    receiver = Receiver()
    receiver.held.set()
    handler = type("Handler", (_Handler,), {"receiver": receiver})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    if certificate is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True)
    scheme, name = ("https", "localhost") if certificate else ("http", "127.0.0.1")
    receiver.url = f"{scheme}://{name}:{server.server_port}/chancery"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield receiver
    finally:
        receiver.held.set()
        server.shutdown()
        server.server_close()
        thread.join()
