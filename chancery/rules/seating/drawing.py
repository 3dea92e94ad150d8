"""A room as plain shapes: one geometry for the page, the exported drawing and the printed plan."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import cos, dist, radians, sin

from chancery.rules.seating.room import Mark, MarkKind, Room, Seat, Shape, Unit

type Point = tuple[float, float]

SEAT_RADIUS = 21.0
CHAIR_BEHIND_RADIUS = 16.0
# How far from its first and last seat the name of a row stands.
ROW_LABEL_AT = 52.0
MARGIN = 60.0


@dataclass(frozen=True, slots=True)
class Outline:
    """
    The top of a table, or the zone in which people stand.

    Shape: either a circle about `centre` of `radius`, with no `corners`; or `corners` in turn, and `radius`
    0. A row has neither, only its label, once at each end: `labels_at` are the middles of the text `label`.
    Units: centimetres in the room.
    """

    unit: str
    shape: Shape
    label: str
    labels_at: tuple[Point, ...]
    corners: tuple[Point, ...] = ()
    centre: Point = (0.0, 0.0)
    radius: float = 0.0


@dataclass(frozen=True, slots=True)
class DrawnMark:
    """A door, window, stage or the like: four corners, and where the middle of its text stands."""

    kind: MarkKind
    label: str
    label_at: Point
    corners: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """
    A room to be drawn.

    Shape: `outlines` in the order of the units, `seats` in that of the room; a seat is a circle of
    `radius_of` about its `x` and `y`, with its back opposite to `facing`. `honour` are the middles of the
    stars that mark the side of honour, empty where it is not known.
    Units: centimetres, `x` to the right and `y` down from the upper left corner of the room; around it
    `MARGIN` stays free for doors, windows and labels.
    """

    width: float
    depth: float
    outlines: tuple[Outline, ...]
    marks: tuple[DrawnMark, ...]
    seats: tuple[Seat, ...]
    honour: tuple[Point, ...] = ()


def drawing_of(room: Room, *, honour: Iterable[Point] = ()) -> Drawing:
    """
    Draw a room.

    Shape: as `Drawing` says; the same room gives the same drawing. An empty room gives an empty floor.
    Ties: none; what overlaps is drawn in the order of the room, seats last.
    """
    return Drawing(
        width=room.width,
        depth=room.depth,
        outlines=tuple(_outline(unit, [room.seat_of[seat] for seat in unit.seats]) for unit in room.units),
        marks=tuple(_drawn(mark) for mark in room.marks),
        seats=room.seats,
        honour=tuple(honour),
    )


def radius_of(seat: Seat) -> float:
    """Return the radius of a seat in centimetres; a chair behind another one is smaller (R70)."""
    return CHAIR_BEHIND_RADIUS if seat.behind else SEAT_RADIUS


def turned_about(point: Point, centre: Point, degrees: float) -> Point:
    """Turn a point about another one, clockwise as the drawing is seen."""
    x, y = point[0] - centre[0], point[1] - centre[1]
    c, s = cos(radians(degrees)), sin(radians(degrees))
    return centre[0] + x * c - y * s, centre[1] + x * s + y * c


def _outline(unit: Unit, seats: list[Seat]) -> Outline:
    if unit.shape is Shape.ROW:
        return Outline(unit.id, unit.shape, unit.label, _ends_of_row(seats))
    if not unit.outline:
        return Outline(unit.id, unit.shape, unit.label, (_middle([(seat.x, seat.y) for seat in seats]),))
    centre = _middle(unit.outline)
    if unit.shape is Shape.ROUND:
        radius = max(dist(centre, corner) for corner in unit.outline)
        return Outline(unit.id, unit.shape, unit.label, (centre,), centre=centre, radius=radius)
    return Outline(unit.id, unit.shape, unit.label, (_inside(unit.outline, centre),), unit.outline, centre)


def _ends_of_row(seats: list[Seat]) -> tuple[Point, ...]:
    """The label stands beyond both ends, at the level of the row as its sitters look."""
    if not seats:
        return ()
    first, last = seats[0], seats[-1]
    left = turned_about((first.x - ROW_LABEL_AT, first.y), (first.x, first.y), first.facing)
    right = turned_about((last.x + ROW_LABEL_AT, last.y), (last.x, last.y), last.facing)
    return left, right


def _middle(points: Iterable[Point]) -> Point:
    """Return the middle of the rectangle about the points; that of nothing is the corner of the room."""
    listed = list(points)
    if not listed:
        return 0.0, 0.0
    across, down = [x for x, _y in listed], [y for _x, y in listed]
    return (min(across) + max(across)) / 2, (min(down) + max(down)) / 2


def _inside(corners: tuple[Point, ...], centre: Point) -> Point:
    """Return the middle where it is on the table, else the middle of its longest side drawn in a little."""
    if _holds(corners, centre):
        return centre
    sides = list(zip(corners, (*corners[1:], corners[0]), strict=True))
    one, other = max(sides, key=lambda side: round(dist(*side), 6))
    at = _middle((one, other))
    away = dist(at, centre) or 1.0
    step = min(35.0, away)
    return at[0] + (centre[0] - at[0]) * step / away, at[1] + (centre[1] - at[1]) * step / away


def _holds(corners: tuple[Point, ...], point: Point) -> bool:
    """Whether a point is inside, by counting the sides that a ray to the right crosses."""
    x, y = point
    is_inside = False
    for (x1, y1), (x2, y2) in zip(corners, (*corners[1:], corners[0]), strict=True):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            is_inside = not is_inside
    return is_inside


def _drawn(mark: Mark) -> DrawnMark:
    half, deep = mark.width / 2, mark.depth / 2
    square = ((-half, -deep), (half, -deep), (half, deep), (-half, deep))
    middle = (mark.x, mark.y)
    corners = tuple(turned_about((mark.x + x, mark.y + y), middle, mark.turned) for x, y in square)
    return DrawnMark(mark.kind, mark.label, middle, corners)
