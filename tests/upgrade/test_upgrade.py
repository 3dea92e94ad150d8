"""
An office that an older Chancery kept comes through an upgrade whole, on SQLite and on PostgreSQL.

The two archives hold the database and the keys of a demo as it stood before campaigns over posts and years:
the reference event with its guests, an evening with replies and seats, a reception with doors and scans.
"""

import json
import os
import sqlite3
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.db import connection
from psycopg import sql

HERE = Path(__file__).parent
DATABASE = "chancery_of_an_older_release"
# Rows that the program itself makes for its tables, and not an office.
OF_THE_TABLES = {
    *("auth_permission", "django_content_type", "django_migrations", "django_session", "sqlite_sequence"),
}
LEAST_PAGES = 40

type Counts = dict[str, int]


@pytest.fixture
def old(tmp_path: Path) -> Iterator[dict[str, str]]:
    """The settings of a home with the database of the older release."""
    with tarfile.open(HERE / f"{connection.vendor}.tar.xz") as kept:
        kept.extractall(tmp_path, filter="data")
    if connection.vendor == "sqlite":
        yield {"CHANCERY_HOME": str(tmp_path)}
        return
    given = connection.settings_dict
    name = f"{DATABASE}_{os.environ.get('PYTEST_XDIST_WORKER', 'alone')}"
    _on_server(sql.SQL("CREATE DATABASE {} TEMPLATE template0").format(sql.Identifier(name)))
    url = f"postgresql://{given['USER']}@{given['HOST']}:{given['PORT']}/{name}"
    with closing(psycopg.connect(url, autocommit=True)) as asked:
        asked.execute((tmp_path / "database.sql").read_bytes())
    yield {"CHANCERY_HOME": str(tmp_path), "CHANCERY_DATABASE": url}
    _on_server(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


def _on_server(statement: sql.Composed) -> None:
    given = connection.settings_dict
    with closing(
        psycopg.connect(
            host=given["HOST"], port=given["PORT"], user=given["USER"], dbname="postgres", autocommit=True
        )
    ) as asked:
        asked.execute(statement)


def counts(settings: dict[str, str]) -> Counts:
    """How many rows each table of the office has, as the database itself counts them."""
    if "CHANCERY_DATABASE" in settings:
        with closing(psycopg.connect(settings["CHANCERY_DATABASE"])) as asked:
            tables = asked.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").fetchall()
            return _counted(asked, tables)
    with closing(sqlite3.connect(Path(settings["CHANCERY_HOME"]) / "chancery.sqlite3")) as kept:
        return _counted(kept, kept.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall())


def _counted(asked: Any, tables: list[Any]) -> Counts:
    return {
        name: asked.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]
        for (name,) in tables
        if name not in OF_THE_TABLES and "wordindex" not in name
    }


def walked(settings: dict[str, str], folder: Path) -> dict[str, Any]:
    """What a process of the new release sees that brings the tables up to date."""
    plain = {name: value for name, value in os.environ.items() if not name.startswith("CHANCERY_")}
    done = subprocess.run(
        [sys.executable, "-m", "tests.upgrade.walk", str(folder)],
        cwd=HERE.parents[1],
        env=plain | settings,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    return dict(json.loads(done.stdout))


@pytest.mark.loopback
@pytest.mark.django_db
def test_an_office_of_an_older_release_comes_through_whole(old: dict[str, str], tmp_path: Path) -> None:
    before = counts(old)

    seen = walked(old, tmp_path / "folder")
    after = counts(old)

    assert before["guests_invitation"] == 65
    assert before["door_scan"] == 11
    assert {name: after.get(name) for name in before} == before
    assert {address: status for address, status in seen["pages"].items() if status not in {200, 302}} == {}
    assert len(seen["pages"]) >= LEAST_PAGES
    assert {"event.toml", "office.toml"} <= {*seen["folder"]}
