"""What connections to one file share."""

import sqlite3
from pathlib import Path

import pytest
from django.db import connections

from chancery.base.sqlite.base import BYTES_OF_ALL, DatabaseWrapper


@pytest.mark.django_db
@pytest.mark.skipif("connections['default'].vendor != 'sqlite'")
def test_all_connections_of_a_process_keep_no_more_of_the_file_than_one_bound(tmp_path: Path) -> None:
    file = tmp_path / "other.sqlite3"
    sqlite3.connect(file).close()
    opened = DatabaseWrapper({**connections.settings["default"], "NAME": str(file)}, "other")

    with opened.cursor() as cursor:
        cursor.execute("PRAGMA soft_heap_limit")
        bound = cursor.fetchone()
    opened.close()

    assert bound == (BYTES_OF_ALL,)
