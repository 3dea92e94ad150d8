"""
A pass as Apple Wallet takes it: a package of files, the digest of each, and a signature over the digests.

The format is that of Apple's documentation “Wallet Passes”; the style is that of tickets for events.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.hazmat.primitives.serialization.pkcs7 import PKCS7Options, PKCS7SignatureBuilder

from chancery.base.colour import PAPER, channels
from chancery.base.wallet.artwork import pictures
from chancery.base.wallet.certificates import AppleSigner
from chancery.base.wallet.ticket import Face, Ticket

FRONT: Mapping[str, Sequence[str]] = {
    "headerFields": ("mark",),
    "primaryFields": ("title",),
    "secondaryFields": ("guest", "seat"),
    "auxiliaryFields": ("when", "place"),
}
"""Which lines stand where in front; all of them stand in full on the back, for the front cuts long ones."""


def package(ticket: Ticket, signer: AppleSigner) -> bytes:
    """
    Return the pass as a file that a telephone puts into its wallet.

    A later file with the same serial number takes the place of the earlier one.
    """
    files = {
        "pass.json": _json(_pass(ticket, signer)),
        **pictures(ticket.colour),
        **{f"{language}.lproj/pass.strings": text for language, text in _translations(ticket)},
    }
    manifest = _json({name: _digest(content) for name, content in files.items()})
    return _zipped({**files, "manifest.json": manifest, "signature": _signature(manifest, signer)})


def _pass(ticket: Ticket, signer: AppleSigner) -> dict[str, Any]:
    face = ticket.face
    return {
        "formatVersion": 1,
        "passTypeIdentifier": signer.pass_type,
        "teamIdentifier": signer.team,
        "serialNumber": ticket.serial,
        "organizationName": face.house,
        "logoText": face.house,
        "description": face.kind,
        "sharingProhibited": True,
        "backgroundColor": _colour(ticket.colour),
        "foregroundColor": _colour(PAPER),
        "labelColor": _colour(PAPER),
        "barcodes": [_barcode(ticket)],
        **_times(ticket),
        "eventTicket": _fields(face),
    }


def _barcode(ticket: Ticket) -> dict[str, str]:
    return {
        "format": "PKBarcodeFormatQR",
        "message": ticket.code,
        "messageEncoding": "iso-8859-1",
        "altText": ticket.typed,
    }


def _times(ticket: Ticket) -> dict[str, Any]:
    """When the pass comes up by itself: `relevantDate` until iOS 17, `relevantDates` since then."""
    times: dict[str, Any] = {}
    if ticket.starts_at:
        starts = ticket.starts_at.isoformat()
        ends = {"endDate": ticket.ends_at.isoformat()} if ticket.ends_at else {}
        times["relevantDate"] = starts
        times["relevantDates"] = [{"startDate": starts, **ends} if ends else {"date": starts}]
    if ticket.expires_at:
        times["expirationDate"] = ticket.expires_at.isoformat()
    return times


def _fields(face: Face) -> dict[str, list[dict[str, str]]]:
    shown = {
        place: [_field(face, name) for name in names if name in face.lines] for place, names in FRONT.items()
    }
    return {**shown, "backFields": [{**_field(face, name), "key": f"back-{name}"} for name in face.lines]}


def _field(face: Face, name: str) -> dict[str, str]:
    return {"key": name, "label": face.lines[name].label, "value": face.lines[name].text}


def _translations(ticket: Ticket) -> Iterator[tuple[str, bytes]]:
    """The words of the pass for telephones set to another language; one language needs no such file."""
    if len(ticket.faces) == 1:
        return
    for face in ticket.faces:
        said = {own: other for own, other in _pairs(ticket.face, face).items() if own}
        yield face.language, _strings(said)


def _pairs(own: Face, other: Face) -> dict[str, str]:
    """Each text of the pass with that of another language; of two for one text the first in front counts."""
    pairs = [(own.house, other.house), (own.kind, other.kind)]
    for name in [name for name in own.lines if name in other.lines]:
        mine, theirs = own.lines[name], other.lines[name]
        pairs += [(mine.label, theirs.label), (mine.text, theirs.text)]
    return dict(reversed(pairs))


def _strings(pairs: Mapping[str, str]) -> bytes:
    lines = "".join(f"{_quoted(key)} = {_quoted(text)};\n" for key, text in pairs.items())
    return b"\xff\xfe" + lines.encode("utf-16-le")


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def _digest(content: bytes) -> str:
    """SHA-1, as the format asks for; what guards the pass is the signature (SHA-256)."""
    return hashlib.sha1(content, usedforsecurity=False).hexdigest()


def _colour(colour: str) -> str:
    return "rgb({}, {}, {})".format(*channels(colour))


def _signature(manifest: bytes, signer: AppleSigner) -> bytes:
    return (
        PKCS7SignatureBuilder()
        .set_data(manifest)
        .add_signer(signer.certificate, signer.key, hashes.SHA256())
        .add_certificate(signer.intermediate)
        .sign(Encoding.DER, [PKCS7Options.DetachedSignature, PKCS7Options.Binary])
    )


def _json(values: Mapping[str, Any]) -> bytes:
    return json.dumps(values, ensure_ascii=False, indent=1).encode()


def _zipped(files: Mapping[str, bytes]) -> bytes:
    written = BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return written.getvalue()
