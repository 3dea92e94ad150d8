"""A mail server on loopback as its own process, and the outbox set to leave through it."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from chancery.configuration import MailServer

SINK = Path(__file__).parents[2] / "bench" / "support" / "smtp_sink.py"


@dataclass(frozen=True)
class Taken:
    """A message that the server took whole."""

    message_id: str
    recipient: str
    is_acknowledged: bool


@dataclass(frozen=True)
class Sink:
    """A server that does what the address of the recipient says, with a book of what it took."""

    server: MailServer
    book: Path

    def taken(self) -> list[Taken]:
        """What it took, in order."""
        lines = self.book.read_text().splitlines() if self.book.exists() else []
        return [Taken(name, to, word == "acknowledged") for name, to, word in map(str.split, lines)]

    def recipients(self) -> list[str]:
        """To whom, by the word before the domain."""
        return [taken.recipient.partition("@")[0] for taken in self.taken()]


@contextmanager
def sink_in(folder: Path) -> Iterator[Sink]:
    """Start a server, and end it."""
    book = folder / "book"
    process = subprocess.Popen([sys.executable, "-W", "error", SINK, book], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    try:
        port = int(process.stdout.readline())
        yield Sink(MailServer("127.0.0.1", port, "", "", is_encrypted=False), book)
    finally:
        process.kill()
        process.wait()
        process.stdout.close()
