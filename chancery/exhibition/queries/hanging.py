"""What hangs in an exhibition, in the order of the visit."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import F, QuerySet

from chancery.exhibition.models import Exhibit, Exhibition, Room


@dataclass(frozen=True, slots=True)
class Hung:
    """A work in its place; `number` is its own, else the next that no other has."""

    exhibit: Exhibit
    number: str


@dataclass(frozen=True, slots=True)
class Section:
    """A room with its works; `room` is None for works that hang in none."""

    room: Room | None
    works: Sequence[Hung]


def exhibits_of(exhibition: Exhibition) -> QuerySet[Exhibit]:
    """The works of an exhibition: room after room, those in no room last."""
    found = exhibition.exhibits.select_related("work__picture", "room")
    return found.order_by(F("room__position").asc(nulls_last=True), "room_id", "position", "pk")


def numbered(exhibits: Sequence[Exhibit]) -> list[Hung]:
    """
    Number works in the given order.

    Shape: one Hung per exhibit. A number that an exhibit has of its own is not counted again for another.
    """
    own = {exhibit.number for exhibit in exhibits if exhibit.number}
    hung, count = [], 0
    for exhibit in exhibits:
        number = exhibit.number
        while not number:
            count += 1
            number = "" if str(count) in own else str(count)
        hung.append(Hung(exhibit, number))
    return hung


def sections_of(exhibition: Exhibition, hung: Sequence[Hung]) -> list[Section]:
    """Every room in its order, empty ones too; at the end what hangs in none, where there is any."""
    rooms = list(exhibition.rooms.order_by("position", "pk"))
    sections = [Section(room, [each for each in hung if each.exhibit.room_id == room.pk]) for room in rooms]
    loose = [each for each in hung if each.exhibit.room_id is None]
    return [*sections, Section(None, loose)] if loose or not rooms else sections
