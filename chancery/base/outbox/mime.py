"""
From a `Mail` to the bytes that leave.

The bytes are put together by hand: the generator of the standard library takes many times as long for a
message with a calendar, and ten thousand of them leave together. Tests read every message back with its
parser.
"""

import base64
import re
from binascii import b2a_qp
from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import format_datetime
from functools import lru_cache

from chancery.base.outbox.addresses import bare, named
from chancery.base.outbox.mails import Mail

FILE_NAME = "invitation.ics"
# An encoded word has at most 75 characters; 39 bytes make 52, and the marks around them make 64.
WORD_BYTES = 39
LONGEST_LINE = 990
HEADER_NAME = re.compile(r"[A-Za-z][A-Za-z0-9-]*")
METHOD = re.compile(r"[A-Z]+")
CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
OWN_HEADERS = frozenset({"from", "to", "subject", "date", "message-id", "mime-version", "reply-to"})


def build(mail: Mail, *, to: str, sender: str, message_id: str, code: str, at: datetime) -> bytes:
    """
    Return the message with all its headers, its lines ending in CRLF.

    `message_id` has its angle brackets. `code` makes the boundaries between the parts, so that the same
    message is the same bytes. Errors: ValueError for a header's name or a method that is none.
    """
    top = _headers(mail, to=to, sender=sender, message_id=message_id, at=at)
    return "\r\n".join(top).encode("ascii") + b"\r\n" + _whole_body(mail, code)


def _headers(mail: Mail, *, to: str, sender: str, message_id: str, at: datetime) -> list[str]:
    lines = [
        _address_header("From", mail.sender_name, bare(sender)) if mail.sender_name else _given_from(sender),
        f"To: {to}",
        _header("Subject", mail.subject),
        f"Date: {format_datetime(at.astimezone(UTC))}",
        f"Message-ID: {message_id}",
        "MIME-Version: 1.0",
        _header("Content-Language", mail.language),
    ]
    if mail.reply_to:
        lines.append(_header("Reply-To", mail.reply_to))
    return lines + [_own_header(name, value) for name, value in mail.headers.items()]


def _own_header(name: str, value: str) -> str:
    if not HEADER_NAME.fullmatch(name) or name.lower().startswith("content-") or name.lower() in OWN_HEADERS:
        raise ValueError(f"{name!r} is no header that a message may bring with it.")
    return _header(name, value)


def _given_from(sender: str) -> str:
    name = sender.rpartition("<")[0].strip().strip('"')
    return _address_header("From", name, bare(sender))


def _address_header(header: str, name: str, address: str) -> str:
    name = _one_line(name)
    if name.isascii():
        return f"{header}: {named(name, address)}"
    return f"{header}: {_encoded_words(name)}\r\n <{address}>"


def _header(name: str, value: str) -> str:
    """Return one header; what is not ASCII, or too long for a line, becomes encoded words."""
    value = _one_line(value)
    if value.isascii() and len(value) < LONGEST_LINE and "=?" not in value:
        return f"{name}: {value}"
    return f"{name}: {_encoded_words(value)}"


def _one_line(value: str) -> str:
    return " ".join(CONTROLS.sub(" ", value).split())


# The house and the subject are the same for whole waves.
@lru_cache(maxsize=100)
def _encoded_words(value: str) -> str:
    """Return the text as encoded words of RFC 2047, a line each, never cut inside a character."""
    words = (base64.b64encode(piece).decode("ascii") for piece in _pieces(value))
    return "\r\n ".join(f"=?utf-8?b?{word}?=" for word in words)


def _pieces(value: str) -> Iterator[bytes]:
    piece = b""
    for letter in value:
        encoded = letter.encode("utf-8", "replace")
        if len(piece) + len(encoded) > WORD_BYTES:
            yield piece
            piece = b""
        piece += encoded
    yield piece


def _whole_body(mail: Mail, code: str) -> bytes:
    """The readings of one message; with a calendar also its file, for programs that know only attachments."""
    if not mail.calendar:
        return _readings(mail, code)
    method = f"; method={_method(mail.method)}" if mail.method else ""
    encoded = _base64_lines(mail.calendar)
    attached = _part(
        f"application/ics; name={FILE_NAME}",
        encoded,
        "base64",
        f"Content-Disposition: attachment; filename={FILE_NAME}\r\n",
    )
    calendar = _part(f"text/calendar; charset=utf-8{method}", encoded, "base64")
    return _multipart("mixed", f"m-{code}", [_readings(mail, code, calendar), attached])


def _method(method: str) -> str:
    if not METHOD.fullmatch(method):
        raise ValueError(f"{method!r} is no method of a calendar.")
    return method


def _readings(mail: Mail, code: str, *further: bytes) -> bytes:
    readings = [_text_part("text/plain", mail.text)]
    if mail.html:
        readings.append(_text_part("text/html", mail.html))
    readings += further
    return readings[0] if len(readings) == 1 else _multipart("alternative", f"a-{code}", readings)


def _multipart(kind: str, boundary: str, parts: list[bytes]) -> bytes:
    between = f"--{boundary}".encode("ascii")
    return b"".join(
        [
            f'Content-Type: multipart/{kind}; boundary="{boundary}"\r\n\r\n'.encode("ascii"),
            *(between + b"\r\n" + part + b"\r\n" for part in parts),
            between + b"--\r\n",
        ]
    )


def _text_part(kind: str, text: str) -> bytes:
    """Encode a text by what it is made of: plain where it can be, quoted where most of it is ASCII."""
    encoded = "\r\n".join(text.splitlines()).encode("utf-8", "replace") + b"\r\n"
    if encoded.isascii() and b"\0" not in encoded and max(map(len, encoded.split(b"\n"))) < LONGEST_LINE:
        return _part(f"{kind}; charset=utf-8", encoded, "7bit")
    if len(encoded) - len(text) < len(encoded) / 6:
        return _part(f"{kind}; charset=utf-8", b2a_qp(encoded, istext=True), "quoted-printable")
    return _part(f"{kind}; charset=utf-8", _base64_lines(encoded), "base64")


def _part(kind: str, body: bytes, encoding: str, further: str = "") -> bytes:
    head = f"Content-Type: {kind}\r\nContent-Transfer-Encoding: {encoding}\r\n{further}\r\n"
    return head.encode("ascii") + body


def _base64_lines(content: bytes) -> bytes:
    return base64.encodebytes(content).replace(b"\n", b"\r\n")
