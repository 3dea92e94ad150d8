"""
Reports of mail servers about a message that did not arrive, or not yet, or did (RFC 3464).

Most servers write them for programs; some old ones write sentences only, and those that can be told for
certain are read too.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from email.utils import parseaddr
from enum import StrEnum

from chancery.base.inbox.messages import Incoming, text_of

MOST_WORDS = 500
_ID_LINE = re.compile(r"^message-id:\s*(<[^<>\s]{3,250}>)", re.IGNORECASE | re.MULTILINE)
_QMAIL = re.compile(r"^Hi\. This is the .{1,80} program at ", re.IGNORECASE)
_QMAIL_RECIPIENT = re.compile(r"^<([^<>\s]+@[^<>\s]+)>:\s*\n((?:.+\n?){1,6})", re.MULTILINE)
_STATUS = re.compile(r"\b([245]\.\d{1,3}\.\d{1,3})\b")
_AUTOMATIC_SUBJECT = re.compile(
    r"^(automatic reply|auto(matic)?[- ]?(reply|response)|out of (the )?office|réponse automatique|"
    r"răspuns automat|automatische antwort|abwesenheit)",
    re.IGNORECASE,
)


class Fate(StrEnum):
    """What a server says of a message."""

    FAILED = "failed"
    DELAYED = "delayed"
    DELIVERED = "delivered"


@dataclass(frozen=True, slots=True)
class Report:
    """
    What became of a message.

    Shape: `status` is the enhanced code (`5.1.1`) or empty, `words` what the server said; `originals` are
    identifiers that may be that of the message, the surest first.
    """

    fate: Fate
    recipient: str
    status: str
    words: str
    originals: tuple[str, ...]


def report_in(incoming: Incoming) -> Report | None:
    """Return what a message reports about one of ours; None where it is no report."""
    fields = _fields_of(incoming)
    if fields is not None:
        return _from_fields(incoming, fields)
    if not _is_from_a_server(incoming):
        return None
    return _from_failed_recipients(incoming) or _from_qmail(incoming)


def is_automatic(incoming: Incoming) -> bool:
    """Whether a program wrote the message by itself: an absence note, a receipt, a mailing list."""
    submitted = incoming.header("Auto-Submitted").lower()
    if submitted and not submitted.startswith("no"):
        return True
    if incoming.header("Precedence").lower() in {"auto_reply", "bulk", "junk", "list"}:
        return True
    if any(incoming.header(name) for name in ("X-Autoreply", "X-Autorespond", "X-Auto-Reply-From")):
        return True
    return bool(_AUTOMATIC_SUBJECT.match(incoming.subject))


def _fields_of(incoming: Incoming) -> Message | None:
    """The block of a report that tells the fate of a recipient."""
    for part in incoming.parts:
        if part.get_content_type() in {"message/delivery-status", "message/global-delivery-status"}:
            return next((block for block in _enclosed(part) if block.get("Action")), None)
    return None


def _from_fields(incoming: Incoming, fields: Message) -> Report | None:
    fates = {"failed": Fate.FAILED, "delayed": Fate.DELAYED, "delivered": Fate.DELIVERED}
    fate = fates.get(_value(fields, "Action").lower().split(" ")[0])
    if fate is None:
        return None
    # The address we wrote to stands first; the one it was passed on to says less.
    named = _value(fields, "Original-Recipient") or _value(fields, "Final-Recipient")
    diagnosis = _value(fields, "Diagnostic-Code").partition(";")
    words = (diagnosis[2] or diagnosis[0]).strip()
    return Report(
        fate=fate,
        recipient=_address(named),
        status=next(iter(_STATUS.findall(_value(fields, "Status"))), ""),
        words=words[:MOST_WORDS],
        originals=_originals(incoming),
    )


def _from_failed_recipients(incoming: Incoming) -> Report | None:
    """What some servers put into a header of their own, with sentences for people beside it."""
    recipient = _address(incoming.header("X-Failed-Recipients").split(",")[0])
    if not recipient:
        return None
    status = next((code for code in _STATUS.findall(incoming.text) if code[0] in "45"), "")
    line = next((line for line in incoming.text.splitlines() if status and status in line), "")
    fate = Fate.DELAYED if status.startswith("4") else Fate.FAILED
    return Report(fate, recipient, status, line.strip()[:MOST_WORDS], _originals(incoming))


def _from_qmail(incoming: Incoming) -> Report | None:
    """The sentences of qmail (QSBMF): the recipient in angles with a colon, below it why."""
    if not _QMAIL.match(incoming.text):
        return None
    above = incoming.text.partition("--- Below this line")[0]
    found = _QMAIL_RECIPIENT.search(above + "\n")
    if found is None:
        return None
    words = " ".join(found.group(2).split())
    status = next(iter(_STATUS.findall(words)), "")
    return Report(Fate.FAILED, found.group(1).lower(), status, words[:MOST_WORDS], _originals(incoming))


def _is_from_a_server(incoming: Incoming) -> bool:
    """Whether a mail server speaks: it has no address that answers."""
    if incoming.header("Return-Path").replace(" ", "") == "<>":
        return True
    return incoming.sender.partition("@")[0] in {"mailer-daemon", "postmaster"}


def _originals(incoming: Incoming) -> tuple[str, ...]:
    found = [*_enclosed_ids(incoming), *incoming.answers, *_ID_LINE.findall(incoming.text)]
    return tuple(dict.fromkeys(found))


def _enclosed_ids(incoming: Incoming) -> Iterator[str]:
    """The identifiers of messages that came back whole, or as their headers alone."""
    for part in incoming.parts:
        kind = part.get_content_type()
        if kind in {"message/rfc822", "message/global"}:
            for message in _enclosed(part):
                yield from _ID_LINE.findall(f"Message-ID: {_value(message, 'Message-ID')}")
        elif kind in {"text/rfc822-headers", "message/rfc822-headers", "message/global-headers"}:
            yield from _ID_LINE.findall(text_of(part))


def _enclosed(part: Message) -> list[Message]:
    """What a part encloses: whole messages, or the blocks of a report."""
    inside = part.get_payload() if part.is_multipart() else []
    return [message for message in inside if isinstance(message, Message)]


def _value(fields: Message, name: str) -> str:
    found = fields.get(name)
    return " ".join(str(found).split()) if found is not None else ""


def _address(field: str) -> str:
    """The address in `rfc822; someone@example.org`."""
    try:
        return parseaddr(field.rpartition(";")[2].strip())[1].lower()[:320]
    except (ValueError, IndexError):
        return ""
