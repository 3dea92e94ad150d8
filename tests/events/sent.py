"""What a browser sends for the repeated rows of an event."""

from collections.abc import Mapping, Sequence
from typing import Any

from chancery.events.models import Event


def address(event: Event, path: str = "") -> str:
    """An address of an event."""
    return f"/o/{event.organiser.ref}/events/{event.code}/{path}"


def rows(prefix: str, rows: Sequence[Mapping[str, Any]], *, stored: int = 0) -> dict[str, str | list[str]]:
    """The fields of a formset whose first `stored` rows are in the database already."""
    sent: dict[str, str | list[str]] = {
        f"{prefix}-TOTAL_FORMS": str(len(rows)),
        f"{prefix}-INITIAL_FORMS": str(stored),
    }
    for number, row in enumerate(rows):
        for name, value in row.items():
            sent[f"{prefix}-{number}-{name}"] = value if isinstance(value, list) else str(value)
    return sent
