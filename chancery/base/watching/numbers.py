"""The number of a request: in every line it writes to the log, in its answer, and on the page of a fault."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from uuid import uuid4

HEADER = "X-Request-ID"
current: ContextVar[str] = ContextVar("number of the request", default="")
trace: ContextVar[str] = ContextVar("number of the trace, where traces are written", default="")
_USABLE = re.compile(r"[A-Za-z0-9_-]{8,64}")


def number_for(given: str) -> str:
    """Return the number that a server in front gave, if it is one, else a new one."""
    return given if _USABLE.fullmatch(given) else uuid4().hex


@contextmanager
def going_on(number: str) -> Iterator[None]:
    """Write lines under the number of the request that asked for this work."""
    before = current.set(number)
    try:
        yield
    finally:
        current.reset(before)
