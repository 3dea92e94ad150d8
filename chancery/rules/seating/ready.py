"""Rooms with their usual furniture, to begin with: halls, banquets, conferences, receptions."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Final

from chancery.rules.reasons import gettext_noop
from chancery.rules.seating.furniture.rows import MOST_ROWS
from chancery.rules.seating.layout import read_layout
from chancery.rules.seating.refused import LayoutRefused
from chancery.rules.seating.room import Room

type Piece = dict[str, Any]

MARGIN: Final = 150.0
"""Centimetres between the furniture and the walls of a room that is made to fit."""
STAGE_DEPTH: Final = 250.0
FREE_BEFORE_STAGE: Final = 250.0
BETWEEN_TABLES: Final = 200.0
"""Centimetres between the edges of two tables: two chairs and a way between them."""
STANDING_PLACE: Final = 8_000.0
"""Square centimetres for one person who stands with a glass."""
MOST_GUESTS: Final = 5_000
MOST_AT_ONE_TABLE: Final = 300

_NO_ROOM = gettext_noop(
    "This furniture needs a room of %(width)s by %(depth)s cm, and the room has %(own_width)s by "
    "%(own_depth)s; make the room larger or choose fewer seats."
)
_TOO_MANY = gettext_noop("%(guests)s seats are more than one such room may have; choose at most %(most)s.")


class Ready(StrEnum):
    """Sets of furniture."""

    EMPTY = "empty"
    CENTRE_AISLE = "centre-aisle"
    TWO_AISLES = "two-aisles"
    BANQUET = "banquet"
    CONFERENCE = "conference"
    STATE_TABLE = "state-table"
    BOARD = "board"
    STANDING = "standing"


@dataclass(frozen=True, slots=True)
class Asked:
    """
    What a room is asked for.

    Shape: `guests` is how many shall have a place at least; `each` how many sit in one row or at one table,
    0 for what is usual. Units: the sides are centimetres, 0 for a room that is made to fit.
    """

    guests: int
    each: int = 0
    width: float = 0.0
    depth: float = 0.0


@dataclass(frozen=True, slots=True)
class _Block:
    """Furniture in its own corner: pieces measured from its upper left, and how much room it takes."""

    width: float
    depth: float
    pieces: list[Piece]


def ready_layout(kind: Ready, asked: Asked) -> dict[str, Any]:
    """
    Return the drawing of a room with a set of furniture in its middle.

    Shape: doors and windows are never drawn, because only the house knows where they are.
    Errors: LayoutRefused where the furniture does not fit into the sides that were asked for.
    """
    _refuse_more(asked, MOST_AT_ONE_TABLE if kind in (Ready.CONFERENCE, Ready.STATE_TABLE) else MOST_GUESTS)
    block = _BLOCKS[kind](asked)
    width = asked.width or math.ceil((block.width + 2 * MARGIN) / 50) * 50
    depth = asked.depth or math.ceil((block.depth + 2 * MARGIN) / 50) * 50
    if block.width > width or block.depth > depth:
        need = {"width": math.ceil(block.width), "depth": math.ceil(block.depth)}
        raise LayoutRefused(_NO_ROOM, **need, own_width=round(width), own_depth=round(depth))
    left, top = (width - block.width) / 2, (depth - block.depth) / 2
    pieces = [
        {**piece, "x": round(piece["x"] + left), "y": round(piece["y"] + top)} for piece in block.pieces
    ]
    layout: dict[str, Any] = {"width": width, "depth": depth, "furniture": pieces, "seats": {}}
    read_layout(layout)
    return layout


def _refuse_more(asked: Asked, most: int) -> None:
    if asked.guests > most:
        raise LayoutRefused(_TOO_MANY, guests=asked.guests, most=most)


def _empty(asked: Asked) -> _Block:
    return _Block(min(asked.width, 900) or 900, min(asked.depth, 600) or 600, [])


def _hall(asked: Asked, aisles: int) -> _Block:
    """Rows before a stage, parted by one aisle in the middle or by two."""
    each = asked.each or _usual_row(asked.guests)
    _refuse_more(asked, each * MOST_ROWS)
    rows = math.ceil(asked.guests / each)
    after = [each // 2] if aisles == 1 else [each // 4, each - each // 4]
    aisles_after = [seat for seat in after if 0 < seat < each]
    block = {"id": "A", "kind": "rows", "rows": rows, "seats": each, "aisles_after": aisles_after}
    width, depth = _size_of({**block, "seats": each})
    width = max(width, 600)
    top = STAGE_DEPTH + FREE_BEFORE_STAGE
    stage = {"id": "S", "kind": "stage", "width": min(width, 1000), "depth": STAGE_DEPTH}
    pieces = [
        {**stage, "x": width / 2, "y": STAGE_DEPTH / 2},
        {"id": "L", "kind": "lectern", "x": width / 2 - min(width, 1000) / 3, "y": STAGE_DEPTH - 50},
        {**block, "x": width / 2, "y": top + depth / 2},
    ]
    return _Block(width, top + depth, pieces)


def _usual_row(guests: int) -> int:
    """A row about as wide as the hall is deep, even so that an aisle parts it in halves."""
    return max(4, min(30, 2 * round(math.sqrt(guests * 1.6) / 2)))


def _banquet(asked: Asked) -> _Block:
    each = asked.each or 10
    return _rounds(math.ceil(asked.guests / each), each)


def _rounds(tables: int, each: int) -> _Block:
    """Round tables in lines of about as many tables as there are lines; the first is that of honour."""
    size = _size_of({"id": "T", "kind": "round", "seats": each})[0] + BETWEEN_TABLES - 70
    columns = max(1, math.ceil(math.sqrt(tables * 1.3)))
    lines = math.ceil(tables / columns)
    pieces = [
        {
            "id": f"T{index + 1}",
            "kind": "round",
            "seats": each,
            "label": str(index + 1),
            "x": (index % columns + 0.5) * size,
            "y": (index // columns + 0.5) * size,
        }
        for index in range(tables)
    ]
    return _Block(min(columns, tables) * size, lines * size, pieces)


def _conference(asked: Asked) -> _Block:
    """A U for a conference: a bar for about a third, the rest along the outer sides of both arms."""
    bar = asked.each or max(3, 2 * (asked.guests // 6) + 1)
    arm = max(0, math.ceil((asked.guests - bar) / 2))
    return _one({"id": "U", "kind": "u", "bar_seats": bar, "arm_seats": arm})


def _state_table(asked: Asked) -> _Block:
    """One long table with an end seat on each end only where the sides leave somebody over."""
    return _one({"id": "T", "kind": "long", "side_seats": math.ceil(asked.guests / 2), "width": 140})


def _board(asked: Asked) -> _Block:
    """A table of honour that faces the room, with round tables before it."""
    each = asked.each or 10
    head = min(max(5, asked.guests // 8 | 1), 15, asked.guests)
    rounds = (
        _rounds(math.ceil((asked.guests - head) / each), each) if asked.guests > head else _Block(0, 0, [])
    )
    table = {"id": "H", "kind": "head", "seats": head}
    table_width, table_depth = _size_of(table)
    width, gap = max(rounds.width, table_width), 200.0 if rounds.pieces else 0.0
    aside = (width - rounds.width) / 2
    below = [
        {**piece, "x": piece["x"] + aside, "y": piece["y"] + table_depth + gap} for piece in rounds.pieces
    ]
    top = {**table, "x": width / 2, "y": table_depth / 2 + 20}
    return _Block(width, table_depth + gap + rounds.depth, [top, *below])


def _standing(asked: Asked) -> _Block:
    area = asked.guests * STANDING_PLACE
    width = max(300.0, math.sqrt(area * 1.5))
    depth = max(200.0, area / width)
    zone = {"id": "Z", "kind": "standing", "width": round(width), "depth": round(depth)}
    return _one({**zone, "capacity": asked.guests})


def _one(piece: Piece) -> _Block:
    width, depth = _size_of(piece)
    return _Block(width, depth, [{**piece, "x": width / 2, "y": depth / 2}])


def _size_of(piece: Piece) -> tuple[float, float]:
    """How much room a piece takes about its middle, chairs included."""
    room = read_layout(
        {"width": 30_000, "depth": 30_000, "furniture": [{**piece, "x": 15_000, "y": 15_000}], "seats": {}}
    )
    points = _points(room)
    half_width = max(abs(x - 15_000) for x, _y in points)
    half_depth = max(abs(y - 15_000) for _x, y in points)
    return 2 * half_width + 50, 2 * half_depth + 50


def _points(room: Room) -> list[tuple[float, float]]:
    corners = [corner for unit in room.units for corner in unit.outline]
    return [*corners, *((seat.x, seat.y) for seat in room.seats)]


_BLOCKS: Final[Mapping[Ready, Callable[[Asked], _Block]]] = MappingProxyType(
    {
        Ready.EMPTY: _empty,
        Ready.CENTRE_AISLE: lambda asked: _hall(asked, 1),
        Ready.TWO_AISLES: lambda asked: _hall(asked, 2),
        Ready.BANQUET: _banquet,
        Ready.CONFERENCE: _conference,
        Ready.STATE_TABLE: _state_table,
        Ready.BOARD: _board,
        Ready.STANDING: _standing,
    }
)
