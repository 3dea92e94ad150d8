"""What a backup asks of a database itself, in words that both kinds understand; there are no models here."""

from collections.abc import Callable, Iterable
from typing import Any

from chancery.base.backup.manifests import Migrations

type Ask = Callable[[str], Iterable[tuple[Any, ...]]]

STEPS = "SELECT app, name FROM django_migrations ORDER BY app, name"
READY_FILES = "SELECT code FROM base_storedfile WHERE state = 'ready' ORDER BY code"

HELD = "Held because the office was restored from a backup: it may have left since then."
HOLD_MAIL = (
    "UPDATE base_outboxmessage SET state = 'cancelled', claimed_by = '', "  # noqa: S608  # names of the program; values are parameters
    f"answer = '{HELD}' WHERE state IN ('waiting', 'sending', 'uncertain')"
)
"""A message that waited in the backup may have left afterwards; people look, and let it go again."""


def migrations(ask: Ask) -> Migrations:
    """Which steps of the tables the database has had, by app."""
    found: Migrations = {}
    for app, name in ask(STEPS):
        found.setdefault(app, []).append(name)
    return found
