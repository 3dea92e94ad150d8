"""The server process: pages, and in the small installation the worker beside them."""

import logging
import os
import signal
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import NoReturn
from urllib.parse import urlsplit

from django.conf import settings
from django.db import close_old_connections
from django.utils import timezone
from django_tasks_db.management.commands.db_worker import Worker

from chancery.base import rounds
from chancery.base.outbox import Postmen
from chancery.base.running import running
from chancery.base.serving import server
from chancery.base.watching.beats import beat_for_ever
from chancery.configuration import LOCAL_HOSTS

log = logging.getLogger(__name__)
WAIT_SECONDS = 0.5


class CannotListen(Exception):
    """The address cannot be listened on; the message is one sentence."""


def listen(host: str, port: int) -> socket.socket:
    """
    Take an address before anything else is done, so that a busy one is told at once.

    Errors: CannotListen with one sentence.
    """
    try:
        return socket.create_server(
            (host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET, backlog=2048
        )
    except OSError as error:
        cause = os.strerror(error.errno) if error.errno and error.errno > 0 else error.strerror
        raise CannotListen(f"Port {port} at {host} cannot be used ({cause}); choose another one.") from None


def address_of(host: str, port: int) -> str:
    """
    Return where a browser finds the server.

    That is the address of the office; on the machine itself it is localhost, because passkeys need a name.
    """
    if urlsplit(settings.BASE_URL).hostname not in LOCAL_HOSTS:
        return str(settings.BASE_URL)
    name = "localhost" if host in {*LOCAL_HOSTS, "0.0.0.0"} else host  # noqa: S104  # compared with, not bound
    return f"http://{name}:{port}"


def serve(listening: socket.socket, *, with_worker: bool) -> None:
    """Serve until stopped; on SQLite the worker runs in this process, because one process writes."""
    if with_worker:
        threading.Thread(target=_work, name="worker", daemon=True).start()
    with running(settings.HOME), _mail_leaving():
        server().run(sockets=[listening])


def work() -> None:
    """Run queued work and carry mail until stopped."""
    with running(settings.HOME), _mail_leaving():
        _work()


@contextmanager
def _mail_leaving() -> Iterator[None]:
    """Have postmen at work until the process is told to end; they put down what is in their hands."""
    signal.signal(signal.SIGTERM, _end)
    postmen = Postmen()
    postmen.start()
    try:
        yield
    except KeyboardInterrupt:
        # Whoever presses Ctrl-C knows why it ends.
        return
    finally:
        postmen.stop()


def _end(*_signal: object) -> NoReturn:
    """End as after Ctrl-C: a signal by itself would let nobody put anything down."""
    raise KeyboardInterrupt


def _work() -> None:
    """Run queued work until the process ends, and go the rounds beside it."""
    threading.Thread(target=beat_for_ever, args=[settings.HOME], name="beat", daemon=True).start()
    rounds.start_all()
    _do_jobs_for_ever()


def _do_jobs_for_ever() -> None:
    """Run queued work; a database that is out for a while ends nothing."""
    while True:
        try:
            Worker(
                queue_names=["*"],
                interval=WAIT_SECONDS,
                batch=False,
                backend_name="default",
                startup_delay=False,
                max_tasks=None,
                worker_id=f"chancery-{datetime.now(tz=timezone.get_default_timezone()):%Y%m%d%H%M%S%f}",
                excluded_queue_names=[],
            ).run()
        except Exception:
            # A thread that ended would do no work any more, and the office would not know why.
            log.exception("The worker stopped; it goes on.")
        close_old_connections()
        time.sleep(WAIT_SECONDS)
