"""Whether an installation can do its work now: each part by itself, as a word and never a reason."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryFile

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

from chancery.base.watching import beats

NEEDED = ("database", "tables", "home")
"""Without these no page can be made; without a worker an office answers, and does its long work later."""


class _Behind(Exception):
    """The tables are older than the program."""


def parts() -> dict[str, bool]:
    """Return each part and whether it is as it should be."""
    return {
        "database": _works(_ask),
        "tables": _works(_compare),
        "home": _works(_write),
        "worker": beats.is_alive(Path(settings.HOME)),
    }


def _works(part: Callable[[], object]) -> bool:
    try:
        part()
    except (DatabaseError, OSError, _Behind):
        return False
    return True


def _ask() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")


@cache
def _compare() -> None:
    """Compare once: tables never go back while a process runs, and a refusal is not kept."""
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise _Behind


def _write() -> None:
    with TemporaryFile(dir=settings.HOME) as kept:
        kept.write(b"ready")
        kept.flush()
