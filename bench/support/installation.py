"""An installation of its own for one run: an empty home, migrated, on SQLite or on CHANCERY_DATABASE."""

import os
import sys
from importlib import import_module
from pathlib import Path
from tempfile import mkdtemp
from types import ModuleType

import django
from django.core.management import call_command
from django.db import connection


def open_installation(name: str) -> str:
    """Make the installation and say on which database it is; models may be imported after this."""
    home = Path(mkdtemp(prefix=f"chancery-bench-{name}-"))
    os.environ["CHANCERY_HOME"] = str(home)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "chancery.settings")
    django.setup()
    _lay_tables_ready()
    call_command("migrate", verbosity=0)
    _tables().keep()
    call_command("createcachetable", verbosity=0)
    with connection.cursor() as cursor:
        cursor.execute("SELECT sqlite_version()" if connection.vendor == "sqlite" else "SHOW server_version")
        return f"{connection.display_name} {cursor.fetchone()[0]}"


def _lay_tables_ready() -> None:
    """Take the tables that the tests keep ready, if there are any; to migrate takes half a minute."""
    if _tables().lay_ready():
        settings = connection.settings_dict
        Path(settings["TEST"]["NAME"]).replace(settings["NAME"])


def _tables() -> ModuleType:
    """The tables of the tests, beside the figures."""
    sys.path.insert(0, str(Path(__file__).parents[2]))
    return import_module("tests.tables")
