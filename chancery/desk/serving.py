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

from chancery.accounts.actions import tokens
from chancery.accounts.models import Organiser
from chancery.base import jobs, media, rounds
from chancery.base.audit_seal import sealing
from chancery.base.bucket import BucketAway
from chancery.base.outbox import Postmen
from chancery.base.running import running
from chancery.base.serving import server
from chancery.base.watching.beats import beat_for_ever
from chancery.campaign.actions import counting
from chancery.campaign.queries.freshness import offices_to_count
from chancery.configuration import LOCAL_HOSTS
from chancery.custody.actions import sweeping
from chancery.guests import collecting

log = logging.getLogger(__name__)
RESCUE_SECONDS = 60.0
INBOX_SECONDS = 60.0
WIPE_SECONDS = 3600.0
COUNT_SECONDS = 300.0
HAND_OVER_SECONDS = 15.0
SEAL_SECONDS = 60.0
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
    """Run queued work until the process ends, and take up work that another worker lost."""
    threading.Thread(target=_rescue_for_ever, name="rescue", daemon=True).start()
    if settings.INBOX is not None:
        threading.Thread(target=_collect_for_ever, name="inbox", daemon=True).start()
    threading.Thread(target=beat_for_ever, args=[settings.HOME], name="beat", daemon=True).start()
    threading.Thread(target=_wipe_for_ever, name="wiping", daemon=True).start()
    threading.Thread(target=_count_for_ever, name="counting", daemon=True).start()
    rounds.start_all()
    if settings.MEDIA_BUCKET is not None:
        threading.Thread(target=_hand_over_for_ever, name="handing over", daemon=True).start()
    threading.Thread(target=_seal_for_ever, name="sealing", daemon=True).start()
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


def _rescue_for_ever() -> None:
    pause = threading.Event()
    while not pause.wait(RESCUE_SECONDS):
        close_old_connections()
        try:
            jobs.rescue_lost_jobs(timezone.now())
        except Exception:
            # A thread that ended would take up nothing more, and nobody would know.
            log.exception("Lost work was not taken up; the next round begins anew.")


def _collect_for_ever() -> None:
    pause = threading.Event()
    while True:
        close_old_connections()
        try:
            collecting.collect(timezone.now())
        except Exception:
            # A thread that ended would read no more mail, and nobody would know.
            log.exception("The mailbox was not read to its end; the next round begins anew.")
        pause.wait(INBOX_SECONDS)


def _wipe_for_ever() -> None:
    """Look every hour for what is to be deleted by now, the first time at once."""
    pause = threading.Event()
    while True:
        close_old_connections()
        try:
            sweeping.sweep(timezone.now())
            tokens.forget_answers(timezone.now())
            media.sweep(timezone.now(), days=settings.UNUSED_MEDIA_DAYS)
        except Exception:
            # A thread that ended would delete nothing more, and nobody would know.
            log.exception("What is due was not deleted to the end; the next round begins anew.")
        pause.wait(WIPE_SECONDS)


def _hand_over_for_ever() -> None:
    """Bring files into the bucket soon after they were given; where it is away, the next round does."""
    pause = threading.Event()
    while not pause.wait(HAND_OVER_SECONDS):
        close_old_connections()
        try:
            media.hand_over()
        except BucketAway as error:
            log.warning("Files wait in the home, because the bucket is away: %s.", error)
        except Exception:
            # A thread that ended would hand nothing over, and the disk of the home would fill.
            log.exception("Files were not handed over; the next round begins anew.")


def _count_for_ever() -> None:
    """Count what changed at each office, the first time after one pause, so that a start is quick."""
    pause = threading.Event()
    while not pause.wait(COUNT_SECONDS):
        close_old_connections()
        try:
            counting.count_offices(offices_to_count())
        except Exception:
            # A thread that ended would count nothing more, and every page would show old figures.
            log.exception("Events were not counted to the end; the next round begins anew.")


def _seal_for_ever() -> None:
    """Seal what was written in the history of each office, the first time after one pause."""
    pause = threading.Event()
    while not pause.wait(SEAL_SECONDS):
        close_old_connections()
        try:
            for organiser in Organiser.objects.order_by("pk").values_list("pk", flat=True):
                sealing.seal_lines(organiser, now=timezone.now())
        except Exception:
            # A thread that ended would seal nothing more, and the history would lie open.
            log.exception("The history was not sealed to the end; the next round begins anew.")
