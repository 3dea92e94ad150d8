"""A PostgreSQL database: dumped from one moment by pg_dump, and put back by pg_restore in one transaction."""

import os
import re
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path
from shutil import which
from typing import IO, Any

import psycopg
from psycopg import sql
from psycopg.conninfo import make_conninfo

from chancery.base.backup import tables
from chancery.base.backup.refusing import BackupRefused

SET_ASIDE = "before_restore_"
"""What the schemas are called that a restore has put aside; no backup holds them."""

type Database = dict[str, Any]
type Connection = psycopg.Connection[Any]
type Pipe = IO[bytes]


def connected(database: Database) -> Connection:
    """Open the database of a configuration; each statement counts by itself. Errors: BackupRefused."""
    try:
        return psycopg.connect(make_conninfo(**_words(database)), connect_timeout=10, autocommit=True)
    except psycopg.OperationalError as error:
        cause = str(error).strip().splitlines()[-1]
        raise BackupRefused(f"The database cannot be reached: {cause}; check CHANCERY_DATABASE.") from None


def major_of(connection: Connection) -> int:
    """The release of the server, as PostgreSQL counts them."""
    return connection.info.server_version // 10000


def tool(name: str, least: int) -> str:
    """
    Return the path of pg_dump or pg_restore that is at least as new as the server.

    Errors: BackupRefused where there is none.
    """
    found = sorted(
        Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), key=lambda path: _number(path.parts[-3])
    )
    paths = [str(path) for path in found if _number(path.parts[-3]) >= least]
    there = which(name)
    for path in [*paths, *([there] if there else [])]:
        if _major_of_tool(path) >= least:
            return path
    raise BackupRefused(
        f"{name} of PostgreSQL {least} or newer is not on this machine; install postgresql-client-{least}."
    )


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else 0


def _major_of_tool(path: str) -> int:
    told = subprocess.run([path, "--version"], capture_output=True, text=True, check=False).stdout  # noqa: S603  # the words are of the program, and no shell reads them
    found = re.search(r"(\d+)(?:\.\d+|devel|beta\d|rc\d)", told)
    return int(found[1]) if found else 0


@contextmanager
def read_at_one_moment(database: Database) -> Iterator[tuple[Connection, str]]:
    """Give a connection that sees one moment, and the name under which pg_dump sees the same."""
    with connected(database) as connection:
        connection.autocommit = False
        connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        connection.read_only = True
        row = connection.execute("SELECT pg_export_snapshot()").fetchone()
        assert row is not None
        yield connection, row[0]
        connection.rollback()


@contextmanager
def dumped(database: Database, moment: str, least: int) -> Iterator[Pipe]:
    """Give what pg_dump writes. Errors: BackupRefused where it did not come to its end."""
    words = [tool("pg_dump", least), "--format=custom", "--no-owner", "--no-privileges"]
    words += [f"--exclude-schema={SET_ASIDE}*", f"--snapshot={moment}", f"--dbname={database['NAME']}"]
    with subprocess.Popen(  # noqa: S603  # the words are of the program, and no shell reads them
        words, env=_environment(database), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as dump:
        assert dump.stdout is not None
        assert dump.stderr is not None
        try:
            yield dump.stdout
        except BaseException:
            dump.kill()
            raise
        told = dump.stderr.read().decode(errors="replace").strip()
        if dump.wait():
            raise BackupRefused(f"pg_dump did not come to its end: {_last_line(told)}; run it again.")


def filled(database: Database, least: int, give: Callable[[Pipe], None]) -> None:
    """
    Let pg_restore fill an empty database with what `give` writes, all of it or nothing.

    Errors: BackupRefused, and those of `give`.
    """
    words = [tool("pg_restore", least), "--no-owner", "--no-privileges", "--single-transaction"]
    words += ["--exit-on-error", f"--dbname={database['NAME']}"]
    with subprocess.Popen(  # noqa: S603  # the words are of the program, and no shell reads them
        words, env=_environment(database), stdin=subprocess.PIPE, stderr=subprocess.PIPE
    ) as restore:
        assert restore.stdin is not None
        assert restore.stderr is not None
        pipe, restore.stdin = restore.stdin, None  # closed here, in any case
        try:
            with suppress(BrokenPipeError), closing(pipe):  # it tells why on the other stream
                give(pipe)
        except BaseException:
            restore.kill()
            raise
        told = restore.stderr.read().decode(errors="replace").strip()
        if restore.wait():
            raise BackupRefused(f"pg_restore did not come to its end: {_last_line(told)}; nothing was kept.")


def is_empty(connection: Connection) -> bool:
    """Whether no table stands in the schema of the office."""
    found = connection.execute("SELECT 1 FROM pg_tables WHERE schemaname = 'public' LIMIT 1")
    return found.fetchone() is None


def others_connected(connection: Connection) -> int:
    """How many other programs have this database open."""
    row = connection.execute(
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() "
        "AND pid <> pg_backend_pid() AND backend_type = 'client backend'"
    ).fetchone()
    return row[0] if row else 0


def set_aside(connection: Connection, now: datetime) -> str:
    """Rename the schema that is there, and make an empty one; return its new name. Errors: BackupRefused."""
    name = f"{SET_ASIDE}{now:%Y%m%d%H%M%S}"
    try:
        with connection.transaction():
            connection.execute(sql.SQL("ALTER SCHEMA public RENAME TO {}").format(sql.Identifier(name)))
            connection.execute("CREATE SCHEMA public")
    except psycopg.Error:
        raise BackupRefused(
            "This user may not put aside what is in the database; name an empty one in CHANCERY_DATABASE."
        ) from None
    return name


def hold_mail(connection: Connection) -> None:
    """Hold what waits to be sent."""
    with connection.transaction():
        connection.execute(tables.HOLD_MAIL)


def _words(database: Database) -> dict[str, str]:
    names = {"dbname": "NAME", "user": "USER", "password": "PASSWORD", "host": "HOST", "port": "PORT"}
    return {name: str(database[key]) for name, key in names.items() if database[key]}


def _environment(database: Database) -> dict[str, str]:
    """The password goes in the environment: arguments are seen by every user of the machine."""
    names = {"PGUSER": "USER", "PGPASSWORD": "PASSWORD", "PGHOST": "HOST", "PGPORT": "PORT"}
    return os.environ | {name: str(database[key]) for name, key in names.items() if database[key]}


def _last_line(text: str) -> str:
    return text.splitlines()[-1].rstrip(".") if text else "it did not say why"
