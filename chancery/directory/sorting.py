"""How a person is sorted where nobody has said it otherwise."""

from collections.abc import Mapping, Sequence
from typing import Any


def sorted_as(names: Sequence[Mapping[str, Any]]) -> str:
    """Return “Family, Given” of the first name where its parts are known, else the name as printed."""
    if not names:
        return ""
    main = names[0]
    if main.get("family") and main.get("given"):
        return f"{main['family']}, {main['given']}"[:200]
    return str(main.get("printed", ""))
