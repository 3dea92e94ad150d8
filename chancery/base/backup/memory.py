"""
What the installation remembers of a folder of backups, in `CHANCERY_HOME/backups/`.

The public key above all: it is never read from the folder itself, where somebody could have put his own. And
which content each file had, by its size and times, so that the next backup reads only what is new.
"""

import fcntl
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from chancery.base.backup import sealing
from chancery.base.backup.folders import BackupFolder
from chancery.base.backup.refusing import BackupRefused

FOLDER = "backups"


@dataclass(frozen=True, slots=True)
class Key:
    """For whom is sealed; `sealed_key` is the secret key under a passphrase, empty where others hold it."""

    public: str
    sealed_key: bytes


@dataclass(frozen=True, slots=True)
class Known:
    """What a file had when it was last backed up."""

    digest: str
    content: str
    size: int


class KnownFiles:
    """Which content each file had, kept in a small database of its own."""

    def __init__(self, kept: sqlite3.Connection) -> None:
        self.kept = kept
        kept.execute(
            "CREATE TABLE IF NOT EXISTS known "
            "(path TEXT PRIMARY KEY, mark TEXT, digest TEXT, content TEXT, size INTEGER)"
        )
        kept.execute("CREATE TABLE IF NOT EXISTS needed (content TEXT PRIMARY KEY)")

    def find(self, path: str, mark: str) -> Known | None:
        """What a file had, if its mark is the same: it was not touched since."""
        asked = "SELECT digest, content, size FROM known WHERE path = ? AND mark = ?"
        row = self.kept.execute(asked, (path, mark)).fetchone()
        return Known(*row) if row else None

    def keep(self, path: str, mark: str, known: Known) -> None:
        """Remember what a file had."""
        words = (path, mark, known.digest, known.content, known.size)
        self.kept.execute("REPLACE INTO known VALUES (?, ?, ?, ?, ?)", words)

    def begin(self) -> None:
        """Begin the list of what one backup needs."""
        self.kept.execute("DELETE FROM needed")

    def need(self, content: str) -> None:
        """Put a content on that list."""
        self.kept.execute("INSERT OR IGNORE INTO needed VALUES (?)", (content,))

    def needed(self) -> Iterator[str]:
        """That list, sorted, each content once."""
        for (content,) in self.kept.execute("SELECT content FROM needed ORDER BY content"):
            yield content


def mark_of(state: os.stat_result) -> str:
    """What changes whenever a file of this machine is written."""
    return f"{state.st_ino} {state.st_size} {state.st_mtime_ns} {state.st_ctime_ns}"


@contextmanager
def alone_with(home: Path, folder: BackupFolder) -> Iterator[Path]:
    """Give the place of what is remembered, to one backup at a time. Errors: BackupRefused."""
    place = home / FOLDER / folder.code
    place.mkdir(mode=0o700, parents=True, exist_ok=True)
    with (place / "lock").open("ab") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise BackupRefused(f"Another backup to {folder.path} is under way; let it end first.") from None
        yield place


@contextmanager
def known_files(place: Path) -> Iterator[KnownFiles]:
    """Open what is known of the files; it is kept also where the backup is broken off."""
    with closing(sqlite3.connect(place / "known.sqlite3", isolation_level=None)) as kept:
        kept.execute("PRAGMA synchronous = OFF")  # a lost line costs reading a file once more
        yield KnownFiles(kept)


def key_for(place: Path, folder: BackupFolder, *, public: str, words: str) -> Key:
    """
    The key a folder is sealed for: the remembered one, or the first time a given one or one for a passphrase.

    A folder that this office began with a passphrase before it was restored goes on with its key if the
    passphrase opens it. All of a folder is sealed for one key. Errors: BackupRefused.
    """
    given = str(sealing.recipient_of(public)) if public else ""
    key = remembered(place) or (Key(given, b"") if given else _key_of_words(folder, words))
    kept = folder.path / "recipient"
    known = kept.read_text(encoding="ascii").strip() if kept.is_file() else key.public
    if not key.public == known == (given or known):
        raise BackupRefused(f"{folder.path} is sealed for another key; begin an empty folder for this one.")
    _write(kept, key.public.encode())
    if key.sealed_key:
        _write(place / "key.age", key.sealed_key)
    _write(place / "recipient", key.public.encode())
    return key


def remembered(place: Path) -> Key | None:
    """The key that was chosen for the folder, if one was."""
    public, sealed = place / "recipient", place / "key.age"
    if not public.is_file():
        return None
    return Key(public.read_text(encoding="ascii").strip(), sealed.read_bytes() if sealed.is_file() else b"")


def _key_of_words(folder: BackupFolder, words: str) -> Key:
    if not words:
        raise BackupRefused(
            f"This office has not backed up to {folder.path} yet; give --passphrase-file or --recipient."
        )
    earlier = folder.snapshots()
    if not earlier:
        return Key(*sealing.new_pair(words))
    sealed = earlier[-1].key
    if not sealed.is_file():
        raise BackupRefused(f"{folder.path} is sealed for a public key; give it with --recipient.")
    kept = sealed.read_bytes()
    return Key(str(sealing.open_pair(kept, words).to_public()), kept)


def _write(path: Path, content: bytes) -> None:
    fresh = path.with_name(f".{path.name}")
    fresh.touch(mode=0o600)
    fresh.write_bytes(content)
    fresh.rename(path)
