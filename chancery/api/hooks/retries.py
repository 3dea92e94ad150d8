"""When a delivery is tried again: sooner at first, later then, and never all at one moment."""

from datetime import timedelta

# What is waited after each failure; after the last one nothing more is tried.
WAITS = (
    timedelta(seconds=5),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
    timedelta(hours=5),
    timedelta(hours=10),
    timedelta(hours=10),
)
MOST_TRIES = len(WAITS) + 1
JITTER = 0.2
# An endpoint that answered nothing good for so long is switched off.
FAILING_AT_MOST = timedelta(days=5)


def wait_after(tries: int, *, jitter: float, retry_after: int | None = None) -> timedelta | None:
    """
    Return what to wait after the given number of failed tries (at least 1), None where it was the last.

    `jitter` lies between -1 and 1 and moves the wait by up to a fifth. A receiver that asks for longer gets
    it, up to the longest wait there is.
    """
    if tries >= MOST_TRIES:
        return None
    wait = WAITS[tries - 1] * (1 + JITTER * jitter)
    asked = timedelta(seconds=min(retry_after or 0, WAITS[-1].total_seconds()))
    return max(wait, asked)
