"""
A mail server on loopback that does what the address of the recipient says, and keeps a book of what it took.

It prints its port: `python bench/support/smtp_sink.py BOOK [PORT]`. The first word of a local part is what it
does (`hang-1@…`), at the first try of a message or at every one; any other word takes the message. The book
has a line for each message taken whole: its Message-ID, its recipient, and whether it was acknowledged. With
`-` for the book everything is taken and nothing is noted, as fast as it goes.
"""

import asyncio
import email
import sys
from collections import Counter
from email.message import Message
from pathlib import Path

from aiosmtpd.smtp import SMTP, Envelope, Session

# At the first try of a message only.
ONCE = frozenset({"later", "latedata", "drop", "cut", "hang", "away", "slowcut"})


class Sink:
    """The handler: takes, refuses, puts off, breaks off or hangs."""

    def __init__(self, book: Path) -> None:
        self.book = book
        self.tries: Counter[str] = Counter()

    def word(self, recipient: str) -> str:
        """Return what is to be done with a message to this recipient."""
        word = recipient.partition("@")[0].partition("-")[0]
        return "" if word in ONCE and self.tries[recipient] > 1 else word

    async def handle_MAIL(
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        if address.startswith("refuse"):
            return "550 5.7.1 Not a sender of ours"
        envelope.mail_from = address
        return "250 2.1.0 Ok"

    async def handle_RCPT(
        self, server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        self.tries[address] += 1
        match self.word(address):
            case "refuse":
                return "550 5.1.1 No such mailbox"
            case "later":
                return "451 4.7.1 Greylisted, come back later"
            case "away":
                server.transport.abort()
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 Ok"

    async def handle_DATA(self, server: SMTP, _session: Session, envelope: Envelope) -> str:
        word = self.word(envelope.rcpt_tos[0])
        match word:
            case "spam":
                return "554 5.7.1 Content refused"
            case "latedata":
                return "452 4.3.1 No room, come back later"
            case "cut":
                server.transport.abort()
                return ""
            case "drop" | "always":
                self._write(envelope, is_acknowledged=False)
                server.transport.abort()
                return ""
            case "hang":
                self._write(envelope, is_acknowledged=False)
                await asyncio.sleep(3600)
        self._write(envelope, is_acknowledged=True)
        return "250 2.0.0 Ok"

    def _write(self, envelope: Envelope, *, is_acknowledged: bool) -> None:
        read: Message = email.message_from_bytes(envelope.original_content or b"")
        word = "acknowledged" if is_acknowledged else "silent"
        with self.book.open("a", encoding="utf-8") as book:
            book.write(f"{read['Message-ID']} {envelope.rcpt_tos[0]} {word}\n")


class FastSink:
    """The handler that takes everything."""

    async def handle_DATA(self, _server: SMTP, _session: Session, _envelope: Envelope) -> str:
        return "250 2.0.0 Ok"


async def serve(book: str, port: int) -> None:
    """Serve until killed; the port stands on the first line of the output."""
    sink = FastSink() if book == "-" else Sink(Path(book))
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: SMTP(sink, loop=loop, enable_SMTPUTF8=False), "127.0.0.1", port)
    sys.stdout.write(f"{server.sockets[0].getsockname()[1]}\n")
    sys.stdout.flush()
    async with server:
        await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(serve(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 0))
