"""
A pass as Google Wallet takes it: an address that holds the event and the ticket, signed by the operator.

Nothing goes to Google before the guest opens the address. The format is that of Google's documentation
“Google Wallet API: Event tickets”.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from jwt import PyJWS

from chancery.base.wallet.service_account import GoogleAccount
from chancery.base.wallet.ticket import Face, Ticket

ADDRESS = "https://pay.google.com/gp/v/save/"

SAFE_LENGTH = 1800
"""Letters of a signed ticket that every browser carries in an address, by Google's documentation."""

DISPENSABLE = ("host", "note", "admission", "address", "companions", "dress", "place")
"""What a ticket too long for an address leaves out, the first first; the page of the guest says it all."""

IN_PLACES_OF_ITS_OWN = frozenset({"title", "guest", "seat"})

DIGEST_LENGTH = 8


def save_link(ticket: Ticket, account: GoogleAccount, *, now: datetime) -> str:
    """
    Return the address at which Google puts the pass into the wallet of whoever opens it.

    Google keeps the first event and ticket it sees under a name; the names hold a digest of what is told, so
    that a pass fetched again after a change says the new.
    """
    signed = ""
    for count in range(len(DISPENSABLE) + 1):
        signed = _signed(ticket, account, now, DISPENSABLE[:count])
        if len(signed) <= SAFE_LENGTH:
            break
    return ADDRESS + signed


def _signed(ticket: Ticket, account: GoogleAccount, now: datetime, left_out: Sequence[str]) -> str:
    event = _named(account, ticket.event, _event(ticket, left_out))
    holder = _named(account, ticket.serial, {**_ticket(ticket, left_out), "classId": event["id"]})
    claims = {
        "iss": account.email,
        "aud": "google",
        "typ": "savetowallet",
        "iat": int(now.timestamp()),
        "payload": {"eventTicketClasses": [event], "eventTicketObjects": [holder]},
    }
    return PyJWS().encode(_json(claims), account.key, algorithm="RS256")


def _named(account: GoogleAccount, code: str, told: Mapping[str, Any]) -> dict[str, Any]:
    digest = hashlib.sha256(_json(told)).hexdigest()[:DIGEST_LENGTH]
    return {"id": f"{account.issuer}.{code}-{digest}", **told}


def _event(ticket: Ticket, left_out: Sequence[str]) -> dict[str, Any]:
    """What is the same for all guests who read one language."""
    face = ticket.face
    told: dict[str, Any] = {
        "issuerName": face.house,
        "reviewStatus": "UNDER_REVIEW",
        "eventName": _text(face, face.lines["title"].text),
        "hexBackgroundColor": ticket.colour,
    }
    if _has_venue(face, left_out):
        place = face.lines["place"].text
        told["venue"] = {"name": _text(face, place), "address": _text(face, face.address)}
    if ticket.starts_at:
        told["dateTime"] = _span(ticket.starts_at, ticket.ends_at)
    return told


def _ticket(ticket: Ticket, left_out: Sequence[str]) -> dict[str, Any]:
    face = ticket.face
    told: dict[str, Any] = {
        "state": "ACTIVE",
        "ticketHolderName": face.lines["guest"].text,
        "barcode": {"type": "QR_CODE", "value": ticket.code, "alternateText": ticket.typed},
    }
    if seat := face.lines.get("seat"):
        told["seatInfo"] = {"seat": _text(face, seat.text)}
    # one that has its time Google puts away by itself
    if ticket.expires_at and not ticket.starts_at:
        told["validTimeInterval"] = {"end": {"date": ticket.expires_at.isoformat()}}
    if lines := _other_lines(ticket, left_out):
        told["textModulesData"] = lines
    return told


def _other_lines(ticket: Ticket, left_out: Sequence[str]) -> list[dict[str, str]]:
    """What has no place of its own in the ticket, with the words above it."""
    face = ticket.face
    elsewhere = set(left_out) | IN_PLACES_OF_ITS_OWN
    if ticket.starts_at:
        elsewhere.add("when")
    if _has_venue(face, left_out):
        elsewhere.add("place")
    return [
        {"header": line.label, "body": line.text}
        for name, line in face.lines.items()
        if name not in elsewhere
    ]


def _has_venue(face: Face, left_out: Sequence[str]) -> bool:
    """Google takes a place with its address only; without one the place stands among the other lines."""
    return "place" in face.lines and bool(face.address) and "address" not in left_out


def _span(starts_at: datetime, ends_at: datetime | None) -> dict[str, str]:
    return {"start": starts_at.isoformat(), **({"end": ends_at.isoformat()} if ends_at else {})}


def _text(face: Face, text: str) -> dict[str, Any]:
    return {"defaultValue": {"language": face.language, "value": text}}


def _json(values: Mapping[str, Any]) -> bytes:
    """Letters as they are: written as numbers, those of other scripts take three times the room."""
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode()
