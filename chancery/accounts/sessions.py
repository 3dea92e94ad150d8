"""
Sessions that end: after a day without a sign of life, and two weeks after signing in whatever happens.

A session is looked at where it is read, so that a page which reads none learns nothing of it. The sign of
life is written at most every ten minutes, and with it the row by which its holder finds the session again.
"""

import time
from datetime import UTC, datetime, timedelta
from typing import Any

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends import db

IDLE = timedelta(days=1)
LONGEST = timedelta(days=14)
NOTED_EVERY = timedelta(minutes=10)

BEGAN, SEEN, BROWSER = "_began", "_seen", "_browser"
UNKNOWN = ("", "")
SECOND_STEP = "_second_step"
"""Whether a sign-on server asked for a second step when this session began."""


class SessionStore(db.SessionStore):
    """A session in the database that knows when it began and when it was last used."""

    _is_to_note = False

    def load(self) -> dict[str, Any]:
        kept: dict[str, Any] = super().load()
        if not kept:
            return kept
        now = time.time()
        if _is_over(kept, now):
            self.delete(self.session_key)
            self._session_key = None
            return {}
        # One that began before its holder could see it gets its row at once.
        is_unlisted = SESSION_KEY in kept and BROWSER not in kept
        if is_unlisted or now - kept.get(SEEN, 0) > NOTED_EVERY.total_seconds():
            kept[SEEN] = now
            kept.setdefault(BEGAN, now)
            self.modified = self._is_to_note = True
        return kept

    def cycle_key(self) -> None:
        """Begin anew: whoever signs in has just shown who they are."""
        self[BEGAN] = self[SEEN] = time.time()
        super().cycle_key()
        self._is_to_note = True

    def save(self, must_create: bool = False) -> None:
        if not self.is_empty() and BEGAN not in self:
            self[BEGAN] = self[SEEN] = time.time()
            self._is_to_note = True
        if SESSION_KEY in self:
            self.setdefault(BROWSER, UNKNOWN)
        super().save(must_create)
        if self._is_to_note and SESSION_KEY in self:
            self._note()
            self._is_to_note = False

    def _note(self) -> None:
        """Keep what its holder is told of a session beside it."""
        from chancery.accounts.models import OpenSession  # noqa: PLC0415  # the store is imported before the models

        browser, system = self[BROWSER]
        OpenSession.objects.update_or_create(
            session_id=self.session_key,
            defaults={
                "user_id": int(self[SESSION_KEY]),
                "began_at": datetime.fromtimestamp(self[BEGAN], UTC),
                "seen_at": datetime.fromtimestamp(self[SEEN], UTC),
                "browser": browser,
                "system": system,
            },
        )


def _is_over(kept: dict[str, Any], now: float) -> bool:
    idle, age = now - float(kept.get(SEEN, now)), now - float(kept.get(BEGAN, now))
    return idle > IDLE.total_seconds() or age > LONGEST.total_seconds()
