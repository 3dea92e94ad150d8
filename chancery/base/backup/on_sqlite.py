"""An SQLite file: copied by its online backup while the office works, and put back whole."""

import os
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import IO

from chancery.base.backup import tables
from chancery.base.backup.refusing import BackupRefused, ContentDamaged

PIECE_BYTES = 1024 * 1024
GZIP = 31
"""How zlib is told to write and read the form of gzip."""


@contextmanager
def copied(database: Path, work: Path) -> Iterator[tuple[Path, sqlite3.Connection]]:
    """
    Give a copy of the database as it is at one moment, open for reading; it is gone afterwards.

    The source is read in one step, so that no writer makes it begin again; its log is left as it is.
    """
    if not database.is_file():
        raise BackupRefused(
            f"There is no database at {database}; name the home that has one in CHANCERY_HOME."
        )
    copy = work / "database.sqlite3"
    copy.unlink(missing_ok=True)
    copy.touch(mode=0o600)
    try:
        with closing(sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True, timeout=60)) as source:
            source.setconfig(sqlite3.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, True)
            with closing(sqlite3.connect(copy)) as target:
                source.backup(target)
                target.execute("PRAGMA journal_mode = DELETE")
        with closing(sqlite3.connect(f"{copy.as_uri()}?mode=ro", uri=True)) as reading:
            yield copy, reading
    except sqlite3.Error as error:
        raise BackupRefused(
            f"The database at {database} cannot be copied: {error}; run chancery check."
        ) from None
    finally:
        for path in work.glob("database.sqlite3*"):
            path.unlink()


class Packing:
    """A file read in the form of gzip."""

    def __init__(self, source: IO[bytes]) -> None:
        self.source = source
        self.packer = zlib.compressobj(6, zlib.DEFLATED, GZIP)
        self.waiting = b""
        self.is_over = False

    def read(self, size: int = -1, /) -> bytes:
        """Return at most `size` packed bytes, none at the end."""
        while not self.waiting and not self.is_over:
            piece = self.source.read(PIECE_BYTES)
            self.is_over = not piece
            self.waiting = self.packer.compress(piece) if piece else self.packer.flush()
        size = len(self.waiting) if size < 0 else size
        given, self.waiting = self.waiting[:size], self.waiting[size:]
        return given


class Unpacking:
    """Writes to a file what comes in the form of gzip."""

    def __init__(self, target: IO[bytes]) -> None:
        self.target = target
        self.unpacker = zlib.decompressobj(GZIP)

    def write(self, piece: bytes, /) -> int:
        """Take a packed piece. Errors: ContentDamaged."""
        left, out = bytes(piece), b""
        while left or len(out) == PIECE_BYTES:
            try:
                out = self.unpacker.decompress(left, PIECE_BYTES)
            except zlib.error:
                raise ContentDamaged("database") from None
            self.target.write(out)
            left = self.unpacker.unconsumed_tail
        return len(piece)


def finish(fresh: Path, database: Path, *, holds_mail: bool) -> None:
    """
    Look whether a restored file is whole, hold its waiting mail, and put it in its place.

    Errors: ContentDamaged, OSError.
    """
    try:
        with closing(sqlite3.connect(fresh)) as restored:
            if restored.execute("PRAGMA quick_check").fetchone() != ("ok",):
                raise ContentDamaged("database")
            if holds_mail:
                restored.execute(tables.HOLD_MAIL)
                restored.commit()
    except sqlite3.DatabaseError:
        raise ContentDamaged("database") from None
    for ending in ("-wal", "-shm"):
        database.with_name(database.name + ending).unlink(missing_ok=True)
    os.replace(fresh, database)
