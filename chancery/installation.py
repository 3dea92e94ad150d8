"""An installation on its way from an empty folder to the newest tables."""

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
    except OperationalError as error:
        sys.stderr.write(f"The database cannot be reached: {str(error).strip()}; check CHANCERY_DATABASE.\n")
        raise SystemExit(2) from None
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        call_command("migrate", verbosity=0, interactive=False)
