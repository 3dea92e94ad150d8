"""Waking the postmen of this process when something was posted in it."""

import threading

_posted = threading.Condition()
_count = 0


def wake() -> None:
    """Let every postman of this process look for messages now."""
    global _count  # one bell for the process
    with _posted:
        _count += 1
        _posted.notify_all()


def rung() -> int:
    """Return how often the bell has rung, to be handed to `wait`."""
    return _count


def wait(seconds: float, *, since: int) -> bool:
    """Wait this long, or until the bell rings once more than `since`; return whether it did."""
    with _posted:
        return _posted.wait_for(lambda: _count != since, timeout=seconds)
