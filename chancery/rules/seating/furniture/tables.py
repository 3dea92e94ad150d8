"""Tables of protocol: round, long, T, head and dais (R52-R55, R66-R69, R78)."""

import math

from chancery.rules.seating.furniture.piece import Piece
from chancery.rules.seating.furniture.spots import (
    CHAIR,
    Group,
    Point,
    Spot,
    along,
    box,
    heading,
    refuse_narrow,
)
from chancery.rules.seating.room import Edge, Shape

MOST_AT_EDGE = 200
CORNERS = 48
"""Corners of the outline of a round table."""


def round_table(piece: Piece) -> list[Group]:
    """Return a round table; its first seat is at the top, each next at the right hand of the one before."""
    seats = piece.count("seats", 8, 1, 60)
    diameter = piece.number("diameter", max(120.0, seats * 60 / math.pi), 50, 3000)
    refuse_narrow(seats, math.pi * (diameter + 2 * CHAIR), piece.name)
    turns = [-360 * index / seats for index in range(seats)]
    spots = tuple(Spot(*_on_ring(turn, diameter / 2 + CHAIR), (turn + 180) % 360) for turn in turns)
    outline = tuple(_on_ring(360 * index / CORNERS, diameter / 2) for index in range(CORNERS))
    return [Group(Shape.ROUND, spots, outline, label=piece.text("label"))]


def _on_ring(turn: float, radius: float) -> Point:
    x, y = heading(turn)
    return x * radius, y * radius


def long_table(piece: Piece) -> list[Group]:
    """
    Return a long table that runs across the drawing.

    Shape: first side at the top, then the first end at the left, second side, second end: each edge goes on
    at the right hand of the last sitter of the one before. `second_side_seats` is asked where sides differ.
    """
    first = piece.count("side_seats", 4, 0, MOST_AT_EDGE)
    second = piece.count("second_side_seats", first, 0, MOST_AT_EDGE)
    ends = [piece.count(f"{end}_end_seats", 0, 0, 10) for end in ("first", "second")]
    gap = piece.number("seat_gap", 60, 35, 500)
    length = piece.number("length", max(120.0, gap * max(first, second)), 50, 10_000)
    width = piece.number("width", max(100.0, gap * max(ends)), 40, 2000)
    spots = [
        *along(first, (0, -width / 2), 180, length, Edge.FIRST_SIDE, piece.name),
        *along(ends[0], (-length / 2, 0), 90, width, Edge.FIRST_END, piece.name),
        *along(second, (0, width / 2), 0, length, Edge.SECOND_SIDE, piece.name),
        *along(ends[1], (length / 2, 0), 270, width, Edge.SECOND_END, piece.name),
    ]
    return [Group(Shape.LONG, tuple(spots), box(length, width), label=piece.text("label"))]


def head_table(piece: Piece) -> list[Group]:
    """Return a table with seats along one side, which looks into the room below it on the drawing (R78)."""
    seats = piece.count("seats", 7, 1, MOST_AT_EDGE)
    gap = piece.number("seat_gap", 70, 35, 500)
    length = piece.number("length", max(120.0, gap * seats), 50, 10_000)
    width = piece.number("width", 80, 40, 2000)
    spots = along(seats, (0, -width / 2), 180, length, Edge.ONLY, piece.name)
    return [
        Group(
            Shape.HEAD,
            tuple(spots),
            box(length, width),
            label=piece.text("label"),
            faces_room=True,
        )
    ]


def dais(piece: Piece) -> list[Group]:
    """Return a dais: chairs in one row on a raised floor, which look into the room (R78)."""
    seats = piece.count("seats", 5, 1, MOST_AT_EDGE)
    gap = piece.number("seat_gap", 80, 35, 500)
    width = piece.number("width", gap * seats + 100, 50, 10_000)
    depth = piece.number("depth", 250, 50, 5000)
    spots = along(seats, (0, -CHAIR), 180, gap * seats, Edge.ONLY, piece.name)
    refuse_narrow(seats, width, piece.name)
    return [Group(Shape.DAIS, tuple(spots), box(width, depth), label=piece.text("label"), faces_room=True)]


def t_table(piece: Piece) -> list[Group]:
    """
    Return a T: the bar at the top of the drawing, the stem below its middle (R68).

    Shape: the outer edge is the top of the bar; the first side of the stem is at the right hand of the
    presidency, the second at the left; the first end is the foot of the stem; the inner edge is the bar's
    lower side, left and right of the stem.
    """
    bar = piece.count("bar_seats", 5, 0, MOST_AT_EDGE)
    stem = piece.count("stem_seats", 4, 1, MOST_AT_EDGE)
    foot = piece.count("end_seats", 0, 0, 10)
    inner = piece.count("inner_seats", 0, 0, MOST_AT_EDGE)
    gap = piece.number("seat_gap", 60, 35, 500)
    width = piece.number("width", max(80.0, gap * foot), 40, 2000)
    length = piece.number("length", max(gap * bar, 2 * gap * inner + width, width + 120), 50, 10_000)
    depth = piece.number("depth", width + gap * stem + CHAIR, 50, 10_000)
    top, free = -depth / 2, depth - width - CHAIR
    middle, wing = depth / 2 - free / 2, (length - width) / 2
    spots = [
        *along(bar, (0, top), 180, length, Edge.OUTER, piece.name),
        *along(stem, (-width / 2, middle), 90, free, Edge.FIRST_SIDE, piece.name),
        *along(foot, (0, depth / 2), 0, width, Edge.FIRST_END, piece.name),
        *along(stem, (width / 2, middle), 270, free, Edge.SECOND_SIDE, piece.name),
        *along(inner, (-(width + wing) / 2, top + width), 0, wing, Edge.INNER, piece.name),
        *along(inner, ((width + wing) / 2, top + width), 0, wing, Edge.INNER, piece.name),
    ]
    return [Group(Shape.T, tuple(spots), _t_outline(length, depth, width), label=piece.text("label"))]


def _t_outline(length: float, depth: float, width: float) -> tuple[Point, ...]:
    right, top, stem = length / 2, -depth / 2, width / 2
    half = ((right, top), (right, top + width), (stem, top + width), (stem, depth / 2))
    return (*half, *((-x, y) for x, y in reversed(half)))
