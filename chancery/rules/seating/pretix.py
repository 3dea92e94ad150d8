"""
Seat plans in the public format of pretix: a plan of its own becomes a room, a room becomes a plan of its own.

Shape of the format: `name`, `categories` by name and colour, `size`, and `zones` with a position, `rows` of
seats and `areas` for all else. A seat has `seat_guid`, `seat_number`, `category` and its position within its
row, a row within its zone. Units: whole pixels; two centimetres are taken as one.
Source: seating-plan.schema.json of pretix, version 0.0.1.
"""

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Any, Final

from chancery.rules.reasons import Reason, gettext_noop
from chancery.rules.seating.furniture.free import LONGEST_ID
from chancery.rules.seating.layout import MOST_SEATS, read_layout
from chancery.rules.seating.refused import LayoutRefused
from chancery.rules.seating.room import Mark, Room, Seat, Shape, Unit

type Point = tuple[float, float]

CENTIMETRES: Final = 2.0
"""Centimetres of one pixel: chairs of pretix are drawn 25 to 27 pixels apart."""
MARGIN: Final = 100.0
FARTHEST: Final = 15_000
"""Pixels within which anything of a plan may stand."""
_FARTHEST_WRITTEN: Final = 1e9
COLOURS: Final = ("#5b7fa6", "#a6835b", "#6f9a5b", "#8f5ba6", "#a65b6b", "#5ba69c")
WITHOUT_ZONE: Final = "Seats"
_ID: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:-]*")

_NOT_A_PLAN = gettext_noop("The file is no seat plan of pretix: “%(key)s” is missing or written wrongly.")
_BAD_ROW = gettext_noop("Row %(row)s of zone %(zone)s cannot be read; correct it in the file.")
_BAD_SEAT = gettext_noop("Seat %(seat)s in row %(row)s of zone %(zone)s cannot be read; correct the file.")
_FAR = gettext_noop("Seat %(seat)s in row %(row)s of zone %(zone)s stands too far away; correct the file.")
_NO_SEATS = gettext_noop("The plan has no seats.")
_TOO_MANY = gettext_noop("The plan has more than %(most)s seats; divide it into several rooms.")
_TOO_LARGE = gettext_noop("The plan is larger than 300 m; make it smaller.")

_AREAS_LEFT = gettext_noop("Drawn areas are left out (%(count)s): a room knows only what stands in it.")
_COLOURS_LEFT = gettext_noop("The colours of categories are left out; the categories became zones.")
_GUIDS_CHANGED = gettext_noop(
    "Some seats have new ids (%(count)s), because theirs are too long or stand there twice."
)
_LEFT_TABLES = gettext_noop(
    "Tables are drawn as rows of seats and as areas; the form of a table is left out."
)
_LEFT_STANDING = gettext_noop("Places to stand become seats.")
_LEFT_CHAIRS = gettext_noop("Chairs of interpreters are left out (%(count)s).")
_LEFT_DIRECTIONS = gettext_noop("Where people look is left out; read again, all look to the top.")
_LEFT_NOTES = gettext_noop("What is blocked or for wheelchairs is left out.")
_LEFT_AISLES = gettext_noop("Aisles are left out; the seats beside them stand where they stood.")
_ROUNDED = gettext_noop("Places are rounded to two centimetres.")


@dataclass(frozen=True, slots=True)
class Imported:
    """A drawing that was read, and what of the plan it could not hold."""

    name: str
    layout: Mapping[str, Any]
    left_out: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Exported:
    """A plan for pretix, and what of the room it could not hold."""

    plan: Mapping[str, Any]
    left_out: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class _Read:
    """A seat of a plan, with where it stands in pixels."""

    guid: str
    number: str
    category: str
    at: Point


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of a plan; `zone_number` counts zones from 1."""

    zone_number: int
    zone: str
    name: str
    seats: tuple[_Read, ...]


def read_plan(plan: object) -> Imported:
    """
    Return the room of a plan of pretix.

    Shape: one piece of furniture for each zone, of the kind "seats"; categories become zones of the room,
    numbers become labels; the id of a seat stays where it can. Seats look to the top of the drawing.
    Errors: LayoutRefused with one sentence for the first thing that is wrong.
    """
    outer = _mapping(plan, "zones")
    zones = [_mapping(zone, "zones") for zone in _items(outer, "zones")]
    rows = [row for number, zone in enumerate(zones, start=1) for row in _rows(zone, number)]
    count = sum(len(row.seats) for row in rows)
    if not count:
        raise LayoutRefused(_NO_SEATS)
    if count > MOST_SEATS:
        raise LayoutRefused(_TOO_MANY, most=MOST_SEATS)
    drawing = _Drawing(rows)
    left = [*_lost_areas(zones), *_lost_colours(outer)]
    if drawing.renamed:
        left.append(Reason(_GUIDS_CHANGED, {"count": str(drawing.renamed)}))
    name = outer.get("name")
    read_layout(drawing.layout)
    return Imported(name.strip()[:80] if isinstance(name, str) else "", drawing.layout, tuple(left))


def write_plan(room: Room, name: str) -> Exported:
    """
    Return a room as a plan of pretix.

    Shape: a zone for each piece of furniture and a row for each unit; zones of the room become categories.
    The ids of seats stay, so that reading the plan gives the same seats.
    """
    units = [unit for unit in room.units if unit.seats]
    names = sorted({_category(seat) for seat in room.seats if not seat.behind})
    categories = [{"name": zone, "color": COLOURS[index % len(COLOURS)]} for index, zone in enumerate(names)]
    areas = [_area_of_mark(mark) for mark in room.marks] + [
        area for unit in room.units if unit.outline for area in [_area_of_table(unit)]
    ]
    is_named = len({unit.label for unit in units}) < len(units)
    zones = [_zone(piece if is_named else "", of_piece, room) for piece, of_piece in _by_piece(units)]
    drawn = {"name": "", "position": _position(0, 0), "rows": [], "areas": areas}
    plan = {
        "name": name,
        "categories": categories,
        "zones": [*zones, drawn] if areas else zones,
        "size": {"width": _pixels(room.width), "height": _pixels(room.depth)},
    }
    return Exported(plan, tuple(_lost_of(room)))


def _rows(zone: Mapping[str, Any], number: int) -> list[_Row]:
    """The rows of a zone that have seats."""
    name = zone.get("name")
    shown = name.strip()[:30] if isinstance(name, str) else ""
    corner = _point(zone.get("position")) or (0.0, 0.0)
    rows = [
        _row(row, index, number, shown, corner) for index, row in enumerate(_items(zone, "rows"), start=1)
    ]
    return [row for row in rows if row.seats]


def _row(row: object, index: int, zone_number: int, zone: str, corner: Point) -> _Row:
    if not isinstance(row, Mapping) or not isinstance(row.get("seats"), list):
        raise LayoutRefused(_BAD_ROW, row=index, zone=zone or zone_number)
    name = row.get("row_number")
    shown = str(name).strip()[:40] if isinstance(name, str | int) else ""
    x, y = _point(row.get("position")) or (0.0, 0.0)
    corner = corner[0] + x, corner[1] + y
    where = {"row": shown or index, "zone": zone or zone_number}
    seats = [_seat(seat, number, where, corner) for number, seat in enumerate(row["seats"], start=1)]
    return _Row(zone_number, zone, shown or str(index), tuple(_from_left(seats)))


def _from_left(seats: list[_Read]) -> list[_Read]:
    """Seats that run to the left are turned round: whoever looks to the top has the left at the left."""
    runs_left = all(after.at[0] < before.at[0] for before, after in pairwise(seats))
    return seats[::-1] if runs_left else seats


def _seat(seat: object, number: int, where: Mapping[str, object], corner: Point) -> _Read:
    point = _point(seat.get("position")) if isinstance(seat, Mapping) else None
    if not isinstance(seat, Mapping) or point is None:
        raise LayoutRefused(_BAD_SEAT, seat=number, **where)
    guid, label, category = (seat.get(key) for key in ("seat_guid", "seat_number", "category"))
    if not isinstance(guid, str) or not isinstance(label, str | int) or not isinstance(category, str):
        raise LayoutRefused(_BAD_SEAT, seat=number, **where)
    at = corner[0] + point[0], corner[1] + point[1]
    if not max(map(abs, at)) <= FARTHEST:
        raise LayoutRefused(_FAR, seat=number, **where)
    return _Read(guid, str(label)[:20], category.strip()[:80], at)


class _Drawing:
    """The drawing of rows that were read."""

    def __init__(self, rows: Sequence[_Row]) -> None:
        self._taken: set[str] = set()
        self.renamed = 0
        points = [seat.at for row in rows for seat in row.seats]
        self._left = min(x for x, _y in points) * CENTIMETRES - MARGIN
        self._top = min(y for _x, y in points) * CENTIMETRES - MARGIN
        width = max(x for x, _y in points) * CENTIMETRES - self._left + MARGIN
        depth = max(y for _x, y in points) * CENTIMETRES - self._top + MARGIN
        if max(width, depth) > 30_000:
            raise LayoutRefused(_TOO_LARGE)
        notes: dict[str, Any] = {}
        zones = [list(of_zone) for _number, of_zone in groupby(rows, key=lambda row: row.zone_number)]
        furniture = [
            self._piece(f"P{number}", of_zone, len(zones) > 1, notes)
            for number, of_zone in enumerate(zones, start=1)
        ]
        self.layout = {"width": width, "depth": depth, "furniture": furniture, "seats": notes}

    def _piece(
        self, piece: str, rows: Sequence[_Row], is_named: bool, notes: dict[str, Any]
    ) -> dict[str, Any]:
        places = [self._in_room(seat.at) for row in rows for seat in row.seats]
        x = (min(at[0] for at in places) + max(at[0] for at in places)) / 2
        y = (min(at[1] for at in places) + max(at[1] for at in places)) / 2
        written = [
            {"label": row.name, "seats": self._seats(row, f"{piece}-{index}", (x, y), notes)}
            for index, row in enumerate(rows, start=1)
        ]
        label = rows[0].zone if is_named else ""
        return {"id": piece, "kind": "seats", "x": x, "y": y, "label": label, "rows": written}

    def _seats(self, row: _Row, unit: str, middle: Point, notes: dict[str, Any]) -> list[dict[str, Any]]:
        return [
            self._seat(seat, f"{unit}-{number}", middle, notes)
            for number, seat in enumerate(row.seats, start=1)
        ]

    def _in_room(self, at: Point) -> Point:
        return at[0] * CENTIMETRES - self._left, at[1] * CENTIMETRES - self._top

    def _seat(self, seat: _Read, usual: str, middle: Point, notes: dict[str, Any]) -> dict[str, Any]:
        seat_id = self._id(seat.guid, usual)
        if seat.category and seat.category != WITHOUT_ZONE:
            notes[seat_id] = {"zone": seat.category}
        x, y = self._in_room(seat.at)
        return {"id": seat_id, "label": seat.number, "x": x - middle[0], "y": y - middle[1]}

    def _id(self, guid: str, usual: str) -> str:
        """The id of the plan where it can be one here; else a new one."""
        if len(guid) <= LONGEST_ID - 2 and _ID.fullmatch(guid) and guid not in self._taken:
            self._taken.add(guid)
            return guid
        self.renamed += 1
        while usual in self._taken:
            usual += "x"
        self._taken.add(usual)
        return usual


def _lost_areas(zones: Iterable[Mapping[str, Any]]) -> list[Reason]:
    count = sum(len(areas) for zone in zones if isinstance(areas := zone.get("areas"), list))
    return [Reason(_AREAS_LEFT, {"count": str(count)})] if count else []


def _lost_colours(plan: Mapping[str, Any]) -> list[Reason]:
    categories = plan.get("categories")
    return [Reason(_COLOURS_LEFT)] if isinstance(categories, list) and categories else []


def _items(written: Mapping[str, Any], key: str) -> list[object]:
    found = written.get(key)
    if not isinstance(found, list):
        raise LayoutRefused(_NOT_A_PLAN, key=key)
    return found


def _mapping(written: object, key: str) -> Mapping[str, Any]:
    if not isinstance(written, Mapping):
        raise LayoutRefused(_NOT_A_PLAN, key=key)
    return written


def _point(written: object) -> Point | None:
    """A position, None where it is none."""
    if not isinstance(written, Mapping):
        return None
    x, y = written.get("x"), written.get("y")
    if isinstance(x, bool) or isinstance(y, bool):
        return None
    if not isinstance(x, int | float) or not isinstance(y, int | float):
        return None
    # A whole number may be longer than any float; both that and no number at all are too far away.
    if not (abs(x) <= _FARTHEST_WRITTEN and abs(y) <= _FARTHEST_WRITTEN):
        return _FARTHEST_WRITTEN, _FARTHEST_WRITTEN
    return float(x), float(y)


def _by_piece(units: Sequence[Unit]) -> list[tuple[str, list[Unit]]]:
    """Units that follow each other and belong to one piece of furniture."""
    pieces = groupby(units, key=lambda unit: unit.id.partition("-")[0])
    return [(piece, list(of_piece)) for piece, of_piece in pieces]


def _zone(name: str, units: Sequence[Unit], room: Room) -> dict[str, Any]:
    return {
        "name": name,
        "position": _position(0, 0),
        "rows": [_row_of(unit, room) for unit in units],
        "areas": [],
    }


def _row_of(unit: Unit, room: Room) -> dict[str, Any]:
    seats = [room.seat_of[seat] for seat in unit.seats]
    return {
        "row_number": unit.label,
        "position": _position(0, 0),
        "seats": [
            {
                "seat_guid": seat.id,
                "seat_number": seat.label,
                "category": _category(seat),
                "position": _position(seat.x, seat.y),
            }
            for seat in seats
        ],
    }


def _category(seat: Seat) -> str:
    return seat.zone or WITHOUT_ZONE


def _area_of_mark(mark: Mark) -> dict[str, Any]:
    return _area((mark.x, mark.y), mark.width, mark.depth, mark.turned, mark.label or mark.kind)


def _area_of_table(unit: Unit) -> dict[str, Any]:
    """The box about a table top, which the format cannot draw otherwise."""
    left, right = min(x for x, _y in unit.outline), max(x for x, _y in unit.outline)
    top, bottom = min(y for _x, y in unit.outline), max(y for _x, y in unit.outline)
    middle = (left + right) / 2, (top + bottom) / 2
    return _area(middle, right - left, bottom - top, 0, unit.label)


def _area(middle: Point, width: float, depth: float, turned: float, text: str) -> dict[str, Any]:
    return {
        "color": "#eeeae0",
        "border_color": "#8a8577",
        "width": max(1, _pixels(width)),
        "height": max(1, _pixels(depth)),
        "position": _position(middle[0] - width / 2, middle[1] - depth / 2),
        "rotation": turned,
        "text": text,
    }


def _position(x: float, y: float) -> dict[str, int]:
    return {"x": _pixels(x), "y": _pixels(y)}


def _pixels(centimetres: float) -> int:
    return math.floor(centimetres / CENTIMETRES + 0.5)


def _lost_of(room: Room) -> list[Reason]:
    """What of a room the format does not hold."""
    shapes = {unit.shape for unit in room.units}
    chairs = sum(1 for seat in room.seats if seat.behind)
    lost = [
        (bool(shapes - {Shape.ROW, Shape.STANDING}), Reason(_LEFT_TABLES)),
        (Shape.STANDING in shapes, Reason(_LEFT_STANDING)),
        (any(unit.aisles for unit in room.units), Reason(_LEFT_AISLES)),
        (any(seat.facing for seat in room.seats), Reason(_LEFT_DIRECTIONS)),
        (chairs > 0, Reason(_LEFT_CHAIRS, {"count": str(chairs)})),
        (any(seat.is_blocked or seat.is_wheelchair for seat in room.seats), Reason(_LEFT_NOTES)),
        (any(seat.x % 2 or seat.y % 2 for seat in room.seats), Reason(_ROUNDED)),
    ]
    return [reason for is_lost, reason in lost if is_lost]
