"""
What guests hold: the token of a reply link and the code of an entry pass.

Both are an opaque code and a seal over it, made with a key of the installation (chancery/base/seals.py).
"""

import hashlib

from chancery.base.seals import TOKEN_LENGTH, is_sealed, sealed

__all__ = ["TOKEN_LENGTH", "digest_of", "is_pass", "is_token", "pass_for", "token_for"]


def token_for(code: str) -> str:
    """Return the token of the reply link with this code."""
    return sealed("reply", code)


def pass_for(code: str) -> str:
    """Return what the entry pass of the invitation with this code says to the door, and to nobody else."""
    return sealed("pass", code)


def is_token(text: str) -> bool:
    """Whether a text is a token of this installation; it takes as long for a wrong one as for a right one."""
    return is_sealed("reply", text)


def is_pass(text: str) -> bool:
    """Whether a text stands on an entry pass of this installation."""
    return is_sealed("pass", text)


def digest_of(token: str) -> str:
    """Return what is kept of a token: from it nobody gets the token back."""
    return hashlib.sha256(token.encode()).hexdigest()
