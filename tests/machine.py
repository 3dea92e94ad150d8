"""The product in a process of its own on the database of the test, which can be killed and started again."""

import os
import socket
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from time import monotonic, sleep
from urllib.parse import quote

from django.conf import settings
from django.db import connection

ROOT = Path(__file__).parents[1]
PATIENCE = 60.0  # seconds, for a machine that does much else


class Machine:
    """`chancery serve` as an office runs it: the same address after every start."""

    def __init__(self, home: Path) -> None:
        self.home = home
        home.mkdir(mode=0o700)
        (home / "keys").symlink_to(Path(settings.HOME) / "keys")
        if connection.vendor == "sqlite":
            (home / "chancery.sqlite3").symlink_to(connection.settings_dict["NAME"])
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port: int = free.getsockname()[1]
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """The address at which it answers."""
        return f"http://localhost:{self.port}"

    def start(self) -> None:
        """Start it, and wait until it answers."""
        plain = {name: value for name, value in os.environ.items() if not name.startswith("CHANCERY_")}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "chancery", "serve", "--port", str(self.port)],
            cwd=ROOT,
            env=plain | {"CHANCERY_HOME": str(self.home)} | _database(),
            stdout=subprocess.DEVNULL,
        )
        until = monotonic() + PATIENCE
        while not self._answers():
            assert self.process.poll() is None, "the server ended by itself"
            assert monotonic() < until, "the server does not answer"
            sleep(0.1)

    def kill(self) -> None:
        """End it as a power cut does: it puts nothing down."""
        if self.process is not None:
            self.process.kill()
            self.process.wait()

    def _answers(self) -> bool:
        with suppress(OSError), socket.create_connection(("127.0.0.1", self.port), timeout=1) as asked:
            asked.sendall(b"GET /healthz HTTP/1.0\r\n\r\n")
            return asked.recv(5) == b"HTTP/"
        return False


def _database() -> dict[str, str]:
    """Where the test's database is, on PostgreSQL; on SQLite it lies in the home."""
    if connection.vendor == "sqlite":
        return {}
    of = connection.settings_dict
    who = f"{quote(str(of['USER']))}:{quote(str(of['PASSWORD']))}"
    return {"CHANCERY_DATABASE": f"postgresql://{who}@{of['HOST']}:{of['PORT']}/{of['NAME']}"}
