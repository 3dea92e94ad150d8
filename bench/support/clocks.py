"""Time by the clock and by the processor: on a busy machine only the second says much."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter, process_time

from django.db import connection


@dataclass(frozen=True, slots=True)
class Took:
    """Milliseconds of one run: by the clock, and what this process and the database's one worked."""

    clock: float
    processor: float


def timed(work: Callable[[], object]) -> Took:
    """Run once and say what it took; processes that the database starts to help its own are not counted."""
    database, own, begun = _worked_by_database(), process_time(), perf_counter()
    work()
    clock, own = perf_counter() - begun, process_time() - own
    return Took(clock * 1000, own * 1000 + _worked_by_database() - database)


def _worked_by_database() -> float:
    """Milliseconds the process behind our connection has worked; 0 where it is on another machine."""
    if connection.vendor != "postgresql":
        return 0.0
    connection.ensure_connection()
    known = Path(f"/proc/{connection.connection.info.backend_pid}/schedstat")
    try:
        return int(known.read_text().split()[0]) / 1e6
    except OSError:
        return 0.0
