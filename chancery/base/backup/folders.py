"""
What lies where in the folder of backups.

    chancery-backup.json       which folder this is, readable by anybody
    recipient                  the public key all of it is sealed for
    contents/ab/ab…            the sealed bytes of one file, each content once, however often it is backed up
    snapshots/20261123T201500Z/
        key.age                the secret key, sealed with the passphrase, where there is one
        database.age           the whole database
        contents               which contents the snapshot needs, one name a line, sorted
        manifest.age           what the files are called; written last, so that a snapshot with it is whole

The name of a content is a digest with a key of the installation, so that nobody who holds a picture can tell
by its name whether the office has it too.
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from chancery.base.backup.refusing import BackupRefused
from chancery.base.codes import new_code

FORMAT = 1
HEAD = "chancery-backup.json"


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One state of the installation."""

    path: Path

    @property
    def name(self) -> str:
        return self.path.name

    @property
    def manifest(self) -> Path:
        return self.path / "manifest.age"

    @property
    def database(self) -> Path:
        return self.path / "database.age"

    @property
    def contents(self) -> Path:
        return self.path / "contents"

    @property
    def key(self) -> Path:
        return self.path / "key.age"


@dataclass(frozen=True, slots=True)
class BackupFolder:
    """A folder of backups and the code that names it."""

    path: Path
    code: str

    def content(self, name: str) -> Path:
        """Where a content lies; that it is there is not checked."""
        return self.path / "contents" / name[:2] / name

    def snapshots(self) -> list[Snapshot]:
        """The whole snapshots, oldest first."""
        found = (Snapshot(path) for path in sorted((self.path / "snapshots").glob("*Z")))
        return [snapshot for snapshot in found if snapshot.manifest.is_file()]

    def broken_off(self) -> list[Path]:
        """The snapshots that were never finished."""
        return [
            path
            for path in sorted((self.path / "snapshots").glob("*Z"))
            if not Snapshot(path).manifest.is_file()
        ]

    def begin(self, now: datetime) -> Snapshot:
        """Make the folder of a new snapshot."""
        path = self.path / "snapshots" / f"{now.astimezone(UTC):%Y%m%dT%H%M%SZ}"
        path.mkdir(mode=0o700, parents=True)
        return Snapshot(path)

    def snapshot(self, name: str = "") -> Snapshot:
        """The snapshot of that name, or the newest. Errors: BackupRefused."""
        there = {snapshot.name: snapshot for snapshot in self.snapshots()}
        if not there:
            raise BackupRefused(f"There is no whole backup in {self.path}; run chancery backup to its end.")
        if name and name not in there:
            known = ", ".join(list(there)[-10:])
            raise BackupRefused(f"There is no backup {name} in {self.path}; give one of {known}.")
        return there[name or max(there)]


def opened(path: Path) -> BackupFolder:
    """Open a folder of backups. Errors: BackupRefused."""
    try:
        head = json.loads((path / HEAD).read_text(encoding="utf-8"))
        written, code = int(head["format"]), str(head["folder"])
    except FileNotFoundError:
        raise BackupRefused(f"There is no backup in {path}; give the folder that holds {HEAD}.") from None
    except (OSError, ValueError, KeyError, TypeError):
        raise BackupRefused(f"{path / HEAD} cannot be read; bring back that file of the folder.") from None
    if written > FORMAT:
        raise BackupRefused(f"{path} was written by a newer Chancery; install that release and run it there.")
    if not code.isalnum():
        raise BackupRefused(f"{path / HEAD} cannot be read; bring back that file of the folder.")
    return BackupFolder(path, code)


def begun(path: Path) -> BackupFolder:
    """Open a folder of backups, or begin one in an empty folder. Errors: BackupRefused, OSError."""
    if (path / HEAD).is_file():
        return opened(path)
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    fresh = path / f".{HEAD}"
    # One that was broken off before its first file was whole is begun anew.
    if any(each != fresh for each in path.iterdir()):
        raise BackupRefused(f"{path} holds something else; give an empty folder, or one of earlier backups.")
    code = new_code()
    fresh.write_text(json.dumps({"format": FORMAT, "folder": code}) + "\n", encoding="utf-8")
    fresh.rename(path / HEAD)
    return BackupFolder(path, code)


def name_of(digest: str, key: str) -> str:
    """The name under which a content lies, that tells a stranger nothing."""
    return hashlib.blake2b(digest.encode(), key=key.encode()[:64], digest_size=20).hexdigest()


def contents_there(folder: BackupFolder) -> Iterator[Path]:
    """The contents of a folder, sorted by name."""
    for below in sorted((folder.path / "contents").glob("??")):
        yield from sorted(path for path in below.iterdir() if not path.name.startswith("."))
