"""
Django's SQLite backend with one write lock.

Several writers on one SQLite file wait for each other by polling, and SQLite up to 3.51.2 can lose a
reset of its log when two connections write and checkpoint at once. So every transaction of the
installation first takes a lock: between threads an ordinary one, between processes one on a file beside
the database. See docs/decisions/one-writer-on-sqlite.md.
"""

import fcntl
import logging
import threading
from pathlib import Path
from typing import IO, Any

from django.db.backends.sqlite3 import base

log = logging.getLogger(__name__)

PAGES_OF_ONE, BYTES_OF_ALL = "-16000", 64_000_000
"""What a connection keeps of the file, in KiB as SQLite counts it, and what all of a process keep."""

_thread_lock = threading.RLock()


class DatabaseWrapper(base.DatabaseWrapper):
    """One connection; holds the installation's write lock from BEGIN to COMMIT or ROLLBACK."""

    _lock_file: IO[bytes] | None = None

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        connection = super().get_new_connection(conn_params)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute(f"PRAGMA cache_size = {PAGES_OF_ONE}")
        # Some twenty threads have a connection each, and after hours all of them would be full.
        connection.execute(f"PRAGMA soft_heap_limit = {BYTES_OF_ALL}")
        return connection

    def _start_transaction_under_autocommit(self) -> None:
        self._take_write_lock()
        try:
            self.cursor().execute("BEGIN IMMEDIATE")
        except BaseException:
            self._give_write_lock()
            raise

    def _commit(self) -> None:
        super()._commit()  # type: ignore[misc]  # the stubs leave out what a backend may override
        self._give_write_lock()

    def _rollback(self) -> None:
        try:
            super()._rollback()  # type: ignore[misc]  # as above
        finally:
            self._give_write_lock()

    def _close(self) -> None:
        try:
            super()._close()  # type: ignore[misc]  # as above
        finally:
            self._give_write_lock()

    def _take_write_lock(self) -> None:
        if self._lock_file is not None or self.is_in_memory_db():
            return
        _thread_lock.acquire()
        try:
            self._lock_file = self._locked_file()
        except BaseException:
            # The next one must not wait for this one, which has nothing.
            _thread_lock.release()
            raise

    def _locked_file(self) -> IO[bytes]:
        """The file beside the database, locked for this process: held from BEGIN to COMMIT."""
        path = Path(f"{self.settings_dict['NAME']}-writer")
        lock_file = path.open("ab")
        try:
            fcntl.flock(lock_file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            log.warning("Another Chancery process is writing to this database; waiting for it to finish.")
            fcntl.flock(lock_file, fcntl.LOCK_EX)
        return lock_file

    def _give_write_lock(self) -> None:
        if self._lock_file is None:
            return
        lock_file, self._lock_file = self._lock_file, None
        lock_file.close()
        _thread_lock.release()
