"""
A message that came in, read without trusting it.

Whatever the bytes are, reading ends: a broken header or part is empty, and only a message too large or
nested too deeply is refused.
"""

import hashlib
import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.utils import getaddresses, parsedate_to_datetime
from functools import cached_property

import nh3

MOST_BYTES = 20 * 1024 * 1024
MOST_PARTS = 200
MOST_TEXT = 20_000
_IDS = re.compile(r"<[^<>\s]{3,250}>")
_SPACES = re.compile(r"[\s\x00-\x1f\x7f\ud800-\udfff]+")
_UNSAFE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")


class Unreadable(ValueError):
    """The message is too large, nested too deeply, or cut into too many parts; it is left alone."""


@dataclass(frozen=True)
class Incoming:
    """
    A message as the house reads it.

    Shape: addresses are in lower case, empty where there is none; headers are one line of text each. `parts`
    are those that hold something, in their order; what an enclosed message holds is not among them.
    """

    message: Message
    parts: list[Message]

    def header(self, name: str) -> str:
        """A header in words, decoded; the first of several, empty where it is missing or broken."""
        found = self.message.get(name)
        return _decoded(str(found)) if found is not None else ""

    @cached_property
    def sender_name(self) -> str:
        return _people(self.header("From"))[0][0][:200]

    @cached_property
    def sender(self) -> str:
        return self.address_in("From")

    @cached_property
    def subject(self) -> str:
        return self.header("Subject")[:300]

    @cached_property
    def message_id(self) -> str:
        return next(iter(_IDS.findall(self.header("Message-ID"))), "")

    @cached_property
    def answers(self) -> list[str]:
        """The identifiers of the messages that this one answers, the nearest first."""
        earlier = _IDS.findall(self.header("References"))
        return list(dict.fromkeys([*_IDS.findall(self.header("In-Reply-To")), *reversed(earlier)]))

    @cached_property
    def recipients(self) -> list[str]:
        """Every address it came to, that of the envelope first."""
        names = ("Delivered-To", "X-Original-To", "Envelope-To", "To", "Cc")
        return [address for name in names for _name, address in _people(self.header(name)) if address]

    @cached_property
    def sent_at(self) -> datetime | None:
        """When it was written by its own word, in UTC."""
        try:
            moment = parsedate_to_datetime(self.header("Date"))
            aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
            return aware.astimezone(UTC)
        except (ValueError, OverflowError, TypeError, IndexError):
            return None

    @cached_property
    def text(self) -> str:
        """What a person reads: the plain text, else the words of the HTML, cut to a bearable length."""
        for kind in ("text/plain", "text/html"):
            for part in self.parts:
                if part.get_content_type() == kind and part.get_content_disposition() != "attachment":
                    return _readable(text_of(part), kind)
        return ""

    @cached_property
    def calendars(self) -> list[bytes]:
        """The calendar messages in it as UTF-8, those that say so first."""
        named = [part for part in self.parts if part.get_content_type() == "text/calendar"]
        attached = [part for part in self.parts if part not in named and _is_calendar_file(part)]
        return list(dict.fromkeys(text_of(part).encode("utf-8", "replace") for part in [*named, *attached]))

    @cached_property
    def identity(self) -> str:
        """
        A digest of what the message says: two copies of one message have the same.

        The ways of two copies differ, and some servers wrap the parts anew each time; neither counts.
        """
        digest = hashlib.sha256()
        for name in ("Message-ID", "From", "Date", "Subject"):
            digest.update(self.header(name).encode("utf-8", "replace") + b"\0")
        for part in self.parts:
            digest.update(_bytes_of(part).strip() + b"\0")
        return digest.hexdigest()

    def address_in(self, name: str) -> str:
        """The first address of a header."""
        return _people(self.header(name))[0][1]


def read(raw: bytes) -> Incoming:
    """
    Read a message.

    Errors: Unreadable where it is too large, nested too deeply, or cut into too many parts.
    """
    if len(raw) > MOST_BYTES:
        raise Unreadable("size")
    try:
        message = message_from_bytes(raw, policy=policy.compat32)
    except RecursionError:
        raise Unreadable("depth") from None
    return Incoming(message, list(_leaves(message)))


def text_of(part: Message) -> str:
    """The text of a part in the alphabet it names, else in one that takes anything."""
    content = _bytes_of(part)
    for charset in (part.get_content_charset("utf-8"), "utf-8"):
        try:
            return content.decode(charset)
        except (LookupError, UnicodeError, ValueError):
            continue
    return content.decode("latin-1")


def _bytes_of(part: Message) -> bytes:
    try:
        content = part.get_payload(decode=True)
    except UnicodeError:
        # The library tries the alphabet already here, and some of them raise whatever they are given.
        part.del_param("charset")
        content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _leaves(message: Message) -> Iterator[Message]:
    """Walk the parts without entering an enclosed message. Errors: Unreadable where there are too many."""
    waiting, seen = [message], 0
    while waiting:
        part = waiting.pop()
        seen += 1
        if seen > MOST_PARTS:
            raise Unreadable("parts")
        if part.get_content_maintype() == "multipart" and part.is_multipart():
            waiting.extend(one for one in reversed(list(part.get_payload())) if isinstance(one, Message))
        else:
            yield part


def _is_calendar_file(part: Message) -> bool:
    name = _decoded(part.get_filename() or "").lower()
    return part.get_content_type() == "application/ics" or name.endswith(".ics")


def _decoded(header: str) -> str:
    """One line of text without what a page cannot show."""
    try:
        pieces = [
            piece.decode(charset or "utf-8", "replace") if isinstance(piece, bytes) else piece
            for piece, charset in decode_header(header)
        ]
        header = "".join(pieces)
    except (HeaderParseError, LookupError, ValueError):
        pass
    return _SPACES.sub(" ", header).strip()


def _people(header: str) -> list[tuple[str, str]]:
    """Names and addresses of a header; one of nobody where it has none."""
    try:
        found = [(name.strip(), address.strip().lower()) for name, address in getaddresses([header])]
    except (ValueError, IndexError):
        found = []
    return [(name, address) for name, address in found if "@" in address and len(address) <= 320] or [
        ("", "")
    ]


def _readable(text: str, kind: str) -> str:
    if kind == "text/html":
        text = html.unescape(nh3.clean(text[: 10 * MOST_TEXT], tags=set()))
    return _UNSAFE.sub("", text.replace("\r\n", "\n"))[:MOST_TEXT].strip()
