"""A room as it stands for one event: its seats, how they hang together, what decides the side of honour."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property


class Shape(StrEnum):
    """What a group of seats is: a row of chairs, or a table of one of the forms of protocol."""

    ROW = "row"
    ROUND = "round"
    LONG = "long"
    U = "u"
    HORSESHOE = "horseshoe"
    T = "t"
    COMB = "comb"
    HEAD = "head"
    DAIS = "dais"
    STANDING = "standing"


class Edge(StrEnum):
    """On which edge of its table a seat stands; a row and a round table have only one."""

    ONLY = ""
    FIRST_SIDE = "first-side"
    SECOND_SIDE = "second-side"
    FIRST_END = "first-end"
    SECOND_END = "second-end"
    OUTER = "outer"
    INNER = "inner"


class MarkKind(StrEnum):
    """What stands in a room beside seats; some of it decides which side is that of honour (R52, R53, R74)."""

    STAGE = "stage"
    LECTERN = "lectern"
    SCREEN = "screen"
    DOOR = "door"
    GUESTS_DOOR = "guests-door"
    WINDOW = "window"
    STEPS = "steps"
    PILLAR = "pillar"


@dataclass(frozen=True, slots=True)
class Seat:
    """
    One place to sit or stand.

    Shape: `id` is unique in the room and never changes by moving furniture: `A-12`, `T3-4`. `unit` is the id
    of its row or table, `label` what is printed for it. `edge` with `position` says where on the table: along
    one edge positions count from 0 from the sitters' own left to their own right; round a table each next
    position is at the right hand of the one before. `zone` is free ("press"), "" for none.
    `behind` is the id of the seat behind which an interpreter's chair stands (R70).
    Units: `x` to the right and `y` down are centimetres from the upper left corner of the room; `facing` is
    the direction in which the sitter looks, in degrees clockwise from the top of the drawing.
    """

    id: str
    unit: str
    label: str
    position: int
    x: float
    y: float
    facing: float
    edge: Edge = Edge.ONLY
    zone: str = ""
    is_blocked: bool = False
    is_wheelchair: bool = False
    is_at_aisle: bool = False
    behind: str = ""


@dataclass(frozen=True, slots=True)
class Unit:
    """
    A row, a table, or a zone in which people stand.

    Shape: `seats` are the ids of its seats edge by edge, each in the order of `Seat.position`; interpreters'
    chairs are not among them. Of a row the seats of all blocks, own left to own right; `aisles` are the
    numbers of seats after which an aisle runs. `number` counts units of one kind from 1: rows from the stage.
    `faces_room` marks a table with seats on one side only, which looks at the public (R78). `outline` are the
    corners of its table top or zone, in turn and in the room, for the drawing; empty for a row.
    """

    id: str
    shape: Shape
    label: str
    number: int
    seats: tuple[str, ...]
    aisles: tuple[int, ...] = ()
    zone: str = ""
    faces_room: bool = False
    capacity: int = 0
    outline: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """
    A door, window, stage or the like: a rectangle, in centimetres and degrees as seats are.

    Units: `x` and `y` are its middle, which lies in the room; a door may stand half in the wall.
    """

    kind: MarkKind
    x: float
    y: float
    width: float
    depth: float
    turned: float = 0.0
    label: str = ""


@dataclass(frozen=True)
class Room:
    """
    A room with everything that stands in it.

    Shape: `units` in the order in which they are numbered; `seats` in the order of their units, chairs behind
    others last. Units: centimetres.
    """

    width: float
    depth: float
    units: tuple[Unit, ...]
    seats: tuple[Seat, ...]
    marks: tuple[Mark, ...] = ()

    @cached_property
    def seat_of(self) -> Mapping[str, Seat]:
        """Every seat by its id."""
        return {seat.id: seat for seat in self.seats}

    @cached_property
    def unit_of(self) -> Mapping[str, Unit]:
        """Every row and table by its id."""
        return {unit.id: unit for unit in self.units}


@dataclass(frozen=True, slots=True)
class Reserve:
    """
    Seats that are kept, blocked or captioned for one event.

    Shape: `band` keeps a seat for officials of a band of rank who come late or have not answered (R76), ""
    for a seat that is simply kept. A blocked seat is given to nobody.
    """

    seat: str
    band: str = ""
    is_blocked: bool = False
    captions: Mapping[str, str] = field(default_factory=dict)
