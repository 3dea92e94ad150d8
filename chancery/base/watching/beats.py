"""The sign of life of the worker: a file in the home that all processes of an installation share."""

import logging
import time
from pathlib import Path
from threading import Event

log = logging.getLogger(__name__)

NAME = "worker.beat"
EVERY_SECONDS = 15.0
LATE_SECONDS = 60.0


def beat(home: Path) -> None:
    """Say that a worker lives."""
    (home / NAME).touch()


def beat_for_ever(home: Path) -> None:
    """Say so until the process ends."""
    pause = Event()
    while True:
        try:
            beat(home)
        except OSError as error:
            log.warning("The sign of life of the worker cannot be written (%s).", error.strerror)
        pause.wait(EVERY_SECONDS)


def age(home: Path) -> float | None:
    """Seconds since the last sign; None where there never was one."""
    try:
        return max(0.0, time.time() - (home / NAME).stat().st_mtime)
    except FileNotFoundError:
        return None


def is_alive(home: Path) -> bool:
    """Whether a worker gave a sign lately."""
    since = age(home)
    return since is not None and since < LATE_SECONDS
