"""What every page knows of the office it belongs to."""

from typing import Any

from django.http import HttpRequest

from chancery.accounts.access import Office
from chancery.accounts.roles import Right


def office(request: HttpRequest) -> dict[str, Any]:
    """Give templates `office` (None outside an office) and the rights of the reader as `may.<name>`."""
    current: Office | None = getattr(request, "office", None)
    rights = {} if current is None else {right.name.lower(): current.may(right) for right in Right}
    return {"office": current, "may": rights}
