"""
The journal of a postman: what he began to hand over, and what came of it, until the database knows.

One file a postman, appended to and locked while he lives. A line is written with one call, so that a killed
process leaves whole lines. Lines are not forced to the disk one by one: after a failure of the machine, told
by its boot id, a message that is claimed but not known as answered counts as begun.
"""

import fcntl
import os
import socket
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from chancery.base.codes import new_code
from chancery.base.outbox.outcomes import Outcome, Verdict

ENDING = ".journal"
BOOT_ID = Path("/proc/sys/kernel/random/boot_id")
BEGUN = "begun"


class JournalUnwritable(OSError):
    """The disk takes no line, so nothing may be handed over."""


class Journal:
    """The journal that a living postman writes."""

    def __init__(self, folder: Path) -> None:
        """Make and lock it under a name of its own. Errors: JournalUnwritable."""
        self.name = f"{socket.gethostname()[:40]}~{new_code()}"
        self.lines = 0
        self.path = folder / f"{self.name}{ENDING}"
        unlocked = folder / f".{self.name}"
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._file = os.open(unlocked, os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_APPEND, 0o600)
            fcntl.flock(self._file, fcntl.LOCK_EX)
            self._write(f"boot {boot_id()}")
            # Only now can others see it, so that none takes it for that of a dead postman.
            unlocked.rename(self.path)
        except OSError as error:
            raise JournalUnwritable(error.errno, error.strerror) from error

    def begun(self, code: str) -> None:
        """Note that the end of this message is about to be sent. Errors: JournalUnwritable."""
        self._write(f"{BEGUN} {code}")

    def ended(self, outcome: Outcome) -> None:
        """Note what came of a message. Errors: JournalUnwritable."""
        self._write(f"{outcome.verdict} {outcome.code} {outcome.words}")

    def close(self) -> None:
        """Leave the journal for whoever takes up what the database does not know."""
        os.close(self._file)

    def discard(self) -> None:
        """Remove the journal: the database knows everything in it."""
        self.path.unlink(missing_ok=True)
        self.close()

    def _write(self, line: str) -> None:
        try:
            os.write(self._file, f"{line}\n".encode())
        except OSError as error:
            raise JournalUnwritable(error.errno, error.strerror) from error
        self.lines += 1


@dataclass(frozen=True, slots=True)
class Left:
    """What a dead postman left: what was begun, what came of it, and whether the machine failed since."""

    name: str
    begun: frozenset[str]
    ended: dict[str, Outcome]
    is_of_this_boot: bool

    def outcome_of(self, code: str) -> Outcome:
        """Return what is known of a message that the postman had claimed."""
        if code in self.ended:
            return self.ended[code]
        is_safe = self.is_of_this_boot and code not in self.begun
        return Outcome(code, Verdict.UNTRIED if is_safe else Verdict.UNCERTAIN)


def left_in(folder: Path) -> Iterator[Left]:
    """
    Give the journals of dead postmen, each locked while it is worked on, and remove it afterwards.

    A journal whose work was not finished, because the caller failed, stays for the next time.
    """
    for path in sorted(folder.glob(f"*{ENDING}")):
        with _locked(path) as is_dead:
            if is_dead:
                yield _read(path)
                path.unlink()


def names_in(folder: Path) -> set[str]:
    """Return the names of all postmen whose journals are here, living or dead."""
    return {path.name.removesuffix(ENDING) for path in folder.glob(f"*{ENDING}")}


def boot_id() -> str:
    """Return what names this run of the machine; empty where the system does not say."""
    return BOOT_ID.read_text(encoding="ascii").strip() if BOOT_ID.exists() else ""


class _locked:
    """Whether the lock of a journal could be taken, which it can where its postman is dead."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.file: int | None = None

    def __enter__(self) -> bool:
        try:
            self.file = os.open(self.path, os.O_RDONLY)
            fcntl.flock(self.file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except (FileNotFoundError, BlockingIOError):
            return False
        # Another may have worked on it and removed it before the lock was free.
        return self.path.exists()

    def __exit__(self, *_error: object) -> None:
        if self.file is not None:
            os.close(self.file)


def _read(path: Path) -> Left:
    begun, ended, boot = set(), {}, ""
    for line in path.read_text(encoding="utf-8", errors="replace").split("\n")[:-1]:
        word, code, words = [*line.split(" ", 2), "", ""][:3]
        if word == "boot":
            boot = code
        elif word == BEGUN:
            begun.add(code)
        elif word in Verdict:
            ended[code] = Outcome(code, Verdict(word), words)
    return Left(
        path.name.removesuffix(ENDING),
        frozenset(begun),
        ended,
        is_of_this_boot=bool(boot) and boot == boot_id(),
    )
