"""
What the installation writes about itself: what happened and where in the program, and nothing of any guest.

What a library or the database says of a fault may hold the values it failed on, a name or an address among
them, so that only the kind and the place of a fault are written. An address may hold a key, so that the
pattern of it is written. See docs/admin/operation.md.
"""

import json
import logging
import re
import traceback
from datetime import UTC, datetime
from types import TracebackType
from typing import Any

from chancery.base.watching import numbers

_KEY = re.compile(r"(/[hrsd]/)[^/\s?#'\"<>]+")

SIGN_IN = ("account", "address", "by", "why", "network")

FIELDS = ("method", "route", "status", "work", "job", "state", "milliseconds", *SIGN_IN)
"""What else a line may hold; anything more that a library adds to a record is left out."""

type Fault = tuple[type[BaseException], BaseException, TracebackType | None]


class Plain(logging.Formatter):
    """Lines for people: the message, the number of the request, and where a fault was."""

    def format(self, record: logging.LogRecord) -> str:
        number = numbers.current.get()
        line = message_of(record) + (f" [{number}]" if number else "")
        return "\n".join([line, *_fault_of(record)])


class AsJson(logging.Formatter):
    """Lines for programs: one JSON object each."""

    def format(self, record: logging.LogRecord) -> str:
        words: dict[str, Any] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": message_of(record),
            "request": numbers.current.get() or None,
            "trace": numbers.trace.get() or None,
            "fault": "\n".join(_fault_of(record)) or None,
        }
        words |= {name: getattr(record, name, None) for name in FIELDS}
        return json.dumps({name: value for name, value in words.items() if value is not None}, default=str)


def message_of(record: logging.LogRecord) -> str:
    """The message of a record, with the pattern of an address in the place of the address."""
    request = getattr(record, "request", None)
    if request is not None and record.name.startswith("django."):
        match = getattr(request, "resolver_match", None)
        words = str(record.args[0]) if isinstance(record.args, tuple) and record.args else record.name
        return f"{words}: {f'/{match.route}' if match else '(no page)'}"
    return without_keys(record.getMessage())


def without_keys(text: str) -> str:
    """Return a text with the tokens of its links left out."""
    return _KEY.sub(r"\1…", text)


def _fault_of(record: logging.LogRecord) -> list[str]:
    """Where a fault was and of what kind, the first cause first; what it said is left out."""
    if not record.exc_info or record.exc_info[1] is None:
        return []
    return [line for fault in _causes(record.exc_info[1]) for line in _lines_of(fault)]


def _causes(fault: BaseException) -> list[BaseException]:
    found: list[BaseException] = []
    at: BaseException | None = fault
    while at is not None and at not in found:
        found.insert(0, at)
        at = at.__cause__ or (None if at.__suppress_context__ else at.__context__)
    return found


def _lines_of(fault: BaseException) -> list[str]:
    places = [
        f'  File "{at.filename}", line {at.lineno}, in {at.name}'
        for at in traceback.extract_tb(fault.__traceback__)
    ]
    kind = f"{type(fault).__module__}.{type(fault).__qualname__}".removeprefix("builtins.")
    return [*places, f"{kind}{_constraint_of(fault)}"]


def _constraint_of(fault: BaseException) -> str:
    """What PostgreSQL says was broken, by its name in the tables."""
    told = getattr(fault, "diag", None)
    named = [told.sqlstate, told.constraint_name] if told is not None else []
    return "".join(f" {name}" for name in named if name)
