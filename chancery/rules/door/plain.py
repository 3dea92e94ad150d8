"""The plain admission: what nearly every scan is, and what can be counted without looking at the others."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Count:
    """What the scans of a party have added up to so far."""

    came: int
    inside: int
    expected: int
    first_at: datetime | None
    last_at: datetime | None
    in_doubt: bool


def plainly_admitted(count: Count, *, people: int, at: datetime) -> Count | None:
    """
    Count an admission that comes in its time, or return None where all scans of the party must be looked at.

    It is plain where it is later than everything counted, nobody of the party is out, none is in doubt, and
    with these people no more come than are expected. Then it leads where `standing_of` over all scans leads,
    provided that no scan takes it back already.
    Units: `at` is the true time, aware; one at the moment of the last is not later.
    Source: docs/rules/door.md.
    """
    if count.in_doubt or count.came != count.inside or count.came + people > count.expected:
        return None
    if count.last_at is not None and at <= count.last_at:
        return None
    came = count.came + people
    return Count(came, came, count.expected, count.first_at or at, at, in_doubt=False)
