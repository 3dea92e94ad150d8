"""An installation on its way from an empty folder to the newest tables."""

import subprocess
import sys

from django.core.management import call_command
from django.db import OperationalError, connection
from django.db.migrations.executor import MigrationExecutor


def bring_up_to_date() -> None:
    """
    Create and migrate the database of this installation where that is needed.

    Errors: SystemExit with one sentence where the database cannot be reached.
    """
    try:
        executor = MigrationExecutor(connection)
        is_behind = bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))
        if connection.vendor != "sqlite":
            call_command("createcachetable", verbosity=0)
    except OperationalError as error:
        sys.stderr.write(f"The database cannot be reached: {str(error).strip()}; check CHANCERY_DATABASE.\n")
        raise SystemExit(2) from None
    if is_behind:
        _migrate()


def _migrate() -> None:
    """Migrate in a process of its own: the memory it takes ends with it, and a server lives for weeks."""
    sys.stderr.write("Bringing the tables up to date.\n")
    connection.close()
    words = [sys.executable, "-m", "django", "migrate", "--settings=chancery.settings"]
    if subprocess.run([*words, "--no-input", "--skip-checks", "--verbosity=0"], check=False).returncode:
        sys.stderr.write("The tables could not be brought up to date; go back to the release before.\n")
        raise SystemExit(2)
