"""
Sessions that end: after a day without a sign of life, and two weeks after signing in whatever happens.

A session is looked at where it is read, so that a page which reads none learns nothing of it. The sign of
life is written at most every ten minutes.
"""

import time
from datetime import timedelta
from typing import Any

from django.contrib.sessions.backends import db

IDLE = timedelta(days=1)
LONGEST = timedelta(days=14)
NOTED_EVERY = timedelta(minutes=10)

BEGAN, SEEN = "_began", "_seen"


class SessionStore(db.SessionStore):
    """A session in the database that knows when it began and when it was last used."""

    def load(self) -> dict[str, Any]:
        kept: dict[str, Any] = super().load()
        if not kept:
            return kept
        now = time.time()
        if _is_over(kept, now):
            self.delete(self.session_key)
            self._session_key = None
            return {}
        if now - kept.get(SEEN, 0) > NOTED_EVERY.total_seconds():
            kept[SEEN] = now
            kept.setdefault(BEGAN, now)
            self.modified = True
        return kept

    def cycle_key(self) -> None:
        """Begin anew: whoever signs in has just shown who they are."""
        self[BEGAN] = self[SEEN] = time.time()
        super().cycle_key()

    def save(self, must_create: bool = False) -> None:
        if not self.is_empty() and BEGAN not in self:
            self[BEGAN] = self[SEEN] = time.time()
        super().save(must_create)


def _is_over(kept: dict[str, Any], now: float) -> bool:
    idle, age = now - float(kept.get(SEEN, now)), now - float(kept.get(BEGAN, now))
    return idle > IDLE.total_seconds() or age > LONGEST.total_seconds()
