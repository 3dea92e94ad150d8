"""Rows of chairs, straight or bent about the stage, with aisles; zones in which people stand (R71-R75)."""

import math
from collections.abc import Sequence
from typing import Final

from chancery.rules.reasons import gettext_noop
from chancery.rules.seating.furniture.piece import Piece
from chancery.rules.seating.furniture.spots import NARROWEST, Group, Spot, box
from chancery.rules.seating.refused import LayoutRefused
from chancery.rules.seating.room import Shape

MOST_ROWS: Final = 200
MOST_IN_ROW: Final = 300
_WIDEST_BEND: Final = math.radians(170)
_ROWS_DIFFER = gettext_noop(
    "%(piece)s has %(rows)s rows and numbers of seats for %(given)s; write one number for each row."
)
_BENT_TOO_FAR = gettext_noop(
    "Row %(row)s of %(piece)s would bend round half a circle; make “curve” larger or the row shorter."
)


def rows(piece: Piece) -> list[Group]:
    """
    Return the rows of a block of chairs; its first row is the one nearest to the top of the drawing.

    Shape: sitters look to the top. Rows of unequal length without aisles are centred; with aisles they begin
    at one line, so that the aisles stay straight. `curve` is the radius of the first row, 0 for straight
    rows. The end of a row is an aisle unless it is named in `walls` ("left", "right", of the sitters).
    """
    seats = _seats_of_rows(piece)
    first = piece.count("first_row", 1, 1, 1000)
    names = piece.texts("row_names", 20)
    aisles = tuple(sorted(set(piece.counts("aisles_after", 1, MOST_IN_ROW - 1))))
    places = _across(piece, seats, aisles)
    downs = _down(piece, len(seats))
    curve = piece.number("curve", 0, 0, 100_000)
    walls = frozenset(piece.texts("walls", 5))
    label = piece.text("label")
    return [
        Group(
            Shape.ROW,
            _bent(places[index], downs[index], downs[0], curve, index + 1, piece),
            suffix=str(index + 1),
            label=_row_label(label, names[index] if index < len(names) else str(first + index)),
            number=first + index,
            aisles=tuple(aisle for aisle in aisles if aisle < count),
            at_aisle=_at_aisle(count, aisles, walls),
        )
        for index, count in enumerate(seats)
    ]


def _seats_of_rows(piece: Piece) -> tuple[int, ...]:
    if not piece.is_list("seats"):
        many = piece.count("rows", 1, 1, MOST_ROWS)
        return (piece.count("seats", 10, 1, MOST_IN_ROW),) * many
    seats = piece.counts("seats", 1, MOST_IN_ROW)
    many = piece.count("rows", len(seats), 1, MOST_ROWS)
    if many != len(seats):
        raise LayoutRefused(_ROWS_DIFFER, piece=piece.name, rows=many, given=len(seats))
    return seats


def _row_label(label: str, name: str) -> str:
    return f"{label} {name}" if label else name


def _across(piece: Piece, seats: Sequence[int], aisles: Sequence[int]) -> list[list[float]]:
    """The distance of each chair from the middle of the block, row by row."""
    gap = piece.number("seat_gap", 55, NARROWEST, 1000)
    aisle = piece.number("aisle_width", 120, 30, 3000)
    lefts = [
        [index * gap + aisle * sum(after <= index for after in aisles) for index in range(count)]
        for count in seats
    ]
    widest = max(row[-1] for row in lefts)
    return [[x - (widest if aisles else row[-1]) / 2 for x in row] for row in lefts]


def _down(piece: Piece, many: int) -> list[float]:
    """The distance of each row from the middle of the block."""
    gap = piece.number("row_gap", 95, 40, 2000)
    cross = piece.number("cross_aisle_depth", 120, 30, 3000)
    crosses = piece.counts("cross_aisles_after", 1, MOST_ROWS)
    tops = [index * gap + cross * sum(after <= index for after in set(crosses)) for index in range(many)]
    return [top - tops[-1] / 2 for top in tops]


def _bent(
    places: Sequence[float], down: float, first: float, curve: float, row: int, piece: Piece
) -> tuple[Spot, ...]:
    if not curve:
        return tuple(Spot(x, down, 0.0) for x in places)
    radius = curve + down - first
    if max(map(abs, places)) / radius > _WIDEST_BEND / 2:
        raise LayoutRefused(_BENT_TOO_FAR, row=row, piece=piece.name)
    middle = first - curve
    turns = [x / radius for x in places]
    return tuple(
        Spot(radius * math.sin(turn), middle + radius * math.cos(turn), -math.degrees(turn) % 360)
        for turn in turns
    )


def _at_aisle(count: int, aisles: Sequence[int], walls: frozenset[str]) -> frozenset[int]:
    """The numbers from 0 of the chairs beside an aisle."""
    inner = {index for after in aisles if after < count for index in (after - 1, after)}
    ends = {0} - {0 if "left" in walls else -1} | {count - 1} - {count - 1 if "right" in walls else -1}
    return frozenset(inner | ends)


def standing(piece: Piece) -> list[Group]:
    """Return a zone for people who stand, with as many places as it may hold, front row first."""
    width = piece.number("width", 400, 50, 20_000)
    depth = piece.number("depth", 300, 50, 20_000)
    capacity = piece.count("capacity", 20, 1, 5000)
    columns = max(1, min(capacity, round(math.sqrt(capacity * width / depth))))
    lines = math.ceil(capacity / columns)
    spots = tuple(
        Spot(
            (index % columns + 0.5) * width / columns - width / 2,
            (index // columns + 0.5) * depth / lines - depth / 2,
            0.0,
        )
        for index in range(capacity)
    )
    return [Group(Shape.STANDING, spots, box(width, depth), label=piece.text("label"), capacity=capacity)]
