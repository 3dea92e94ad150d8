"""The database of the harness: laid anew for each run from what was built once, stopped and started."""

import contextlib
import os
import shutil
import signal
import subprocess
import time
from pathlib import Path
from typing import Any

import psycopg
from django.db import connections

from support.faults.disk import Disk

TEMPLATE, RUN, SPACE = "faults_kept", "faults_run", "faults_small"
NOT_OF_THE_DATABASE = "chancery.sqlite3"


class SQLite:
    """One file in the home of the installation: it is laid anew with it."""

    is_postgresql = False
    link = 0

    def build_is_over(self) -> None:
        """Write everything into the one file."""
        with connections["default"].cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connections.close_all()

    def lay(self) -> None:
        """The file is laid with the home."""

    def use(self, *, port: int | None = None) -> None:
        """There is no port to the file."""

    def stop(self) -> None:
        """A file cannot be stopped."""

    def start(self) -> None:
        """A file need not be started."""


class PostgreSQL:
    """A server beside the installation; its tables for one run lie on the small disk."""

    is_postgresql = True

    def __init__(self, disk: Disk) -> None:
        self._settings = connections.settings["default"]
        self._disk = disk
        self._first = dict(self._settings)
        self.link = int(self._settings["PORT"])
        with self._maintaining() as connection:
            found = connection.execute("SHOW data_directory").fetchone()
        assert found is not None
        self._folder = Path(str(found[0]))
        self._words = (self._folder / "postmaster.opts").read_text().strip()

    def build_is_over(self) -> None:
        """Keep the tables as they are now, to be copied for each run."""
        connections.close_all()
        space = self._disk.place / "tables"
        if self._disk.is_small:
            space.mkdir(mode=0o700)
            shutil.chown(space, "postgres")
        with self._maintaining("template1") as connection:
            # What a commit confirmed has to be there after the server died; tests elsewhere do without.
            connection.execute(f'ALTER ROLE "{self._first["USER"]}" SET synchronous_commit = on')
            connection.execute(f'CREATE DATABASE {TEMPLATE} TEMPLATE "{self._first["NAME"]}"')
            if self._disk.is_small:
                connection.execute(f"CREATE TABLESPACE {SPACE} LOCATION '{space}'")

    def lay(self) -> None:
        """Lay the tables anew."""
        connections.close_all()
        space = f" TABLESPACE {SPACE}" if self._disk.is_small else ""
        with self._maintaining() as connection:
            connection.execute(f"DROP DATABASE IF EXISTS {RUN} WITH (FORCE)")
            connection.execute(f"CREATE DATABASE {RUN} TEMPLATE {TEMPLATE} STRATEGY FILE_COPY{space}")
        self._settings["NAME"] = RUN

    def use(self, *, port: int | None = None) -> None:
        """Speak to the server by this port, or straight."""
        self._settings["PORT"] = str(port or self.link)

    def stop(self) -> None:
        """Have the server end at once, as if its machine were switched off."""
        with contextlib.suppress(FileNotFoundError, ProcessLookupError, ValueError, IndexError):
            os.kill(int((self._folder / "postmaster.pid").read_text().splitlines()[0]), signal.SIGQUIT)

    def start(self) -> None:
        """Start the server if it does not answer, and wait until it does."""
        for tried in range(100):
            try:
                self._maintaining().close()
            except psycopg.OperationalError:
                if tried % 20 == 2:
                    self._launch()
                time.sleep(0.05)
            else:
                return
        raise RuntimeError("PostgreSQL does not come back.")

    def _launch(self) -> None:
        pid = self._folder / "postmaster.pid"
        if pid.exists():
            with contextlib.suppress(ProcessLookupError, ValueError, IndexError):
                os.kill(int(pid.read_text().splitlines()[0]), 0)
                return
        as_owner = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]
        words = [*(as_owner if os.geteuid() == 0 else []), "sh", "-c", f"exec {self._words}"]
        log = (self._disk.aside / "postgresql.log").open("ab")
        subprocess.Popen(words, cwd="/", stdout=log, stderr=log, start_new_session=True)
        log.close()

    def _maintaining(self, name: str = "postgres") -> psycopg.Connection[Any]:
        return psycopg.connect(
            dbname=name,
            user=self._first["USER"],
            host=self._first["HOST"],
            port=self.link,
            autocommit=True,
            connect_timeout=3,
        )
