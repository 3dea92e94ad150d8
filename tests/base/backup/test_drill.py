"""The drill: an office with its guests, files and sealed needs is backed up and brought back elsewhere."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import psycopg
import pytest
from cryptography.fernet import Fernet
from django.conf import settings
from django.db import connection
from django.utils import timezone
from psycopg import sql

from chancery.base.audit import Actor
from chancery.base.backup import MARK, folders, on_postgresql
from chancery.base.backup.refusing import BackupRefused
from chancery.configuration import Configuration
from chancery.desk.archive.office import office_for
from chancery.desk.archive.reading import load_event
from chancery.desk.commands import REFERENCE
from chancery.guests.models import Standing, Terms
from tests import make
from tests.base.backup import homes
from tests.guests import built
from tests.guests.test_recording import answered

type Rows = dict[str, list[tuple[Any, ...]]]

RESTORED = "chancery_restored_by_a_drill"


@pytest.fixture
def office(transactional_db: object) -> Configuration:
    """The office of the tests with the reference event, a film, a document, and a guest with a diet."""
    organiser = office_for(REFERENCE / "bucharest-2025")
    load_event(REFERENCE / "bucharest-2025", organiser=organiser, by=Actor(organiser.pk))
    event = make.event(organiser, held_on=timezone.localdate() + timedelta(days=30))
    make.film(organiser)
    make.document(event)
    Terms.objects.create(event=event, asks_diet=True)
    guest = built.guest(event)
    answered(guest.invitation, Standing.ACCEPTED, diet="vegetarian, no nuts", has_consented=True)
    connection.close()
    return replace(settings.CONFIGURATION, home=settings.HOME, database=connection.settings_dict)


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Configuration]:
    """An empty home on another disk, with an empty database of the same kind."""
    empty = homes.empty(tmp_path / "elsewhere", monkeypatch)
    if connection.vendor == "sqlite":
        yield empty
        return
    _on_server(sql.SQL("CREATE DATABASE {} TEMPLATE template0").format(sql.Identifier(_restored())))
    yield replace(empty, database=connection.settings_dict | {"NAME": _restored()})
    _on_server(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(_restored())))


def _restored() -> str:
    return f"{RESTORED}_{os.environ.get('PYTEST_XDIST_WORKER', 'alone')}"


def _on_server(statement: sql.Composed) -> None:
    with on_postgresql.connected(connection.settings_dict) as asking:
        asking.execute(statement)


def rows(configuration: Configuration) -> Rows:
    """Every row of every table, as the database itself gives them."""
    if connection.vendor == "sqlite":
        with closing(sqlite3.connect(configuration.database["NAME"])) as asked:
            named = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
            tables = [name for (name,) in asked.execute(named)]
            return {
                name: sorted(asked.execute(f'SELECT * FROM "{name}"').fetchall(), key=repr) for name in tables
            }
    with on_postgresql.connected(configuration.database) as asked:
        named = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1"
        tables = [name for (name,) in asked.execute(named)]
        return {name: _rows_of(asked, name) for name in tables}


def _rows_of(asked: psycopg.Connection[Any], name: str) -> list[tuple[Any, ...]]:
    found = asked.execute(sql.SQL("SELECT t::text FROM {} t").format(sql.Identifier(name)))
    return sorted(found.fetchall())


def test_every_row_and_file_comes_back(
    office: Configuration, elsewhere: Configuration, tmp_path: Path
) -> None:
    keys = homes.keys(tmp_path)

    made = homes.back_up(office, tmp_path / "backups", keys)
    homes.bring_back(elsewhere, tmp_path / "backups", keys, holds_mail=False)

    before, after = rows(office), rows(elsewhere)
    assert len(before["base_auditline"]) > 50
    assert {name for name in before if before[name] != after.get(name)} == set()
    assert before.keys() == after.keys()
    assert _kept(elsewhere.home) == _kept(office.home)
    assert made.facts.missing == 0
    assert _diets(elsewhere) == ["vegetarian, no nuts"]


@pytest.mark.parametrize("part", ["Database", "Files"])
def test_what_was_killed_in_the_middle_goes_on(
    office: Configuration, elsewhere: Configuration, tmp_path: Path, part: str
) -> None:
    keys, where = homes.keys(tmp_path), tmp_path / "backups"

    of_backup = _killed("backup", part, office, where, keys)
    begun = [folders.begun(where).snapshots(), folders.begun(where).broken_off()]
    homes.back_up(office, where, keys, day=1)
    of_restore = _killed("restore", part, elsewhere, where, keys)
    is_marked = (elsewhere.home / MARK).is_file()
    homes.bring_back(elsewhere, where, keys, holds_mail=False)

    assert (of_backup, of_restore) == (-signal.SIGKILL, -signal.SIGKILL)
    assert (begun[0], len(begun[1])) == ([], 1)
    assert is_marked
    assert homes.faults(where, keys) == []
    assert folders.begun(where).broken_off() == []
    assert _kept(elsewhere.home) == _kept(office.home)
    assert rows(elsewhere) == rows(office)


def _killed(verb: str, part: str, office: Configuration, where: Path, keys: homes.Keys) -> int:
    """The code with which a process ended that was killed once a part of its work had begun."""
    words = {
        "verb": verb,
        "part": part,
        "home": str(office.home),
        "database": office.database,
        "where": str(where),
        "public": keys.public,
        "secret": str(keys.secret),
    }
    return subprocess.run(
        [sys.executable, "-m", "tests.base.backup.dying", json.dumps(words, default=str)],
        cwd=Path(__file__).parents[3],
        env=os.environ | {"CHANCERY_HOME": str(office.home)},
        check=False,
        timeout=300,
    ).returncode


def _kept(home: Path) -> dict[str, bytes]:
    folders = (home / "keys", home / "media")
    return {
        str(path.relative_to(home)): path.read_bytes()
        for folder in folders
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def _diets(configuration: Configuration) -> list[str]:
    """The diets in a database, opened with the keys that lie beside it."""
    key = Fernet(next((configuration.home / "keys/secrets").glob("*.key")).read_bytes())
    asked = "SELECT sealed_diet FROM guests_reply WHERE sealed_diet IS NOT NULL"
    if connection.vendor == "sqlite":
        with closing(sqlite3.connect(configuration.database["NAME"])) as asking:
            found = asking.execute(asked).fetchall()
    else:
        with on_postgresql.connected(configuration.database) as asking:
            found = asking.execute(asked).fetchall()
    return [key.decrypt(bytes(sealed)).decode() for (sealed,) in found]


def test_a_restored_office_passes_its_checks(
    office: Configuration, elsewhere: Configuration, tmp_path: Path
) -> None:
    keys = homes.keys(tmp_path)
    homes.back_up(office, tmp_path / "backups", keys)
    words = {"CHANCERY_HOME": str(elsewhere.home)}
    if connection.vendor == "postgresql":
        database = elsewhere.database
        user = f"{database['USER']}:{database['PASSWORD']}".rstrip(":")
        words["CHANCERY_DATABASE"] = (
            f"postgresql://{user}@{database['HOST']}:{database['PORT']}/{_restored()}"
        )

    restored = _chancery(words, "restore", str(tmp_path / "backups"), "--identity", str(keys.secret))
    checked = _chancery(words, "check")
    listed = _chancery(words, "office", "list")

    assert (restored.returncode, restored.stderr) == (0, "")
    assert (checked.returncode, "Error" in checked.stderr) == (0, False)
    assert "bringing" not in listed.stderr.lower()
    assert listed.stdout.split("\t")[0] == office_for(REFERENCE / "bucharest-2025").ref


def _chancery(words: dict[str, str], *verbs: str) -> subprocess.CompletedProcess[str]:
    plain = {name: value for name, value in os.environ.items() if not name.startswith("CHANCERY_")}
    return subprocess.run(
        [sys.executable, "-m", "chancery", *verbs],
        env=plain | words,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


@pytest.fixture
def on_the_server(office: Configuration) -> Configuration:
    if connection.vendor != "postgresql":
        pytest.skip("asks a server")
    return office


def test_a_filled_database_is_put_aside_as_a_schema(
    on_the_server: Configuration, elsewhere: Configuration, tmp_path: Path
) -> None:
    keys = homes.keys(tmp_path)
    homes.back_up(on_the_server, tmp_path / "backups", keys)
    homes.bring_back(elsewhere, tmp_path / "backups", keys)
    with pytest.raises(BackupRefused, match="The database holds an office already"):
        homes.bring_back(elsewhere, tmp_path / "backups", keys)

    again = homes.bring_back(elsewhere, tmp_path / "backups", keys, replaces=True)

    assert again.aside.endswith("and the schema before_restore_20261123201500")
    assert rows(elsewhere)["base_auditline"] == rows(on_the_server)["base_auditline"]


def test_a_damaged_dump_leaves_the_database_empty(
    on_the_server: Configuration, elsewhere: Configuration, tmp_path: Path
) -> None:
    keys = homes.keys(tmp_path)
    made = homes.back_up(on_the_server, tmp_path / "backups", keys)
    dump = made.snapshot.database
    dump.write_bytes(dump.read_bytes()[:-1000])

    with pytest.raises(BackupRefused, match="The database does not come out of"):
        homes.bring_back(elsewhere, tmp_path / "backups", keys)

    assert rows(elsewhere) == {}


def test_a_database_that_others_have_open_is_left_alone(
    on_the_server: Configuration, elsewhere: Configuration, tmp_path: Path
) -> None:
    keys = homes.keys(tmp_path)
    homes.back_up(on_the_server, tmp_path / "backups", keys)

    with (
        on_postgresql.connected(elsewhere.database),
        pytest.raises(BackupRefused, match="other programs have the database open; stop them"),
    ):
        homes.bring_back(elsewhere, tmp_path / "backups", keys)

    assert rows(elsewhere) == {}


def test_a_missing_client_is_named() -> None:
    with pytest.raises(BackupRefused, match=r"install postgresql-client-99\.$"):
        on_postgresql.tool("pg_dump", 99)
