"""
What the newest seal of each office was, kept outside the database.

Who can write to the database alone could take away the last seals, change the lines below and wait until they
are sealed anew. The files lie in `CHANCERY_HOME/seals`; they are no part of a backup, because a database that
was restored is older than they are.
"""

import os
import re
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

FOLDER = "seals"
_KEPT = re.compile(r"(\d+) ([0-9a-f]{64})\n")


@dataclass(frozen=True, slots=True)
class Head:
    """The newest seal this home has seen."""

    number: int
    digest: str


def head_of(organiser_id: int) -> Head | None:
    """Return the newest seal of an office that this home has seen; None for none, or an unreadable file."""
    try:
        kept = _KEPT.fullmatch(_path(organiser_id).read_text(encoding="ascii"))
    except (FileNotFoundError, UnicodeDecodeError):
        return None
    return Head(int(kept[1]), kept[2]) if kept else None


def keep(organiser_id: int, number: int, digest: str) -> None:
    """Keep the newest seal of an office; a reader finds the old words or the new ones, never half."""
    path = _path(organiser_id)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    fresh = path.with_name(f".{path.name}.{os.getpid()}")
    fresh.write_text(f"{number} {digest}\n", encoding="ascii")
    fresh.replace(path)


def _path(organiser_id: int) -> Path:
    return Path(settings.HOME) / FOLDER / f"{organiser_id}.head"
