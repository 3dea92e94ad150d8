"""What changes which works hang in an exhibition, in which order and room."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db import transaction

from chancery.base import audit
from chancery.base.audit import Actor
from chancery.exhibition.models import Exhibit, Exhibition, Room, Work


class HangingChanged(Exception):
    """Works were added or taken out since the page was made; nothing is changed."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """The room and number that a work shall have; both may be empty."""

    room: str = ""
    number: str = ""


@transaction.atomic
def arrange(exhibition: Exhibition, codes: Sequence[str], wanted: Mapping[str, Wanted], *, by: Actor) -> int:
    """
    Put the works of an exhibition into an order, each in its room with its number; return how many changed.

    Shape: `codes` names every exhibit once; one that `wanted` does not name keeps its room and number.
    Errors: HangingChanged.
    """
    hung = {exhibit.code: exhibit for exhibit in exhibition.exhibits.select_for_update().order_by("pk")}
    if sorted(codes) != sorted(hung):
        raise HangingChanged
    rooms = {room.ref: room for room in exhibition.rooms.order_by("pk")}
    for position, code in enumerate(codes):
        hung[code].position = position
        if code in wanted:
            hung[code].room = rooms.get(wanted[code].room)
            hung[code].number = wanted[code].number
    return audit.update_all(list(hung.values()), by=by, code="exhibition.exhibit.changed")


@transaction.atomic
def add_works(exhibition: Exhibition, works: Iterable[Work], *, room: Room | None, by: Actor) -> int:
    """Hang works behind those that hang already, in the given order; return how many are new."""
    hung = set(exhibition.exhibits.select_for_update().order_by("pk").values_list("work_id", flat=True))
    new = [work for work in works if work.pk not in hung]
    rows = [
        Exhibit(exhibition=exhibition, work=work, room=room, position=position)
        for position, work in enumerate(new, start=len(hung))
    ]
    audit.create_all(rows, by=by, code="exhibition.exhibit.added")
    return len(rows)


@transaction.atomic
def take_out(exhibit: Exhibit, *, by: Actor) -> None:
    """Take a work out of an exhibition; it stays in the collection."""
    audit.delete(exhibit, by=by, code="exhibition.exhibit.deleted")
