"""
The way into the mailbox folder, where no server is set.

The folder holds one file a message, readable by its owner alone, because messages carry links that sign in.
A file has the name of its message, so that a message that is carried twice is still there once.
"""

import os
from datetime import datetime
from pathlib import Path

from chancery.base.outbox.journal import Journal
from chancery.base.outbox.outcomes import Outcome, Verdict
from chancery.base.outbox.smtp import Letter


class FolderUnwritable(OSError):
    """The mailbox folder takes no file."""


class Folder:
    """The folder as a way that takes every message."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def hand_over(self, letter: Letter, journal: Journal) -> Outcome:
        """Write the message as a file, whole or not at all. Errors: FolderUnwritable."""
        part = self.path / f".{letter.name}"
        try:
            self.path.mkdir(mode=0o700, parents=True, exist_ok=True)
            file = os.open(part, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600)
            with open(file, "wb") as writing:
                writing.write(letter.content)
            part.rename(self.path / letter.name)
        except OSError as error:
            raise FolderUnwritable(error.errno, error.strerror) from error
        return Outcome(letter.code, Verdict.TAKEN)

    def close(self) -> None:
        """Nothing is held open."""

    def leave(self) -> None:
        """Nobody has to be told."""


def file_name(code: str, made_at: datetime) -> str:
    """Return the name of a message's file; names sort by time."""
    return f"{made_at:%Y%m%d-%H%M%S}-{code}.eml"
