"""
Send one delivery and say what was answered: ten seconds in all, no redirect, no more than the status read.
"""

import http.client
import socket
import ssl
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import ConnectTimeoutError, HTTPError, NewConnectionError

from chancery.api.hooks.models import Trouble
from chancery.api.hooks.targets import Target, Unusable, target_of
from chancery.configuration import Network

SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class Answer:
    """
    What came of a try: a status, or else the trouble; and the seconds it took.

    `retry_after` are the seconds for which the receiver asks to be left alone, None where it does not.
    """

    status: int | None
    seconds: float
    trouble: Trouble | None = None
    retry_after: int | None = None

    @property
    def is_good(self) -> bool:
        return self.status is not None and 200 <= self.status < 300

    @property
    def is_gone(self) -> bool:
        return self.status == 410


def send(
    address: str,
    body: bytes,
    headers: Mapping[str, str],
    *,
    allowed: tuple[Network, ...],
    seconds: float = SECONDS,
) -> Answer:
    """Post a body to an address; whatever goes wrong comes back as an answer."""
    begun = time.monotonic()
    try:
        status, retry_after = _posted(target_of(address, allowed), body, headers, begun + seconds)
    except Unusable as unusable:
        return Answer(None, time.monotonic() - begun, unusable.trouble)
    except (HTTPError, http.client.HTTPException, OSError, ValueError) as error:
        taken = time.monotonic() - begun
        return Answer(None, taken, Trouble.TIME if taken >= seconds else _trouble(error))
    return Answer(status, time.monotonic() - begun, retry_after=retry_after)


def _posted(
    target: Target, body: bytes, headers: Mapping[str, str], deadline: float
) -> tuple[int, int | None]:
    connection = _connected(target, deadline)
    try:
        with _cut_at(deadline, connection):
            connection.request(
                "POST", target.path, body=body, headers={**headers, "Host": target.host_header}
            )
            answer = connection.getresponse()
            return answer.status, _seconds(answer.headers.get("Retry-After", ""))
    finally:
        connection.close()


def _connected(target: Target, deadline: float) -> HTTPConnection:
    """A connection to the first of the addresses that takes one."""
    for ip in target.ips:
        connection = _connection(target, ip, max(0.1, deadline - time.monotonic()))
        try:
            connection.connect()
        except NewConnectionError:
            if ip == target.ips[-1]:
                raise
        else:
            return connection
    raise Unusable(Trouble.UNKNOWN_NAME)


def _connection(target: Target, ip: str, seconds: float) -> HTTPConnection:
    """A connection to an address that was looked at, which has to prove to be the name."""
    if not target.is_secure:
        return HTTPConnection(ip, target.port, timeout=seconds)
    return HTTPSConnection(
        ip,
        target.port,
        timeout=seconds,
        server_hostname=target.host,
        ssl_context=ssl.create_default_context(),
    )


@contextmanager
def _cut_at(deadline: float, connection: HTTPConnection) -> Iterator[None]:
    """Cut a connection at a moment: whoever answers a letter at a time would be waited for without end."""
    timer = threading.Timer(max(0.1, deadline - time.monotonic()), _cut, [connection])
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _cut(connection: HTTPConnection) -> None:
    held = connection.sock
    if held is not None:
        with suppress(OSError):
            held.shutdown(socket.SHUT_RDWR)


def _seconds(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 7 else None


def _trouble(error: Exception) -> Trouble:
    if isinstance(error, ssl.SSLError):
        return Trouble.CERTIFICATE
    # The library counts a refused connection among those that took too long.
    if isinstance(error, NewConnectionError):
        return Trouble.NO_CONNECTION
    if isinstance(error, ConnectTimeoutError | TimeoutError):
        return Trouble.TIME
    return Trouble.BROKEN_OFF
