"""What a backup holds: facts first, then one line a file, read and written line by line."""

import json
import pkgutil
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path, PurePosixPath
from typing import Any, Self

import chancery
from chancery.base import sent_json
from chancery.base.backup import sealing
from chancery.base.backup.refusing import BackupRefused

type Migrations = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Facts:
    """
    What a backup is of.

    `missing` are files that the database names and that were not there, `database_size` the bytes that an
    SQLite file takes in the home.
    """

    version: str
    made_at: str
    vendor: str
    server: str
    database: sealing.Sealed
    database_size: int
    migrations: Migrations
    missing: int
    files: int
    size: int

    @classmethod
    def read(cls, words: dict[str, Any]) -> Self:
        """Read what `asdict` made."""
        return cls(**{**words, "database": sealing.Sealed(**words["database"])})


@dataclass(frozen=True, slots=True)
class Entry:
    """One file: where it belongs below the home, when it was last written, and which content it has."""

    path: str
    size: int
    mtime_ns: int
    digest: str
    content: str


def write(path: Path, facts: Facts, entries: Iterable[Entry]) -> None:
    """Write a manifest that lies open for the moment."""
    with path.open("w", encoding="utf-8") as kept:
        kept.write(json.dumps(asdict(facts)) + "\n")
        for entry in entries:
            kept.write(json.dumps(asdict(entry)) + "\n")


def facts_of(path: Path) -> Facts:
    """Read the first line. Errors: BackupRefused."""
    with path.open("rb") as kept:
        try:
            return Facts.read(sent_json.read_json(kept.readline()))
        except (ValueError, TypeError, KeyError) as error:
            raise _unreadable() from error


def entries_of(path: Path) -> Iterator[Entry]:
    """Read the files, one at a time. Errors: BackupRefused, also for one outside of the home."""
    with path.open("rb") as kept:
        kept.readline()
        for line in kept:
            try:
                entry = Entry(**sent_json.read_json(line))
                parts, is_named = PurePosixPath(entry.path), entry.content.isalnum()
            except (ValueError, TypeError, AttributeError) as error:
                raise _unreadable() from error
            if parts.is_absolute() or ".." in parts.parts or not is_named:
                raise BackupRefused(f"The backup names the file {entry.path}, which is outside of the home.")
            yield entry


def _unreadable() -> BackupRefused:
    return BackupRefused("The list of files in the backup cannot be read; try an older one with --snapshot.")


def own_version() -> str:
    """The release of this program."""
    return version("chancery")


def unknown_to_this_program(migrations: Migrations) -> list[str]:
    """Return which steps of our own tables this program does not know: they are of a newer one."""
    unknown = []
    for app, names in sorted(migrations.items()):
        folder = Path(chancery.__path__[0]) / app / "migrations"
        if folder.is_dir():
            known = {module.name for module in pkgutil.iter_modules([str(folder)])}
            unknown += [f"{app}.{name}" for name in sorted(names) if name not in known]
    return unknown
