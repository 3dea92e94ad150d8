"""The rooms of plans as they are drawn; one that was read is kept, for a hall takes long to read."""

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from chancery.rules.seating.layout import read_layout
from chancery.rules.seating.room import Room


def room_drawn(layout: Mapping[str, Any]) -> Room:
    """The room of a drawing. Errors: LayoutRefused."""
    return _read(json.dumps(layout, sort_keys=True))


@lru_cache(maxsize=16)
def _read(layout: str) -> Room:
    return read_layout(json.loads(layout))
