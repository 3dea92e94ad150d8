"""Making a backup: the database first, then the files; what is there already is not written again."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from pathlib import Path
from shutil import rmtree
from typing import Any

from chancery.base.backup import collecting, manifests, memory, on_postgresql, on_sqlite, sealing, tables
from chancery.base.backup.folders import BackupFolder, Snapshot
from chancery.base.backup.manifests import Facts
from chancery.base.backup.memory import Key, KnownFiles
from chancery.base.bucket import Bucket
from chancery.configuration import Configuration

type Tell = Callable[[str, int, int], None]
"""Is told what is done, how many bytes of it are, and how many there are (0 for an unknown number)."""


@dataclass(frozen=True, slots=True)
class Made:
    """What came of a backup: `written` counts the files that were not in the folder before."""

    snapshot: Snapshot
    facts: Facts
    written: int


@dataclass(frozen=True, slots=True)
class _Database:
    """What the database of the backup is."""

    vendor: str
    server: str
    sealed: sealing.Sealed
    size: int
    migrations: manifests.Migrations
    missing: int


def make(
    configuration: Configuration, folder: BackupFolder, *, public: str, words: str, now: datetime, tell: Tell
) -> Made:
    """
    Back the installation up into `folder`.

    `public` or `words`, a public key or a passphrase, are needed the first time. One that was broken off goes
    on: what it had written counts. Errors: BackupRefused, OSError.
    """
    with memory.alone_with(configuration.home, folder) as place:
        key = memory.key_for(place, folder, public=public, words=words)
        for path in (*folder.broken_off(), *_parts(folder)):
            rmtree(path) if path.is_dir() else path.unlink()
        snapshot = folder.begin(now)
        if key.sealed_key:
            snapshot.key.write_bytes(key.sealed_key)
        database = _database(configuration, snapshot, key, place, tell)
        return _finish(configuration, folder, snapshot, key, place, database, now, tell)


def is_first(home: Path, folder: BackupFolder) -> bool:
    """Whether this installation has no key for that folder yet."""
    with memory.alone_with(home, folder) as place:
        return memory.remembered(place) is None


def _parts(folder: BackupFolder) -> Iterator[Path]:
    """What was being written when a backup was broken off."""
    yield from (folder.path / "contents").glob("*/.*.part")


def _database(
    configuration: Configuration, snapshot: Snapshot, key: Key, place: Path, tell: Tell
) -> _Database:
    if configuration.database["ENGINE"].endswith("postgresql"):
        return _from_postgresql(configuration, snapshot, key, tell)
    return _from_sqlite(configuration, snapshot, key, place, tell)


def _from_sqlite(
    configuration: Configuration, snapshot: Snapshot, key: Key, place: Path, tell: Tell
) -> _Database:
    database = Path(configuration.database["NAME"])
    tell("Copying the database", 0, 0)
    with on_sqlite.copied(database, place) as (copy, reading), copy.open("rb") as source:
        sealed = sealing.seal(
            on_sqlite.Packing(source), snapshot.database, key.public, seen=counted("Database", 0, tell)
        )
        return _Database(
            vendor="sqlite",
            server="",
            sealed=sealed,
            size=copy.stat().st_size,
            migrations=tables.migrations(reading.execute),
            missing=_missing(configuration, reading.execute(tables.READY_FILES)),
        )


def _from_postgresql(configuration: Configuration, snapshot: Snapshot, key: Key, tell: Tell) -> _Database:
    database = configuration.database
    with on_postgresql.read_at_one_moment(database) as (reading, moment):
        major = on_postgresql.major_of(reading)
        with on_postgresql.dumped(database, moment, major) as source:
            sealed = sealing.seal(source, snapshot.database, key.public, seen=counted("Database", 0, tell))
        with closing(reading.cursor("files")) as codes:
            codes.execute(tables.READY_FILES)
            missing = _missing(configuration, codes)
        return _Database(
            vendor="postgresql",
            server=str(major),
            sealed=sealed,
            size=0,
            migrations=tables.migrations(reading.execute),
            missing=missing,
        )


def _bucket(configuration: Configuration) -> Bucket | None:
    return Bucket(configuration.bucket) if configuration.bucket else None


def _missing(configuration: Configuration, codes: Iterable[tuple[Any, ...]]) -> int:
    """How many files the database names that are not there; looked at before anything can be swept away."""
    files = configuration.home / "media" / "files"
    absent = {code for (code,) in codes if not (files / code[:2] / code / "original").is_file()}
    return len(absent - collecting.codes_in(_bucket(configuration))) if absent else 0


def _finish(
    configuration: Configuration,
    folder: BackupFolder,
    snapshot: Snapshot,
    key: Key,
    place: Path,
    database: _Database,
    now: datetime,
    tell: Tell,
) -> Made:
    """Write the files, then the lists of them; with the last name the backup is whole."""
    collecting.naming_key(configuration.home)  # made before it is counted
    paths = [*collecting.kept_of(configuration.home)]
    store = _bucket(configuration)
    (count, size), (sent, its_size) = collecting.measured(paths), collecting.measured_in(store)
    facts = Facts(
        version=manifests.own_version(),
        made_at=now.isoformat(),
        vendor=database.vendor,
        server=database.server,
        database=database.sealed,
        database_size=database.size,
        migrations=database.migrations,
        missing=database.missing,
        files=count + sent,
        size=size + its_size,
    )
    listing = place / "manifest"
    with memory.known_files(place) as known:
        writing = collecting.Writing(
            configuration.home, folder, key, known, counted("Files", facts.size, tell)
        )
        sources = chain(writing.entries(paths), writing.entries_of(store, place) if store else ())
        manifests.write(listing, facts, sources)
        _write_contents(snapshot, known)
    try:
        with listing.open("rb") as source:
            sealing.seal(source, snapshot.manifest, key.public)
    finally:
        listing.unlink()
    return Made(snapshot, facts, writing.written)


def _write_contents(snapshot: Snapshot, known: KnownFiles) -> None:
    with snapshot.contents.open("w", encoding="ascii") as kept:
        kept.writelines(f"{name}\n" for name in known.needed())


def counted(word: str, total: int, tell: Tell) -> sealing.Seen:
    """Return what adds up the bytes of pieces and tells them under a word."""
    done = 0

    def seen(size: int) -> None:
        nonlocal done
        done += size
        tell(word, done, total)

    return seen
