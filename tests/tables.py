"""
The tables of a test database, made once and copied: to migrate takes longer than most folders of tests.

What was made is kept beside the tests, under a name that says from what it was made: after a change of
a migration all run again. Django still looks for migrations that are left, and runs them.
"""

import hashlib
import os
import shutil
from pathlib import Path

from django.db import connection

ROOT = Path(__file__).parents[1]
KEPT = ROOT / ".pytest_cache"


def lay_ready() -> bool:
    """Put a file with all tables where the test database will be; tell whether there was one."""
    if connection.vendor != "sqlite" or not _kept().exists():
        return False
    shutil.copyfile(_kept(), connection.settings_dict["TEST"]["NAME"])
    return True


def keep() -> None:
    """Keep the tables of this test database for the next one, and forget those made from something else."""
    if connection.vendor != "sqlite" or _kept().exists():
        return
    KEPT.mkdir(exist_ok=True)
    made = KEPT / f"tables-{os.getpid()}.new"
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(made)])
    for old in KEPT.glob("tables-*.sqlite3"):
        old.unlink(missing_ok=True)
    made.replace(_kept())


def _kept() -> Path:
    """Where tables are kept that were made from these migrations by these libraries."""
    sources = [
        ROOT / "requirements.txt",
        *ROOT.glob("chancery/*/migrations/*.py"),
        *ROOT.glob("chancery/base/*.py"),
    ]
    found = hashlib.blake2b(digest_size=6)
    for path in sorted(sources):
        found.update(f"{path.relative_to(ROOT).as_posix()}\0".encode())
        found.update(path.read_bytes())
    return KEPT / f"tables-{found.hexdigest()}.sqlite3"
