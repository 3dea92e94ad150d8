"""
Where a party sits, as the app that seats people hands it in: the guests know of no seating.

The entry passes of the reply pages say it where it is told.
"""

from collections.abc import Callable, Sequence

from chancery.guests.models import Invitation

type Teller = Callable[[Invitation, str], Sequence[str]]
"""The lines that tell a party in a language where it sits; none where nothing is told."""

_TELLERS: list[Teller] = []


def teller(tell: Teller) -> Teller:
    """Register what tells where a party sits: `@seats.teller`."""
    _TELLERS.append(tell)
    return tell


def seats_of(invitation: Invitation, language: str) -> list[str]:
    """Return the lines that tell a party in `language` where it sits."""
    return [line for tell in _TELLERS for line in tell(invitation, language)]
