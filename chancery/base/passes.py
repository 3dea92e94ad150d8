"""
Entry passes: what a door checks without asking anybody.

A pass is signed with Ed25519, so that a telephone at a door without a network tells a pass of this office
from any other text by the public keys alone, and can make none. Keys live in `CHANCERY_HOME/keys/passes/`,
one file a key, named by its number from 0001 to 0255: the highest signs, all read. To rotate, add a file with
the next number and any secret text of 32 letters or more. They belong into the backup.
"""

import base64
import binascii
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from django.conf import settings

from chancery.base.codes import ALPHABET, LENGTH
from chancery.base.keys import read_or_make_key

MARK = "CH1"
"""What every pass begins with: the second kind of pass will begin otherwise."""

SIGNATURE = 64
BYTES = 2 + LENGTH + SIGNATURE
TEXT_LENGTH = len(MARK) + -(-BYTES * 8 // 5)
"""Capital letters and digits only, so that a QR code holds the text in its denser mode."""

MOST_PEOPLE = 255


@dataclass(frozen=True, slots=True)
class Pass:
    """
    What a pass says: the code of an invitation and for how many people it was made.

    How many are let in is the list's to say: a party may have changed since the pass was made.
    """

    code: str
    people: int


class KeyFileWrong(ValueError):
    """A file in `keys/passes` is not named by a number from 0001 to 0255."""


def sign_pass(*, code: str, people: int) -> str:
    """
    Return the text of the pass for an invitation; the same again for the same party and key.

    Shape: 128 capital letters and digits: CH1 and, in base32 without padding, the number of the key (1 byte),
    the people (1 byte), the code (12 bytes) and the signature over what stands before it, CH1 included.
    Errors: ValueError for a code that is none, or a party of nobody or of more than 255.
    """
    return good_passes(code=code, people=people)[0]


def good_passes(*, code: str, people: int) -> Sequence[str]:
    """
    Return every text that is read as a pass for a party: one a key, for those that are out stay good.

    Shape: one at least, the one of `sign_pass` first. Errors: those of `sign_pass`.
    """
    if not _is_code(code) or not 1 <= people <= MOST_PEOPLE:
        raise ValueError("A pass is made for a code and for 1 to 255 people.")
    return [_signed(number, code, people) for number in sorted(_keys(), reverse=True)]


def _signed(number: int, code: str, people: int) -> str:
    said = bytes((number, people)) + code.encode("ascii")
    return _written(said + _keys()[number].sign(MARK.encode() + said))


def read_pass(text: str) -> Pass | None:
    """Return what a pass of this installation says; None for any other text."""
    if len(text) != TEXT_LENGTH or not text.startswith(MARK):
        return None
    try:
        content = base64.b32decode(text[len(MARK) :] + "=" * (-len(text[len(MARK) :]) % 8))
    except binascii.Error:
        return None
    said, signature = content[:-SIGNATURE], content[-SIGNATURE:]
    # the last letter has a bit to spare: one party has one text
    if _written(content) != text or not _is_signed(said, signature):
        return None
    return Pass(said[2:].decode("ascii"), said[1])


def public_keys() -> Mapping[str, str]:
    """Return the keys that check passes, by number as text: 32 bytes in base64url without padding."""
    return {
        str(number): base64.urlsafe_b64encode(key.public_key().public_bytes_raw()).rstrip(b"=").decode()
        for number, key in _keys().items()
    }


def _written(content: bytes) -> str:
    return MARK + base64.b32encode(content).decode().rstrip("=")


def _is_signed(said: bytes, signature: bytes) -> bool:
    key = _public().get(said[0])
    if key is None:
        return False
    try:
        key.verify(signature, MARK.encode() + said)
    except InvalidSignature:
        return False
    return True


def _is_code(text: str) -> bool:
    return len(text) == LENGTH and not set(text) - set(ALPHABET)


@cache
def _public() -> dict[int, Ed25519PublicKey]:
    return {number: key.public_key() for number, key in _keys().items()}


@cache
def _keys() -> dict[int, Ed25519PrivateKey]:
    """The keys by number; the first is made on first use."""
    folder = settings.HOME / "keys" / "passes"
    files = sorted(folder.glob("*.key")) or [folder / "0001.key"]
    return {_number(file): _key(read_or_make_key(file)) for file in files}


def _number(file: Path) -> int:
    if not file.stem.isdecimal() or not 1 <= int(file.stem) <= 255:
        raise KeyFileWrong(f"{file} is not named by a number from 0001 to 0255.")
    return int(file.stem)


def _key(secret: str) -> Ed25519PrivateKey:
    return Ed25519PrivateKey.from_private_bytes(hashlib.sha256(b"chancery passes" + secret.encode()).digest())
