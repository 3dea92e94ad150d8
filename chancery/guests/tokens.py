"""
What guests hold: the token of a reply link and the text of an entry pass.

A token is an opaque code and a seal over it that the office alone checks (chancery/base/seals.py); a pass is
signed, for a door without a network checks it too (chancery/base/passes.py).
"""

import hashlib
from collections.abc import Sequence

from chancery.base import passes
from chancery.base.seals import TOKEN_LENGTH, is_sealed, sealed
from chancery.guests.models import Invitation

__all__ = ["TOKEN_LENGTH", "digest_of", "is_token", "pass_for", "token_for", "typed_for"]


def token_for(code: str) -> str:
    """Return the token of the reply link with this code."""
    return sealed("reply", code)


def pass_for(invitation: Invitation, companions: Sequence[str] = ()) -> str:
    """Return what the entry pass of a party says to the door; before an answer as it is made out."""
    people = invitation.coming or 1 + len(companions)
    return passes.sign_pass(code=invitation.code, people=min(people, passes.MOST_PEOPLE))


def typed_for(invitation: Invitation) -> str:
    """Return what stands below the code of a pass: a door that cannot read the code takes it by hand."""
    return invitation.code.upper()


def is_token(text: str) -> bool:
    """Whether a text is a token of this installation; it takes as long for a wrong one as for a right one."""
    return is_sealed("reply", text)


def digest_of(token: str) -> str:
    """Return what is kept of a token: from it nobody gets the token back."""
    return hashlib.sha256(token.encode()).hexdigest()
