"""
What can be wrong with an installation, said at the start in one sentence each: what it is and what to do.

Django runs them with its own checks; `chancery check` and `chancery serve` print them. Errors keep an
installation from working; warnings let it run and say what is at stake. docs/admin/checks.md lists the ids.
"""

import shutil
import socket
import sqlite3
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import typer
from django.conf import settings
from django.core import checks
from django.core.checks import CheckMessage
from django.db import DatabaseError, connection

from chancery.base import mail
from chancery.base.bucket import Bucket, BucketAway
from chancery.base.outbox import known_trouble
from chancery.base.outbox.standing import open_counts
from chancery.base.wallet import checks as wallets
from chancery.base.watching import tracing
from chancery.configuration import LOCAL_HOSTS, UnusableConfiguration
from chancery.installation import newer_tables

TAG = "installation"
LATER = "once there are tables"
"""What apps above look at where somebody asks for it, and at the start, but not before every command."""

OLDEST_PYTHON = (3, 12)
# Older ones know no RETURNING and no strict tables.
OLDEST_SQLITE = (3, 40)
# No release is older, so a clock before it is wrong; a wrong clock breaks links, codes and times of arrival.
RELEASED_AT = datetime(2026, 11, 1, tzinfo=UTC)
LEAST_FREE_BYTES = 500 * 1024 * 1024
MAIL_SECONDS = 5

# A check is called by Django with arguments of its own, and by tests with what it shall look at.
type Given = Any
type Cursor = Callable[[], AbstractContextManager[Any]]
type Connect = Callable[..., AbstractContextManager[Any]]


def python(version: tuple[int, ...] = sys.version_info[:3], **_given: Given) -> list[CheckMessage]:
    """The interpreter is one that is tested."""
    if version >= OLDEST_PYTHON:
        return []
    return [_error("python", f"Python {_dotted(version)} is too old; install Python 3.12 or newer.")]


def sqlite(version: tuple[int, ...] = sqlite3.sqlite_version_info, **_given: Given) -> list[CheckMessage]:
    """SQLite, where it is used, knows what the tables need."""
    if connection.vendor != "sqlite" or version >= OLDEST_SQLITE:
        return []
    sentence = f"SQLite {_dotted(version)} is too old; install 3.40 or newer, or set CHANCERY_DATABASE."
    return [_error("sqlite", sentence)]


def database(cursor: Cursor = connection.cursor, **_given: Given) -> list[CheckMessage]:
    """The database answers, and SQLite keeps its log beside the file."""
    try:
        with cursor() as asking:
            if connection.vendor == "sqlite":
                asking.execute("PRAGMA journal_mode")
                return log_of_sqlite(asking.fetchone()[0])
            asking.execute("SELECT 1")
            return []
    except DatabaseError as error:
        cause = str(error).strip().splitlines()[0]
        return [_error("database", f"The database cannot be reached ({cause}); check CHANCERY_DATABASE.")]


def tables(cursor: Cursor = connection.cursor, **_given: Given) -> list[CheckMessage]:
    """The tables are not of a newer release; a database that does not answer is told of by its own check."""
    try:
        with cursor():
            sentence = newer_tables()
    except DatabaseError:
        return []
    return [_error("tables", sentence)] if sentence else []


def log_of_sqlite(mode: str) -> list[CheckMessage]:
    """SQLite keeps its log so that reading goes on during a write; `memory` is a database of tests."""
    if mode in {"wal", "memory"}:
        return []
    sentence = (
        f"SQLite keeps its log as “{mode}” instead of “wal”, as on network drives; "
        "put CHANCERY_HOME on a local disk, or set CHANCERY_DATABASE."
    )
    return [_error("sqlite-log", sentence)]


def mail_way(connect: Connect = socket.create_connection, **_given: Given) -> list[CheckMessage]:
    """The mail server answers, or the mailbox folder can be written."""
    way = mail.way()
    if way.server:
        return _mail_server(way.server, connect)
    if not way.folder:
        return []
    try:
        Path(way.folder).mkdir(mode=0o700, parents=True, exist_ok=True)
        (Path(way.folder) / ".check").touch()
        (Path(way.folder) / ".check").unlink()
    except OSError as error:
        sentence = f"The mailbox folder {way.folder} cannot be written ({error.strerror}); correct its owner."
        return [_error("mail-folder", sentence)]
    return []


def _mail_server(server: str, connect: Connect) -> list[CheckMessage]:
    host, _colon, port = server.rpartition(":")
    try:
        with connect((host, int(port)), timeout=MAIL_SECONDS):
            return []
    except OSError as error:
        cause = error.strerror or str(error)
        return [
            _warning("mail", f"The mail server {server} cannot be reached ({cause}); check CHANCERY_MAIL.")
        ]


def clock(now: datetime | None = None, **_given: Given) -> list[CheckMessage]:
    """The clock is not behind the release."""
    now = now or datetime.now(UTC)
    if now >= RELEASED_AT:
        return []
    sentence = f"The clock says {now:%Y-%m-%d}, before this release was made; set it, best from the network."
    return [_error("clock", sentence)]


def encryption(base_url: str = "", **_given: Given) -> list[CheckMessage]:
    """An office that is reached over the network is reached by HTTPS."""
    parts = urlsplit(base_url or settings.BASE_URL)
    if parts.scheme == "https" or parts.hostname in LOCAL_HOSTS:
        return []
    sentence = (
        f"Passwords travel unencrypted to {parts.netloc}; put a server with a certificate in front "
        "and write CHANCERY_BASE_URL with https://."
    )
    return [_warning("tls", sentence)]


def home(folder: Path | None = None, **_given: Given) -> list[CheckMessage]:
    """Nobody but the owner of the installation reads its home."""
    folder = folder or settings.HOME
    open_paths = [path for path in (folder, folder / "keys") if path.exists() and path.stat().st_mode & 0o077]
    if not open_paths:
        return []
    sentence = f"Other users of this machine can read {open_paths[0]}; run: chmod -R go= {open_paths[0]}"
    return [_warning("home", f"{sentence}.")]


def disk(free: int | None = None, **_given: Given) -> list[CheckMessage]:
    """There is room for papers and pictures."""
    free = shutil.disk_usage(settings.HOME).free if free is None else free
    if free >= LEAST_FREE_BYTES:
        return []
    sentence = f"Only {free // 1024 // 1024} MB are free at {settings.HOME}; free at least 500 MB."
    return [_warning("disk", sentence)]


def media(folder: Path | None = None, **_given: Given) -> list[CheckMessage]:
    """The folder of pictures and films can be written."""
    folder = folder or Path(settings.MEDIA_ROOT)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        (folder / ".check").touch()
        (folder / ".check").unlink()
    except OSError as error:
        sentence = f"The folder {folder} of files cannot be written ({error.strerror}); correct its owner."
        return [_error("media", sentence)]
    return []


def bucket(store: Bucket | None = None, **_given: Given) -> list[CheckMessage]:
    """The bucket of the files, where one is set, can be written and read."""
    store = store or settings.MEDIA_BUCKET
    if store is None:
        return []
    try:
        store.try_out()
    except UnusableConfiguration as lacking:
        return [_error("bucket", f"{lacking}.")]
    except BucketAway as away:
        sentence = f"The bucket {store.place.name} of files cannot be used ({away}); check CHANCERY_MEDIA."
        return [_error("bucket", sentence)]
    return []


def traces(connect: Connect = socket.create_connection, **_given: Given) -> list[CheckMessage]:
    """The collector of traces, where one is set, is there, and so are the packages that write to it."""
    if not settings.OTEL_ENDPOINT:
        return []
    try:
        tracing.provider(settings.OTEL_ENDPOINT)
    except tracing.TracingNeedsPackages:
        return [_error("otel", f"CHANCERY_OTEL_ENDPOINT needs more packages; run: {tracing.COMMAND}.")]
    parts = urlsplit(settings.OTEL_ENDPOINT)
    try:
        port = parts.port or (443 if parts.scheme == "https" else 80)
        with connect((parts.hostname, port), timeout=MAIL_SECONDS):
            return []
    except OSError as error:
        cause = error.strerror or str(error)
        sentence = f"The collector of traces {parts.netloc} cannot be reached ({cause})"
        return [_warning("otel-away", f"{sentence}; check CHANCERY_OTEL_ENDPOINT.")]


def translations(folder: Path | None = None, **_given: Given) -> list[CheckMessage]:
    """Every language of the pages has its compiled words, no older than their source."""
    folder = folder or Path(settings.LOCALE_PATHS[0])
    lacking = [code for code, _name in settings.LANGUAGES if code != "en" and not _is_compiled(folder / code)]
    if not lacking:
        return []
    sentence = f"The words of the pages are not compiled for {', '.join(lacking)}; run: make locale"
    return [_warning("translations", f"{sentence}.")]


def _is_compiled(folder: Path) -> bool:
    source, compiled = (folder / "LC_MESSAGES" / f"django.{ending}" for ending in ("po", "mo"))
    if not compiled.is_file():
        return False
    return not source.is_file() or source.stat().st_mtime <= compiled.stat().st_mtime


def saml(is_set_up: bool | None = None, package: str = "onelogin", **_given: Given) -> list[CheckMessage]:
    """What single sign-on by SAML needs is installed where it is set up."""
    is_set_up = settings.IS_SAML_SET_UP if is_set_up is None else is_set_up
    if not is_set_up or find_spec(package) is not None:
        return []
    sentence = "Single sign-on by SAML needs more packages; install chancery[saml]."
    return [_warning("saml", sentence)]


ALL = (
    *(
        python,
        sqlite,
        database,
        tables,
        mail_way,
        clock,
        encryption,
        home,
        disk,
        media,
        bucket,
        traces,
        saml,
        translations,
    ),
    wallets.wallet,
)


def tell_django() -> None:
    """Let Django run the checks with its own."""
    for check in ALL:
        checks.register(check, TAG)


def register(app: typer.Typer) -> None:
    """Add `chancery check` to the command."""
    app.command("check")(check)


def check() -> None:
    """Say what this installation is made of and what is wrong with it."""
    for word, found in facts():
        typer.echo(f"{word:<10}{found}")
    if say_what_is_wrong():
        raise typer.Exit(1)


def facts() -> list[tuple[str, str]]:
    """Return what an installation is made of, as pairs of word and value; no password is in it."""
    way = mail.way()
    database = (
        f"SQLite {sqlite3.sqlite_version}" if connection.vendor == "sqlite" else connection.display_name
    )
    return [
        ("Python", _dotted(sys.version_info[:3])),
        ("Database", f"{database}, {connection.settings_dict['NAME']}"),
        ("Home", str(settings.HOME)),
        ("Address", settings.BASE_URL),
        ("Files", settings.MEDIA_BUCKET.words if settings.MEDIA_BUCKET else str(settings.MEDIA_ROOT)),
        ("Mail", way.server or f"kept in {way.folder}"),
        *_mail_facts(),
        *wallets.facts(),
    ]


def _mail_facts() -> list[tuple[str, str]]:
    """How many messages stand where a person may have to look, and why nothing leaves at present."""
    try:
        counts = open_counts()
    except DatabaseError:
        # The check of the database says so; before the first start there are no tables.
        return []
    facts = [("Outbox", "{waiting} wait, {uncertain} uncertain, {refused} refused".format(**counts))]
    if trouble := known_trouble.known():
        facts.append(("", f"{trouble.sentence} (since {trouble.since:%Y-%m-%d %H:%M} UTC)"))
    return facts


def say_what_is_wrong() -> bool:
    """Print every error and warning to standard error; return whether there was an error."""
    found = [message for one in ALL for message in one()]
    found += checks.run_checks(tags=[LATER], include_deployment_checks=True)
    for message in found:
        word = "Error" if message.level >= checks.ERROR else "Warning"
        typer.echo(f"{word}: {message.msg} ({message.id})", err=True)
    return any(message.level >= checks.ERROR for message in found)


def _error(name: str, sentence: str) -> CheckMessage:
    return checks.Error(sentence, id=f"chancery.{name}")


def _warning(name: str, sentence: str) -> CheckMessage:
    return checks.Warning(sentence, id=f"chancery.{name}")


def _dotted(version: tuple[int, ...]) -> str:
    return ".".join(str(part) for part in version)
