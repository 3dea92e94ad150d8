"""Rooms that a ministry gives down: shown to its posts, taken over by them, seen beside their source."""

from collections.abc import Mapping
from typing import Any

from chancery.accounts.roles import Right
from chancery.directory.giving import GivenPages
from chancery.seating.actions import rooms as actions
from chancery.seating.models import Room
from chancery.seating.queries import rooms as queries


def _drawings(own: Room) -> Mapping[str, Any]:
    return {"drawings": [queries.read(row) for row in (own.source, own) if isinstance(row, Room)]}


pages = GivenPages(
    Room,
    kind="room",
    namespace="seating",
    home="room",
    edit=Right.SEATING_EDIT,
    view=Right.SEATING_VIEW,
    take=actions.take_room,
    renew=actions.take_newer_room,
    template="seating/room_taken.html",
    beside=_drawings,
)
