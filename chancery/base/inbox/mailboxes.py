"""
Where incoming mail lies: a mailbox on a server, or a folder into which another program drops messages.

Both are read in the same way: what lies there is listed, read, and put away once it is dealt with. What is
not dealt with stays where it is.
"""

import imaplib
import re
import ssl
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from django.conf import settings

from chancery.base.inbox.messages import MOST_BYTES
from chancery.configuration import LOCAL_HOSTS, ImapServer

DONE = "done"
AWAY = "Chancery/done"
TIMEOUT_SECONDS = 30
# A program that writes a file in place needs a moment to end it.
SETTLES_SECONDS = 2.0


class CannotRead(Exception):
    """The mailbox cannot be read now; the message names the cause and holds no password."""


class Mailbox(Protocol):
    """Messages under names that stay as long as they lie there; `name` is that of the mailbox itself."""

    @property
    def name(self) -> str: ...

    def places(self) -> list[str]:
        """Return the names of the messages that lie there, in the order in which they came."""

    def fetch(self, place: str) -> bytes | None:
        """Return a message without marking it; None where it is gone by now."""

    def put_away(self, place: str) -> None:
        """Move a message out of the way; one that is gone already is no error."""


@contextmanager
def opened() -> Iterator[Mailbox | None]:
    """
    Open the mailbox that is set, and close it afterwards; None where none is set.

    Errors: CannotRead.
    """
    chosen: ImapServer | Path | None = settings.INBOX
    if isinstance(chosen, ImapServer):
        with _imap_opened(chosen) as mailbox:
            yield mailbox
    else:
        yield DropFolder(chosen) if chosen else None


@dataclass(frozen=True, slots=True)
class DropFolder:
    """A Maildir, or a folder of `.eml` files; what is dealt with moves into its folder `done`."""

    folder: Path

    @property
    def name(self) -> str:
        return str(self.folder)

    def places(self) -> list[str]:
        try:
            self.folder.stat()
            return [str(path.relative_to(self.folder)) for path in sorted(self._files(), key=_age)]
        except OSError as error:
            raise CannotRead(error.strerror or type(error).__name__) from error

    def fetch(self, place: str) -> bytes | None:
        try:
            with (self.folder / place).open("rb") as file:
                return file.read(MOST_BYTES + 1)
        except FileNotFoundError:
            return None
        except OSError as error:
            raise CannotRead(error.strerror or type(error).__name__) from error

    def put_away(self, place: str) -> None:
        path = self.folder / place
        try:
            (self.folder / DONE).mkdir(mode=0o700, exist_ok=True)
            with suppress(FileNotFoundError):
                path.rename(self.folder / DONE / path.name)
        except OSError as error:
            raise CannotRead(error.strerror or type(error).__name__) from error

    def _files(self) -> Iterator[Path]:
        """Files that nobody writes any more: those of a Maildir are whole, others have to be a moment old."""
        for name in ("new", "cur"):
            if (self.folder / name).is_dir():
                yield from (path for path in (self.folder / name).iterdir() if path.is_file())
        settled = time.time() - SETTLES_SECONDS
        yield from (path for path in self.folder.glob("*.eml") if path.stat().st_mtime <= settled)


def _age(path: Path) -> tuple[float, str]:
    return path.stat().st_mtime, path.name


class ImapMailbox:
    """A mailbox on a server; what is dealt with moves into the folder `Chancery/done`."""

    def __init__(self, connection: imaplib.IMAP4, server: ImapServer) -> None:
        self.connection = connection
        self.name = f"{server.user}@{server.host}/{server.folder}"
        self._demand(connection.select(_quoted(server.folder)))
        _name, [validity] = connection.response("UIDVALIDITY")
        self._validity = validity.decode("ascii", "replace") if isinstance(validity, bytes) else "0"
        # A server tells all that it can only once it knows who asks.
        self._can = self._demand(connection.capability())[0].decode("ascii", "replace").upper().split()
        self._away = ""

    def places(self) -> list[str]:
        [found] = self._demand(self.connection.uid("SEARCH", "UNDELETED"))[:1] or [b""]
        return [f"{self._validity}/{uid.decode('ascii')}" for uid in (found or b"").split()]

    def fetch(self, place: str) -> bytes | None:
        # PEEK leaves it unread, and no more is fetched than will be read.
        asked = f"(BODY.PEEK[]<0.{MOST_BYTES + 1}>)"
        for answer in self._demand(self.connection.uid("FETCH", _uid(place), asked)):
            if isinstance(answer, tuple):
                return bytes(answer[1])
        return None

    def put_away(self, place: str) -> None:
        self._make_away()
        if "MOVE" in self._can:
            self._demand(self.connection.uid("MOVE", _uid(place), _quoted(self._away)))
            return
        copied, _answer = self.connection.uid("COPY", _uid(place), _quoted(self._away))
        if copied == "OK":
            self._demand(self.connection.uid("STORE", _uid(place), "+FLAGS", r"(\Deleted)"))
            if "UIDPLUS" in self._can:
                self._demand(self.connection.uid("EXPUNGE", _uid(place)))

    def _make_away(self) -> None:
        """Make the folder on first use, in the namespace of the mailbox and with its separator."""
        if self._away:
            return
        prefix, separator = self._namespace()
        self._away = prefix + AWAY.replace("/", separator)
        # Refused where it is there already.
        self.connection.create(_quoted(self._away))

    def _namespace(self) -> tuple[str, str]:
        """How names of the user's own folders begin, and what parts a folder from those in it."""
        if "NAMESPACE" in self._can:
            [answer] = self._demand(self.connection.namespace())[:1]
            found = re.match(rb'\(\("([^"]*)" "(.)"', answer) if isinstance(answer, bytes) else None
            if found is not None:
                return found.group(1).decode("ascii", "replace"), found.group(2).decode("ascii", "replace")
        [answer] = self._demand(self.connection.list('""', '""'))[:1]
        found = re.search(rb'\) "(.)"', answer) if isinstance(answer, bytes) else None
        return "", found.group(1).decode("ascii", "replace") if found else "/"

    def _demand(self, answer: tuple[str, Any]) -> list[Any]:
        """Return what the server answers. Errors: CannotRead with its words where it refuses."""
        state, found = answer
        if state != "OK":
            raise CannotRead(
                b" ".join(part for part in found if isinstance(part, bytes)).decode("ascii", "replace")
            )
        return list(found)


@contextmanager
def _imap_opened(server: ImapServer) -> Iterator[ImapMailbox]:
    connection = None
    try:
        connection = _connection(server)
        connection.login(server.user, server.password)
        yield ImapMailbox(connection, server)
    except (imaplib.IMAP4.error, OSError) as error:
        raise CannotRead(_cause(error)) from error
    finally:
        if connection is not None:
            with suppress(imaplib.IMAP4.error, OSError):
                connection.logout()


def _connection(server: ImapServer) -> imaplib.IMAP4:
    """Connect with encryption; without it only on the machine itself."""
    trusted = ssl.create_default_context()
    if server.is_encrypted:
        return imaplib.IMAP4_SSL(server.host, server.port, ssl_context=trusted, timeout=TIMEOUT_SECONDS)
    connection = imaplib.IMAP4(server.host, server.port, timeout=TIMEOUT_SECONDS)
    if server.host not in LOCAL_HOSTS:
        connection.starttls(trusted)
    return connection


def _cause(error: Exception) -> str:
    """What went wrong, for whoever runs the server."""
    if isinstance(error, OSError):
        return error.strerror or str(error) or type(error).__name__
    words = error.args[0] if error.args else type(error).__name__
    return words.decode("ascii", "replace") if isinstance(words, bytes) else str(words)


def _uid(place: str) -> str:
    return place.rpartition("/")[2]


def _quoted(folder: str) -> str:
    """A folder's name as IMAP writes it: in modified UTF-7 and between quotation marks."""
    coded = re.sub(r"[^\x20-\x7e]+|&", _coded, folder)
    return '"' + coded.replace("\\", r"\\").replace('"', r"\"") + '"'


def _coded(letters: re.Match[str]) -> str:
    if letters.group() == "&":
        return "&-"
    return (
        "&" + letters.group().encode("utf-7").decode("ascii").lstrip("+").rstrip("-").replace("/", ",") + "-"
    )
