"""The rooms of an office: read with their seats, drawn, with what their drawing decides."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, QuerySet
from django.http import Http404
from django.utils.translation import gettext as _

from chancery.accounts.models import Organiser
from chancery.base import history
from chancery.base.reasons import in_words
from chancery.rules.reasons import Reason
from chancery.rules.seating import honour
from chancery.rules.seating.drawing import Drawing, drawing_of
from chancery.rules.seating.layout import LayoutRefused, read_layout
from chancery.rules.seating.room import Room as DrawnRoom
from chancery.rules.seating.room import Shape
from chancery.seating.models import Room


@dataclass(frozen=True, slots=True)
class ReadRoom:
    """
    A room with its drawing.

    Shape: `room` and `drawing` are None where what is stored is no room; `refusal` says why in one sentence.
    """

    row: Room
    room: DrawnRoom | None
    drawing: Drawing | None
    refusal: str = ""

    @property
    def seats(self) -> int:
        """How many places it has, without chairs behind others and without blocked ones."""
        places = self.room.seats if self.room else ()
        return sum(1 for seat in places if not seat.behind and not seat.is_blocked)

    @property
    def size(self) -> str:
        """Its sides in metres."""
        if not self.room:
            return ""
        width, depth = (
            f"{side / 100:.2f}".rstrip("0").rstrip(".") for side in (self.room.width, self.room.depth)
        )
        return _("%(width)s × %(depth)s m") % {"width": width, "depth": depth}


def rooms_of(organiser: Organiser) -> QuerySet[Room]:
    """The rooms of an office with the number of plans made in each as `plan_count`."""
    found = Room.objects.filter(organiser=organiser).select_related("place", "source__organiser")
    return found.annotate(plan_count=Count("plans")).order_by("ref", "pk")


def room_of(organiser: Organiser, code: str) -> Room:
    """Return a room of the office. Errors: Http404 for any other."""
    found = rooms_of(organiser).filter(code=code).first()
    if found is None:
        raise Http404
    return found


def read(row: Room) -> ReadRoom:
    """Return a room as it is drawn; what came from elsewhere and is no room is said, never an error."""
    try:
        room = read_layout(row.layout)
    except LayoutRefused as refused:
        return ReadRoom(row, None, None, in_words(refused.reason))
    return ReadRoom(row, room, drawing_of(room))


def decided_by(room: DrawnRoom) -> list[Reason]:
    """What the drawing decides about honour, and what it leaves open (R52, R53, R73-R75)."""
    shapes = {unit.shape: unit for unit in room.units}
    reasons: list[Reason] = []
    if Shape.ROW in shapes:
        reasons += [honour.row_of_honour(room).reason, honour.half_of_honour(room).reason]
        reasons.append(honour.way_to_stage(room).reason)
    if Shape.LONG in shapes:
        reasons.append(honour.side_of_host(room, shapes[Shape.LONG]).reason)
    if Shape.ROUND in shapes:
        first = next(unit for unit in room.units if unit.shape == Shape.ROUND)
        reasons.append(honour.seat_of_host(room, first).reason)
    return reasons


@history.words_of("seating.plan", "layout")
@history.words_of("seating.room", "layout")
def _layout_in_words(layout: Any) -> str:
    """A drawing as the history tells it: how much stands in it."""
    if not layout:
        return ""
    try:
        count = len(read_layout(layout).seats)
    except LayoutRefused:
        return _("a drawing that cannot be read")
    words = {"pieces": len(layout["furniture"]), "seats": count}
    return _("pieces of furniture: %(pieces)s, seats: %(seats)s") % words
