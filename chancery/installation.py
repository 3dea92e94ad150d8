"""An installation on its way from an empty folder to the newest tables."""

import fcntl
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext

from django.conf import settings
from django.core.management import call_command
from django.db import OperationalError, connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder

from chancery.base.backup import manifests

# Any number will do, as long as every release asks PostgreSQL for the same one.
MIGRATING = 6_241_887


def bring_up_to_date() -> None:
    """
    Create and migrate the database of this installation where that is needed.

    Errors: SystemExit with one sentence where the database cannot be reached, or is of a newer release.
    """
    try:
        if sentence := newer_tables():
            sys.stderr.write(f"{sentence}\n")
            raise SystemExit(2)
        was_behind = _is_behind()
        with _alone() if was_behind else nullcontext():
            if connection.vendor != "sqlite":
                call_command("createcachetable", verbosity=0)
            if was_behind and _is_behind():
                _migrate()
    except OperationalError as error:
        sys.stderr.write(f"The database cannot be reached: {str(error).strip()}; check CHANCERY_DATABASE.\n")
        raise SystemExit(2) from None


def newer_tables() -> str:
    """Say that the tables are of a newer release than this program; empty where they are not."""
    steps: manifests.Migrations = {}
    for app, name in MigrationRecorder(connection).applied_migrations():
        steps.setdefault(app, []).append(name)
    if not (unknown := manifests.unknown_to_this_program(steps)):
        return ""
    return (
        f"The tables are of a newer Chancery than {manifests.own_version()} (they know {unknown[0]}); "
        "install that release again, or restore the backup made before it."
    )


def _is_behind() -> bool:
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


@contextmanager
def _alone() -> Iterator[None]:
    """
    Wait until no other command brings the tables up to date.

    Pages and worker are started together: both would find an empty database and make the same tables.
    """
    if connection.vendor == "sqlite":
        with (settings.HOME / "migrating.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [MIGRATING])
        yield
        cursor.execute("SELECT pg_advisory_unlock(%s)", [MIGRATING])


def _migrate() -> None:
    """Migrate in a process of its own: the memory it takes ends with it, and a server lives for weeks."""
    sys.stderr.write("Bringing the tables up to date.\n")
    if connection.vendor == "sqlite":
        connection.close()
    words = [sys.executable, "-m", "django", "migrate", "--settings=chancery.settings"]
    if subprocess.run([*words, "--no-input", "--skip-checks", "--verbosity=0"], check=False).returncode:  # noqa: S603  # the words are of the program, and no shell reads them
        sys.stderr.write("The tables could not be brought up to date; go back to the release before.\n")
        raise SystemExit(2)
