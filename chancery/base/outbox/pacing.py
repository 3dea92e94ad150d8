"""
When a message is tried again.

The waits come from the code of the message and the number of its tries, so that ten thousand messages do not
come back in one moment and the same message always waits as long.
"""

from datetime import timedelta
from hashlib import sha256

FIRST_WAIT = timedelta(minutes=4)
LONGEST_WAIT = timedelta(hours=4)
# The waits between them add up to nearly three days.
MOST_TRIES = 23
# Each of these may have reached the recipient, so they are few and far between.
FIRST_UNCERTAIN_WAIT = timedelta(minutes=10)
LONGEST_UNCERTAIN_WAIT = timedelta(days=1)
MOST_UNCERTAIN_TRIES = 5
# After a server took nothing at all: from 2 seconds to 5 minutes.
FIRST_PAUSE = 2.0
LONGEST_PAUSE = 300.0


def wait_after(code: str, tries: int) -> timedelta:
    """Return how long a message waits that was put off for the `tries`th time, counted from 1."""
    return _scattered(min(FIRST_WAIT * 2 ** min(tries - 1, 10), LONGEST_WAIT), code, tries)


def wait_after_uncertain(code: str, tries: int) -> timedelta:
    """Return how long a message waits whose acknowledgement was lost for the `tries`th time."""
    wait = min(FIRST_UNCERTAIN_WAIT * 4 ** min(tries - 1, 10), LONGEST_UNCERTAIN_WAIT)
    return _scattered(wait, code, tries)


def pause_after(troubles: int) -> float:
    """Return how many seconds to leave a server alone that took nothing `troubles` times in a row."""
    return min(FIRST_PAUSE * 2.0 ** min(troubles - 1, 20), LONGEST_PAUSE)


def _scattered(wait: timedelta, code: str, tries: int) -> timedelta:
    """Return nine to eleven tenths of the wait."""
    share = int.from_bytes(sha256(f"{code} {tries}".encode()).digest()[:4]) / 2**32
    return wait * (0.9 + 0.2 * share)
