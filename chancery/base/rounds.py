"""
What a working process looks after again and again; apps register theirs when they load.

    @rounds.every(1.0, "webhooks")
    def go_round(now: datetime) -> None: ...
"""

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.db import close_old_connections
from django.utils import timezone

log = logging.getLogger(__name__)

type Work = Callable[[datetime], object]


@dataclass(frozen=True, slots=True)
class Round:
    """Work that is done every so many seconds, by one thread of each process that works."""

    name: str
    seconds: float
    work: Work
    is_at_once: bool


ROUNDS: list[Round] = []


def every(seconds: float, name: str, *, at_once: bool = True) -> Callable[[Work], Work]:
    """Register work that is done every so many seconds; not `at_once`, the first time after one pause."""

    def register(function: Work) -> Work:
        ROUNDS.append(Round(name, seconds, function, at_once))
        return function

    return register


def start_all() -> None:
    """Begin every round in a thread of its own, which ends with the process."""
    for each in ROUNDS:
        threading.Thread(target=go_on, args=[each], name=each.name, daemon=True).start()


def go_on(each: Round) -> None:
    """Do the work of a round again and again, whatever becomes of it, until the process ends."""
    pause = threading.Event()
    if not each.is_at_once:
        pause.wait(each.seconds)
    while True:
        close_old_connections()
        try:
            each.work(timezone.now())
        except Exception:
            # A thread that ended would do nothing more, and nobody would know.
            log.exception("The round %s was not ended; the next one begins anew.", each.name)
        pause.wait(each.seconds)
