"""Where printed dossiers are kept, and for how long."""

import shutil
from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings

BUNDLE = "dossier.zip"
ARCHIVE = "archive.zip"
KEPT = timedelta(days=7)
"""Papers hold names and addresses: what nobody fetched within a week is printed anew."""


def folder_of(code: str) -> Path:
    """Return where the papers of the run called `code` are kept."""
    return _root() / code


def forget_others(codes: Iterable[str], *, now: datetime) -> None:
    """Delete the papers of these runs, and of all that are older than `KEPT`."""
    for code in codes:
        shutil.rmtree(folder_of(code), ignore_errors=True)
    for folder in _root().iterdir():
        if folder.stat().st_mtime < (now - KEPT).timestamp():
            shutil.rmtree(folder, ignore_errors=True)


def _root() -> Path:
    return Path(settings.MEDIA_ROOT) / "dossiers"
