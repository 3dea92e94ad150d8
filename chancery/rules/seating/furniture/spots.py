"""Places about a piece of furniture before it is moved and turned: runs of chairs along edges."""

import math
from dataclasses import dataclass
from typing import Final

from chancery.rules.reasons import gettext_noop
from chancery.rules.seating.refused import LayoutRefused
from chancery.rules.seating.room import Edge, Shape

type Point = tuple[float, float]

CHAIR: Final = 35.0
"""Centimetres from the edge of a table to the middle of the chair at it."""
NARROWEST: Final = 35.0
"""Centimetres that the narrowest chair takes."""
_TOO_NARROW = gettext_noop(
    "%(seats)s seats need %(need)s cm on one edge of %(piece)s, which has %(length)s cm; "
    "make it longer or take seats away."
)


@dataclass(frozen=True, slots=True)
class Spot:
    """A chair; centimetres from the middle of its piece, degrees clockwise from the top of the drawing."""

    x: float
    y: float
    facing: float
    edge: Edge = Edge.ONLY
    label: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """
    A row or table before it is moved and turned.

    Shape: `spots` edge by edge, along each from the sitters' own left to their own right. `suffix` tells
    rows of one piece from each other; `number` is 0 where units of the shape are counted through the room.
    """

    shape: Shape
    spots: tuple[Spot, ...]
    outline: tuple[Point, ...] = ()
    suffix: str = ""
    label: str = ""
    number: int = 0
    aisles: tuple[int, ...] = ()
    at_aisle: frozenset[int] = frozenset()
    faces_room: bool = False
    capacity: int = 0


def heading(degrees: float) -> Point:
    """Return the step of one centimetre in a direction, clockwise from the top of the drawing."""
    return math.sin(math.radians(degrees)), -math.cos(math.radians(degrees))


def along(seats: int, middle: Point, facing: float, length: float, edge: Edge, piece: str) -> list[Spot]:
    """
    Return chairs at one straight edge, from the sitters' own left to their own right.

    `middle` is that of the edge; the chairs stand before it and share its length.
    Errors: LayoutRefused where the chairs do not fit.
    """
    refuse_narrow(seats, length, piece)
    right_x, right_y = heading(facing + 90)
    look_x, look_y = heading(facing)
    steps = [(index - (seats - 1) / 2) * length / seats for index in range(seats)]
    return [
        Spot(
            middle[0] + step * right_x - CHAIR * look_x,
            middle[1] + step * right_y - CHAIR * look_y,
            facing % 360,
            edge,
        )
        for step in steps
    ]


def refuse_narrow(seats: int, length: float, piece: str) -> None:
    """Refuse more chairs than an edge has room for."""
    if seats * NARROWEST > length + 0.5:
        raise LayoutRefused(
            _TOO_NARROW, seats=seats, need=round(seats * NARROWEST), piece=piece, length=round(length)
        )


def box(width: float, depth: float, middle: Point = (0.0, 0.0)) -> tuple[Point, ...]:
    """Return the corners of a rectangle, clockwise from the upper left one."""
    x, y = middle
    half, deep = width / 2, depth / 2
    return ((x - half, y - deep), (x + half, y - deep), (x + half, y + deep), (x - half, y + deep))
