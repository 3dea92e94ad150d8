"""
The drawing of a room as it is stored, and the room that follows from it.

Shape: `{"width": cm, "depth": cm, "furniture": [piece, …], "seats": {id of a seat: what is special, …}}`. A
piece has "id", "kind", "x" and "y" of its middle, "turned" in degrees clockwise, "label", "zone" and the
numbers of its kind; docs/rules/seating-rooms.md lists them. Ids of seats follow from the id of the piece and
the number of the seat: `A-3-12` in rows, `T4-7` at a table; moving and turning changes none.
"""

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any, Final

from chancery.rules.reasons import Phrase, gettext_noop
from chancery.rules.seating.furniture import bends, free, marks, rows, tables
from chancery.rules.seating.furniture.piece import LONGEST_TEXT, Piece, id_of
from chancery.rules.seating.furniture.spots import Group, Point, Spot
from chancery.rules.seating.refused import LayoutRefused
from chancery.rules.seating.room import Mark, MarkKind, Room, Seat, Shape, Unit

__all__ = ["KINDS", "LayoutRefused", "empty_layout", "read_layout", "without_lost_seats"]

MOST_SEATS: Final = 10_000
MOST_PIECES: Final = 2_000
SMALLEST, LARGEST = 100, 30_000
"""Centimetres of a side of a room."""
_KEYS: Final = frozenset({"width", "depth", "furniture", "seats"})
BEHIND: Final = 85.0
"""Centimetres from a chair to that of the interpreter behind it (R70)."""

KINDS: Final[Mapping[str, Callable[[Piece], list[Group]]]] = MappingProxyType(
    {
        "rows": rows.rows,
        "round": tables.round_table,
        "long": tables.long_table,
        "u": bends.u_table,
        "horseshoe": bends.horseshoe,
        "t": tables.t_table,
        "comb": bends.comb_table,
        "head": tables.head_table,
        "dais": tables.dais,
        "standing": rows.standing,
        "seats": free.free_seats,
    }
)
"""What each kind of furniture with seats makes of its numbers; all other kinds are marks."""

_ROOM = gettext_noop("the room")
_UNKNOWN_KEY = gettext_noop("The drawing of the room has “%(key)s”, which no room knows; take it out.")
_NO_LAYOUT = gettext_noop("The drawing of the room is written wrongly; it needs width, depth and furniture.")
_NO_PIECE = gettext_noop("Piece %(number)s of the furniture is written wrongly; write its values by name.")
_TWICE = gettext_noop("Two pieces of furniture have the id %(id)s; give one of them another.")
_SEAT_TWICE = gettext_noop("Two seats have the id %(id)s; give one of them another.")
_NO_KIND = gettext_noop("%(piece)s is of the kind “%(kind)s”, which no room knows; choose another.")
_OUTSIDE = gettext_noop("%(piece)s stands partly outside the room; move it in or make the room larger.")
_TOO_MANY = gettext_noop("The room has more than %(most)s seats; divide it into several rooms.")
_TOO_MANY_PIECES = gettext_noop("The room has more than %(most)s pieces of furniture; take some out.")
_NO_SEAT = gettext_noop("Something is noted for the seat %(id)s, which the room does not have; take it out.")
_NO_NOTE = gettext_noop("What is noted for the seat %(id)s is written wrongly; write its values by name.")


def empty_layout(width: float, depth: float) -> dict[str, Any]:
    """Return the drawing of an empty room; `width` and `depth` are centimetres."""
    return {"width": width, "depth": depth, "furniture": [], "seats": {}}


def read_layout(layout: Mapping[str, Any]) -> Room:
    """
    Return the room of a drawing.

    Shape: units in the order of the furniture; tables of one shape are counted from 1, rows have the number
    that they have from the stage. Chairs of interpreters stand last.
    Errors: LayoutRefused with one sentence for the first thing that is wrong.
    Source: R52, R53, R68-R76 in docs/rules/seating-rooms.md.
    """
    width, depth, written, notes = _parts(layout)
    building = _Building(width, depth)
    for number, item in enumerate(written, start=1):
        building.add(item, number)
    return building.room(notes)


def _parts(layout: Mapping[str, Any]) -> tuple[float, float, list[object], Mapping[object, object]]:
    """The width, the depth, the furniture and the notes of a drawing."""
    if not isinstance(layout, Mapping) or not layout.get("width") or not layout.get("depth"):
        raise LayoutRefused(_NO_LAYOUT)
    for key in layout:
        if key not in _KEYS:
            raise LayoutRefused(_UNKNOWN_KEY, key=str(key)[:LONGEST_TEXT])
    room = Piece(layout, Phrase(_ROOM))
    width = room.number("width", 0, SMALLEST, LARGEST)
    depth = room.number("depth", 0, SMALLEST, LARGEST)
    written, notes = room.items("furniture"), layout.get("seats") or {}
    if not isinstance(notes, Mapping):
        raise LayoutRefused(_NO_LAYOUT)
    if len(written) > MOST_PIECES:
        raise LayoutRefused(_TOO_MANY_PIECES, most=MOST_PIECES)
    return width, depth, written, notes


def without_lost_seats(layout: Mapping[str, Any]) -> dict[str, Any]:
    """
    Return the drawing without notes for seats that it no longer has.

    Errors: LayoutRefused where the drawing is wrong beside that.
    """
    known = read_layout({**layout, "seats": {}}).seat_of
    notes = layout.get("seats")
    if not notes:
        return dict(layout)
    return {**layout, "seats": {seat: note for seat, note in notes.items() if seat in known}}


@dataclass
class _Building:
    """A room while its pieces come in."""

    width: float
    depth: float
    ids: set[str] = field(default_factory=set)
    units: list[Unit] = field(default_factory=list)
    seats: list[Seat] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    counted: dict[Shape, int] = field(default_factory=dict)

    def add(self, written: object, number: int) -> None:
        """Take one piece in."""
        if not isinstance(written, Mapping):
            raise LayoutRefused(_NO_PIECE, number=number)
        piece_id = id_of(written, number)
        if piece_id in self.ids:
            raise LayoutRefused(_TWICE, id=piece_id)
        self.ids.add(piece_id)
        piece = Piece(written, piece_id)
        piece.text("id")
        stand = _Stand(
            piece.number("x", 0, 0, self.width),
            piece.number("y", 0, 0, self.depth),
            piece.number("turned", 0, -360, 360),
        )
        zone, kind = piece.text("zone"), str(written.get("kind"))
        if kind in KINDS:
            self._furnish(piece_id, KINDS[kind](piece), stand, zone)
        elif kind in MarkKind:
            self.marks.append(marks.mark(piece, MarkKind(kind), stand.x, stand.y, stand.turned))
        else:
            raise LayoutRefused(_NO_KIND, piece=piece_id, kind=kind[:40])
        piece.finish()

    def _furnish(self, piece_id: str, groups: list[Group], stand: "_Stand", zone: str) -> None:
        for group in groups:
            unit_id = f"{piece_id}-{group.suffix}" if group.suffix else piece_id
            seats = _seats(group, unit_id, stand, zone)
            if len(self.seats) + len(seats) > MOST_SEATS:
                raise LayoutRefused(_TOO_MANY, most=MOST_SEATS)
            outline = tuple(stand.moved(point) for point in group.outline)
            self._refuse_outside(piece_id, [*outline, *((seat.x, seat.y) for seat in seats)])
            self.seats += seats
            self.units.append(self._unit(unit_id, group, seats, zone, outline))

    def _unit(
        self, unit_id: str, group: Group, seats: list[Seat], zone: str, outline: tuple[Point, ...]
    ) -> Unit:
        self.counted[group.shape] = self.counted.get(group.shape, 0) + 1
        return Unit(
            unit_id,
            group.shape,
            group.label or unit_id,
            group.number or self.counted[group.shape],
            tuple(seat.id for seat in seats),
            group.aisles,
            zone,
            group.faces_room,
            group.capacity,
            outline,
        )

    def _refuse_outside(self, piece_id: str, points: list[Point]) -> None:
        """Refuse what leaves the room by more than what rounding makes."""
        if any(not (-1 <= x <= self.width + 1 and -1 <= y <= self.depth + 1) for x, y in points):
            raise LayoutRefused(_OUTSIDE, piece=piece_id)

    def room(self, notes: Mapping[object, object]) -> Room:
        """Return the room with what is noted for its seats."""
        places = {seat.id: index for index, seat in enumerate(self.seats)}
        if len(places) < len(self.seats):
            raise LayoutRefused(_SEAT_TWICE, id=_first_twice(self.seats))
        behind = []
        for seat_id, note in notes.items():
            index = places.get(str(seat_id))
            if index is None:
                raise LayoutRefused(_NO_SEAT, id=str(seat_id)[:40])
            self.seats[index], has_interpreter = _noted(self.seats[index], note)
            if has_interpreter:
                behind.append(_chair_behind(self.seats[index]))
        chairs = sorted(behind, key=lambda chair: places[chair.behind])
        for chair in chairs:
            if chair.id in places:
                raise LayoutRefused(_SEAT_TWICE, id=chair.id)
        if len(self.seats) + len(chairs) > MOST_SEATS:
            raise LayoutRefused(_TOO_MANY, most=MOST_SEATS)
        return Room(self.width, self.depth, tuple(self.units), (*self.seats, *chairs), tuple(self.marks))


@dataclass(frozen=True, slots=True)
class _Stand:
    """Where a piece stands and how it is turned."""

    x: float
    y: float
    turned: float

    def moved(self, point: Point) -> Point:
        """Return a point of the piece as it is in the room."""
        turn = math.radians(self.turned)
        x = self.x + point[0] * math.cos(turn) - point[1] * math.sin(turn)
        y = self.y + point[0] * math.sin(turn) + point[1] * math.cos(turn)
        return round(x, 2) + 0.0, round(y, 2) + 0.0


def _seats(group: Group, unit: str, stand: _Stand, zone: str) -> list[Seat]:
    made: list[Seat] = []
    for index, (spot, position) in enumerate(_with_positions(group.spots)):
        x, y = stand.moved((spot.x, spot.y))
        seat_id = spot.id or f"{unit}-{index + 1}"
        made.append(
            Seat(
                seat_id,
                unit,
                spot.label or str(index + 1),
                position,
                x,
                y,
                round((spot.facing + stand.turned) % 360, 2) % 360,
                spot.edge,
                zone,
                is_at_aisle=index in group.at_aisle,
            )
        )
    return made


def _with_positions(spots: tuple[Spot, ...]) -> Iterator[tuple[Spot, int]]:
    """Each chair with its position, which counts from 0 along its edge."""
    counted: dict[str, int] = {}
    for spot in spots:
        yield spot, counted.get(spot.edge, 0)
        counted[spot.edge] = counted.get(spot.edge, 0) + 1


def _noted(seat: Seat, note: object) -> tuple[Seat, bool]:
    """A seat with what is noted for it, and whether an interpreter sits behind it."""
    if not isinstance(note, Mapping):
        raise LayoutRefused(_NO_NOTE, id=seat.id)
    piece = Piece(note, seat.id)
    noted = replace(
        seat,
        label=piece.text("label", 20) or seat.label,
        zone=piece.text("zone") or seat.zone,
        is_blocked=piece.yes("blocked"),
        is_wheelchair=piece.yes("wheelchair"),
    )
    has_interpreter = piece.yes("interpreter")
    piece.finish()
    return noted, has_interpreter


def _chair_behind(seat: Seat) -> Seat:
    """The chair of an interpreter: behind a guest who looks ahead (R70)."""
    turn = math.radians(seat.facing)
    return replace(
        seat,
        id=f"{seat.id}-i",
        x=round(seat.x - BEHIND * math.sin(turn), 2) + 0.0,
        y=round(seat.y + BEHIND * math.cos(turn), 2) + 0.0,
        is_wheelchair=False,
        is_at_aisle=False,
        is_blocked=False,
        behind=seat.id,
    )


def _first_twice(seats: list[Seat]) -> str:
    seen: set[str] = set()
    for seat in seats:
        if seat.id in seen:
            return seat.id
        seen.add(seat.id)
    return ""
