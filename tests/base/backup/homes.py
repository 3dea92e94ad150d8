"""A small office in a home of its own, made of files alone, and the keys to seal it for."""

import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager, closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pyrage
import pytest

from chancery.base.backup import folders, identities, making, restoring, verifying
from chancery.base.backup.identities import Opened
from chancery.base.backup.making import Made
from chancery.base.backup.restoring import Restored
from chancery.configuration import Configuration, read_configuration

MONDAY = datetime(2026, 11, 23, 20, 15, tzinfo=UTC)
PICTURES = {"2345bcdfghjk": b"a picture " * 20_000, "6789mnpqrstv": b"a film " * 90_000}
TABLES = """
CREATE TABLE django_migrations (app TEXT, name TEXT);
INSERT INTO django_migrations VALUES ('base', '0001_initial'), ('account', '0001_initial');
CREATE TABLE base_storedfile (code TEXT, state TEXT);
CREATE TABLE base_outboxmessage (id INTEGER PRIMARY KEY, state TEXT, claimed_by TEXT, answer TEXT);
INSERT INTO base_outboxmessage
    VALUES (1, 'waiting', '', ''), (2, 'sent', '', '250 taken'), (3, 'sending', 'p', '');
CREATE TABLE guest (name TEXT);
INSERT INTO guest VALUES ('Qudsi Osmanov'), ('Vasili Simileanu');
"""


@dataclass(frozen=True, slots=True)
class Keys:
    """A public key, and the file of its secret one."""

    public: str
    secret: Path


def keys(place: Path) -> Keys:
    """Make keys as age-keygen does."""
    identity = pyrage.x25519.Identity.generate()
    secret = place / "secret.txt"
    secret.write_text(f"# created: 2026-11-23\n# public key: {identity.to_public()}\n{identity}\n")
    return Keys(str(identity.to_public()), secret)


def empty(home: Path, monkeypatch: pytest.MonkeyPatch) -> Configuration:
    """The configuration of a home that is empty yet."""
    monkeypatch.setenv("CHANCERY_HOME", str(home))
    monkeypatch.delenv("CHANCERY_DATABASE", raising=False)
    return read_configuration()


def office(home: Path, monkeypatch: pytest.MonkeyPatch) -> Configuration:
    """An office with two guests, three messages, two files and its keys."""
    configuration = empty(home, monkeypatch)
    with closing(sqlite3.connect(home / "chancery.sqlite3")) as database:
        database.executescript(TABLES)
        for code in PICTURES:
            database.execute("INSERT INTO base_storedfile VALUES (?, 'ready')", (code,))
        database.commit()
    for code, content in PICTURES.items():
        put(home, f"media/files/{code[:2]}/{code}/original", content)
    put(home, "keys/secrets/0001.key", b"what seals diets")
    put(home, "chancery.toml", b'mail_from = "Chancery <chancery@mission.example>"\n')
    put(home, "mailbox/1.eml", b"not part of a backup")
    return configuration


def put(home: Path, name: str, content: bytes) -> Path:
    """Write a file below a home."""
    path = home / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def back_up(configuration: Configuration, where: Path, keys: Keys, *, day: int = 0) -> Made:
    """Back up into a folder, some days after Monday."""
    return making.make(
        configuration,
        folders.begun(where),
        public=keys.public,
        words="",
        now=MONDAY + timedelta(days=day),
        tell=unheard,
    )


def bring_back(
    configuration: Configuration, where: Path, keys: Keys, *, replaces: bool = False, holds_mail: bool = True
) -> Restored:
    """Restore the newest backup of a folder."""
    with opened(where, keys) as backup:
        return restoring.restore(
            configuration, backup, replaces=replaces, holds_mail=holds_mail, now=MONDAY, tell=unheard
        )


def opened(where: Path, keys: Keys) -> AbstractContextManager[Opened]:
    """Open the newest backup of a folder."""
    return identities.opened(folders.opened(where), "", words="", identity=keys.secret)


def faults(where: Path, keys: Keys) -> list[str]:
    """What verifying finds wrong with the newest backup."""
    with opened(where, keys) as backup:
        return list(verifying.faults(backup, seen=lambda size: None))


def unheard(word: str, done: int, total: int) -> None:
    """Nobody looks on."""


def files(home: Path, *, but: tuple[str, ...] = ("mailbox", "backups", "running.lock")) -> dict[str, bytes]:
    """All files of a home with their content, without the database and what belongs into no backup."""
    return {name: path.read_bytes() for name, path in _below(home) if name.split("/")[0] not in but}


def _below(home: Path) -> Iterator[tuple[str, Path]]:
    for path in sorted(home.rglob("*")):
        name = path.relative_to(home).as_posix()
        if path.is_file() and not name.startswith("chancery.sqlite3"):
            yield name, path


def rows(home: Path, table: str) -> list[tuple[object, ...]]:
    """The rows of a table of a home, in their order."""
    with closing(sqlite3.connect(home / "chancery.sqlite3")) as database:
        return database.execute(f"SELECT * FROM {table} ORDER BY 1").fetchall()


def content_of(where: Path, size: int) -> Path:
    """The largest content of a folder, or the n-th largest."""
    found = sorted((where / "contents").glob("??/*"), key=lambda path: -path.stat().st_size)
    return found[size]
