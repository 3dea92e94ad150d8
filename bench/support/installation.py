"""An installation of its own for one run: an empty home, migrated, on SQLite or on CHANCERY_DATABASE."""

import os
from pathlib import Path
from tempfile import mkdtemp

import django
from django.core.management import call_command
from django.db import connection


def open_installation(name: str) -> str:
    """Make the installation and say on which database it is; models may be imported after this."""
    home = Path(mkdtemp(prefix=f"chancery-bench-{name}-"))
    os.environ["CHANCERY_HOME"] = str(home)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "chancery.settings")
    django.setup()
    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    with connection.cursor() as cursor:
        cursor.execute("SELECT sqlite_version()" if connection.vendor == "sqlite" else "SHOW server_version")
        return f"{connection.display_name} {cursor.fetchone()[0]}"
