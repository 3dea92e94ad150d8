"""Where an awaited party is: here, on the way, or not here though its time has come (R89)."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

MINUTE = timedelta(minutes=1)


class Where(StrEnum):
    """Where a party is; the words for it belong to the page."""

    AWAITED = "awaited"
    ON_THE_WAY = "on-the-way"
    AT_THE_DOOR = "at-the-door"
    HERE = "here"
    GONE = "gone"
    MISSING = "missing"
    WAIVED = "waived"
    NOT_COUNTED = "not-counted"


@dataclass(frozen=True, slots=True)
class Known:
    """
    What is known of the coming of one party.

    Shape: `announced` is what somebody said (`Where.ON_THE_WAY`, `Where.AT_THE_DOOR`), None for nothing.
    Units: people in `came` and `inside`; `until` is the moment by which the party is awaited, None where no
    time is known. `is_waived` where the office stopped waiting.
    """

    came: int = 0
    inside: int = 0
    announced: Where | None = None
    until: datetime | None = None
    is_waived: bool = False


def where_of(known: Known, *, now: datetime, is_counted: bool = True) -> Where:
    """
    Tell where a party is at a moment.

    Shape: who has come is here, or gone again; a presence is never concluded from an announcement. Nobody is
    missing without a time to be there by. `is_counted` is false where an event is over and nobody was counted
    at its doors: then nothing is known of who has not come.
    Ties: exactly at `until` a party is still awaited.
    Source: R89 in docs/user/arrivals.md.
    """
    if known.came:
        return Where.HERE if known.inside else Where.GONE
    if known.announced:
        return known.announced
    if not is_counted:
        return Where.NOT_COUNTED
    if known.is_waived:
        return Where.WAIVED
    return Where.MISSING if known.until is not None and now > known.until else Where.AWAITED


def minutes_late(until: datetime | None, *, now: datetime) -> int:
    """
    Count how many whole minutes a party is late; 0 without a time, and before it.

    Units: minutes, the begun one counts only once it is full.
    """
    return max(0, (now - until) // MINUTE) if until else 0
