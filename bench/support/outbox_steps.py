"""The moments at which a postman or the database dies, as changes made in a forked process."""

import os
import signal
import smtplib
import sqlite3
from collections.abc import Callable
from typing import Any

from django.db import connection, connections

from chancery.base.outbox import claiming, journal, postman, settling

type Blow = Callable[[], None]

_held: list[sqlite3.Connection] = []


def die() -> None:
    """End this process without a last word."""
    os.kill(os.getpid(), signal.SIGKILL)


def cut_database() -> None:
    """Take the database away: its side of the connection ends, or another one locks the file for good."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_backend_pid()")
            own = cursor.fetchone()[0]
        other = connections.create_connection("default")
        with other.cursor() as cursor:
            cursor.execute("SELECT pg_terminate_backend(%s)", [own])
        other.close()
        return
    connection.ensure_connection()
    connection.connection.execute("PRAGMA busy_timeout = 50")
    if connection.in_atomic_block:
        # The file is ours already; what a lock would do at COMMIT is done here.
        raise _locked()
    lock = sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None)
    lock.execute("BEGIN EXCLUSIVE")
    _held.append(lock)


def _locked() -> Exception:
    from django.db import OperationalError  # noqa: PLC0415  # beside the one place that needs it

    return OperationalError("database is locked")


def before(owner: Any, name: str, blow: Blow, *, call: int = 1) -> None:
    """Strike before a function is called for the `call`th time."""
    _strike(owner, name, blow, call, is_before=True)


def after(owner: Any, name: str, blow: Blow, *, call: int = 1) -> None:
    """Strike after a function was called for the `call`th time."""
    _strike(owner, name, blow, call, is_before=False)


def _strike(owner: Any, name: str, blow: Blow, call: int, *, is_before: bool) -> None:
    original, calls = getattr(owner, name), [0]

    def struck(*given: Any, **named: Any) -> Any:
        calls[0] += 1
        is_now = calls[0] == call
        if is_now and is_before:
            blow()
        result = original(*given, **named)
        if is_now and not is_before:
            blow()
        return result

    setattr(owner, name, struck)


def after_the_dot(nth: int) -> None:
    """Die when the dot of the nth message has left, before its answer is read."""
    original, dots = smtplib.SMTP.send, [0]

    def send(self: smtplib.SMTP, text: bytes | str) -> None:
        original(self, text)
        if text == b".\r\n":
            dots[0] += 1
            if dots[0] == nth:
                die()

    smtplib.SMTP.send = send  # type: ignore[method-assign]  # only in this forked process


STEPS: dict[str, Callable[[int], None]] = {
    "killed before the claim": lambda nth: before(postman, "claim", die),
    "killed while claiming": lambda nth: after(claiming, "_due", die),
    "killed after the claim": lambda nth: after(postman, "claim", die),
    "killed with the text sent": lambda nth: before(journal.Journal, "begun", die, call=nth),
    "killed before the dot": lambda nth: after(journal.Journal, "begun", die, call=nth),
    "killed before the answer": after_the_dot,
    "killed before the answer is noted": lambda nth: before(journal.Journal, "ended", die, call=nth),
    "killed after the answer is noted": lambda nth: after(journal.Journal, "ended", die, call=nth),
    "killed before settling": lambda nth: before(postman, "settle", die),
    "killed while settling": lambda nth: after(settling, "_settle_taken", die),
    "killed after settling": lambda nth: after(postman, "settle", die),
    "killed before the journal is removed": lambda nth: before(journal.Journal, "discard", die),
    "database cut before the claim": lambda nth: before(postman, "claim", cut_database),
    "database cut while claiming": lambda nth: before(claiming, "_take", cut_database),
    "database cut before settling": lambda nth: before(postman, "settle", cut_database),
    "database cut while settling": lambda nth: before(settling, "_settle_taken", cut_database),
}
SERVER_KILLED = "mail server killed"
NOTHING = "nothing dies"
