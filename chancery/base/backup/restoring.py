"""
Bringing a backup back: the files first, the database last, so that an office that answers is a whole one.

What is there is never overwritten: it refuses, or with a plain yes puts it aside under a name of its own.
"""

import os
import shutil
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from chancery.base import running
from chancery.base.backup import MARK, manifests, on_postgresql, on_sqlite, sealing
from chancery.base.backup.collecting import KEPT_FOLDERS, SETTINGS
from chancery.base.backup.identities import Opened
from chancery.base.backup.making import Tell, counted
from chancery.base.backup.manifests import Entry
from chancery.base.backup.refusing import BackupRefused, ContentDamaged
from chancery.configuration import Configuration

BESIDE = "chancery.toml.from-backup"
SPARE_BYTES = 50_000_000


@dataclass(frozen=True, slots=True)
class Restored:
    """What came back; `aside` is where what was there lies now, `beside` settings that were not taken."""

    files: int
    size: int
    aside: str
    beside: Path | None


def restore(
    configuration: Configuration,
    backup: Opened,
    *,
    replaces: bool,
    holds_mail: bool,
    now: datetime,
    tell: Tell,
) -> Restored:
    """
    Bring a backup into the home and the database of `configuration`.

    Both must be empty unless `replaces`, a plain yes. One that was broken off goes on with what is there.
    Errors: BackupRefused, OSError.
    """
    _refuse_what_does_not_fit(configuration, backup)
    home = configuration.home
    with running.stopped(home) as is_stopped:
        if not is_stopped:
            raise BackupRefused(f"Chancery is running in {home}; stop it, then restore.")
        goes_on = _is_going_on(home, backup)
        aside = "" if goes_on else _made_room(configuration, replaces=replaces, now=now)
        _refuse_what_has_no_room(home, backup)
        (home / MARK).write_text(_name_of(backup), encoding="utf-8")
        beside = _bring_files(configuration, backup, tell)
        _bring_database(configuration, backup, holds_mail=holds_mail, tell=tell)
        (home / MARK).unlink()
    return Restored(backup.facts.files, backup.facts.size, aside, beside)


def _refuse_what_does_not_fit(configuration: Configuration, backup: Opened) -> None:
    facts = backup.facts
    if unknown := manifests.unknown_to_this_program(facts.migrations):
        raise BackupRefused(
            f"The backup was made by a newer Chancery ({facts.version}, this is {manifests.own_version()}; "
            f"it knows {unknown[0]}); install that release, then restore."
        )
    here = "postgresql" if _is_on_postgresql(configuration) else "sqlite"
    if here != facts.vendor:
        names = {"postgresql": "PostgreSQL", "sqlite": "SQLite"}
        what = (
            "name an empty database in CHANCERY_DATABASE"
            if here == "sqlite"
            else "take CHANCERY_DATABASE and database in chancery.toml away"
        )
        raise BackupRefused(
            f"The backup is of {names[facts.vendor]} and this installation is on {names[here]}; {what}."
        )


def _is_on_postgresql(configuration: Configuration) -> bool:
    return bool(configuration.database["ENGINE"].endswith("postgresql"))


def _name_of(backup: Opened) -> str:
    return f"{backup.folder.code} {backup.snapshot.name}"


def _is_going_on(home: Path, backup: Opened) -> bool:
    """Whether this very restore was broken off here. Errors: BackupRefused for another one."""
    mark = home / MARK
    if not mark.is_file():
        return False
    if mark.read_text(encoding="utf-8") == _name_of(backup):
        return True
    raise BackupRefused(
        f"The restore of another backup into {home} was broken off; end that one, or name an empty home."
    )


def _made_room(configuration: Configuration, *, replaces: bool, now: datetime) -> str:
    """Put aside what is there, if that may be; return where it lies now. Errors: BackupRefused."""
    home = configuration.home
    kept = (home / name for name in (*KEPT_FOLDERS, *_files_of_sqlite(configuration)))
    there = [path for path in kept if _holds_something(path)]
    with _postgresql(configuration) as connection:
        is_filled = connection is not None and not on_postgresql.is_empty(connection)
        if not there and not is_filled:
            return ""
        if not replaces:
            what = "The database" if is_filled else str(home)
            raise BackupRefused(
                f"{what} holds an office already; name an empty home in CHANCERY_HOME, "
                "or say --replace to put aside what is there."
            )
        aside = home / f"before-restore-{now:%Y%m%d%H%M%S}"
        aside.mkdir(mode=0o700)
        for path in there:
            path.rename(aside / path.name)
        if (home / SETTINGS).is_file():
            shutil.copy2(home / SETTINGS, aside / SETTINGS)
        if connection is None or not is_filled:
            return str(aside)
        return f"{aside} and the schema {on_postgresql.set_aside(connection, now)}"


def _holds_something(path: Path) -> bool:
    if path.is_dir():
        return any(path.iterdir())
    return path.is_file() and path.stat().st_size > 0


@contextmanager
def _postgresql(configuration: Configuration) -> Iterator[on_postgresql.Connection | None]:
    """The database, where it is PostgreSQL and nobody else has it open."""
    if not _is_on_postgresql(configuration):
        yield None
        return
    with on_postgresql.connected(configuration.database) as connection:
        if others := on_postgresql.others_connected(connection):
            raise BackupRefused(f"{others} other programs have the database open; stop them, then restore.")
        yield connection


def _files_of_sqlite(configuration: Configuration) -> tuple[str, ...]:
    if _is_on_postgresql(configuration):
        return ()
    name = Path(configuration.database["NAME"]).name
    return tuple(name + ending for ending in ("", "-wal", "-shm", "-writer"))


def _refuse_what_has_no_room(home: Path, backup: Opened) -> None:
    facts = backup.facts
    there = sum(
        (home / entry.path).is_file() and entry.size for entry in manifests.entries_of(backup.listing)
    )
    needed = facts.size - there + facts.database_size + SPARE_BYTES
    free = shutil.disk_usage(home).free
    if free < needed:
        raise BackupRefused(
            f"The backup needs {needed // 1_000_000} MB; {home} has {free // 1_000_000} MB free, make room."
        )


def _bring_files(configuration: Configuration, backup: Opened, tell: Tell) -> Path | None:
    """Write every file that is not there yet; return where settings lie that were not taken."""
    home, beside = configuration.home, None
    seen = counted("Files", backup.facts.size, tell)
    for entry in manifests.entries_of(backup.listing):
        path = home / entry.path
        if entry.path == SETTINGS and path.is_file() and not _is_written(path, entry):
            path = beside = home / BESIDE
        if _is_written(path, entry):
            seen(entry.size)
        else:
            _bring(backup, entry, path, seen)
    return beside or _settings_of_another_database(configuration)


def _is_written(path: Path, entry: Entry) -> bool:
    """Whether a restore that was broken off has written this file."""
    if not path.is_file() or path.stat().st_size != entry.size:
        return False
    return sealing.digest_of(path).digest == entry.digest


def _bring(backup: Opened, entry: Entry, path: Path, seen: sealing.Seen) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    fresh = path.with_name(f".{path.name}.restoring")
    fresh.touch(mode=0o600)
    source = backup.folder.content(entry.content)
    try:
        with fresh.open("wb") as kept:
            came = sealing.unseal(source, kept, backup.identity, seen=seen)
    except (ContentDamaged, FileNotFoundError):
        came = None
    if came != sealing.Sealed(entry.digest, entry.size):
        fresh.unlink()
        raise BackupRefused(
            f"{entry.path} does not come out of {source}; restore an older backup with --snapshot."
        )
    os.utime(fresh, ns=(entry.mtime_ns, entry.mtime_ns))
    fresh.rename(path)


def _settings_of_another_database(configuration: Configuration) -> Path | None:
    """
    Put settings beside that came back and name another database than the one that is filled.

    A trial next to the living office would else open the database of that one.
    """
    path, here = configuration.home / SETTINGS, os.environ.get("CHANCERY_DATABASE", "")
    if not path.is_file() or not here:
        return None
    written = tomllib.loads(path.read_text(encoding="utf-8")).get("database", here)
    return None if written == here else path.rename(configuration.home / BESIDE)


def _bring_database(configuration: Configuration, backup: Opened, *, holds_mail: bool, tell: Tell) -> None:
    seen = counted("Database", 0, tell)
    try:
        if _is_on_postgresql(configuration):
            _fill_postgresql(configuration, backup, holds_mail, seen)
        else:
            _write_sqlite(configuration, backup, holds_mail, seen)
    except (ContentDamaged, FileNotFoundError):
        raise BackupRefused(
            f"The database does not come out of {backup.snapshot.database}; "
            "restore an older backup with --snapshot."
        ) from None


def _write_sqlite(configuration: Configuration, backup: Opened, holds_mail: bool, seen: sealing.Seen) -> None:
    database = Path(configuration.database["NAME"])
    fresh = database.with_name(f".{database.name}.restoring")
    fresh.touch(mode=0o600)
    with fresh.open("wb") as kept:
        came = sealing.unseal(backup.snapshot.database, on_sqlite.Unpacking(kept), backup.identity, seen=seen)
        os.fsync(kept.fileno())
    if came != backup.facts.database:
        raise ContentDamaged(str(backup.snapshot.database))
    on_sqlite.finish(fresh, database, holds_mail=holds_mail)


def _fill_postgresql(
    configuration: Configuration, backup: Opened, holds_mail: bool, seen: sealing.Seen
) -> None:
    dump, key = backup.snapshot.database, backup.identity
    # pg_restore may commit before the last byte is known to be right, so it is looked at as a whole before.
    if sealing.unseal(dump, sealing.Nowhere(), key) != backup.facts.database:
        raise ContentDamaged(str(dump))

    def give(target: on_postgresql.Pipe) -> None:
        sealing.unseal(dump, target, key, seen=seen)

    with on_postgresql.connected(configuration.database) as connection:
        # Filled already where the restore was broken off after it: all of it comes in one transaction.
        if on_postgresql.is_empty(connection):
            on_postgresql.filled(configuration.database, int(backup.facts.server), give)
        if holds_mail:
            on_postgresql.hold_mail(connection)
