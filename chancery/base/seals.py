"""
Seals: what makes an opaque code a link that nobody can make up.

A seal is made of the code, a purpose and a key of the installation, so the office makes the same one again
without keeping it, and a link for one purpose opens no other. `keys/replies.key` belongs into the backup.
"""

import hmac
from functools import cache

from django.conf import settings

from chancery.base.codes import ALPHABET, LENGTH
from chancery.base.keys import read_or_make_key

SEAL_LENGTH = 16
"""Letters of a seal: 77 bits beside the 57 of the code."""

TOKEN_LENGTH = LENGTH + SEAL_LENGTH


def sealed(purpose: str, code: str) -> str:
    """Return the code with its seal behind it."""
    return code + _seal(purpose, code)


def is_sealed(purpose: str, text: str) -> bool:
    """Whether a text is a sealed code of this installation; a wrong one takes as long as a right one."""
    return hmac.compare_digest(sealed(purpose, text[:LENGTH]).encode(), text.encode())


def _seal(purpose: str, code: str) -> str:
    number = int.from_bytes(hmac.digest(_key(), f"{purpose}:{code}".encode(), "sha256"))
    letters = []
    for _ in range(SEAL_LENGTH):
        number, place = divmod(number, len(ALPHABET))
        letters.append(ALPHABET[place])
    return "".join(letters)


@cache
def _key() -> bytes:
    return read_or_make_key(settings.HOME / "keys" / "replies.key").encode()
