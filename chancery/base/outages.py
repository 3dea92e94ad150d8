"""What is nobody's mistake at the keyboard: a database that does not answer, a disk that is full."""

import errno
from collections.abc import Iterator
from enum import StrEnum

from django.db import InterfaceError, OperationalError


class Outage(StrEnum):
    """What is out."""

    DATABASE = "database"
    DISK = "disk"


# A database says by these that it is out; anything else under the same exception is a fault of ours.
SQLITE_OUT = ("SQLITE_BUSY", "SQLITE_LOCKED", "SQLITE_IOERR", "SQLITE_CANTOPEN", "SQLITE_READONLY")
SQLITE_FULL = "SQLITE_FULL"
POSTGRESQL_OUT = ("08", "25006", "40001", "40P01", "53", "55P03", "57")
POSTGRESQL_FULL = "53100"
DISK_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})


def outage_of(error: BaseException | None) -> Outage | None:
    """Return what an error rests on, None where it is a fault of the program."""
    for each in _chain(error):
        if isinstance(each, OSError) and each.errno in DISK_FULL:
            return Outage.DISK
        if isinstance(each, OperationalError | InterfaceError):
            return _of_database(each.__cause__)
    return None


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    """The error and what it came of; a circle ends."""
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or error.__context__


def _of_database(cause: BaseException | None) -> Outage | None:
    """Read what the database itself said; a connection that was lost says nothing."""
    name = str(getattr(cause, "sqlite_errorname", ""))
    if name:
        is_full, is_out = name == SQLITE_FULL, name.startswith(SQLITE_OUT)
    else:
        state = getattr(cause, "sqlstate", None) or ""
        is_full, is_out = state == POSTGRESQL_FULL, not state or state.startswith(POSTGRESQL_OUT)
    return Outage.DISK if is_full else Outage.DATABASE if is_out else None
