"""Whether an office is being served from a home, told by a lock that ends with its process."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

NAME = "running.lock"


@contextmanager
def running(home: Path) -> Iterator[None]:
    """Say for the time of the block that this process serves or works here; several may."""
    with (home / NAME).open("ab") as lock:
        fcntl.flock(lock, fcntl.LOCK_SH)
        yield


@contextmanager
def stopped(home: Path) -> Iterator[bool]:
    """Whether nothing serves or works here; while it is so, nothing begins to before the block ends."""
    with (home / NAME).open("ab") as lock:
        yield _is_taken(lock)


def _is_taken(lock: IO[bytes]) -> bool:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
