"""The installation under blows: its processes, the network between its parts, and whoever mends it."""

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from django.conf import settings
from django.db import connections
from django.shortcuts import resolve_url
from django.test import Client
from django.urls import get_resolver

from chancery.desk import serving as product
from support.faults import proxy, strikes
from support.faults.database import PostgreSQL, SQLite
from support.faults.disk import BALLAST, Disk
from support.faults.shared import IS_ARMED, LOCKER, Shared

START_SECONDS, END_SECONDS = 30.0, 15.0
LOCKING = (
    "import sqlite3, sys, time\n"
    "held = sqlite3.connect(sys.argv[1], isolation_level=None, timeout=10)\n"
    "held.execute('BEGIN IMMEDIATE')\n"
    "time.sleep(float(sys.argv[2]))\n"
)
LOCKED_SECONDS = 3.0


class DidNotComeBack(Exception):
    """A process did not answer again after everything was mended."""


class Stage:
    """One installation and all that can happen to it."""

    def __init__(self, disk: Disk, sink_port: int) -> None:
        self.disk = disk
        self.home = Path(settings.HOME)
        self.shared = Shared()
        self.database = PostgreSQL(disk) if _is_postgresql() else SQLite()
        self.web_port = _free_port()
        links = {"web": self.web_port, "mail": sink_port}
        if self.database.is_postgresql:
            links["database"] = self.database.link
        words = [sys.executable, proxy.__file__, *(f"{name}={port}" for name, port in links.items())]
        self._network = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0)
        assert self._network.stdout is not None
        self.ports = {name: int(self._network.stdout.readline()) for name in links}
        self.servers: dict[str, int] = {}
        self._struck: dict[str, tuple[int, strikes.Blow | None]] = {}

    # The home

    def keep(self) -> None:
        """Keep the installation as it is now, to be laid anew for each run."""
        _read_everything_once()
        self.database.build_is_over()
        shutil.copytree(self.home, self.disk.aside / "home", symlinks=True)

    def lay(self) -> None:
        """Lay the installation as it was kept."""
        connections.close_all()
        self.disk.free()
        shutil.rmtree(self.home)
        shutil.copytree(self.disk.aside / "home", self.home, symlinks=True)
        self.database.lay()
        self.shared.reset()
        self.pass_all()

    # The network

    def treat(self, link: str, mode: str) -> None:
        """Treat what goes over a link otherwise; also called from within the processes that are struck."""
        assert self._network.stdin is not None
        os.write(self._network.stdin.fileno(), f"{link} {mode}\n".encode())

    def pass_all(self) -> None:
        """Let everything through again."""
        for link in self.ports:
            self.treat(link, "pass")

    # Processes

    def start(self, struck: dict[str, tuple[int, strikes.Blow | None]]) -> None:
        """Start the server, and the worker beside it on PostgreSQL; who is struck counts its steps."""
        self._struck = struck
        self._start("web")
        if self.database.is_postgresql:
            self._start("worker")
        self._wait_until_ready()

    def in_a_process(self, work: Callable[[], object], name: str = "command") -> int:
        """Do work in a process forked from this one; return its number."""
        connections.close_all()
        sys.stdout.flush()
        sys.stderr.flush()
        child = os.fork()
        if child:
            return child
        code = 1
        try:
            log = os.open(self.disk.aside / f"{name}.log", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
            os.dup2(log, 1)
            os.dup2(log, 2)
            self.database.use(port=self.ports.get("database"))
            if name in self._struck:
                strikes.install(self.shared, *self._struck[name])
            work()
            code = 0
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 1
        except BaseException:
            import traceback  # noqa: PLC0415  # only where it is told

            traceback.print_exc()
        finally:
            os._exit(code)

    def _start(self, name: str) -> None:
        def serve() -> None:
            listening = socket.create_server(("127.0.0.1", self.web_port), backlog=256)
            product.serve(listening, with_worker=not self.database.is_postgresql)

        self.servers[name] = self.in_a_process(serve if name == "web" else product.work, name)

    def _wait_until_ready(self) -> None:
        until = time.monotonic() + START_SECONDS
        while time.monotonic() < until:
            with contextlib.suppress(OSError):
                address = f"http://127.0.0.1:{self.web_port}/health/ready"
                asked = urllib.request.Request(address, headers={"Host": "localhost"})
                with urllib.request.urlopen(asked, timeout=3):
                    return
            self._revive(wait=False)
            time.sleep(0.02)
        raise DidNotComeBack("The server is not ready again.")

    def _revive(self, *, wait: bool = True) -> None:
        """Start again what has died, as a service manager does; it is not struck again."""
        for name, number in tuple(self.servers.items()):
            ended, _status = os.waitpid(number, os.WNOHANG)
            if ended:
                self._struck = {}
                self._start(name)
        if wait:
            self._wait_until_ready()

    def mend(self) -> None:
        """Do what the IT of an office does: room on the disk, database, network, clock, processes."""
        self.disk.free()
        if self.shared[LOCKER]:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.shared[LOCKER], signal.SIGKILL)
            self.shared[LOCKER] = 0
        self.database.start()
        self.pass_all()
        self.shared.clock_offset = 0.0
        if self.servers:
            self._revive()

    def end(self, *, kindly: bool) -> None:
        """End all processes: with a word, or as when the power goes."""
        for number in self.servers.values():
            with contextlib.suppress(ProcessLookupError):
                os.kill(number, signal.SIGTERM if kindly else signal.SIGKILL)
        for number in self.servers.values():
            _wait_for(number)
        self.servers = {}

    def close(self) -> None:
        """End the network."""
        self._network.kill()
        self._network.wait()

    # Blows, called in the process that is struck

    def fill_disk(self, left: int) -> None:
        """Let the disk be full."""
        self.disk.fill(left=left)

    def set_clock(self, seconds: float) -> None:
        """Set the clock of the installation wrong."""
        self.shared.clock_offset = seconds

    def lock_file(self) -> None:
        """Have another program hold the file of the database."""
        file = str(settings.DATABASES["default"]["NAME"])
        words = [sys.executable, "-S", "-c", LOCKING, file, str(LOCKED_SECONDS)]
        holding = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.shared[LOCKER] = holding.pid

    def arm(self) -> None:
        """Begin to count steps."""
        self.shared[IS_ARMED] = 1

    def disarm(self) -> None:
        """Count no more."""
        self.shared[IS_ARMED] = 0

    @property
    def is_full(self) -> bool:
        """Whether the disk is full by our doing."""
        return (self.disk.place / BALLAST).exists()


def _read_everything_once() -> None:
    """Have modules, addresses, templates and translations read before processes are forked from this one."""
    import_module("chancery.asgi")
    get_resolver().reverse_dict  # noqa: B018  # it is filled when it is asked for
    Client().get(resolve_url(settings.LOGIN_URL), headers={"host": "localhost"})
    Client().get("/r/nothing/", headers={"host": "localhost"})


def _wait_for(number: int) -> None:
    until = time.monotonic() + END_SECONDS
    while time.monotonic() < until:
        try:
            ended, _status = os.waitpid(number, os.WNOHANG)
        except ChildProcessError:
            return
        if ended:
            return
        time.sleep(0.01)
    os.kill(number, signal.SIGKILL)
    os.waitpid(number, 0)


def _is_postgresql() -> bool:
    return bool(connections["default"].vendor == "postgresql")


def _free_port() -> int:
    with socket.socket() as chosen:
        chosen.bind(("127.0.0.1", 0))
        return int(chosen.getsockname()[1])
