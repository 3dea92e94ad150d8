"""
Blows from within: the process that works counts its own steps, and at one of them the blow falls.

A step is a statement or a commit of the database, a file that is opened to be written, renamed or deleted, or
a group of scans. Counted from when the work begins, so that the number of a run says where it is struck.
"""

import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from datetime import datetime, tzinfo
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created
from django.utils import timezone

from support.faults.shared import COUNT, IS_ARMED, IS_STRUCK, Shared

type Blow = Callable[[], object]

FILE_STEPS = frozenset({"os.rename", "os.remove", "os.mkdir", "os.link", "os.truncate"})
_WRITING = os.O_WRONLY | os.O_RDWR
_lock = threading.Lock()


def die() -> None:
    """End this process without a last word."""
    os.kill(os.getpid(), signal.SIGKILL)


def install(shared: Shared, at: int, blow: Blow | None) -> None:
    """Count the steps of this process and strike at the given one; without a blow only count."""

    def step() -> None:
        if not shared[IS_ARMED]:
            return
        with _lock:
            shared[COUNT] += 1
            is_now = shared[COUNT] == at and blow is not None and not shared[IS_STRUCK]
            if is_now:
                shared[IS_STRUCK] = 1
        if is_now and blow is not None:
            blow()

    _count_statements(step)
    _count_commits(step)
    _count_files(step)
    _count_groups_of_scans(step)
    _shift_clock(shared)


def _count_statements(step: Blow) -> None:
    def counted(execute: Any, sql: str, parameters: Any, many: bool, context: Any) -> Any:
        step()
        return execute(sql, parameters, many, context)

    def made(connection: BaseDatabaseWrapper, **_named: Any) -> None:
        if counted not in connection.execute_wrappers:
            connection.execute_wrappers.append(counted)

    connection_created.connect(made, weak=False)


def _count_commits(step: Blow) -> None:
    commit = BaseDatabaseWrapper._commit  # type: ignore[attr-defined]  # what all backends commit by

    def counted(self: BaseDatabaseWrapper) -> None:
        step()
        commit(self)
        step()

    BaseDatabaseWrapper._commit = counted  # type: ignore[attr-defined]  # only in this forked process


def _count_files(step: Blow) -> None:
    def heard(event: str, given: tuple[Any, ...]) -> None:
        if event in FILE_STEPS or (event == "open" and isinstance(given[2], int) and given[2] & _WRITING):
            step()

    sys.addaudithook(heard)


def _count_groups_of_scans(step: Blow) -> None:
    from chancery.door.hot import postgresql, sqlite  # noqa: PLC0415  # only where scans are taken

    write, write_at_once = postgresql._write, sqlite._write_at_once

    async def counted(*given: Any) -> Any:
        step()
        written = await write(*given)
        step()
        return written

    def counted_at_once(*given: Any) -> Any:
        step()
        return write_at_once(*given)

    postgresql._write = counted
    sqlite._write_at_once = counted_at_once


def _shift_clock(shared: Shared) -> None:
    """Have this process believe the clock that the harness sets."""
    from chancery.door import routes  # noqa: PLC0415  # as above

    true_time, true_now = time.time, timezone.now

    class Shifted(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> datetime:
            return datetime.fromtimestamp(true_time() + shared.clock_offset, tz)

    def now() -> datetime:
        offset = shared.clock_offset
        return datetime.fromtimestamp(true_time() + offset, timezone.get_default_timezone()).astimezone(
            true_now().tzinfo
        )

    timezone.now = now
    time.time = lambda: true_time() + shared.clock_offset
    routes.datetime = Shifted  # type: ignore[attr-defined]  # only in this forked process
