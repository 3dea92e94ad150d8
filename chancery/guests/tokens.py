"""
What guests hold: the token of a reply link and the code of an entry pass.

Both are an opaque code and a seal over it, made with a key of the installation: nobody can make one up, and
the office makes the same one again without keeping it. `keys/replies.key` belongs into the backup.
"""

import hashlib
import hmac
from functools import cache

from django.conf import settings

from chancery.base.codes import ALPHABET, LENGTH
from chancery.base.keys import read_or_make_key

SEAL_LENGTH = 16
"""Letters of a seal: 77 bits beside the 57 of the code."""

TOKEN_LENGTH = LENGTH + SEAL_LENGTH


def token_for(code: str) -> str:
    """Return the token of the reply link with this code."""
    return code + _seal("reply", code)


def pass_for(code: str) -> str:
    """Return what the entry pass of the invitation with this code says to the door, and to nobody else."""
    return code + _seal("pass", code)


def is_token(text: str) -> bool:
    """Whether a text is a token of this installation; it takes as long for a wrong one as for a right one."""
    return _is_sealed("reply", text)


def is_pass(text: str) -> bool:
    """Whether a text stands on an entry pass of this installation."""
    return _is_sealed("pass", text)


def digest_of(token: str) -> str:
    """Return what is kept of a token: from it nobody gets the token back."""
    return hashlib.sha256(token.encode()).hexdigest()


def _is_sealed(purpose: str, text: str) -> bool:
    right = text[:LENGTH] + _seal(purpose, text[:LENGTH])
    return hmac.compare_digest(right.encode(), text.encode())


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
